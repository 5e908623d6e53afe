"""Who a mention without a personal name is by its words: a body, an outlet, a document, unnamed people.

Knows what was met under which words; descriptions that only refer back are for `references`.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.identities import Identity, Resolved, bare_words, clean, core, other_medium
from claimtrack.attribution.introductions import (
    before_object,
    fuller_earlier,
    fuller_later,
    naming,
    nearest_outlet,
    tokens_of,
)
from claimtrack.attribution.mention import Mention
from claimtrack.attribution.registry import Registry
from claimtrack.text.folding import fold


def named(registry: Registry, mention: Mention) -> Resolved:
    """A body, an outlet, a document or people met under the same words, else a new one."""
    doc = registry.doc
    keys = set(mention.words)
    if mention.kind == "anonymous" and mention.number == "plural":
        trimmed = (mention.found[0], before_object(doc, *mention.found))
        mention = replace(mention, found=trimmed)
        keys &= set(mention.words[:1]) | set(doc.words(trimmed))
    name = naming(doc, mention)
    content_keys = core(keys)
    for identity in registry.latest_first():
        if (
            identity.kind == mention.kind
            and identity.kind != "anonymous"
            and content_keys
            and not other_medium(mention.head, identity.head)
            and (
                core(identity.keys) == content_keys
                or (
                    mention.kind in ("institution", "outlet")
                    and (content_keys <= core(identity.keys) or core(identity.keys) <= content_keys)
                )
            )
        ):
            registry.note(identity, mention)
            if len(keys) > len(identity.keys):
                identity.call(identity.name)
                identity.name, identity.keys = clean(name), keys
            return Resolved(identity, f"the same name as {identity.name}")
        if _of_the_headline(doc, mention, identity):
            registry.note(identity, mention)
            identity.call(identity.name)
            identity.name, identity.keys = clean(name), keys
            return Resolved(identity, f"{identity.names[0]} of the headline")
        if identity.kind == mention.kind == "anonymous" and _same_group(mention, identity):
            return Resolved(identity, f"the same words as {identity.name}")
    if mention.found[0] in doc.opened:
        for identity in registry.identities:
            if identity.kind in ("outlet", "institution") and keys <= identity.keys:
                registry.note(identity, mention)
                return Resolved(identity, f"the name in quotation marks of {identity.name}")
    fuller = fuller_earlier(doc, mention) or fuller_later(doc, mention)
    identity = Identity(
        clean(fuller or name), mention.kind, keys, mention.head, mention.gender, mention.number
    )
    if fuller:
        identity.keys |= set(doc.words(tokens_of(doc, fuller)))
    identity.heads.add(mention.head)
    identity.call(name)
    registry.meet(identity)
    return Resolved(identity, f"{fuller} stands earlier in the article" if fuller else "named here")


def _of_the_headline(doc: Document, mention: Mention, identity: Identity) -> bool:
    """Whether unnamed people are those of the headline, which says less of them (محللون: المالكي …)."""
    both = identity.kind == mention.kind == "anonymous" and identity.number == mention.number
    sentences = doc.sentences
    if not both or not sentences or not 0 < identity.last <= sentences[0][1] or mention.head != identity.head:
        return False
    return bare_words(identity.keys) < bare_words(set(mention.words))


def _same_group(mention: Mention, identity: Identity) -> bool:
    """Whether the words of unnamed people are those of an identity, or say less of the same group."""
    keys = set(mention.words)
    own, known = bare_words(keys - PREPOSITIONS), bare_words(identity.keys - PREPOSITIONS)
    fewer = mention.number == "plural" and len(own) > 1 and mention.head == identity.head and own <= known
    return identity.keys == keys or fewer


def bare_outlet(registry: Registry, mention: Mention) -> Resolved:
    """الصحيفة, الوكالة: the nearest outlet of that kind the article names, before or else after."""
    if not mention.head:
        return named(registry, mention)
    text = fuller_earlier(registry.doc, mention) or nearest_outlet(registry.doc, mention)
    if text:
        keys = set(fold(text).split())
        for identity in registry.identities:
            if identity.kind == "outlet" and core(identity.keys) & core(keys):
                registry.note(identity, mention)
                return Resolved(identity, f"{text} is the nearest outlet named")
        identity = Identity(clean(text), "outlet", keys, mention.head, "f", "singular")
        registry.meet(identity)
        registry.note(identity, mention)
        return Resolved(identity, f"{text} is the nearest outlet named")
    for identity in registry.latest_first():
        if identity.kind == "outlet":
            registry.note(identity, mention)
            return Resolved(identity, f"{identity.name} is the only outlet so far")
    return named(registry, mention)
