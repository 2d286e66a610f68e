"""Words and tolerances that several sheets share."""

from __future__ import annotations

CENT = 0.01
"""Tolerance on sums of money, in the study's currency."""
FRESH, STALE = "as computed", "STALE: inputs have changed; run the tool again"
"""Whether stored values belong to the inputs as they are now."""
