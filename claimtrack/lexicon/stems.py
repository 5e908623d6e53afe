"""The stems a finite verb puts its endings on, told from the spelling of its principal parts.

Root classes (hollow, defective, doubled, hamza at the end) are told apart in full spelling, where
دعا, نفى and خشي differ; each stem is then folded once. It knows no endings.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.text.folding import fold

SHADDA = "\u0651"
HAMZA_ON_ALEF = "أ"


class Stems(NamedTuple):
    """The folded shapes a finite stem takes before its endings (the present without its prefix)."""

    whole: str
    before_object: str
    jussive: str
    before_t: str
    before_alef: str
    before_waw: tuple[str, ...]
    before_consonant: str


def past_stems(past: str, present: str) -> Stems:
    """The stems of the past: of أشار أشار- and أشر-, of دعا دع- and دعو-."""
    past, last = past.rstrip(SHADDA), present[-1]
    if past[-1] in "اى" and last in "ويى":
        long = past[:-1] + ("و" if past[-1] == "ا" and last == "و" else "ي")
        return _stems(past, past, past[:-1], long, (past[:-1],), long)
    if past[-1] == "ي" and last == "ى":
        return _stems(past, past, past, past, (past[:-1],), past)
    return _consonantal(past, doubled=present.endswith(SHADDA), hollow=is_hollow(past, present))


def present_stems(past: str, present: str) -> Stems:
    """The stems of the present without its prefix: of يشير شير- and شر-, of يدعو دعو- and دع-."""
    stem = present[1:].rstrip(SHADDA)
    if stem[-1] in "ويى":
        long = stem[:-1] + ("و" if stem[-1] == "و" else "ي")
        return _stems(stem, stem[:-1], stem, long, (stem[:-1],), long)
    return _consonantal(stem, doubled=present.endswith(SHADDA), hollow=is_hollow(past, present))


def is_hollow(past: str, present: str) -> bool:
    """Whether the middle radical is a long vowel in both tenses (قال/يقول, أشير/يشار)."""
    if len(past) < 3:
        return False
    return past[-2] + present[-2] in ("او", "اي", "اا", "يا")


def _consonantal(stem: str, *, doubled: bool, hollow: bool) -> Stems:
    short = stem[:-2] + stem[-1] if hollow else stem
    consonant = stem + stem[-1] if doubled else short
    if stem[-1] == HAMZA_ON_ALEF:  # تنبأ: تنبآ, تنبأوا or تنبؤوا
        return _stems(stem, short, stem, stem[:-1], (stem, stem[:-1] + "ؤ"), consonant)
    return _stems(stem, short, stem, stem, (stem,), consonant)


def _stems(whole: str, jussive: str, t: str, alef: str, waw: tuple[str, ...], consonant: str) -> Stems:
    plural = tuple(map(fold, waw))
    return Stems(
        fold(whole), _before_object(whole), fold(jussive), fold(t), fold(alef), plural, fold(consonant)
    )


def _before_object(whole: str) -> str:
    """نفى: نفا-, رأى: رآ-."""
    if whole.endswith("أى"):
        return fold(whole[:-1])
    return fold(whole[:-1] + "ا" if whole.endswith("ى") else whole)
