"""`python -m headcount`."""

from __future__ import annotations

from headcount.cli.main import main

if __name__ == "__main__":
    main()
