"""Where somebody refuses to be named: such words are about a source and no part of it."""

from __future__ import annotations

from claimtrack.attribution.document import Document
from claimtrack.lexicon.unnamed import load


def refusal_end(doc: Document, i: int, limit: int) -> int:
    """Where the refusal that begins at token i ends, with the excuse behind it; i itself where none does."""
    end = doc.refusals.get(i, i)
    return excuse_end(doc, end, limit) if i < end <= limit else i


def excuse_end(doc: Document, end: int, limit: int) -> int:
    """The end of a refusal with what gives its reason right behind it (لأنه غير مخول …)."""
    start = end + 1 if doc.key(end) in ASIDE else end
    match = load().longest(doc.keys, start, limit) if start < limit else None
    return excuse_end(doc, match[0], limit) if match is not None else end


ASIDE = frozenset("،-(")  # what opens an aside
