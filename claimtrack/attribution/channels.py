"""The outlets somebody speaks to or through (لوكالة, في تصريح لقناة, في مقال نشرته صحيفة)."""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import channel_at, outlet_at, phrase_end
from claimtrack.attribution.outlets import PROGRAMME, enclosed_name
from claimtrack.attribution.small_words import (
    ACCORDING,
    BARE,
    CARRIED_BY,
    CORRESPONDENTS,
    FULL,
    SPEECH_OCCASIONS,
    STOPS,
)
from claimtrack.text.folding import fold

_WITH = frozenset(fold("معه معها معهم").split())
_PLACES = frozenset(
    fold("إلى على عن").split()
)  # before a name in quotation marks rather a place than an outlet
MEDIUM_PARTS = frozenset(fold("شاشة أثير هواء موجات صفحات منبر شاشات").split())
QUESTIONS = frozenset(fold("سؤال أسئلة سؤالي لسؤال").split())
RECEIVED = frozenset(fold("تلقت تلقى تلقته حصلت حصل توصلت توصل").split())
_CARRYING = ("نقل", "اورد", "تداول")  # what a body publishes is its own
COPY = fold("نسخة")
OBTAINED = frozenset(("عليه", "عليها", "عليهم", "اليه", "اليها", "اليهم"))  # وثيقة اطلعت عليها صحيفة …


def find_channels(doc: Document, start: int, limit: int) -> list[Range]:
    """Outlets spoken to or through between two positions (في تصريح لقناة …, مع صحيفة …)."""
    found = []
    i = start
    while i < limit:
        channel = channel_at(doc, i, limit)
        if channel is not None and i > start and _ordinary_word(doc, channel) and not _after_occasion(doc, i):
            channel = None
        if channel is None and i + 1 < limit:
            channel = _carrier(doc, i, limit)
        if channel is not None and channel[1] > i:
            found += [] if on_a_platform(doc, channel) else [doc.strip(channel)]
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
            found = channel_at(doc, j, limit) if doc.is_word(j) or j in doc.opened else None
            if found is None and doc.keys[j - 1] in QUESTIONS:
                found = enclosed_name(doc, j, limit) or outlet_at(doc, j, limit)
            exclusive = doc.keys[j] == "به" and doc.keys[j - 1].startswith("خص")
            if found is None and (exclusive or doc.keys[j] in CARRIED_BY | {"في", "من"}) and j + 1 < limit:
                place = _past_medium(doc, j + 1, limit, after_occasion=True)
                found = enclosed_name(doc, place, limit) or outlet_at(doc, place, limit, spoken_to=True)
            if found is not None and not on_a_platform(doc, found):
                within = any(doc.keys[k] in BARE or doc.keys[k] in FULL for k in range(found[1], limit))
                return doc.strip(found) if not within else None
    return None


def _ordinary_word(doc: Document, found: Range) -> bool:
    """Whether a channel without a head and marks is an ordinary word, too (سيعتذر للهلال)."""
    first = doc.keys[found[0]]
    if found[0] in doc.opened or found[0] - 1 in doc.opened or not first.startswith("ل"):
        return False
    bare = "ال" + first[2:] if first.startswith("لل") else first[1:]
    outlet = doc.gazetteer.longest_outlet(doc.keys, found[0], first=bare)
    return bare not in doc.gazetteer.outlet_heads and outlet is not None and outlet[1].ambiguous


def _after_occasion(doc: Document, i: int) -> bool:
    return any(key in SPEECH_OCCASIONS for key in doc.keys[max(0, i - 4) : i])


def _body(doc: Document, carrier: str, i: int, limit: int) -> Range | None:
    """The institution that carried a statement (في بيان نقله | المركز الإعلامي)."""
    carried = carrier.startswith(_CARRYING) and i < limit and doc.keys[i] in doc.gazetteer.institution_heads
    return (i, phrase_end(doc, i, limit)) if carried else None


def on_a_platform(doc: Document, found: Range) -> bool:
    """Whether a channel is a social network: what somebody writes there, nobody relays."""
    outlets = (doc.gazetteer.longest_outlet(doc.keys, i) for i in range(*found))
    return any(outlet is not None and outlet[1].kind == "platform" for outlet in outlets)


def _past_medium(doc: Document, i: int, limit: int, after_occasion: bool) -> int:
    """Past what stands between a carrier and its outlet (أجرتها معه | قناة, على شاشة | قناة, مع مراسل | صحيفة)."""
    while i + 1 < limit and (
        doc.keys[i] in MEDIUM_PARTS
        or doc.keys[i].removeprefix("ال") in CORRESPONDENTS
        or (after_occasion and doc.keys[i] in ("في", "علي", *_WITH))
    ):
        i += 1
    return i


def _carrier(doc: Document, i: int, limit: int) -> Range | None:
    """The outlet behind مع, نشرتها, خص به …, or written together with ب (في مقال بصحيفة …)."""
    key = doc.keys[i]
    if key in QUESTIONS:
        asked = enclosed_name(doc, i + 1, limit)
        return asked or (
            outlet_at(doc, i + 1, limit) if doc.keys[i + 1] in doc.gazetteer.outlet_heads else None
        )
    if key in ACCORDING and i + 1 < limit:
        return outlet_at(doc, i + 1, limit)  # قال فلان، بحسب وكالة …، إن
    if key == "به" and doc.keys[i - 1].startswith("خص"):
        return enclosed_name(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if key in OBTAINED and doc.keys[i - 1].removeprefix("و").startswith(("اطلع", "حصل", "تحصل", "تحدث")):
        return enclosed_name(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if key == "في" and (
        i + 1 in doc.opened or doc.keys[i + 1] == PROGRAMME or doc.keys[i + 1] in doc.gazetteer.outlet_heads
    ):
        return outlet_at(doc, i + 1, limit)
    if key in CARRIED_BY or (key == "من" and doc.keys[i - 1] in QUESTIONS):
        after_occasion = any(k in SPEECH_OCCASIONS for k in doc.keys[max(0, i - 3) : i])
        place = _past_medium(doc, i + 1, limit, after_occasion)
        if doc.keys[place] in STOPS:
            return None  # في بيان نشرته | اليوم
        return (
            outlet_at(doc, place, limit, spoken_to=after_occasion)
            or (enclosed_name(doc, place, limit) if after_occasion and key not in _PLACES else None)
            or _body(doc, key, place, limit)
        )
    if key in RECEIVED and i + 2 < limit and COPY in doc.keys[i + 2 : i + 9]:
        return enclosed_name(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if (
        key.startswith("ب")
        and (key[1:] in doc.gazetteer.outlet_heads or key[1:] == PROGRAMME)
        and key not in doc.gazetteer.outlet_heads
    ):
        return outlet_at(doc, i, limit, first=key[1:])
    return None
