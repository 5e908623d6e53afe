"""The identities met so far in one article: what they are called, and who has spoken last.

Keeps what others have decided; which of them a mention means is for `references`, `persons` and `bodies`.
"""

from __future__ import annotations

from claimtrack.attribution.document import Document
from claimtrack.attribution.identities import Identity
from claimtrack.attribution.introductions import naming
from claimtrack.attribution.mention import Mention

MAX_MET = 200


class Registry:
    """The identities of one document, in the order in which they were met."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.identities: list[Identity] = []

    def latest_first(self) -> list[Identity]:
        """All of them, who has spoken last before the others."""
        return sorted(self.identities, key=lambda identity: -identity.last)

    def meet(self, identity: Identity) -> None:
        """Keep a new identity; of very many, who has not spoken for the longest time is forgotten."""
        self.identities.append(identity)
        if len(self.identities) > MAX_MET:
            self.identities.remove(min(self.identities[:-1], key=lambda met: met.last))

    def note(self, identity: Identity, mention: Mention) -> None:
        """Note how a mention names an identity, and the roles that it gives it."""
        identity.call(naming(self.doc, mention))
        if mention.kind == "person" and identity.kind == "person":
            identity.heads |= self.roles_in(mention)
        if mention.head:
            identity.heads.add(mention.head)

    def last_outlet(self) -> Identity | None:
        """The outlet that has spoken or relayed last."""
        outlets = [i for i in self.identities if i.kind == "outlet"]
        return max(outlets, key=lambda identity: identity.last, default=None)

    def roles_in(self, mention: Mention) -> set[str]:
        """The roles that a mention gives somebody before or behind the name (فلان، رئيس الاتحاد)."""
        roles = (self.doc.gazetteer.roles.get(key) for key in mention.words)
        return {
            role.key for role in roles if role is not None and role.number == "singular" and not role.definite
        }
