"""The command line: one module per command; the only layer that sees clock, environment and terminal."""
