"""The words of the page itself, in Arabic and in English; they stand in labels.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language."""

    language: str
    direction: str
    words: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    def __call__(self, word: str) -> str:
        return self.words[word]

    def value(self, field: str, value: str) -> str:
        """What a value of a closed list (kind, stance, quote) is called."""
        return self.values[field][value or "unresolved"]

    def filter(self, name: str) -> str:
        """What a filter is called; its own name where there is no better one."""
        return self.values["filter"].get(name, name)


def labels(language: str) -> Labels:
    """The labels of a language, one of `LANGUAGES`."""
    table = tomllib.loads((files(__package__) / "labels.toml").read_text("utf-8"))[language]
    values = {name: table.pop(name) for name in ("kind", "stance", "quote", "filter")}
    return Labels(language, table.pop("direction"), table, values)
