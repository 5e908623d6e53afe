"""The outlets somebody speaks to or through (لوكالة, في تصريح لقناة, في مقال نشرته صحيفة)."""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import channel_at, enclosed_name, outlet_at
from claimtrack.attribution.small_words import CARRIED_BY, SPEECH_OCCASIONS

OBTAINED = frozenset(("عليه", "عليها", "عليهم", "اليه", "اليها", "اليهم"))  # وثيقة اطلعت عليها صحيفة …


def find_channels(doc: Document, start: int, limit: int) -> list[Range]:
    """Outlets spoken to or through between two positions (في تصريح لقناة …, مع صحيفة …)."""
    found = []
    i = start
    while i < limit:
        channel = channel_at(doc, i, limit)
        if channel is None and i + 1 < limit:
            channel = _carrier(doc, i, limit)
        if channel is not None and channel[1] > i:
            found.append(doc.strip(channel))
            i = channel[1]
        else:
            i += 1
    return found


def occasion_channel(doc: Document, start: int, limit: int) -> Range | None:
    """The outlet of an occasion named before the verb (وفي تصريح لـ«…»، أكد فلان)."""
    for i in range(start, limit):
        if doc.keys[i].removeprefix("و").removeprefix("ب") not in SPEECH_OCCASIONS:
            continue
        for j in range(i + 1, min(i + 6, limit)):
            found = channel_at(doc, j, limit) if doc.is_word(j) else None
            if found is None and (doc.keys[j] in CARRIED_BY or doc.keys[j] == "في") and j + 1 < limit:
                found = enclosed_name(doc, j + 1, limit) or outlet_at(doc, j + 1, limit, spoken_to=True)
            if found is not None:
                return doc.strip(found)
    return None


def _carrier(doc: Document, i: int, limit: int) -> Range | None:
    """The outlet behind مع, نشرتها, خص به …, or written together with ب (في مقال بصحيفة …)."""
    key = doc.keys[i]
    if key == "به" and doc.keys[i - 1].startswith("خص"):
        return enclosed_name(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if key in OBTAINED and doc.keys[i - 1].removeprefix("و").startswith(("اطلع", "حصل", "تحصل", "تحدث")):
        return enclosed_name(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if (key == "في" or key in CARRIED_BY) and doc.keys[i + 1] == "برنامج" and i + 2 in doc.opened:
        return (i + 1, min(doc.opened[i + 2].close + 1, limit))
    if key == "في" and (doc.keys[i + 1] in doc.gazetteer.outlet_heads or i + 1 in doc.opened):
        return outlet_at(doc, i + 1, limit)
    if key in CARRIED_BY:
        after_occasion = any(k in SPEECH_OCCASIONS for k in doc.keys[max(0, i - 3) : i])
        place = i + 2 if after_occasion and doc.keys[i + 1] in ("في", "علي") else i + 1
        return outlet_at(doc, place, limit, spoken_to=after_occasion)
    if (
        key.startswith("ب")
        and key[1:] in doc.gazetteer.outlet_heads
        and key not in doc.gazetteer.outlet_heads
    ):
        return outlet_at(doc, i, limit, first=key[1:])
    return None
