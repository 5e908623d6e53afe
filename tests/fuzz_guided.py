"""One target of `fuzz.py`, fed with what reaches new code. Needs atheris (`pip install atheris`).

    python tests/fuzz_guided.py engine -max_total_time=600

What follows the name of the target goes to libFuzzer.
"""

from __future__ import annotations

import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["claimtrack"]):
    from fuzz import TARGETS, feeder


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name one of: {', '.join(TARGETS)}")
    feed: Any = feeder(sys.argv.pop(1), cases=1, seeded=0)
    atheris.Setup(sys.argv, feed.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
