"""How much of a content stands between quotation marks."""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.small_words import WORKS
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon.words import words

NAMED_THINGS = words("named_things")


def quote_kind(doc: Document, content: list[Range]) -> str:
    """direct when every word is inside quotation marks, mixed when some are, else indirect."""
    total = inside = 0
    longest = 0
    for start, end in content:
        i = start
        total += len(doc.words((start, end)))
        around = doc.quotation_around(start)
        if around is not None and around.close >= end:
            inside += len(doc.words((start, end)))
            continue
        while i < end:
            quotation = doc.opened.get(i)
            if quotation is not None:
                count = 0 if _is_a_name(doc, i) else len(doc.words((i, min(quotation.close, end))))
                longest = max(longest, count)
                inside += count if count >= 2 or (count and _telling(doc, i)) else 0
                i = quotation.close
            i += 1
    if total > 1 and inside >= total:
        return "direct"
    return "mixed" if inside else "indirect"


def _telling(doc: Document, i: int) -> bool:
    """Whether one word in marks is somebody's wording (تبعته «فوضى», "سيلتزم" بـ…), and no name."""
    key, gazetteer = doc.key(i + 1), doc.gazetteer
    named = gazetteer.longest_place(doc.keys, i + 1) or gazetteer.longest_institution(doc.keys, i + 1)
    if (
        named
        or gazetteer.longest_outlet(doc.keys, i + 1)
        or key in gazetteer.given_names
        or key.startswith("ال")
    ):
        return False
    return verbal_noun(doc, i + 1) or key.endswith(("ون", "ين", "يه")) or key.startswith(("سي", "ست"))


def _is_a_name(doc: Document, i: int) -> bool:
    """Whether the quotation that opens at token i is how something is called (نقابة "الأفق الجديد", رواية "…")."""
    previous, gazetteer = doc.key(i - 1), doc.gazetteer
    headed = (
        previous in WORKS
        or previous in NAMED_THINGS
        or previous in gazetteer.institution_heads
        or previous in gazetteer.outlet_heads
    )
    short = len(doc.words((i, doc.opened[i].close))) <= 5
    return headed and short and not previous.startswith("ال")
