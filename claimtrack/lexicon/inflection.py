"""All forms of a reporting verb, derived from its principal parts.

The principal parts are spelled as in print: past and present third person masculine singular, verbal
nouns, the active participle (of a defective root with its ya: داعي), and for a reporting passive its
past and present. A shadda on the last letter of the present marks a doubled root (يحثّ); every other
class (sound, hollow, defective, hamza) shows in the letters themselves. Vowels are not written, so
forms that differ only in them have one key.

The stems come from `stems`; here endings are put on them. Proclitics and pronouns are not attached;
`joined` says what a form looks like before a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from claimtrack.lexicon.stems import Stems, past_stems, present_stems
from claimtrack.text.folding import fold


class PrincipalParts(Protocol):
    """What a lexicon entry must say for its forms to be derived."""

    @property
    def lemma(self) -> str: ...
    @property
    def present(self) -> str: ...
    @property
    def masdar(self) -> tuple[str, ...]: ...
    @property
    def participle(self) -> tuple[str, ...]: ...
    @property
    def passive(self) -> tuple[str, ...]: ...


class Slot(NamedTuple):
    """The place of a form in its paradigm; what does not apply is None."""

    tense: str  # past, present, participle, masdar
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    passive: bool = False
    definite: bool = False
    jussive: bool = False  # a shortened present, as after لم (يقل, يدع)


class Cell(NamedTuple):
    """One cell of the paradigm: the folded word, its slot, its folded stems before a pronoun."""

    key: str
    slot: Slot
    joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One inflected form: its folded key and what it expresses.

    `joined` holds the folded stems to which a pronoun is attached (اتهموا: اتهمو, إشارة: اشارت);
    it is empty where none can follow.
    """

    key: str
    lemma: str
    tense: str
    person: int | None
    gender: str | None
    number: str | None
    passive: bool
    definite: bool
    jussive: bool
    joined: tuple[str, ...] = ()


def forms(verb: PrincipalParts) -> Iterator[Form]:
    """Every form of `verb`, the finite ones first."""
    for cell in paradigm(verb):
        yield form_of(verb.lemma, cell)


def form_of(lemma: str, cell: Cell) -> Form:
    """The cell as a form of its verb."""
    return Form(cell.key, lemma, *cell.slot, joined=cell.joined)


def paradigm(verb: PrincipalParts) -> Iterator[Cell]:
    """The cells of `verb` without its name: what an index is made of."""
    yield from _past(past_stems(verb.lemma, verb.present), passive=False)
    yield from _present(present_stems(verb.lemma, verb.present), passive=False)
    if verb.passive:
        yield from _past(past_stems(*verb.passive), passive=True)
        yield from _present(present_stems(*verb.passive), passive=True)
    for participle in verb.participle:
        yield from _participle(participle)
    for masdar in verb.masdar:
        yield from _masdar(masdar)


# --- the finite verb

_PAST_3MS, _PAST_3MD, _PAST_3MP = (Slot("past", 3, "m", number) for number in "sdp")
_PAST_ON_T = ((Slot("past", 3, "f", "s"), "ت"), (Slot("past", 3, "f", "d"), "تا"))
_PAST_ON_CONSONANT = (
    (Slot("past", 3, "f", "p"), "ن"),
    (Slot("past", 1, None, "s"), "ت"),
    (Slot("past", 1, None, "p"), "نا"),
    (Slot("past", 2, "m", "s"), "ت"),
    (Slot("past", 2, "m", "p"), "تم"),
)
_PRESENT_WITHOUT_ENDING = (
    (Slot("present", 3, "m", "s"), "ي"),
    (Slot("present", 3, "f", "s"), "ت"),
    (Slot("present", 1, None, "s"), "ا"),
    (Slot("present", 1, None, "p"), "ن"),
    (Slot("present", 2, "m", "s"), "ت"),
)
_JUSSIVE = (
    (Slot("present", 3, "m", "s", jussive=True), "ي"),
    (Slot("present", 3, "f", "s", jussive=True), "ت"),
)
_PRESENT_DUAL = ((Slot("present", 3, "m", "d"), "ي"), (Slot("present", 3, "f", "d"), "ت"))
_PRESENT_PLURAL = ((Slot("present", 3, "m", "p"), "ي"), (Slot("present", 2, "m", "p"), "ت"))
_PRESENT_3FP = Slot("present", 3, "f", "p")


def _past(stems: Stems, *, passive: bool) -> Iterator[Cell]:
    yield _cell(stems.whole, _PAST_3MS, passive, stems.before_object)
    for slot, ending in _PAST_ON_T:
        yield _cell(stems.before_t + ending, slot, passive)
    yield Cell(stems.before_alef + "ا", _PAST_3MD._replace(passive=passive))
    for stem in stems.before_waw:
        yield _cell(stem + "وا", _PAST_3MP, passive, stem + "و")
    for slot, ending in _PAST_ON_CONSONANT:
        yield _cell(_merged(stems.before_consonant, ending), slot, passive)


def _present(stems: Stems, *, passive: bool) -> Iterator[Cell]:
    for slot, prefix in _PRESENT_WITHOUT_ENDING:
        yield _cell(_prefixed(prefix, stems.whole), slot, passive, _prefixed(prefix, stems.before_object))
    if stems.jussive != stems.whole:
        for slot, prefix in _JUSSIVE:
            yield Cell(prefix + stems.jussive, slot._replace(passive=passive))
    for slot, prefix in _PRESENT_DUAL:
        for ending in ("ان", "ا"):
            yield Cell(prefix + stems.before_alef + ending, slot._replace(passive=passive))
    for slot, prefix in _PRESENT_PLURAL:
        for stem in stems.before_waw:
            yield _cell(prefix + stem + "ون", slot, passive)
            yield _cell(prefix + stem + "وا", slot, passive, prefix + stem + "و")
    yield _cell(_merged("ي" + stems.before_consonant, "ن"), _PRESENT_3FP, passive)


def _cell(key: str, slot: Slot, passive: bool, joined: str = "") -> Cell:
    """A cell that may take an object, unless it is passive."""
    if passive:
        return Cell(key, slot._replace(passive=True))
    return Cell(key, slot, (joined or key,))


def _prefixed(prefix: str, stem: str) -> str:
    """The alef of the first person melts with the hamza of the root (آمل)."""
    return stem if prefix == "ا" == stem[:1] else prefix + stem


def _merged(stem: str, ending: str) -> str:
    """Equal consonants meeting are written once (أعلنّا, أثبتّ)."""
    return stem + (ending[1:] if stem[-1:] == ending[0] else ending)


# --- participles and verbal nouns

# gender, number and ending of an undetermined participle that continues a sentence (مشيرا)
_UNDETERMINED = (
    (Slot("participle", None, "m", "s"), ("ا",)),
    (Slot("participle", None, "f", "s"), ("ه",)),
    (Slot("participle", None, "m", "d"), ("ان", "ين")),
    (Slot("participle", None, "f", "d"), ("تان", "تين")),
    (Slot("participle", None, "m", "p"), ("ون", "ين")),
    (Slot("participle", None, "f", "p"), ("ات",)),
)
_DETERMINED = tuple(
    (Slot("participle", None, gender, number, definite=True), ending)
    for gender, number, ending in (
        ("m", "s", ""),
        ("f", "s", "ه"),
        ("m", "p", "ين"),
        ("m", "p", "ون"),
        ("f", "p", "ات"),
    )
)
_NOUN, _DEFINITE_NOUN = Slot("masdar"), Slot("masdar", definite=True)


def _participle(participle: str) -> Iterator[Cell]:
    stem, defective = fold(participle), participle.endswith("ي")
    for slot, endings in _UNDETERMINED:
        for ending in endings:
            yield Cell(_shortened(stem, slot, defective=defective) + ending, slot)
    for slot, ending in _DETERMINED:
        yield Cell("ال" + _shortened(stem, slot, defective=defective) + ending, slot)


def _shortened(stem: str, slot: Slot, *, defective: bool) -> str:
    """A defective participle loses its ya before the endings of the masculine plural (داعين)."""
    return stem[:-1] if defective and slot.gender == "m" and slot.number == "p" else stem


def _masdar(noun: str) -> Iterator[Cell]:
    key = fold(noun)
    yield Cell(key, _NOUN, _before_possessor(noun))
    yield Cell("ال" + key, _DEFINITE_NOUN)
    if not noun.endswith(("ة", "ى", "اء", "ات")):
        yield Cell(key + "ا", _NOUN)


def _before_possessor(noun: str) -> tuple[str, ...]:
    """إشارة: إشارت-, دعوى: دعوا-, ادعاء in its three cases."""
    if noun.endswith("ة"):
        return (fold(noun[:-1]) + "ت",)
    if noun.endswith("ى"):
        return (fold(noun[:-1]) + "ا",)
    if noun.endswith("ء"):
        return tuple(fold(noun[:-1]) + hamza for hamza in "ءوي")
    return (fold(noun),)
