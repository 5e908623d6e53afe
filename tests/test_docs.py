"""README, help and code say the same."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from claimtrack import __version__
from claimtrack.cli.app import app
from claimtrack.export import COLUMNS, FORMATS, LISTS
from claimtrack.models import COUNTS, KINDS, QUOTES, SECTORS, STANCES
from claimtrack.reading import KINDS as INPUT_KINDS
from claimtrack.store import SORTS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
GROUPS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
COMMANDS = sorted(GROUPS)
UNDER = [(name, each) for name in COMMANDS for each in sorted(getattr(GROUPS[name], "commands", ()))]


def help_of(*command: str) -> str:
    return CliRunner().invoke(app, [*command, "--help"], env={"COLUMNS": "100"}).output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_has_an_example(command: str) -> None:
    assert re.search(rf"^\| `{command}\b", README, re.MULTILINE)
    example = help_of(command).partition("Example:")[2]
    assert re.match(rf"\n(    .*\n)*?    .*\bclaimtrack {command}\b", example)


@pytest.mark.parametrize("command", UNDER, ids=" ".join)
def test_every_command_under_another_is_in_the_readme_and_has_an_example(command: tuple[str, str]) -> None:
    group, name = command
    assert name == "list" or re.search(rf"^\| `{group} [^`]*\b{name}\b|`{name}`", README, re.MULTILINE)
    example = help_of(*command).partition("Example:")[2]
    assert re.match(rf"\n(    .*\n)*?    .*\bclaimtrack {group}\b", example)


def test_the_readme_names_no_command_that_is_not_there() -> None:
    table = README.split("## Commands")[1].split("\n\n")[1]
    assert sorted(set(re.findall(r"^\| `([a-z]+)", table, re.MULTILINE))) == COMMANDS
    shell = "".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    assert set(re.findall(r"claimtrack ([a-z]+)", shell)) <= set(COMMANDS)


def test_help_names_every_allowed_value() -> None:
    words = set(re.findall(r"[a-z]+", help_of("claims")))
    assert {*KINDS, *STANCES, *QUOTES, *SECTORS, *COUNTS, *SORTS, *LISTS, "table"} <= words
    assert FORMATS.keys() <= set(re.findall(r"[a-z.]*[a-z]", help_of("export")))


def test_the_readme_names_every_format() -> None:
    table = README.split("## Exports")[1].split("\n## ")[0]
    assert FORMATS.keys() <= set(re.findall(r"`\.?([a-z.]+)`", table))


def test_the_readme_explains_every_column() -> None:
    table = README.split("<!-- columns:")[1].split("<!-- end of columns -->")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)
    assert [name for name, _ in rows] == [column.name for column in COLUMNS]
    for (_, said), column in zip(rows, COLUMNS, strict=True):
        assert said.startswith(column.meaning)
        assert all(f"`{value}`" in said for value in column.values)


def test_the_readme_lists_every_kind_of_input() -> None:
    rows = set(re.findall(r"^\| ([\w ]+) \| ((?:`\.\w+` ?)+) \| (?:`(.*)`)? ?\|$", README, re.MULTILINE))
    kinds = {
        (kind.name, " ".join(f"`{ending}`" for ending in kind.endings), kind.needs) for kind in INPUT_KINDS
    }
    assert {(name, endings.strip(), needs) for name, endings, needs in rows} == kinds


def test_exit_codes_are_the_same_in_help_and_readme() -> None:
    for code in "012":
        assert f"\n| {code} | " in README
        assert re.search(rf"\n\s+{code}  \w", help_of())


def test_the_ci_takes_its_test_command_from_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    program = re.search(r"awk '(.*)' README.md", script)
    assert program
    found = subprocess.run(
        ["awk", program[1], "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r"python3 -m venv \.venv && .*pytest\n", found.stdout)


def test_the_readme_opens_with_two_commands_complete_in_themselves() -> None:
    first, second = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)[:2]
    for block in (first, second):
        assert block.startswith("python3 -m venv .venv && ")
        assert block.count("\n") == 1


def test_one_version() -> None:
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def examples() -> list[str]:
    """Every command line shown as an example, in the README and in the help."""
    shell = "".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    found = [line for line in shell.splitlines() if line.startswith("claimtrack ")]
    for command in ([], *([command] for command in COMMANDS), *UNDER):
        block = help_of(*command).partition("Example:\n")[2].partition("\n\n")[0]
        found += [line.strip() for line in block.splitlines()]
    return found


@pytest.mark.skipif(shutil.which("bash") is None, reason="the examples are for a shell")
def test_every_example_does_what_it_says(tmp_path: Path) -> None:
    lines = examples()
    assert len(lines) > 25
    shutil.copytree(ROOT / "sample_data", tmp_path / "sample_data")
    (tmp_path / "article.txt").write_text("قال سليم الحداد إن العبّارة تعطلت.\n", "utf-8")
    script = [
        f'claimtrack() {{ "{sys.executable}" -m claimtrack "$@"; }}',
        "claimtrack extract sample_data >claims.jsonl",
    ]
    script += [f"echo {shlex.quote('+ ' + line)} >&2; {line}" for line in lines]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        ["bash", "-euc", "\n".join(script)], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr
    remarks = [line for line in ended.stderr.splitlines() if not line.startswith("+ ")]
    # nothing failed, and no search was in vain; that there is nothing to compare or to correct is as well
    welcome = {"no two sources look alike", "no article is a copy of another", "article 2 says so already"}
    assert set(remarks) <= welcome, ended.stderr
