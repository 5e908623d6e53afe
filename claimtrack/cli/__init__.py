"""The command line: thin commands over plain functions; the only place that knows typer and rich."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from claimtrack import __version__


def main() -> None:
    """Runs `claimtrack` on the arguments of the process and ends it with the right exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is loaded
        print(f"claimtrack {__version__}")
        return
    with _ended_by_interrupts():
        from claimtrack.cli import faults
        from claimtrack.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # whatever the terminal's encoding, Arabic gets out
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="claimtrack")
    except KeyboardInterrupt:  # before a command could see to it
        sys.exit(faults.STOPPED)
    except Exception as error:
        sys.exit(faults.told(error))


@contextmanager
def _ended_by_interrupts() -> Iterator[None]:
    """While modules are loaded, Ctrl-C ends the program at once and without a word: nothing has begun."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, before)
