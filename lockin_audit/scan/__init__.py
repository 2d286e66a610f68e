"""Repository in, evidence out: listing, prefilter, parsing, rules, all without running anything."""
