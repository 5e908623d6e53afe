"""Whole commands measured from outside: seconds by the clock, seconds of work, the most memory held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CLAIMTRACK = (sys.executable, "-m", "claimtrack")
_TYPER = (sys.executable, "-c", "import typer")
_STARTS = 15


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took; `memory` is in MB and that of the process itself, not of its workers."""

    seconds: float
    work: float
    memory: float


def run(command: Sequence[str | Path]) -> Run:
    """Runs a command to its end, its output thrown away."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: something was found to be wrong, which takes its time, too
        sys.exit(f"{' '.join(map(str, command))} failed")
    scale = 1e6 if sys.platform == "darwin" else 1e3
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


def start_up() -> dict[str, float]:
    """The best times of an empty command, of the help, and of the bare import they are compared with."""
    commands = {
        "import typer": _TYPER,
        "--version": (*CLAIMTRACK, "--version"),
        "--help": (*CLAIMTRACK, "--help"),
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(_STARTS):
        for name, command in commands.items():
            best[name] = min(best[name], run(command).seconds)
    return best


def desk(articles: Path, folder: Path) -> dict[str, Run]:
    """What is done with some articles, from taking them in to the report, each by its name."""
    database, out = folder / "claims.db", folder / "out"

    def command(*words: str | Path) -> Run:
        return run((*CLAIMTRACK, *words, "--db", database))

    found = {"ingest --workers 2": command("ingest", "--workers", "2", articles)}
    for left in folder.glob("claims.db*"):
        left.unlink()
    found |= {"ingest": command("ingest", articles), "ingest again": command("ingest", articles)}
    for name, words in _QUESTIONS.items():
        found[name] = command(*words)
    for ending in (".csv", ".jsonl", ".parquet", ".gexf", ".html"):
        kind = "report" if ending == ".html" else "export"
        found[f"{kind} {ending}"] = command(kind, out.with_suffix(ending))
        out.with_suffix(ending).unlink()
    return found


_QUESTIONS: dict[str, tuple[str, ...]] = {
    "claims --limit 50": ("claims", "--limit", "50", "--format", "csv"),
    "claims --source": ("claims", "--source", "وزارة النقل", "--limit", "50", "--format", "csv"),
    "claims --about": ("claims", "--about", "المشروع", "--limit", "50", "--format", "csv"),
    "stats --by kind": ("stats", "--by", "kind"),
    "stats --by source": ("stats", "--by", "source", "--limit", "20"),
    "search": ("search", "العمل", "--limit", "20"),
    "sources": ("sources", "--limit", "50"),
    "check": ("check",),
}
