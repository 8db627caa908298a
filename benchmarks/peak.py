"""`python -m benchmarks.peak ARGUMENTS…`: runs headcount, then prints its peak memory in MB."""

from __future__ import annotations

import sys

from benchmarks.measuring import peak_mb
from headcount.cli.main import run

if __name__ == "__main__":
    code = run(sys.argv[1:])
    print(f"{peak_mb():.1f}", file=sys.stderr)
    sys.exit(code)
