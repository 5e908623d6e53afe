"""Foreign names as they sound: one key for the spellings of a name that Arabic writes in several ways.

غوتيريش, جوتيريس and غوتيريس, ترامب and ترمب, نتنياهو and نتانياهو come out the same. Arabic names are
told apart by just these letters (سالم, سليم), so the key is for names that are known to be foreign.
"""

from __future__ import annotations

import re
from functools import cache

from claimtrack.linking.tables import gazetteer, without_article
from claimtrack.linking.tables import load as tables
from claimtrack.text.folding import fold

# letters that stand for one foreign sound
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("غجقگ", "ج"),
        **dict.fromkeys("سشزصچژ", "س"),
        **dict.fromkeys("تثطظ", "ت"),
        **dict.fromkeys("دذض", "د"),
        **dict.fromkeys("فڤ", "ف"),
        **dict.fromkeys("بپ", "ب"),
    }
)
_VOWELS = re.compile(r"(?<=.)[اوي](?=.)")
_DOUBLED = re.compile(r"(.)\1+")
_CONSONANTS = 3  # a word with fewer keeps its vowels: جون and جين differ in nothing else


def sound(word: str) -> str:
    """The key of one folded word of a foreign name."""
    heard = _DOUBLED.sub(r"\1", word.replace("تش", "ش").translate(_SOUNDS))
    bare = _VOWELS.sub("", heard)
    return bare if len(bare) >= _CONSONANTS else heard


def sounds(words: tuple[str, ...]) -> str:
    """The key of a whole foreign name; blanks do not count (لو دريان, لودريان)."""
    return "".join(sound(word) for word in joined(words))


def joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with their particles written onto the next one."""
    found: list[str] = []
    carried = ""
    for word in words:
        if word in tables().particles:
            carried += word
        else:
            found.append(carried + word)
            carried = ""
    return tuple(found + ([carried] if carried else []))


def is_foreign(words: tuple[str, ...]) -> bool:
    """Whether a personal name is foreign: its first name sounds like one that is, and is no Arabic one."""
    first = without_article(words[0]) if words else ""
    return len(words) > 1 and first not in _arabic() and sound(first) in _foreign_sounds()


@cache
def _arabic() -> frozenset[str]:
    from claimtrack.lexicon.gazetteer import read

    return frozenset(fold(read("people")["names"]["arabic"]).split())


@cache
def _foreign_sounds() -> frozenset[str]:
    from claimtrack.lexicon.gazetteer import read

    names = fold(read("people")["names"]["foreign"]).split()
    return frozenset(
        sound(name) for name in names if name not in _arabic() and name in gazetteer().given_names
    )
