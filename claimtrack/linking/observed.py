"""What an article observes: a source by kind and folded name, within its article where the name needs it.

The identity is the unit that everything else joins or keeps apart; it is the same in every database.
"""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.linking.tables import gazetteer
from claimtrack.linking.tables import load as tables
from claimtrack.text.folding import fold_words

_PER_ARTICLE = frozenset({"anonymous", "document"})
_DIGITS = 16  # of an article's SHA-256


class Observed(NamedTuple):
    """An identity taken apart; `article` holds the digits of the one article it belongs to, if any."""

    kind: str
    article: str
    words: tuple[str, ...]


def identity(kind: str, name: str, *, digest: str) -> str:
    """Who `name` is, as far as one article can tell.

    An anonymous source or a document without an issuer belongs to its article, and so does a name that
    means somebody else elsewhere (الحكومة, الوزير, محمد): the same words in another article prove nothing.
    """
    words = fold_words(name)
    scope = f"@{digest[:_DIGITS]}:" if kind in _PER_ARTICLE or is_contextual(kind, words) else ""
    return f"{kind}:{scope}{' '.join(words) or name}"


def of_article(identity: str, digest: str) -> str:
    """The same name as an identity of one article only."""
    kind, _, rest = identity.partition(":")
    return identity if rest.startswith("@") else f"{kind}:@{digest[:_DIGITS]}:{rest}"


def of_all_articles(identity: str) -> str:
    """An identity of one article without its article."""
    found = observed(identity)
    return f"{found.kind}:{' '.join(found.words)}"


def observed(identity: str) -> Observed:
    """The parts of an identity."""
    kind, _, rest = identity.partition(":")
    if not rest.startswith("@"):
        return Observed(kind, "", tuple(rest.split()))
    article, _, rest = rest[1:].partition(":")
    return Observed(kind, article, tuple(rest.split()))


def is_contextual(kind: str, words: tuple[str, ...]) -> bool:
    """Whether a name says who is meant only together with its article."""
    known = gazetteer()
    if not words:
        return True
    if kind == "person":
        return _is_given_name_alone(words) or (words[0] in known.roles and not _says_who(words[1:]))
    if kind == "institution":
        return words in tables().shared or (len(words) == 1 and words[0] in known.institution_heads)
    if kind == "outlet":
        return _names_no_outlet(words)
    return False


def _is_given_name_alone(words: tuple[str, ...]) -> bool:
    known = gazetteer()
    if len(words) == 1:
        return words[0] in known.given_names or words[0] in known.doubtful_given_names
    return len(words) == 2 and words[0] in ("ابو", "ابي", "ام")


def _says_who(words: tuple[str, ...]) -> bool:
    """Whether a name, a country or a body behind an office tells it from its namesakes (الرئيس التونسي)."""
    known = gazetteer()
    if any(word in known.nationalities or word in known.given_names for word in words):
        return True
    for i in range(len(words)):
        found = known.longest_place(words, i) or known.longest_institution(words, i)
        if found is not None and not found[1].ambiguous:
            return True
    return False


def _names_no_outlet(words: tuple[str, ...]) -> bool:
    """صحيفة تركية, وسائل إعلام محلية: a kind of outlet, but none by name."""
    known = gazetteer()
    head = known.outlet_heads.get(words[0])
    if head is None or words in known.outlets.forms:
        return False
    left = [w for w in words[1:] if w not in tables().decoration and w not in known.outlet_heads]
    left = [w for w in left if w not in known.sectors]
    if any(w not in known.nationalities for w in left):
        return False
    return not (left and head.number == "singular" and words[0].startswith("ال"))
