"""What the program does, step by step, as lines on standard error: only when --verbose is given."""

from __future__ import annotations

import logging

from claimtrack.cli import faults


def show_steps() -> None:
    """From now on every step is told, with the milliseconds since the start."""
    handler = _Remarks()
    handler.setFormatter(logging.Formatter("%(relativeCreated)8.0f ms  %(name)s: %(message)s"))
    logger = logging.getLogger("claimtrack")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


class _Remarks(logging.Handler):
    """Steps quote names of files, so they are remarks as any others."""

    def emit(self, record: logging.LogRecord) -> None:
        faults.remark(self.format(record))
