"""W3C Web Annotation (JSON-LD): one annotation a claim, its words as targets, what they mean as bodies.

Each target is selected twice, as the model allows: by position (code points of the article's text, which
is the file's as it stands) and by quotation with the words around it, so that an annotation survives in a
copy whose text has shifted. What the W3C vocabulary has no word for is under the prefix `claimtrack`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from claimtrack.export.json_text import json_line
from claimtrack.export.marked import MarkedArticle, spans_of
from claimtrack.models import Article, Claim, Span

_CONTEXT = '["http://www.w3.org/ns/anno.jsonld", {"claimtrack": "urn:claimtrack:vocabulary:"}]'
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_NO_IRI = re.compile(r"""[\s\x00-\x20\x7f-\x9f<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})""")
_AROUND = 32  # code points of prefix and suffix


def write_annotations(articles: Iterable[MarkedArticle], out: TextIO) -> None:
    """One annotation page, an annotation a line."""
    out.write(
        f'{{"@context": {_CONTEXT},\n"id": "urn:claimtrack:claims",\n"type": "AnnotationPage",\n"items": ['
    )
    separator = "\n"
    for marked in articles:
        for annotation in _annotations(marked):
            out.write(separator + json_line(annotation))
            separator = ",\n"
    out.write("\n]}\n")


def _annotations(marked: MarkedArticle) -> Iterator[dict[str, Any]]:
    text = marked.article.text
    address = _address(marked.article)
    for claim in marked.claims:
        yield {
            "id": f"urn:claimtrack:claim:{claim.id}",
            "type": "Annotation",
            "motivation": ["identifying", "classifying"],
            "body": list(_bodies(claim)),
            "target": [_target(text, address, role, span) for role, span in spans_of(claim)],
            **_more(claim),
        }


def _address(article: Article) -> str:
    """What an IRI may not hold is written in percent; what names no scheme is no IRI."""
    if _IRI.match(article.url):
        return _NO_IRI.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), article.url)
    return f"urn:sha256:{hashlib.sha256(article.text.encode()).hexdigest()}"


def _bodies(claim: Claim) -> Iterator[dict[str, Any]]:
    """Who is behind it, how it is said, and through whom it came."""
    if claim.source:
        yield _body("identifying", claim.source.name, kind=claim.source.kind)
    for relay in claim.via:
        yield _body("linking", relay.source.name, kind=relay.source.kind)
    yield _body("classifying", claim.stance)
    yield _body("classifying", claim.quote)


def _body(purpose: str, value: str, **more: str) -> dict[str, Any]:
    extra = {f"claimtrack:{name}": said for name, said in more.items()}
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", **extra}


def _target(text: str, address: str, role: str, span: Span) -> dict[str, Any]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "type": "SpecificResource",
        "source": address,
        "claimtrack:role": role,
        "selector": [position, quote],
    }


def _more(claim: Claim) -> dict[str, Any]:
    found: dict[str, Any] = {"claimtrack:negated": claim.negated, "claimtrack:cueLemma": claim.cue_lemma}
    if claim.when and claim.when.value:
        found["claimtrack:saidOn"] = claim.when.value
    if claim.parent:
        found["claimtrack:parent"] = f"urn:claimtrack:claim:{claim.parent}"
    return found
