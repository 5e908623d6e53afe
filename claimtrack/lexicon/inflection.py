"""All forms of a reporting verb, derived from its principal parts.

The principal parts are spelled as in print: past and present third person masculine singular, verbal
nouns, the active participle (of a defective root with its ya: داعي), and for a reporting passive its
past and present. A shadda on the last letter of the present marks a doubled root (يحثّ); every other
class (sound, hollow, defective, hamza) shows in the letters themselves. Vowels are not written, so
forms that differ only in them have one key.

Proclitics and pronouns are not attached here; `joined` says what a form looks like before a pronoun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from claimtrack.text.folding import fold

SHADDA = "\u0651"
ALEF_HAMZA, ALEF_MADDA, WAW_HAMZA = "أ", "آ", "ؤ"


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
    joined: tuple[str, ...] = ()


class Spelling(NamedTuple):
    """A form as it is spelled, before folding: the bare word, and its stems before a pronoun."""

    word: str
    slot: Slot
    joined: tuple[str, ...] = ()


def forms(verb: PrincipalParts) -> Iterator[Form]:
    """Every form of `verb`, each key and slot once."""
    seen = set()
    for word, slot, joined in spellings(verb):
        key = fold(word)
        if (key, slot) not in seen:
            seen.add((key, slot))
            yield Form(key, verb.lemma, *slot, joined=tuple(dict.fromkeys(map(fold, joined))))


def spellings(verb: PrincipalParts) -> Iterator[Spelling]:
    """The forms of `verb` in their spelling; the finite ones first."""
    yield from _past(verb.lemma, verb.present, passive=False)
    yield from _present(verb.lemma, verb.present, passive=False)
    if verb.passive:
        past, present = verb.passive
        yield from _past(past, present, passive=True)
        yield from _present(past, present, passive=True)
    for participle in verb.participle:
        yield from _participle(participle)
    for masdar in verb.masdar:
        yield from _masdar(masdar)


# --- the finite verb

# person, gender, number and ending, by the kind of stem the ending is put on
_PAST_ON_VOWEL_STEM = ((3, "f", "s", "ت"), (3, "f", "d", "تا"))
_PAST_ON_CONSONANT_STEM = (
    (3, "f", "p", "ن"),
    (1, None, "s", "ت"),
    (1, None, "p", "نا"),
    (2, "m", "s", "ت"),
    (2, "m", "p", "تم"),
)
# person, gender, number and prefix of the forms without ending
_PRESENT_WITHOUT_ENDING = (
    (3, "m", "s", "ي"),
    (3, "f", "s", "ت"),
    (1, None, "s", "أ"),
    (1, None, "p", "ن"),
    (2, "m", "s", "ت"),
)


def _past(past: str, present: str, *, passive: bool) -> Iterator[Spelling]:
    stems = past_stems(past, present)

    def spelled(person: int, gender: str | None, number: str, words: Iterable[str]) -> Iterator[Spelling]:
        slot = Slot("past", person, gender, number, passive)
        return (Spelling(word, slot, () if passive else (_before_pronoun(word),)) for word in words)

    yield from spelled(3, "m", "s", (past,))
    for person, gender, number, ending in _PAST_ON_VOWEL_STEM:
        yield from spelled(person, gender, number, (stems.before_t + ending,))
    yield from spelled(3, "m", "d", (stems.before_alef + "ا",))
    yield from spelled(3, "m", "p", (stem + "وا" for stem in stems.before_waw))
    for person, gender, number_, ending in _PAST_ON_CONSONANT_STEM:
        yield from spelled(person, gender, number_, (_merged(stems.before_consonant, ending),))


def _present(past: str, present: str, *, passive: bool) -> Iterator[Spelling]:
    stems = present_stems(past, present)

    def spelled(person: int, gender: str | None, number: str, words: Iterable[str]) -> Iterator[Spelling]:
        slot = Slot("present", person, gender, number, passive)
        return (Spelling(word, slot, () if passive else (_before_pronoun(word),)) for word in words)

    for person, gender, number, prefix in _PRESENT_WITHOUT_ENDING:
        whole = (_prefixed(prefix, stem) for stem in (stems.whole, stems.jussive))
        yield from spelled(person, gender, number, whole)
    for person, gender, prefix in ((3, "m", "ي"), (3, "f", "ت")):
        yield from spelled(person, gender, "d", (prefix + stems.before_alef + end for end in ("ان", "ا")))
    for person, prefix in ((3, "ي"), (2, "ت")):
        plural = (prefix + stem + end for stem in stems.before_waw for end in ("ون", "وا"))
        yield from spelled(person, "m", "p", plural)
    yield from spelled(3, "f", "p", (_merged("ي" + stems.before_consonant, "ن"),))


class Stems(NamedTuple):
    """The shapes a finite stem takes before its endings (the present without its prefix)."""

    whole: str
    jussive: str
    before_t: str
    before_alef: str
    before_waw: tuple[str, ...]
    before_consonant: str


def past_stems(past: str, present: str) -> Stems:
    """The stems of the past: of أشار أشار- and أشر-, of دعا دع- and دعو-."""
    past, doubled, last = past.rstrip(SHADDA), present.endswith(SHADDA), present[-1]
    if past[-1] in "اى" and last in "ويى":
        long = past[:-1] + ("و" if past[-1] == "ا" and last == "و" else "ي")
        return Stems(past, past, past[:-1], long, (past[:-1],), long)
    if past[-1] == "ي" and last == "ى":
        return Stems(past, past, past, past, (past[:-1],), past)
    return _other_stems(past, doubled=doubled, hollow=is_hollow(past, present))


def present_stems(past: str, present: str) -> Stems:
    """The stems of the present without its prefix: of يشير شير- and شر-, of يدعو دعو- and دع-."""
    stem, doubled = present[1:].rstrip(SHADDA), present.endswith(SHADDA)
    if stem[-1] in "ويى":
        long = stem[:-1] + ("و" if stem[-1] == "و" else "ي")
        return Stems(stem, stem[:-1], stem, long, (stem[:-1],), long)
    return _other_stems(stem, doubled=doubled, hollow=is_hollow(past, present))


def is_hollow(past: str, present: str) -> bool:
    """Whether the middle radical is a long vowel in both tenses (قال/يقول, أشير/يشار)."""
    return len(past) > 2 and (past[-2] == "ا" and present[-2] in "اوي" or past[-2] + present[-2] == "يا")


def _other_stems(stem: str, *, doubled: bool, hollow: bool) -> Stems:
    short = stem[:-2] + stem[-1] if hollow else stem
    consonant = stem + stem[-1] if doubled else short
    if stem[-1] == ALEF_HAMZA:  # تنبأ: تنبآ, تنبأوا or تنبؤوا
        return Stems(stem, short, stem, stem[:-1] + "أ", (stem, stem[:-1] + WAW_HAMZA), consonant)
    return Stems(stem, short, stem, stem, (stem,), consonant)


def _prefixed(prefix: str, stem: str) -> str:
    """أ and a stem that begins with hamza melt into madda (آمل)."""
    return ALEF_MADDA + stem[1:] if prefix == stem[0] == ALEF_HAMZA else prefix + stem


def _merged(stem: str, ending: str) -> str:
    """Equal consonants meeting are written once (أعلنّا, أثبتّ)."""
    return stem + (ending[1:] if stem[-1] == ending[0] else ending)


def _before_pronoun(word: str) -> str:
    """اتهموا: اتهمو-, نفى: نفا-, رأى: رآ-."""
    if word.endswith("وا"):
        return word[:-1]
    if word.endswith("أى"):
        return word[:-2] + ALEF_MADDA
    return word[:-1] + "ا" if word.endswith("ى") else word


# --- participles and verbal nouns

# gender, number and the endings of an undetermined participle that continues a sentence (مشيرا)
_CIRCUMSTANTIAL = (
    ("m", "s", ("ا",)),
    ("f", "s", ("ة",)),
    ("m", "d", ("ان", "ين")),
    ("f", "d", ("تان", "تين")),
    ("m", "p", ("ون", "ين")),
    ("f", "p", ("ات",)),
)
_DETERMINED = (("m", "s", ""), ("f", "s", "ة"), ("m", "p", "ين"), ("m", "p", "ون"), ("f", "p", "ات"))


def _participle(stem: str) -> Iterator[Spelling]:
    for gender, number, endings in _CIRCUMSTANTIAL:
        for ending in endings:
            word = _shortened(stem, gender, number) + ending
            yield Spelling(word, Slot("participle", None, gender, number))
    for gender, number, ending in _DETERMINED:
        word = "ال" + (_shortened(stem, gender, number) if ending else stem) + ending
        yield Spelling(word, Slot("participle", None, gender, number, definite=True))


def _shortened(stem: str, gender: str, number: str) -> str:
    """A defective participle loses its ya before the endings of the masculine plural (داعين)."""
    return stem[:-1] if stem.endswith("ي") and gender == "m" and number == "p" else stem


def _masdar(noun: str) -> Iterator[Spelling]:
    slot = Slot("masdar")
    yield Spelling(noun, slot, _noun_before_pronoun(noun))
    yield Spelling("ال" + noun, slot._replace(definite=True))
    if noun[-1] not in "ةىا" and not noun.endswith(("اء", "ات")):
        yield Spelling(noun + "ا", slot)


def _noun_before_pronoun(noun: str) -> tuple[str, ...]:
    """إشارة: إشارت-, دعوى: دعوا-, ادعاء in its three cases."""
    if noun.endswith("ة"):
        return (noun[:-1] + "ت",)
    if noun.endswith("ى"):
        return (noun[:-1] + "ا",)
    if noun.endswith("ء"):
        return tuple(noun[:-1] + hamza for hamza in "ءؤئ")
    return (noun,)
