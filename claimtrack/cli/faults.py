"""Errors as one line on standard error and an exit code; the traceback only with --debug."""

from __future__ import annotations

import os
import sys

from claimtrack.errors import ClaimtrackError, UsageError

SOME_FAILED = 1
WRONG_USAGE = 2
STOPPED = 130
_DEBUG = "CLAIMTRACK_DEBUG"


def show_tracebacks() -> None:
    """From now on errors come with their traceback."""
    os.environ[_DEBUG] = "1"


def tracebacks_shown() -> bool:
    """Whether --debug was given."""
    return bool(os.environ.get(_DEBUG))


def told(error: Exception) -> int:
    """Tells the user what went wrong; the exit code."""
    if tracebacks_shown():
        import traceback

        traceback.print_exception(error)
    else:
        remark(f"claimtrack: {line(error)}")
    return WRONG_USAGE if isinstance(error, UsageError) else SOME_FAILED


def remark(said: object) -> None:
    """One line on standard error, harmless whatever names and texts of articles it quotes."""
    from claimtrack.text.harmless import harmless

    print(harmless(" ".join(str(said).splitlines())), file=sys.stderr)


def line(error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, ClaimtrackError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    kind = type(error).__name__
    return f"internal error ({kind}: {error}); please report it with what --debug shows"
