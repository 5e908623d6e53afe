"""When a resolved name is right: enough words in common with the gold name or one of its aliases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

UNKNOWN = "محدد"  # of غير محدد: the gold says nobody can tell
_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")

# words that say what somebody is, not who
_GENERIC_WORDS = (
    "مصادر مصدر صحيفه جريده وكاله موقع قناه شبكه مسوول مسوولون مسوولين وزير رئيس متحدث ناطق بيان "
    "تقرير تقارير محلل خبير خبراء محللون شهود ناشطون مراقبون مركز منظمه هييه مجله اذاعه تلفزيون "
    "كاتب باحث دراسه وزاره"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())


def same_name(found: str, gold: str, aliases: Iterable[str] = ()) -> bool:
    """Half of all words in common with the name; or one naming whole within the other and not generic."""
    words, wanted = _words(found), _words(gold)
    if not words:
        return not wanted or UNKNOWN in gold
    if wanted and len(words & wanted) / len(words | wanted) >= 0.5:
        return True
    return any(_within(words, _words(naming)) for naming in (gold, *aliases))


def _within(words: frozenset[str], others: frozenset[str]) -> bool:
    small = min(words, others, key=len)
    return bool(small) and small <= (words & others) and bool(small - _GENERIC)


@lru_cache(maxsize=100_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(map(_fold, _WORD.findall(name))) - {""}


def _fold(word: str) -> str:
    letters = (c for c in unicodedata.normalize("NFKC", word) if not unicodedata.combining(c))
    word = "".join(letters).translate(_LETTERS)
    return (word[2:] if word.startswith("ال") and len(word) > 4 else word).lower()
