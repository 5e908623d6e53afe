"""Whom a definite description refers back to: the same head, the same adjectives, the last who fits.

Knows the identities met so far, the latest first; names are for `persons` and `bodies`.
"""

from __future__ import annotations

from claimtrack.attribution.identities import (
    ISSUED,
    SOURCE,
    SPEAKING,
    Identity,
    agrees,
    bare_words,
    compatible,
    same_group,
)
from claimtrack.attribution.mention import SAME, Mention
from claimtrack.attribution.small_words import ONE_OF


def refers_back(mention: Mention, met: list[Identity]) -> Identity | None:
    """The latest identity that a definite description fits; `met` has the latest first."""
    rest = {w for w in mention.words[1:] if w not in SAME}
    found = (
        _same_head(mention, rest, met)
        or _source_itself(mention, met)
        or _same_adjectives(mention, rest, met)
        or _speaker_so_described(mention, rest, met)
    )
    if found is not None or rest or mention.kind == "institution":
        return found
    return (
        _last_source(mention, met)
        or _last_speaker(mention, met)
        or _last_issuer(mention, met)
        or _of_the_same_group(mention, met)
    )


def _heads(identity: Identity) -> set[str]:
    return identity.heads | {identity.head}


def _same_head(mention: Mention, rest: set[str], met: list[Identity]) -> Identity | None:
    """Somebody called by the same head, of whom the adjectives can be said."""
    if not mention.head:
        return None
    for identity in met:
        other_number = mention.number and identity.number and mention.number != identity.number
        if mention.head not in _heads(identity) or (other_number and mention.kind == "anonymous"):
            continue
        if compatible(rest, identity) or _one_of_them(rest, identity):
            return identity
    return None


def _one_of_them(rest: set[str], identity: Identity) -> bool:
    """النائب الليبي behind أحد النواب: of one who is counted only, an adjective tells where he is from."""
    counted = identity.kind == "anonymous" and identity.number == "singular" and bool(ONE_OF & identity.keys)
    return counted and bool(identity.last) and len(rest) == 1 and len(identity.keys) == len(ONE_OF)


def _source_itself(mention: Mention, met: list[Identity]) -> Identity | None:
    """المصدر نفسه: the last who has spoken, however named."""
    if mention.head != SOURCE or mention.number == "plural" or not any(w in SAME for w in mention.words):
        return None
    return next((i for i in met if i.last and i.number != "plural"), None)


def _same_adjectives(mention: Mention, rest: set[str], met: list[Identity]) -> Identity | None:
    """Unnamed people of a kindred head with most of the adjectives."""
    if mention.kind != "anonymous" or len(rest) < 2:
        return None
    for identity in met:
        overlap = bare_words(rest) & bare_words(identity.keys)
        most = identity.kind == "anonymous" and 2 * len(overlap) > len(rest)
        if most and same_group(mention.head, identity):
            return identity
    return None


def _speaker_so_described(mention: Mention, rest: set[str], met: list[Identity]) -> Identity | None:
    """A person who has spoken and of whom the adjectives can be said (الباحث السوري)."""
    if not rest or mention.number == "plural" or mention.head not in SPEAKING:
        return None
    for identity in met:
        others = bool(rest & identity.keys) and "باسم" in rest  # المتحدث باسم فلان is not فلان
        if identity.kind == "person" and identity.last and not others and compatible(rest, identity):
            return identity
    return None


def _last_source(mention: Mention, met: list[Identity]) -> Identity | None:
    if mention.head != SOURCE:
        return None
    return next((i for i in met if i.last and SOURCE in _heads(i)), None)


def _last_speaker(mention: Mention, met: list[Identity]) -> Identity | None:
    people = ("person", "anonymous")
    if mention.kind not in people or mention.head not in SPEAKING:
        return None
    spoken = (i for i in met if i.last and i.kind in people)
    return next((i for i in spoken if agrees(i, mention.gender, mention.number)), None)


def _last_issuer(mention: Mention, met: list[Identity]) -> Identity | None:
    if mention.head not in ISSUED or mention.number != "singular":
        return None
    return next((i for i in met if i.last and i.kind in ("institution", "document", "outlet")), None)


def _of_the_same_group(mention: Mention, met: list[Identity]) -> Identity | None:
    same_number = (i for i in met if i.number == mention.number)
    return next((i for i in same_number if same_group(mention.head, i)), None)
