"""``python -m etle_guard``: the same as ``etle-guard``."""

from etle_guard.cli import main

if __name__ == "__main__":
    main()
