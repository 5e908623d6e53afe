"""Who has been met in an article: identities, how they agree with verbs, when two namings are one."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.attribution.document import Range
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

GROUPS = [
    frozenset(fold(group).split())
    for group in (
        "مصدر مسؤول دبلوماسي متحدث ناطق بلاغ بيان",
        "متحدث ناطق",
        "بيان بلاغ تقرير",
        "مدير رئيس",
        "صحيفة جريدة يومية موقع مجلة",
        "قناة شبكة تلفزيون فضائية إذاعة",
        "عضو نائب برلماني",
        "لاعب حارس مدافع مهاجم هداف قائد",
        "حركة جماعة تنظيم حزب ميليشيا",
    )
]

# heads that say no more than "who has just spoken", and documents somebody has just issued
SOURCE = fold("مصدر")

NOT_HUMAN = frozenset(fold("مصدر دائرة وسط جهة جهات قيادات القيادات قيادة").split())

SPEAKING = frozenset(fold("متحدث باحث كاتب محلل خبير مصدر مسؤول شاهد ناطق رجل").split())

ISSUED = frozenset(fold("بيان بلاغ تقرير وثيقة رسالة دراسة").split())

_KIND_HEADS = {
    "newspaper": "صحيفة جريدة يومية",
    "agency": "وكالة",
    "channel": "قناة تلفزيون فضائية محطة شبكة",
    "site": "موقع بوابة منصة",
    "magazine": "مجلة أسبوعية",
    "radio": "إذاعة راديو محطة",
}

OUTLET_KINDS = {
    head: frozenset(kind for kind, heads in _KIND_HEADS.items() if head in fold(heads).split())
    for heads in _KIND_HEADS.values()
    for head in fold(heads).split()
}


@dataclass(frozen=True, slots=True)
class Hop:
    """One relay: who it is, and the words that name it here (None when they stand elsewhere)."""

    identity: Identity
    found: Range | None


MOST_NAMES = 60  # no real article calls one source by so many; time and memory stay in proportion


@dataclass(slots=True)
class Identity:
    """One source of the article: how it is named, of what kind, what agrees with it, its relays."""

    name: str
    kind: str
    keys: set[str]
    head: str = ""
    gender: str = ""
    number: str = ""
    names: list[str] = field(default_factory=list)
    via: tuple[Hop, ...] = ()
    last: int = 0
    heads: set[str] = field(default_factory=set)

    def call(self, text: str) -> None:
        """Note one more naming."""
        if text and text != self.name and len(self.names) < MOST_NAMES and text not in self.names:
            self.names.append(text)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a candidate's source is, and why."""

    identity: Identity | None
    reason: str


def same_person(known: set[str], named: set[str]) -> bool:
    """Whether one set of name words is part of the other, beyond a common first name."""
    small, large = (named, known) if len(named) <= len(known) else (known, named)
    return bool(small) and small <= large


def agrees(identity: Identity, gender: str, number: str) -> bool:
    """Whether a verb or participle of this gender and number can go on with an identity."""
    number = {"s": "singular", "d": "dual", "p": "plural"}.get(number, number)
    if number == "plural":
        things = gender == "m" and (identity.kind in ("outlet", "document") or not identity.number)
        return identity.number in ("plural", "dual", "") and not things
    if number == "dual":
        return identity.number == "dual"
    if identity.number == "dual":
        return False
    if identity.number == "plural":
        human = identity.kind == "person" or (identity.kind == "anonymous" and identity.head not in NOT_HUMAN)
        return (gender == "f" or not gender) and not human
    return not gender or not identity.gender or gender == identity.gender


def compatible(rest: set[str], identity: Identity) -> bool:
    """Whether the adjectives of a description can be said of an identity (المسؤول الأميركي)."""
    if not rest:
        return True
    bare = {w.removeprefix("ال") for w in rest}
    known = {w.removeprefix("ال") for w in identity.keys} | {
        w.removeprefix("ال") for n in identity.names for w in fold(n).split()
    }
    return bool(bare & known) and (
        identity.kind != "person" or len(bare) < 4 or 2 * len(bare & known) >= len(bare)
    )


def bare_words(keys: set[str]) -> set[str]:
    return {k.removeprefix("ال") for k in keys}


def same_group(head: str, identity: Identity) -> bool:
    return any(head in group and (identity.heads | {identity.head}) & group for group in GROUPS)


def other_medium(one: str, other: str) -> bool:
    """Whether two head nouns name media of different kinds (قناة المرفأ is not صحيفة المرفأ)."""
    kinds, others = OUTLET_KINDS.get(one), OUTLET_KINDS.get(other)
    return kinds is not None and others is not None and not kinds & others


def core(keys: set[str]) -> frozenset[str]:
    return frozenset(k.removeprefix("ال") for k in keys if k not in HEAD_WORDS)


HEAD_WORDS = words("outlet_head_words")


def clean(name: str) -> str:
    """A name without the quotation marks around its parts."""
    for mark in '“”«»"„″':
        name = name.replace(mark, "")
    return " ".join(name.split())
