"""The command line: thin commands over plain functions; the only place that knows typer and rich."""

from __future__ import annotations

import sys

from claimtrack import __version__


def main() -> None:
    """Runs `claimtrack` on the arguments of the process and ends it with the right exit code."""
    if sys.argv[1:] == ["--version"]:  # answered before anything is loaded
        print(f"claimtrack {__version__}")
        return
    try:
        _run()
    except KeyboardInterrupt:  # before a command could see to it
        sys.exit(130)


def _run() -> None:
    from claimtrack.cli import faults
    from claimtrack.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # whatever the terminal's encoding, Arabic gets out
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="claimtrack")
    except Exception as error:
        sys.exit(faults.told(error))
