"""Where the program starts: `lockin-audit` and `python -m lockin_audit`. Loads nothing before Ctrl-C has an orderly end."""

import gc
import sys

_RARELY = 50_000
"""Objects made, more than freed, between two searches for cycles. What is loaded at the start stays: to search it takes a tenth of a
short run."""


def main() -> None:
    """Run the command line; Ctrl-C gives one sentence and exit code 130, also while the program is still being loaded."""
    gc.set_threshold(_RARELY, *gc.get_threshold()[1:])
    try:
        from lockin_audit.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("lockin-audit: stopped. Nothing half-written is left behind.\n")
        sys.exit(130)
    finally:
        gc.freeze()  # Python searches everything once more when it ends, before the system takes all memory back at once


if __name__ == "__main__":
    main()
