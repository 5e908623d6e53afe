"""The shell completes from the database; long output goes through a pager; narrow screens show all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TEXT, make_claim, make_extraction, port_claims
from rich.cells import cell_len

from claimtrack.models import Article, Source
from claimtrack.store import Store

EVIL = "نادر \x1b[31m الأحمر"


@pytest.fixture
def folder(tmp_path: Path, port_article: Article) -> Path:
    with Store(tmp_path / "claimtrack.db") as store:
        store.add(port_article, make_extraction(port_claims()))
        text = "قال نادر إن الباب مفتوح."
        claim = make_claim(text, content="الباب مفتوح", cue="قال", source=Source(EVIL, "person", ("نادر",)))
        store.add(
            Article(text, "news/door.txt", "\x1b[2Jباب", outlet="صوت «المرفأ»"), make_extraction([claim])
        )
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "PAGER")}
    return {**kept, "PYTHONIOENCODING": "utf-8", **more}


def completed(folder: Path, line: str, *, shell: str = "bash", **more: str) -> list[str]:
    """What Tab offers at the end of a line."""
    words = line.split(" ")
    told = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
    }[shell]
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.argv[0] = 'claimtrack'; from claimtrack.cli import main; main()",
        ],
        cwd=folder,
        env=environment(_CLAIMTRACK_COMPLETE=f"complete_{shell}", **told, **more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.stderr == ""
    return [offer for offer in ended.stdout.split("\n") if offer]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("claimtrack claims --source وكا", ["وكالة\\ أنباء\\ الواحة"]),
        ('claimtrack claims --source "وكا', ["وكالة أنباء الواحة"]),  # a quotation mark was opened
        ("claimtrack claims --via الحداد", ["الحداد"]),
        ("claimtrack claims --via وكاله", ["وكاله\\ أنباء\\ الواحة"]),
        ("claimtrack search x --outlet الشاط", ["الشاطئ\\ نيوز"]),
        ("claimtrack stats --outlet المرفا", ["المرفا»"]),  # a word within, in the spelling that is typed
        ("claimtrack claims --source نادر", ["نادر"]),  # no name with an ESC in it
        ("claimtrack claims --source زيد", []),
        ("claimtrack show ", ["1", "2"]),
        ("claimtrack show news/d", ["news/door.txt"]),
        ("claimtrack claims --kind o", ["outlet"]),
        ("claimtrack claims --stance de", ["deny", "demand"]),
        ("claimtrack claims --sort s", ["source", "stance"]),
        ("claimtrack stats --by m", ["month"]),
        ("claimtrack export x --format gr", ["graphml"]),
        ("claimtrack claims --db none.db --source وكا", []),
    ],
)
def test_the_shell_is_offered_what_the_database_knows(folder: Path, line: str, offered: list[str]) -> None:
    assert completed(folder, line) == offered


def test_claims_are_offered_with_their_contents(folder: Path) -> None:
    with Store(folder / "claimtrack.db") as store:
        known = next(store.claims())["claim_id"]
    assert completed(folder, f"claimtrack chain {known[:6]}") == [known]
    assert TEXT[TEXT.index("خطة") :][:10] in "".join(
        completed(folder, f"claimtrack chain {known[:6]}", shell="zsh")
    )


def test_titles_are_harmless_in_the_shell(folder: Path) -> None:
    assert "\x1b" not in "".join(completed(folder, "claimtrack show ", shell="zsh"))


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_completion_is_silent_without_a_database(folder: Path, content: bytes | None) -> None:
    path = folder / "other.db"
    if content is not None:
        path.write_bytes(content)
    assert completed(folder, "claimtrack claims --source وكا", CLAIMTRACK_DB="other.db") == []
    assert path.exists() == (content is not None)


def on_a_terminal(folder: Path, *arguments: str, **more: str) -> str:
    """What `claimtrack` shows on a terminal of its own."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimtrack", *arguments],
        cwd=folder,
        env=environment(TERM="xterm", COLUMNS="100", **more),
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(leader)
    return shown.decode("utf-8", "replace")


@pytest.mark.parametrize("command", [["claims"], ["sources"], ["show", "1"], ["stats"], ["search", "ارصفه"]])
def test_a_terminal_gets_a_pager(folder: Path, command: list[str]) -> None:
    shown = on_a_terminal(folder, *command, PAGER="sed s/^/»/")
    lines = [line for line in shown.splitlines() if line.strip()]
    assert lines
    assert all(line.startswith("»") for line in lines)
    assert "\x1b[" in shown  # colours pass through it


@pytest.mark.parametrize("pager", ["", "no-such-pager"])
def test_no_pager_is_no_harm(folder: Path, pager: str) -> None:
    assert "الأرصفة" in on_a_terminal(folder, "claims", PAGER=pager)


def test_a_pager_that_is_left_early_ends_the_list_quietly(folder: Path) -> None:
    assert on_a_terminal(folder, "claims", PAGER="true").strip() == ""


def test_colours_go_with_no_color(folder: Path) -> None:
    shown = on_a_terminal(folder, "claims", PAGER="", NO_COLOR="1")
    assert not [code for code in ("\x1b[3", "\x1b[9", "\x1b[4") if code in shown]


def test_files_and_pipes_get_no_pager(folder: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "claimtrack", "claims"],
        cwd=folder,
        env=environment(PAGER="sed s/^/»/"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not [line for line in ended.stdout.splitlines() if line.startswith("»")]


@pytest.mark.parametrize("width", [12, 25, 40, 60, 80, 200])
@pytest.mark.parametrize(
    "command", [["claims"], ["claims", "--sort", "source"], ["sources"], ["articles"], ["search", "ارصفه"]]
)
def test_a_narrow_screen_shows_all(folder: Path, command: list[str], width: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "claimtrack", *command],
        cwd=folder,
        env=environment(COLUMNS=str(width)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    rows = [line for line in ended.stdout.splitlines() if "\u2068" in line]
    assert rows
    isolates = {"\u2068": 1, "\u2069": -1}
    for line in rows:
        assert sum(isolates.get(letter, 0) for letter in line) == 0
        assert cell_len(line) <= width
