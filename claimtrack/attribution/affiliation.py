"""Where somebody belongs: the body and the country that a description names.

Looks at the words of the description alone, after its head noun.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.mention import bare_key, bare_text
from claimtrack.attribution.small_words import STOPS

_JOINT = "، "


def affiliation(doc: Document, found: Range) -> str:
    """Body and country behind the head noun of `found`: وزارة الصحة، لبنان; empty where it names neither."""
    body = _body(doc, found)
    rest = range(found[0], body[0]) if body else range(*found)
    countries = [_country(doc, i) for i in rest]
    if body and _belongs_to_the_head(doc, body):
        countries.append(_country(doc, body[1] - 1))
        body = (body[0], body[1] - 1)
    named = [_text(doc, body)] if body else []
    return _JOINT.join(dict.fromkeys([*named, *filter(None, countries)]))


def _body(doc: Document, found: Range) -> Range | None:
    """The body a description names: from its head noun to where the phrase breaks off."""
    start, limit = found
    for i in range(start + 1, limit):
        if not doc.is_word(i):
            continue
        if any(_is_body(doc, i, key) for key in _without_proclitic(doc.keys[i])):
            return doc.strip((i, _phrase_end(doc, i, limit)))
    return None


def _is_body(doc: Document, i: int, key: str) -> bool:
    gazetteer = doc.gazetteer
    if key in gazetteer.sectors and not key.startswith("ال"):  # مصادر دبلوماسية
        return False
    if (key in gazetteer.institution_heads and key not in gazetteer.roles) or key in gazetteer.outlet_heads:
        return True
    if gazetteer.longest_institution(doc.keys, i, first=key):
        return True
    place = gazetteer.longest_place(doc.keys, i, first=key)
    return place is not None and key not in gazetteer.nationalities and not place[1].ambiguous


def _without_proclitic(key: str) -> tuple[str, ...]:
    if key.startswith("لل"):
        return key, bare_key(key)
    return (key, key[1:]) if key[:1] in ("ل", "ب", "و") and len(key) > 3 else (key,)


def _phrase_end(doc: Document, i: int, limit: int) -> int:
    """Where the phrase breaks off; what stands in quotation marks is a name and breaks off nowhere."""
    end = i + 1
    while end < limit:
        key = doc.keys[end]
        if end in doc.opened and doc.opened[end].close < limit:
            end = doc.opened[end].close
        elif key in PREPOSITIONS or key in STOPS or (not doc.is_word(end) and key != "-"):
            return end
        end += 1
    return limit


def _belongs_to_the_head(doc: Document, body: Range) -> bool:
    """الخارجية | الروسي: an adjective that does not agree with the body is its official's."""
    first, last = doc.keys[body[0]], doc.keys[body[1] - 1]
    head = next((h for k in _without_proclitic(first) if (h := doc.gazetteer.institution_heads.get(k))), None)
    if head is None or body[1] - body[0] < 2 or last not in doc.gazetteer.nationalities:
        return False
    return head.gender == "f" and not last.endswith("ه")


def _country(doc: Document, i: int) -> str:
    gazetteer = doc.gazetteer
    key = doc.keys[i].removeprefix("و")
    code = gazetteer.nationalities.get(doc.keys[i]) or gazetteer.nationalities.get(key)
    return gazetteer.countries.get(code, "") if code else ""


def _text(doc: Document, found: Range) -> str:
    """The words of a body without the preposition written onto the first of them."""
    text, key = doc.slice(found), doc.keys[found[0]]
    if key.startswith("لل"):
        return bare_text(text, key)
    bare = next(k for k in reversed(_without_proclitic(key)) if k == key or _is_body(doc, found[0], k))
    return text if bare == key or _is_body(doc, found[0], key) else bare_text(text, key)
