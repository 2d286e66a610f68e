"""Where the program starts: `lockin-audit` and `python -m lockin_audit`. Loads nothing before Ctrl-C has an orderly end."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C gives one sentence and exit code 130, also while the program is still being loaded."""
    try:
        from lockin_audit.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("lockin-audit: stopped. Nothing half-written is left behind.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
