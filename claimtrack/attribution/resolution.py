"""Who a source is: mentions, definite descriptions and missing subjects to one identity per article.

Goes through the candidates in text order and keeps the identities met so far, with how they were
named, what agrees with them, and through whom they were relayed. Every decision gives its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.mention import SAME, Mention, bare_key, describe, personal_name
from claimtrack.attribution.noun_phrase import known_head, outlet_at, past_openers, phrase_end, subject_end
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

GROUPS = [
    frozenset(fold(group).split())
    for group in (
        "مصدر مسؤول دبلوماسي متحدث ناطق بلاغ بيان",
        "متحدث ناطق",
        "بيان بلاغ تقرير",
        "مدير رئيس",
        "صحيفة جريدة يومية موقع مجلة",
        "قناة شبكة تلفزيون فضائية إذاعة",
        "عضو نائب برلماني",
        "حركة جماعة تنظيم حزب ميليشيا",
    )
]


# heads that say no more than "who has just spoken", and documents somebody has just issued
SOURCE = fold("مصدر")
NOT_HUMAN = frozenset(fold("مصدر دائرة وسط جهة").split())
SPEAKING = frozenset(fold("متحدث باحث كاتب محلل خبير مصدر مسؤول شاهد ناطق رجل").split())
ISSUED = frozenset(fold("بيان بلاغ تقرير وثيقة رسالة دراسة").split())


_KIND_HEADS = {
    "newspaper": "صحيفة جريدة يومية",
    "agency": "وكالة",
    "channel": "قناة تلفزيون فضائية محطة شبكة",
    "site": "موقع بوابة منصة",
    "magazine": "مجلة أسبوعية",
    "radio": "إذاعة راديو محطة",
}
OUTLET_KINDS = {
    head: frozenset(kind for kind, heads in _KIND_HEADS.items() if head in fold(heads).split())
    for heads in _KIND_HEADS.values()
    for head in fold(heads).split()
}


@dataclass(frozen=True, slots=True)
class Hop:
    """One relay: who it is, and the words that name it here (None when they stand elsewhere)."""

    identity: Identity
    found: Range | None


@dataclass(slots=True)
class Identity:
    """One source of the article: how it is named, of what kind, what agrees with it, its relays."""

    name: str
    kind: str
    keys: set[str]
    head: str = ""
    gender: str = ""
    number: str = ""
    names: list[str] = field(default_factory=list)
    via: tuple[Hop, ...] = ()
    last: int = 0
    heads: set[str] = field(default_factory=set)

    def call(self, text: str) -> None:
        """Note one more naming."""
        if text and text != self.name and text not in self.names:
            self.names.append(text)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a candidate's source is, and why."""

    identity: Identity | None
    reason: str


class Resolver:
    """Resolves the candidates of one document in text order."""

    def __init__(self, doc: Document):
        self.doc = doc
        self.identities: list[Identity] = []
        self.positions: dict[str, list[int]] = {}
        for i, key in enumerate(doc.keys):
            self.positions.setdefault(key, []).append(i)

    def mention(
        self, found: Range, candidate: Candidate | None = None, *, skip: int | None = None
    ) -> Resolved:
        """The identity that the words of `found` name; `skip` letters of a proclitic do not belong to it."""
        if skip is None:
            skip = (
                candidate.source_skip
                if candidate is not None and candidate.source == found
                else self._glued(found)
            )
        mention = describe(self.doc, found, skip)
        if mention.issuer is not None:
            return Resolved(self._issuer(mention), "the issuer of the document")
        if mention.pronoun:
            return self.speaker(mention.gender, mention.number, found[0], "pronoun")
        if mention.names is not None:
            return self._person(mention, candidate)
        if (
            len(mention.words) == 1
            and not mention.head
            or mention.number == "plural"
            and len(mention.words) == 1
        ):
            for identity in self.identities:
                if identity.kind == "person" and mention.words[0] in identity.keys:
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

    def relay(self, found: Range) -> Hop | None:
        """The relay that the words of `found` name; a correspondent stands for his outlet."""
        for i in range(found[0], min(found[0] + 3, found[1])):
            if self.doc.keys[i] in self.doc.gazetteer.roles and i + 1 < found[1]:
                outlet = outlet_at(self.doc, i + 1, found[1])
                if outlet is not None:
                    found = outlet
                    break
        identity = self.mention(found).identity
        return Hop(identity, found) if identity is not None else None

    def last_outlet(self) -> Identity | None:
        """The outlet that has spoken or relayed last."""
        outlets = [i for i in self.identities if i.kind == "outlet"]
        return max(outlets, key=lambda identity: identity.last, default=None)

    def _glued(self, found: Range) -> int:
        """1 when a relay is written together with ل or ب (لوكالة, لرويترز, بصحيفة)."""
        key = self.doc.keys[found[0]]
        gazetteer = self.doc.gazetteer
        bare = bare_key(key) if key.startswith(("ل", "ب")) and len(key) > 3 else ""
        known = (
            bare in gazetteer.outlet_heads or gazetteer.longest_outlet(self.doc.keys, found[0], first=bare)
            if bare
            else None
        )
        return 1 if known and key not in gazetteer.outlet_heads else 0

    def _text(self, mention: Mention) -> str:
        """The words of a mention, without a preposition written together with them."""
        text = self.doc.slice(mention.found)
        if mention.words and fold(text)[:1] in ("ل", "ب") and fold(text)[:1] != mention.words[0][:1]:
            return "ال" + text[2:] if mention.words[0].startswith("ال") else text[1:]
        return text

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

    def _people_before(self, before: int) -> Resolved | None:
        """The nearest plural of people before a plural form (رفض الدائنون التنازل، إذ يصرون على …)."""
        doc = self.doc
        for i in range(before - 1, max(-1, before - 40), -1):
            key = doc.keys[i]
            head = doc.gazetteer.anonymous_heads.get(key) or doc.gazetteer.roles.get(key)
            plural = head is not None and head.number == "plural" and head.key not in NOT_HUMAN
            if (plural or key.startswith("ال") and key.endswith("ون") and len(key) > 5) and doc.keys[
                i - 1
            ] not in PREPOSITIONS:
                end = phrase_end(doc, i, before)
                return self.mention((i, end)) if end > i else None
        return None

    def subject(self, begin: int, before: int) -> Identity | None:
        """Who a sentence is about: its first noun that names somebody and hangs on no preposition."""
        doc = self.doc
        gazetteer = doc.gazetteer
        met = {key for identity in self.identities if identity.kind == "person" for key in identity.keys}
        for i in range(self._past_adverbial(begin, before), before):
            key = doc.keys[i]
            role = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
            named = key in gazetteer.titles or key in gazetteer.given_names or key in met or role is not None
            if (
                not named
                and not (i <= begin + 3 and known_head(doc, i))
                or i in doc.opened
                or key in gazetteer.document_heads
            ):
                continue
            if i > begin and (
                doc.keys[i - 1] in PREPOSITIONS or doc.keys[i - 1] in gazetteer.institution_heads
            ):
                continue
            end = subject_end(doc, i, phrase_end(doc, i, before))
            if end > i:
                return self.mention(doc.strip((i, end))).identity
        return None

    def _past_adverbial(self, begin: int, before: int) -> int:
        """Past what opens a sentence, to its comma or to its verb (وعلى صعيد متصل أشاد فلان …)."""
        doc = self.doc
        if doc.keys[begin] in PREPOSITIONS:
            for i in range(begin + 2, before):
                if doc.keys[i] == "،":
                    break
                if doc.finite(i) is not None:
                    return i
        return past_openers(doc, begin, before)

    def _note(self, identity: Identity, mention: Mention) -> None:
        identity.call(self._text(mention))
        if mention.head:
            identity.heads.add(mention.head)

    def _issuer(self, mention: Mention) -> Identity:
        assert mention.issuer is not None
        resolved = self.mention(mention.issuer, skip=mention.skip).identity
        assert resolved is not None
        self._note(resolved, mention)
        resolved.heads.add(mention.head)
        return resolved

    def _person(self, mention: Mention, candidate: Candidate | None) -> Resolved:
        doc = self.doc
        assert mention.names is not None
        own = [k for k in doc.words(mention.names) if k not in doc.gazetteer.titles]
        keys = set(own) or set(doc.words(mention.names))
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if identity.kind == "person" and same_person(identity.keys, keys):
                self._note(identity, mention)
                if len(keys) > len(identity.keys):
                    identity.call(identity.name)
                    identity.name, identity.keys = doc.slice(mention.names), keys
                return Resolved(identity, f"the same name as {identity.name}")
        full = self._fullest(mention.names, own)
        others = self._companions(mention)
        if others:
            name = " و".join([full[0], *(doc.slice(r) for r in others)])
            keys |= {k for r in others for k in doc.words(r)}
            full = (name, full[1])
        number = {0: "singular", 1: "dual"}.get(len(others), "plural")
        identity = Identity(full[0], "person", full[1] | keys, mention.head, mention.gender, number)
        if mention.head:
            identity.heads.add(mention.head)
        identity.call(doc.slice(mention.names))
        identity.call(doc.slice(mention.found))
        self.identities.append(identity)
        return Resolved(identity, "named here")

    def _companions(self, mention: Mention) -> list[Range]:
        """The names of the others in a coordination (الوزير فلان ونظيره فلان)."""
        doc = self.doc
        assert mention.names is not None
        names: list[Range] = []
        start = mention.names[1]
        for i in range(start, mention.found[1]):
            bare = doc.keys[i][1:]
            gazetteer = doc.gazetteer
            if doc.keys[i][:1] == "و" and (
                bare in gazetteer.roles
                or bare in gazetteer.titles
                or bare in gazetteer.given_names
                or bare.startswith("نظير")
            ):
                name = personal_name(doc, i + (bare not in gazetteer.given_names), mention.found[1])
                if name is not None and (not names or name[0] >= names[-1][1]):
                    names.append(name)
        return names

    def _fullest(self, found: Range, own: list[str]) -> tuple[str, set[str]]:
        """The fullest form of a personal name anywhere in the article."""
        doc = self.doc
        best = found
        if len(own) <= 2 and own:
            for i in self.positions.get(own[-1], []):
                start = i
                while start > 0 and start > i - 5 and self._name_word(start - 1):
                    start -= 1
                if i + 1 - start > best[1] - best[0] and doc.keys[start] in doc.gazetteer.given_names:
                    best = (start, i + 1)
                    break
        return doc.slice(best), set(doc.words(best))

    def _name_word(self, i: int) -> bool:
        doc = self.doc
        key = doc.keys[i]
        if not doc.is_word(i) or doc.tokens.text[doc.tokens.ends[i] : doc.tokens.starts[i + 1]].strip():
            return False
        return key in doc.gazetteer.given_names or key in doc.gazetteer.name_connectors

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
            if _compatible(rest, identity):
                return identity
        if mention.head == SOURCE and any(w in SAME for w in mention.words):
            spoken = [i for i in self.identities if i.last]
            if spoken:
                return max(spoken, key=lambda identity: identity.last)
        if rest and mention.kind == "anonymous":
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                overlap = _bare(rest) & _bare(identity.keys)
                if (
                    identity.kind == "anonymous"
                    and 2 * len(overlap) > len(rest)
                    and len(rest) > 1
                    and _same_group(mention.head, identity)
                ):
                    return identity
        if rest and mention.head in SPEAKING and mention.number != "plural":
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                if identity.kind == "person" and identity.last and _compatible(rest, identity):
                    return identity
        if rest or mention.kind == "institution":
            return None
        if mention.head == SOURCE:
            same = [i for i in self.identities if i.last and SOURCE in i.heads | {i.head}]
            if same:
                return max(same, key=lambda identity: identity.last)
        if mention.head in SPEAKING:
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                if (
                    identity.last
                    and identity.kind in ("person", "anonymous")
                    and agrees(identity, mention.gender, mention.number)
                ):
                    return identity
        if mention.head in ISSUED:
            for identity in sorted(self.identities, key=lambda identity: -identity.last):
                if identity.last and identity.kind in ("institution", "document", "outlet"):
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
        keys = {w for w in mention.words}
        name = self._text(mention)
        content_keys = _core(keys)
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if (
                identity.kind == mention.kind
                and identity.kind != "anonymous"
                and content_keys
                and (
                    _core(identity.keys) == content_keys
                    or mention.kind in ("institution", "outlet")
                    and (content_keys <= _core(identity.keys) or _core(identity.keys) <= content_keys)
                )
            ):
                self._note(identity, mention)
                if len(keys) > len(identity.keys):
                    identity.call(identity.name)
                    identity.name, identity.keys = _clean(name), keys
                return Resolved(identity, f"the same name as {identity.name}")
            if identity.kind == mention.kind == "anonymous" and identity.keys == keys:
                return Resolved(identity, f"the same words as {identity.name}")
        if mention.found[0] in doc.opened:
            for identity in self.identities:
                if identity.kind in ("outlet", "institution") and keys <= identity.keys:
                    self._note(identity, mention)
                    return Resolved(identity, f"the name in quotation marks of {identity.name}")
        fuller = self._earlier_in_text(mention) or self._later_in_text(mention)
        identity = Identity(
            _clean(fuller or name), mention.kind, keys, mention.head, mention.gender, mention.number
        )
        if fuller:
            identity.keys |= set(doc.words(self._span_of(fuller)))
        identity.heads.add(mention.head)
        identity.call(name)
        self.identities.append(identity)
        return Resolved(identity, f"{fuller} stands earlier in the article" if fuller else "named here")

    def _later_in_text(self, mention: Mention) -> str:
        """A headline says مصدر or خبير; the article itself says which."""
        doc = self.doc
        if (
            mention.kind != "anonymous"
            or len(mention.words) > 1
            or not doc.sentences
            or mention.found[0] >= doc.sentences[0][1]
        ):
            return ""
        for i in range(mention.found[1], min(len(doc), 150)):
            head = doc.gazetteer.anonymous_heads.get(doc.keys[i]) or doc.gazetteer.roles.get(doc.keys[i])
            if head is not None and head.key == mention.head and head.number == mention.number:
                end = phrase_end(doc, i, min(i + 10, len(doc)))
                if len(doc.words((i, end))) >= 2:
                    return doc.slice((i, end))
        return ""

    def _bare_outlet(self, mention: Mention) -> Resolved:
        """الصحيفة, الوكالة: the nearest outlet of that kind the article names, before or else after."""
        text = self._earlier_in_text(mention) or self._outlet_in_text(mention)
        if text:
            keys = set(fold(text).split())
            for identity in self.identities:
                if identity.kind == "outlet" and _core(identity.keys) & _core(keys):
                    self._note(identity, mention)
                    return Resolved(identity, f"{text} is the nearest outlet named")
            identity = Identity(_clean(text), "outlet", keys, mention.head, "f", "singular")
            self.identities.append(identity)
            self._note(identity, mention)
            return Resolved(identity, f"{text} is the nearest outlet named")
        for identity in sorted(self.identities, key=lambda identity: -identity.last):
            if identity.kind == "outlet":
                self._note(identity, mention)
                return Resolved(identity, f"{identity.name} is the only outlet so far")
        return self._named(mention, None)

    def _outlet_in_text(self, mention: Mention) -> str:
        doc = self.doc
        here = mention.found[0]
        kinds = OUTLET_KINDS.get(mention.head, frozenset())
        best: tuple[int, Range] | None = None
        for i in range(len(doc)):
            found = doc.gazetteer.longest_outlet(doc.keys, i)
            if (
                found is not None
                and found[1].kind in kinds
                and (not found[1].ambiguous or i - 1 in doc.opened)
            ):
                distance = here - i if i < here else len(doc) + i - here
                if best is None or distance < best[0]:
                    best = (distance, (i, i + found[0]))
        return doc.slice(best[1]) if best else ""

    def _before_complement(self, start: int, end: int) -> int:
        """Where a phrase of the running text ends as a name: before ب or ل with the object of a verb."""
        doc = self.doc
        for i in range(start + 2, end):
            key = doc.keys[i]
            if (
                key.startswith(("بال", "لل"))
                or key[:1] in "بل"
                and len(key) > 4
                and verbal_noun(doc, i, key[1:])
                or doc.finite(i) is not None
            ):
                return i
        return end

    def _span_of(self, text: str) -> Range:
        start = self.doc.text.index(text)
        tokens = self.doc.tokens
        first = next(i for i in range(len(tokens)) if tokens.starts[i] >= start)
        last = next(i for i in range(first, len(tokens)) if tokens.ends[i] >= start + len(text))
        return first, last + 1

    def _earlier_in_text(self, mention: Mention) -> str:
        """For a bare definite description: the nearest earlier phrase with the same head that says more."""
        if not mention.bare or not mention.head:
            return ""
        doc = self.doc
        gazetteer = doc.gazetteer
        tables = (
            gazetteer.roles,
            gazetteer.anonymous_heads,
            gazetteer.institution_heads,
            gazetteer.outlet_heads,
            gazetteer.document_heads,
        )
        for i in range(mention.found[0] - 1, -1, -1):
            key = doc.keys[i]
            if not any(
                key in t and t[key].key == mention.head and t[key].number == (mention.number or t[key].number)
                for t in tables
            ):
                continue
            end = phrase_end(doc, i, min(i + 12, len(doc)))
            end = subject_end(doc, i, self._before_complement(i, end))
            if end - i >= 2 and len(doc.words((i, end))) > len(mention.words):
                person = key in gazetteer.roles or key in gazetteer.anonymous_heads
                name = personal_name(doc, i, end) if person else None
                return doc.slice(name) if name is not None else doc.slice((i, end))
        return ""


def same_person(known: set[str], named: set[str]) -> bool:
    """Whether one set of name words is part of the other, beyond a common first name."""
    small, large = (named, known) if len(named) <= len(known) else (known, named)
    return bool(small) and small <= large


def agrees(identity: Identity, gender: str, number: str) -> bool:
    """Whether a verb or participle of this gender and number can go on with an identity."""
    number = {"s": "singular", "d": "dual", "p": "plural"}.get(number, number)
    if number == "plural":
        return identity.number == "plural" or not identity.number
    if number == "dual":
        return identity.number == "dual"
    if identity.number == "dual":
        return False
    if identity.number == "plural":
        human = identity.kind == "person" or identity.kind == "anonymous" and identity.head not in NOT_HUMAN
        return (gender == "f" or not gender) and not human
    return not gender or not identity.gender or gender == identity.gender


def _compatible(rest: set[str], identity: Identity) -> bool:
    """Whether the adjectives of a description can be said of an identity (المسؤول الأميركي)."""
    if not rest:
        return True
    bare = {w.removeprefix("ال") for w in rest}
    known = {w.removeprefix("ال") for w in identity.keys} | {
        w.removeprefix("ال") for n in identity.names for w in fold(n).split()
    }
    return bool(bare & known)


def _bare(keys: set[str]) -> set[str]:
    return {k.removeprefix("ال") for k in keys}


def _same_group(head: str, identity: Identity) -> bool:
    return any(head in group and (identity.heads | {identity.head}) & group for group in GROUPS)


def _core(keys: set[str]) -> frozenset[str]:
    return frozenset(k.removeprefix("ال") for k in keys if k not in HEAD_WORDS)


HEAD_WORDS = words("outlet_head_words")


def _clean(name: str) -> str:
    """A name without the quotation marks around its parts."""
    for mark in '“”«»"„″':
        name = name.replace(mark, "")
    return " ".join(name.split())
