"""``python -m secondunit``."""

from secondunit.entrypoints.cli.app import main

if __name__ == "__main__":
    main()
