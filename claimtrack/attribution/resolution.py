"""Who a source is: mentions, definite descriptions and missing subjects to one identity per article.

Goes through the candidates in text order and asks for each mention who is meant: `persons`, `bodies`,
`references`, and the running speaker; `registry` keeps who was met. Every decision gives its reason.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.bodies import bare_outlet, named
from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.contacts import find_contacts
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.headless import BOTH
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.identities import NOT_HUMAN, Hop, Identity, Resolved, agrees, core
from claimtrack.attribution.introductions import (
    before_object,
    glued_preposition,
    headline_speaker,
    outlet_since,
    past_adverbial,
)
from claimtrack.attribution.mention import Mention
from claimtrack.attribution.names import personal_name, surname
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.persons import person
from claimtrack.attribution.references import refers_back
from claimtrack.attribution.registry import Registry
from claimtrack.attribution.reporters import reporters_name, reporters_outlet
from claimtrack.attribution.small_words import COUNTS, HONORIFICS, MISSPELT_NEWSPAPER, REPORTERS
from claimtrack.attribution.subject_ends import subject_end
from claimtrack.attribution.understanding import describe
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

OTHER_CLAUSE = words("other_clauses")
DECIDING = words("deciding")


class Resolver:
    """Resolves the candidates of one document in text order."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.registry = Registry(doc)
        self.identities = self.registry.identities
        self.contacts = find_contacts(doc)

    def mention(
        self, found: Range, candidate: Candidate | None = None, *, skip: int | None = None
    ) -> Resolved:
        """The identity that the words of `found` name; `skip` letters of a proclitic do not belong to it."""
        self._contacted(found[0])
        if skip is None:
            skip = (
                candidate.source_skip
                if candidate is not None and candidate.source == found
                else glued_preposition(self.doc, found)
            )
        mention = self._by_gender(describe(self.doc, found, skip), candidate)
        if mention.issuer is not None:
            return Resolved(self._issuer(mention), "the issuer of the document")
        if mention.words and len(mention.words) == 1 and mention.words[0] in MISSPELT_NEWSPAPER:
            outlet = self.last_outlet()
            if outlet is not None and not any(
                i.kind == "person" and i.head == mention.head for i in self.identities
            ):
                self.registry.note(outlet, mention)
                return Resolved(outlet, f"{mention.words[0]} misspelt: {outlet.name}")
        if mention.pronoun and mention.words[0] in HONORIFICS:
            return self._honored(mention)
        if mention.pronoun:
            return self.speaker(mention.gender, mention.number, found[0], "pronoun")
        if mention.names is not None:
            return person(self.registry, mention, skip)
        if len(mention.words) == 1:
            for identity in self.identities:
                if identity.kind == "person" and self._surname(mention, identity):
                    self.registry.note(identity, mention)
                    return Resolved(identity, f"part of the name of {identity.name}")
        if mention.definite and mention.kind in ("anonymous", "outlet", "document", "person", "institution"):
            earlier = refers_back(mention, self.registry.latest_first())
            other = self._outlet_since(mention, earlier)
            if other is not None:
                return self.mention(other)
            if earlier is not None:
                self.registry.note(earlier, mention)
                return Resolved(earlier, f"{self.doc.slice(found)} refers back to {earlier.name}")
            if mention.kind == "outlet" and mention.bare:
                return bare_outlet(self.registry, mention)
        speaker = headline_speaker(self.doc, mention) if candidate is not None else None
        if speaker is not None:
            return self.mention(speaker)
        return self._reporter(mention) or named(self.registry, mention)

    def _outlet_since(self, mention: Mention, earlier: Identity | None) -> Range | None:
        """Another outlet of the kind that a sentence has opened with since `earlier` spoke."""
        if earlier is None or mention.kind != "outlet":
            return None
        since = outlet_since(self.doc, mention, earlier.last)
        same = since is not None and bool(core(set(self.doc.words(since))) & core(earlier.keys))
        return None if same else since

    def _reporter(self, mention: Mention) -> Resolved | None:
        """Whoever reports for an outlet is the one the article names elsewhere, else stands for the outlet."""
        if (
            not mention.words
            or mention.words[0] not in REPORTERS
            or not reporters_outlet(self.doc, mention.found)
        ):
            return None
        named_elsewhere = reporters_name(self.doc, mention)
        if named_elsewhere is not None:
            return self.mention(named_elsewhere)
        hop = self.relay(mention.found)
        if hop is None:
            return None
        self.registry.note(hop.identity, mention)
        return Resolved(hop.identity, f"a reporter stands for {hop.identity.name}")

    def _by_gender(self, mention: Mention, candidate: Candidate | None) -> Mention:
        """A lone feminine noun nobody knows (تقول الأغنية) is no person's surname, unless somebody has it."""
        if candidate is not None and self._name_in_in(mention, candidate):
            return replace(mention, kind="person", head="", number="singular", names=mention.found)
        noun = mention.kind == "person" and not mention.head and len(mention.words) == 1
        if not noun or candidate is None or candidate.gender != "f":
            return mention
        word = mention.words[0]
        met = any(identity.kind == "person" and word in identity.keys for identity in self.identities)
        lone = (
            word.startswith("ال") and word.endswith("ه") and not met and not surname(self.doc, *mention.found)
        )
        head = word.removeprefix("ال")
        return replace(mention, kind="institution", head=head, names=None) if lone else mention

    def _name_in_in(self, mention: Mention, candidate: Candidate) -> bool:
        """A lone word in ـين right behind its verb is no plural, which would end in ـون: a surname (البوعينين)."""
        word = mention.words[0] if len(mention.words) == 1 else ""
        known = word in self.doc.gazetteer.anonymous_heads or word in self.doc.gazetteer.roles
        unnamed = mention.kind == "anonymous" and mention.number == "plural" and not known
        return unnamed and word.startswith("ال") and word.endswith("ين") and candidate.rule.startswith("verb")

    def _surname(self, mention: Mention, identity: Identity) -> bool:
        """Whether one word is part of somebody's name; a noun that could mean another only at its end."""
        word = mention.words[0]
        if mention.kind == "outlet" and len(identity.name.split()) == 1:
            return False
        if not mention.head or mention.number == "plural":
            return word in identity.keys
        return fold(identity.name).split()[-1:] == [word] and len(identity.name.split()) > 1

    def _contacted(self, before: int) -> None:
        """Meet those whom an outlet has reached before a token: what they say comes through it."""
        while self.contacts and self.contacts[0].person[0] <= before:
            contact = self.contacts.pop(0)
            person = self.mention(contact.person, skip=contact.skip).identity
            outlet = self.relay(contact.outlet)
            if person is not None and outlet is not None and not person.via and person is not outlet.identity:
                person.via = (outlet,)

    def relay(self, found: Range) -> Hop | None:
        """The relay that the words of `found` name; a correspondent stands for his outlet."""
        outlet = reporters_outlet(self.doc, found)
        met = len(self.identities)
        identity = self.mention(outlet or found).identity
        if identity is None:
            return None
        new = len(self.identities) > met and identity is self.identities[-1]
        unknown = new and not identity.head and identity.kind in ("person", "institution", "anonymous")
        if unknown and (outlet is not None or personal_name(self.doc, *found) is None):
            identity.kind, identity.gender, identity.number = "outlet", "f", "singular"
        return Hop(identity, outlet or found)

    def last_outlet(self) -> Identity | None:
        """The outlet that has spoken or relayed last."""
        return self.registry.last_outlet()

    def speaker(self, gender: str, number: str, before: int, why: str) -> Resolved:
        """The running speaker that agrees with a form that shows only gender and number."""
        recent = [i for i in self.registry.latest_first() if i.last]
        if number == "p" and gender == "m" and not any(agrees(i, gender, number) for i in recent):
            people = self._people_before(before)
            return people or Resolved(None, f"{why}: nobody met so far is plural")
        for identity in recent:
            if agrees(identity, gender, number):
                return Resolved(identity, f"{why}: goes on with {identity.name}")
        for hop in recent[0].via if recent else ():
            quoted = self.doc.quotation_around(before) is not None
            if gender == "f" and not quoted and agrees(hop.identity, gender, number):
                return Resolved(hop.identity, f"{why}: goes on with {hop.identity.name}, which told it")
        if recent:
            return Resolved(recent[0], f"{why}: the last speaker, {recent[0].name}, without agreement")
        return Resolved(None, f"{why}: nobody has spoken yet")

    def _honored(self, mention: Mention) -> Resolved:
        """سموه, معاليه: the person met last, else the one with a title named last."""
        people = [i for i in self.identities if i.kind == "person" and i.last]
        if people:
            latest = max(people, key=lambda identity: identity.last)
            return Resolved(latest, f"a title of honour: {latest.name}")
        doc = self.doc
        for i in range(mention.found[0] - 1, -1, -1):
            if (
                doc.keys[i] in doc.gazetteer.titles
                and personal_name(doc, i, min(i + 8, len(doc))) is not None
            ):
                end = phrase_end(doc, i, min(i + 12, mention.found[0]))
                if end > i:
                    return self.mention((i, end))
        return Resolved(None, "a title of honour: nobody met so far")

    def _people_before(self, before: int) -> Resolved | None:
        """The nearest plural of people before a plural form (رفض الدائنون التنازل، إذ يصرون على …)."""
        doc = self.doc
        for i in range(before - 1, max(-1, before - 80), -1):
            key = doc.keys[i]
            head = doc.gazetteer.anonymous_heads.get(key) or doc.gazetteer.roles.get(key)
            plural = head is not None and head.number == "plural" and head.key not in NOT_HUMAN
            counted = doc.keys[i - 1] == "من" and doc.keys[i - 2] in COUNTS and i >= 2
            if plural and counted:
                return self.mention((i - 2, phrase_end(doc, i - 2, before)))
            if (plural or (key.startswith("ال") and key.endswith("ون") and len(key) > 5)) and doc.keys[
                i - 1
            ] not in PREPOSITIONS:
                end = phrase_end(doc, i, before)
                return self.mention((i, end)) if end > i else None
        return None

    def subject(self, begin: int, before: int, gender: str, number: str) -> Identity | None:
        """Who the last clause of a sentence before a token is about, else the sentence, if a form agrees with it."""
        openers = (i + 1 for i in range(before - 1, begin, -1) if self.doc.keys[i] in OTHER_CLAUSE)
        for start in (next(openers, begin), begin):
            found = self._subject(start, before)
            if found is not None and agrees(found, gender, number):
                return found
        return None

    def _subject(self, begin: int, before: int) -> Identity | None:
        """The first noun between two tokens that names somebody and hangs on no preposition."""
        doc = self.doc
        gazetteer = doc.gazetteer
        met = {key for identity in self.identities if identity.kind == "person" for key in identity.keys}
        for i in range(past_adverbial(self.doc, begin, before), before):
            key = doc.keys[i]
            role = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
            counted = (
                key in COUNTS | BOTH and i <= begin + 12 and doc.is_word(i + 1) and not key.endswith("دا")
            )
            named = (
                key in gazetteer.titles
                or key in gazetteer.given_names
                or key in met
                or (key in doc.surnames and i <= begin + 3)
                or role is not None
                or counted
                or (key.startswith("ال") and doc.key(i + 1) in gazetteer.given_names)
            )
            if (
                (not named and not (i <= begin + 3 and known_head(doc, i)))
                or i in doc.opened
                or key in gazetteer.document_heads
                or (doc.key(i + 1).startswith("ب") and key in DECIDING)
            ):
                continue
            if i > begin and (
                doc.keys[i - 1] in PREPOSITIONS or doc.keys[i - 1] in gazetteer.institution_heads
            ):
                continue
            end = before_object(doc, i, subject_end(doc, i, phrase_end(doc, i, before)))
            if end > i:
                return self.mention(doc.strip((i, end))).identity
        return None

    def _issuer(self, mention: Mention) -> Identity:
        assert mention.issuer is not None
        resolved = self.mention(mention.issuer, skip=mention.skip).identity
        assert resolved is not None
        self.registry.note(resolved, mention)
        resolved.heads.add(mention.head)
        return resolved
