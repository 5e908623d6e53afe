"""What may not change the claims of an article: spelling variants, kinds of newline, sentences without claims."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.attribution import extract
from claimtrack.models import Claim
from claimtrack.text.folding import fold

SAMPLES = sorted((Path(__file__).parent.parent / "sample_data").glob("*.txt"))
FILLER = "تقع المدينة على ضفة النهر الشمالية."


def told(text: str) -> list[tuple[object, ...]]:
    """The claims of a text, folded, so that only what they say counts."""

    def words(claim: Claim) -> tuple[object, ...]:
        content = tuple(" ".join(fold(text[start:end]).split()) for start, end in claim.content)
        cue = fold(text[claim.cue.start : claim.cue.end]) if claim.cue else ""
        source = (" ".join(fold(claim.source.name).split()), claim.source.kind) if claim.source else None
        relays = tuple(" ".join(fold(relay.source.name).split()) for relay in claim.via)
        return cue, content, source, relays, claim.stance, claim.quote, claim.negated

    return [words(claim) for claim in extract(text).claims]


def without_marks(text: str) -> str:
    return "".join(c for c in text if not unicodedata.combining(c) or c in "ٰ")


def with_tatweel(text: str) -> str:
    letters = set("بتثجحخسشصضطظعغفقكلمنهي")
    out = []
    for here, following in zip(text, text[1:] + " ", strict=True):
        out.append(here + ("ـ" if here in letters and following in letters else ""))
    return "".join(out)


def plain_alefs(text: str) -> str:
    return text.translate(str.maketrans("أإآ", "ااا"))


def final(text: str, old: str, new: str) -> str:
    """`text` with a last letter of words replaced."""
    words = text.split(" ")
    return " ".join(word[:-1] + new if len(word) > 2 and word.endswith(old) else word for word in words)


VARIANTS: dict[str, Callable[[str], str]] = {
    "no marks": without_marks,
    "tatweel": with_tatweel,
    "alefs without hamza": plain_alefs,
    "alef maqsura for ya": lambda text: final(text, "ي", "ى"),
    "ya for alef maqsura": lambda text: final(text, "ى", "ي"),
    "ha for ta marbuta": lambda text: final(text, "ة", "ه"),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_spelling_has_the_same_claims(path: Path, variant: str) -> None:
    text = path.read_text("utf-8")
    assert told(VARIANTS[variant](text)) == told(text)


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(SAMPLES), seed=st.integers(0, 10**6))
def test_marks_anywhere_change_nothing(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    text = path.read_text("utf-8")
    marked = "".join(
        c + chance.choice("ًٌٍَُِّْ") if "ء" <= c <= "ي" and c != "ـ" and chance.random() < 0.2 else c for c in text
    )
    assert told(marked) == told(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_windows_newlines_change_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert told(text.replace("\n", "\r\n")) == told(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("place", ["before", "after"])
def test_a_sentence_without_claims_changes_nothing_else(path: Path, place: str) -> None:
    text = path.read_text("utf-8").rstrip("\n")
    longer = f"{FILLER}\n\n{text}" if place == "before" else f"{text}\n\n{FILLER}"
    assert told(longer) == told(text)
