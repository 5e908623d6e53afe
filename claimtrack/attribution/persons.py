"""Whom a personal name means: somebody met under it or a part of it, else somebody new by the fullest form.

Knows names; descriptions without a name are for `references`.
"""

from __future__ import annotations

from claimtrack.attribution.document import Range
from claimtrack.attribution.identities import Identity, Resolved, bare_words, same_person
from claimtrack.attribution.introductions import companions, name_word
from claimtrack.attribution.mention import Mention, bare_key, bare_text
from claimtrack.attribution.name_runs import middle_name, spelled
from claimtrack.attribution.registry import Registry
from claimtrack.attribution.small_words import SON_OF


def person(registry: Registry, mention: Mention, skip: int) -> Resolved:
    """Whom a personal name means: somebody met under a part of it, else somebody new."""
    doc = registry.doc
    assert mention.names is not None
    own = [k for k in doc.words(mention.names) if k not in doc.gazetteer.titles]
    glued = doc.keys[mention.names[0]] if skip and mention.names[0] == mention.found[0] else ""
    if mention.found[0] in doc.opened:
        own = [spelled(doc, k) or k for k in own]
    keys = {bare_key(k) if k == glued else k for k in own} or set(doc.words(mention.names))
    for identity in registry.latest_first():
        if identity.kind == "person" and same_person(bare_words(identity.keys), bare_words(keys)):
            registry.note(identity, mention)
            if len(keys) > len(identity.keys):
                identity.call(identity.name)
                identity.name, identity.keys = doc.slice(mention.names), keys
            return Resolved(identity, f"the same name as {identity.name}")
    full = _fullest(registry, mention.names, own)
    if glued and full[0] == doc.slice(mention.names):
        full = (bare_text(full[0], glued), keys)
    others = companions(registry.doc, mention)
    if others:
        names = doc.gazetteer.given_names
        joined = {r[0] for r in others if doc.keys[r[0]] not in names and doc.keys[r[0]][1:] in names}
        name = " و".join([full[0], *(doc.slice(r)[1 if r[0] in joined else 0 :] for r in others)])
        keys |= {k for r in others for k in doc.words(r)}
        full = (name, full[1])
    number = {0: "singular", 1: "dual"}.get(len(others), "plural")
    identity = Identity(full[0], "person", full[1] | keys, mention.head, mention.gender, number)
    if mention.head:
        identity.heads.add(mention.head)
    identity.call(doc.slice(mention.names))
    identity.call(doc.slice(mention.found))
    identity.heads |= registry.roles_in(mention)
    registry.meet(identity)
    return Resolved(identity, "named here")


def _fullest(registry: Registry, found: Range, own: list[str]) -> tuple[str, set[str]]:
    """The fullest form of a personal name anywhere in the article."""
    doc = registry.doc
    best = found
    if 0 < len(own) <= 2 and own[-1] not in SON_OF:
        for i in doc.places.get(own[-1], []):
            start = i
            while start > 0 and start > i - 5 and (name_word(doc, start - 1) or middle_name(doc, start - 1)):
                start -= 1
            longer = i + 1 - start > best[1] - best[0] and set(own) <= set(doc.words((start, i + 1)))
            if longer and doc.keys[start] in doc.gazetteer.given_names:
                best = (start, i + 1)
                break
    return doc.slice(best), set(doc.words(best))
