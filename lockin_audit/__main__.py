"""`python -m lockin_audit` is the command line."""

from lockin_audit.cli.app import main

if __name__ == "__main__":
    main()
