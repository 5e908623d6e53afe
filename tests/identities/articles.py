"""Articles of sources that are known to be who they are, made from templates, the same every time.

    python tests/identities/articles.py FOLDER

Every statement holds a number of its own, by which it is found again whatever the engine makes of it.
Sources that share a last word do not meet in one article: that would measure resolution, not linking.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "sources.toml").read_text("utf-8"))[
    "source"
]
COUNT = 84
_A_HARD_ONE = 12  # of so many articles of a source one uses a hard naming

_FACTS = (
    "المحطة {n} تبدأ العمل غدا",
    "الجسر رقم {n} سيُفتح أمام السيارات قريبا",
    "الشحنة {n} وصلت إلى الميناء",
    "القرار {n} دخل حيز التنفيذ",
    "المرحلة {n} من المشروع اكتملت",
    "الطلب رقم {n} ما زال قيد الدراسة",
)
# {verb:m|f} agrees with the one who speaks
_OPENING = (
    "قال|قالت {who} إن {fact}.",
    "وأكد|وأكدت {who} أن {fact}.",
    "وأعلن|وأعلنت {who} أن {fact}.",
    "وبحسب|وبحسب {who}، فإن {fact}.",
    "وذكر|وذكرت {who} أن {fact}.",
)
_GOING_ON = ("وأضاف|وأضافت أن {fact}.", "وأشار|وأشارت إلى أن {fact}.")
_AGAIN = ("وأوضح|وأوضحت {short} أن {fact}.", "وقال|وقالت {short} إن {fact}.")
_RELAYED = ("ونقل|ونقلت {medium} عن {who} قوله|قولها إن {fact}.",)
_LEADS = (
    "شهدت مدينة الساحل يوما هادئا.",
    "تتواصل الأعمال في الميناء الجديد.",
    "افتُتح المعرض السنوي وسط حضور كبير.",
    "عادت الحركة إلى الطريق الساحلي.",
)
_FEMININE = """
صحيفة جريدة وكالة قناة فضائية شبكة مجلة إذاعة وزارة الخارجية حركة منظمة جمعية بعثة الأمم الولايات رويترز فرانس حماس
مصادر الحكومة الوزارة دراسة واشنطن الطبيبة مديرة النائبة الباحثة الخبيرة سميرة هالة هاله زهرة زهره جين الصحيفة الجريدة
الوكالة القناة الشبكة الحركة الجمعية المجلة الإذاعة المنصوري الرواس
"""


@dataclass
class Made:
    """One article, and who is behind each of its numbered statements and their relays."""

    name: str
    text: str = ""
    sources: dict[int, str] = field(default_factory=dict)
    relays: dict[int, str] = field(default_factory=dict)


def articles() -> Iterator[Made]:
    """All articles; every naming of every source is used."""
    chance = random.Random(20210314)
    waiting = _namings(chance)
    number = 100
    for count in range(COUNT):
        made = Made(f"{count:03}.txt")
        lines = [chance.choice(_LEADS)]
        met = _met(waiting, chance.choice((2, 3, 3, 4)))
        media = [
            each for each in SOURCES if each["kind"] == "outlet" and not any(_alike(each, s) for s, _ in met)
        ]
        for source, naming in met:
            medium = chance.choice(media) if media and source["kind"] in ("person", "anonymous") else None
            number = _speak(made, lines, chance, source, naming, number, medium)
        made.text = "\n".join(lines) + "\n"
        yield made


def _namings(chance: random.Random) -> list[tuple[dict[str, Any], str]]:
    """Sources with their namings, in an order that brings all of them up, again and again."""
    waiting: list[tuple[dict[str, Any], str]] = []
    for turn in range(_A_HARD_ONE):
        some = [(source, naming) for source in SOURCES for naming in source["namings"]]
        if turn == 0:
            some += [(source, naming) for source in SOURCES for naming in source.get("hard", ())]
        chance.shuffle(some)
        waiting += some
    return waiting


def _met(waiting: list[tuple[dict[str, Any], str]], wanted: int) -> list[tuple[dict[str, Any], str]]:
    """The next sources that can meet in one article."""
    found: list[tuple[dict[str, Any], str]] = []
    at = 0
    while len(found) < wanted:
        if any(_alike(waiting[at][0], other) for other, _ in found):
            at += 1
        else:
            found.append(waiting.pop(at))
    return found


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two sources share a word, or are of one kind that only a head noun tells apart."""
    if one["kind"] == other["kind"] != "person":
        return True
    words = [
        {word for naming in (*source["namings"], *source.get("short", ())) for word in naming.split()}
        for source in (one, other)
    ]
    return bool(words[0] & words[1])


def _speak(
    made: Made,
    lines: list[str],
    chance: random.Random,
    source: dict[str, Any],
    naming: str,
    number: int,
    medium: dict[str, Any] | None,
) -> int:
    """One paragraph in which a source says some things, maybe to a medium; the number of the last one."""
    who = f"{source['id']}@{made.name}" if source.get("each") else source["id"]
    templates = [chance.choice(_OPENING)]
    if chance.random() < 0.5 and source["kind"] != "document":
        templates.append(
            chance.choice(_AGAIN)
            if source.get("short") and chance.random() < 0.6
            else chance.choice(_GOING_ON)
        )
    if medium is not None:
        templates = [chance.choice(_RELAYED)]
    sentences = []
    for template in templates:
        number += 1
        values = {"who": naming, "fact": chance.choice(_FACTS).format(n=number)}
        speaker = naming
        if "{short}" in template:
            values["short"] = speaker = _short_of(source, naming)
        if medium is not None:
            values["medium"] = chance.choice(medium["namings"])
            made.relays[number] = medium["id"]
        sentences.append(_agreeing(template, speaker, values))
        made.sources[number] = who
    lines.append(" ".join(sentences))
    return number


def _short_of(source: dict[str, Any], naming: str) -> str:
    """What an article calls a source again: a person by the last word of the name it has used."""
    return naming.split()[-1] if source["kind"] == "person" else source["short"][0]


def _agreeing(template: str, speaker: str, values: dict[str, str]) -> str:
    """The template with its verbs in the gender of who speaks; the first verb of a relay is the medium's."""
    words: list[str] = []
    for word in template.split():
        if "|" in word:
            who = values["medium"] if "medium" in values and not words else speaker
            word = word.split("|")[who.split()[0] in _FEMININE.split()]
        words.append(word)
    return " ".join(words).format(**values)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for article in articles():
        (folder / article.name).write_text(article.text, "utf-8")
