"""``python -m factcheck_tui`` and the ``factcheck-tui`` command."""

from factcheck_tui.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
