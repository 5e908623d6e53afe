"""What claimtrack is built on: ranges for users, a lock for development, licences that let everybody use it."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCK = dict(
    line.split("==")
    for line in (ROOT / "requirements-dev.lock").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
LICENCES = dict(
    re.findall(r"^\| `([\w.-]+)` \| (.*?) \|", (ROOT / "LICENCES.md").read_text("utf-8"), re.MULTILINE)
)
_COPYLEFT = re.compile(r"GPL|MPL|EUPL|CDDL|Mozilla|EPL|CeCILL|copyleft|Share ?Alike", re.IGNORECASE)
ALL = [Requirement(line) for lines in (PROJECT["dependencies"], *EXTRAS.values()) for line in lines]


def name_of(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def core() -> dict[str, metadata.Distribution]:
    """All that `pip install claimtrack` brings along."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [Requirement(line) for line in PROJECT["dependencies"]]
    while waiting:
        requirement = waiting.pop()
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name_of(requirement) not in found:
            found[name_of(requirement)] = metadata.distribution(requirement.name)
            waiting += map(Requirement, metadata.requires(requirement.name) or ())
    return found


@pytest.mark.parametrize("requirement", ALL, ids=str)
def test_users_get_ranges_and_the_lock_lies_in_them(requirement: Requirement) -> None:
    assert requirement.specifier
    assert not any(each.operator in ("==", "===") for each in requirement.specifier)
    assert requirement.specifier.contains(LOCK[name_of(requirement)])


def test_the_lock_names_versions_and_no_place() -> None:
    text = (ROOT / "requirements-dev.lock").read_text("utf-8")
    assert "://" not in text
    assert all(
        re.fullmatch(r"[a-z0-9-]+==[\w.]+", line) or line.startswith("#") for line in text.splitlines()
    )


def test_the_lock_holds_all_that_the_core_needs() -> None:
    assert core().keys() <= LOCK.keys()


def test_every_package_of_the_lock_is_listed_with_its_licence() -> None:
    assert LICENCES.keys() == LOCK.keys()


def test_no_licence_of_the_core_is_copyleft() -> None:
    for name, distribution in core().items():
        said = distribution.metadata
        declared = [words for words in said.get_all("Classifier") or () if words.startswith("License")]
        declared += [said.get("License-Expression"), (said.get("License") or "").split("\n")[0]]
        for words in (LICENCES[name], *filter(None, declared)):
            assert not _COPYLEFT.search(words), (name, words)
