"""Who a source is: mentions, definite descriptions and missing subjects to one identity per article.

Goes through the candidates in text order and keeps the identities met so far, with how they were
named, what agrees with them, and through whom they were relayed. Every decision gives its reason.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.contacts import find_contacts
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.headless import BOTH
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.identities import (
    GROUPS,
    ISSUED,
    NOT_HUMAN,
    SOURCE,
    SPEAKING,
    Hop,
    Identity,
    Resolved,
    agrees,
    bare_words,
    clean,
    compatible,
    core,
    other_medium,
    same_group,
    same_person,
)
from claimtrack.attribution.introductions import (
    before_object,
    companions,
    fuller_earlier,
    fuller_later,
    glued_preposition,
    name_word,
    naming,
    nearest_outlet,
    past_adverbial,
    tokens_of,
)
from claimtrack.attribution.mention import SAME, Mention, bare_key, bare_text
from claimtrack.attribution.names import personal_name, surname
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.small_words import CORRESPONDENTS, COUNTS, HONORIFICS, MISSPELT_NEWSPAPER, SON_OF
from claimtrack.attribution.subject_ends import subject_end
from claimtrack.attribution.understanding import describe
from claimtrack.text.folding import fold

MAX_MET = 200
OTHER_CLAUSE = frozenset(fold("ثم فيما وفيما بينما وبينما").split())
DECIDING = frozenset(fold("القاضي القاضية").split())  # القرار القاضي بمنع …


class Resolver:
    """Resolves the candidates of one document in text order."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.identities: list[Identity] = []
        self.positions: dict[str, list[int]] = {}
        for i, key in enumerate(doc.keys):
            self.positions.setdefault(key, []).append(i)
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
                self._note(outlet, mention)
                return Resolved(outlet, f"{mention.words[0]} misspelt: {outlet.name}")
        if mention.pronoun and mention.words[0] in HONORIFICS:
            return self._honored(mention)
        if mention.pronoun:
            return self.speaker(mention.gender, mention.number, found[0], "pronoun")
        if mention.names is not None:
            return self._person(mention, skip)
        if len(mention.words) == 1:
            for identity in self.identities:
                if identity.kind == "person" and self._surname(mention, identity):
                    self._note(identity, mention)
                    return Resolved(identity, f"part of the name of {identity.name}")
        if mention.definite and mention.kind in ("anonymous", "outlet", "document", "person", "institution"):
            earlier = self._refers_back(mention)
            if earlier is not None:
                self._note(earlier, mention)
                return Resolved(earlier, f"{self.doc.slice(found)} refers back to {earlier.name}")
            if mention.kind == "outlet" and mention.bare:
                return self._bare_outlet(mention)
        return self._named(mention, candidate)

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

    def _meet(self, identity: Identity) -> None:
        """Keep a new identity; of very many, who has not spoken for the longest time is forgotten."""
        self.identities.append(identity)
        if len(self.identities) > MAX_MET:
            self.identities.remove(min(self.identities[:-1], key=lambda met: met.last))

    def relay(self, found: Range) -> Hop | None:
        """The relay that the words of `found` name; a correspondent stands for his outlet."""
        outlet = self._correspondents_outlet(found)
        met = len(self.identities)
        identity = self.mention(outlet or found).identity
        if identity is None:
            return None
        new = len(self.identities) > met and identity is self.identities[-1]
        unknown = new and not identity.head and identity.kind in ("person", "institution")
        if unknown and (outlet is not None or personal_name(self.doc, *found) is None):
            identity.kind, identity.gender, identity.number = "outlet", "f", "singular"
        return Hop(identity, outlet or found)

    def _correspondents_outlet(self, found: Range) -> Range | None:
        """The outlet of a correspondent (مراسل قناة «…» في القاهرة); None where no correspondent reports."""
        doc = self.doc
        for i in range(found[0], min(found[0] + 3, found[1])):
            key = doc.keys[i].removeprefix("ال")
            if (key in CORRESPONDENTS or key in doc.gazetteer.roles) and i + 1 < found[1]:
                outlet = outlet_at(doc, i + 1, found[1])
                if outlet is None and key in CORRESPONDENTS:
                    stop = (j for j in range(i + 1, found[1]) if doc.keys[j] in PREPOSITIONS)
                    outlet = doc.strip((i + 1, next(stop, found[1])))
                if outlet is not None and outlet[1] > outlet[0]:
                    return outlet
        return None

    def last_outlet(self) -> Identity | None:
        """The outlet that has spoken or relayed last."""
        outlets = [i for i in self.identities if i.kind == "outlet"]
        return max(outlets, key=lambda identity: identity.last, default=None)

    def speaker(self, gender: str, number: str, before: int, why: str) -> Resolved:
        """The running speaker that agrees with a form that shows only gender and number."""
        recent = [i for i in sorted(self.identities, key=lambda identity: -identity.last) if i.last]
        if number == "p" and gender == "m" and not any(agrees(i, gender, number) for i in recent):
            people = self._people_before(before)
            return people or Resolved(None, f"{why}: nobody met so far is plural")
        for identity in recent:
            if agrees(identity, gender, number):
                return Resolved(identity, f"{why}: goes on with {identity.name}")
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
        for i in range(before - 1, max(-1, before - 40), -1):
            key = doc.keys[i]
            head = doc.gazetteer.anonymous_heads.get(key) or doc.gazetteer.roles.get(key)
            plural = head is not None and head.number == "plural" and head.key not in NOT_HUMAN
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
                or role is not None
                or counted
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

    def _note(self, identity: Identity, mention: Mention) -> None:
        identity.call(naming(self.doc, mention))
        if mention.kind == "person" and identity.kind == "person":
            identity.heads |= self._roles_in(mention)
        if mention.head:
            identity.heads.add(mention.head)

    def _issuer(self, mention: Mention) -> Identity:
        assert mention.issuer is not None
        resolved = self.mention(mention.issuer, skip=mention.skip).identity
        assert resolved is not None
        self._note(resolved, mention)
        resolved.heads.add(mention.head)
        return resolved

    def _person(self, mention: Mention, skip: int) -> Resolved:
        doc = self.doc
        assert mention.names is not None
        own = [k for k in doc.words(mention.names) if k not in doc.gazetteer.titles]
        glued = doc.keys[mention.names[0]] if skip and mention.names[0] == mention.found[0] else ""
        keys = {bare_key(k) if k == glued else k for k in own} or set(doc.words(mention.names))
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if identity.kind == "person" and same_person(bare_words(identity.keys), bare_words(keys)):
                self._note(identity, mention)
                if len(keys) > len(identity.keys):
                    identity.call(identity.name)
                    identity.name, identity.keys = doc.slice(mention.names), keys
                return Resolved(identity, f"the same name as {identity.name}")
        full = self._fullest(mention.names, own)
        if glued and full[0] == doc.slice(mention.names):
            full = (bare_text(full[0], glued), keys)
        others = companions(self.doc, mention)
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
        identity.heads |= self._roles_in(mention)
        self._meet(identity)
        return Resolved(identity, "named here")

    def _roles_in(self, mention: Mention) -> set[str]:
        """The roles that a mention gives somebody before or behind the name (فلان، رئيس الاتحاد)."""
        roles = (self.doc.gazetteer.roles.get(key) for key in mention.words)
        return {
            role.key for role in roles if role is not None and role.number == "singular" and not role.definite
        }

    def _fullest(self, found: Range, own: list[str]) -> tuple[str, set[str]]:
        """The fullest form of a personal name anywhere in the article."""
        doc = self.doc
        best = found
        if 0 < len(own) <= 2 and own[-1] not in SON_OF:
            for i in self.positions.get(own[-1], []):
                start = i
                while start > 0 and start > i - 5 and name_word(self.doc, start - 1):
                    start -= 1
                longer = i + 1 - start > best[1] - best[0] and set(own) <= set(doc.words((start, i + 1)))
                if longer and doc.keys[start] in doc.gazetteer.given_names:
                    best = (start, i + 1)
                    break
        return doc.slice(best), set(doc.words(best))

    def _refers_back(self, mention: Mention) -> Identity | None:
        """The latest identity that a definite description fits."""
        rest = {w for w in mention.words[1:] if w not in SAME}
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if mention.head not in identity.heads | {identity.head} or not mention.head:
                continue
            if (
                mention.number
                and identity.number
                and mention.number != identity.number
                and mention.kind == "anonymous"
            ):
                continue
            if compatible(rest, identity):
                return identity
        if mention.head == SOURCE and any(w in SAME for w in mention.words):
            spoken = [i for i in self.identities if i.last and i.number != "plural"]
            if spoken and mention.number != "plural":
                return max(spoken, key=lambda identity: identity.last)
        if rest and mention.kind == "anonymous":
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                overlap = bare_words(rest) & bare_words(identity.keys)
                if (
                    identity.kind == "anonymous"
                    and 2 * len(overlap) > len(rest)
                    and len(rest) > 1
                    and same_group(mention.head, identity)
                ):
                    return identity
        if rest and mention.number != "plural":
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                others = bool(rest & identity.keys) and "باسم" in rest  # المتحدث باسم فلان is not فلان
                fits = (
                    identity.kind == "person" and identity.last and not others and compatible(rest, identity)
                )
                if fits and mention.head in SPEAKING:
                    return identity
        if rest or mention.kind == "institution":
            return None
        if mention.head == SOURCE:
            same = [i for i in self.identities if i.last and SOURCE in i.heads | {i.head}]
            if same:
                return max(same, key=lambda identity: identity.last)
        if mention.kind in ("person", "anonymous"):
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                if (
                    identity.last
                    and identity.kind in ("person", "anonymous")
                    and mention.head in SPEAKING
                    and agrees(identity, mention.gender, mention.number)
                ):
                    return identity
        if mention.head in ISSUED:
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                issuer = identity.kind in ("institution", "document", "outlet")
                if identity.last and issuer and mention.number == "singular":
                    return identity
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            for group in GROUPS:
                if (
                    mention.head in group
                    and (identity.heads | {identity.head}) & group
                    and identity.number == mention.number
                ):
                    return identity
        if mention.head == SOURCE:
            return next(
                (
                    i
                    for i in sorted(self.identities, key=lambda i: -i.last)
                    if i.last and SOURCE in i.heads | {i.head}
                ),
                None,
            )
        return None

    def _named(self, mention: Mention, candidate: Candidate | None) -> Resolved:
        doc = self.doc
        keys = set(mention.words)
        if mention.kind == "anonymous" and mention.number == "plural":
            trimmed = (mention.found[0], before_object(doc, *mention.found))
            mention = replace(mention, found=trimmed)
            keys &= set(mention.words[:1]) | set(doc.words(trimmed))
        name = naming(self.doc, mention)
        content_keys = core(keys)
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
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
                self._note(identity, mention)
                if len(keys) > len(identity.keys):
                    identity.call(identity.name)
                    identity.name, identity.keys = clean(name), keys
                return Resolved(identity, f"the same name as {identity.name}")
            if self._of_the_headline(mention, identity):
                self._note(identity, mention)
                identity.call(identity.name)
                identity.name, identity.keys = clean(name), keys
                return Resolved(identity, f"{identity.names[0]} of the headline")
            if identity.kind == mention.kind == "anonymous" and self._same_group(mention, identity):
                return Resolved(identity, f"the same words as {identity.name}")
        if mention.found[0] in doc.opened:
            for identity in self.identities:
                if identity.kind in ("outlet", "institution") and keys <= identity.keys:
                    self._note(identity, mention)
                    return Resolved(identity, f"the name in quotation marks of {identity.name}")
        fuller = fuller_earlier(self.doc, mention) or fuller_later(self.doc, mention)
        identity = Identity(
            clean(fuller or name), mention.kind, keys, mention.head, mention.gender, mention.number
        )
        if fuller:
            identity.keys |= set(doc.words(tokens_of(self.doc, fuller)))
        identity.heads.add(mention.head)
        identity.call(name)
        self._meet(identity)
        return Resolved(identity, f"{fuller} stands earlier in the article" if fuller else "named here")

    def _of_the_headline(self, mention: Mention, identity: Identity) -> bool:
        """Whether unnamed people are those of the headline, which says less of them (محللون: المالكي …)."""
        both = identity.kind == mention.kind == "anonymous" and identity.number == mention.number
        sentences = self.doc.sentences
        if (
            not both
            or not sentences
            or not 0 < identity.last <= sentences[0][1]
            or mention.head != identity.head
        ):
            return False
        return bare_words(identity.keys) < bare_words(set(mention.words))

    def _same_group(self, mention: Mention, identity: Identity) -> bool:
        """Whether the words of unnamed people are those of an identity, or say less of the same group."""
        keys = set(mention.words)
        own, known = bare_words(keys - PREPOSITIONS), bare_words(identity.keys - PREPOSITIONS)
        fewer = mention.number == "plural" and len(own) > 1 and mention.head == identity.head and own <= known
        return identity.keys == keys or fewer

    def _bare_outlet(self, mention: Mention) -> Resolved:
        """الصحيفة, الوكالة: the nearest outlet of that kind the article names, before or else after."""
        if not mention.head:
            return self._named(mention, None)
        text = fuller_earlier(self.doc, mention) or nearest_outlet(self.doc, mention)
        if text:
            keys = set(fold(text).split())
            for identity in self.identities:
                if identity.kind == "outlet" and core(identity.keys) & core(keys):
                    self._note(identity, mention)
                    return Resolved(identity, f"{text} is the nearest outlet named")
            identity = Identity(clean(text), "outlet", keys, mention.head, "f", "singular")
            self._meet(identity)
            self._note(identity, mention)
            return Resolved(identity, f"{text} is the nearest outlet named")
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if identity.kind == "outlet":
                self._note(identity, mention)
                return Resolved(identity, f"{identity.name} is the only outlet so far")
        return self._named(mention, None)
