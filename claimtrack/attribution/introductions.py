"""How sources are introduced in the words of an article: the fullest naming before or after a mention."""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.identities import OUTLET_KINDS
from claimtrack.attribution.mention import SAME, Mention, bare_key, bare_text
from claimtrack.attribution.name_runs import name_run
from claimtrack.attribution.names import personal_name, surname
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.outlets import PROGRAMME
from claimtrack.attribution.phrase_words import dedicated
from claimtrack.attribution.small_words import PLACE_NOUNS, STOPS
from claimtrack.attribution.subject_ends import subject_end
from claimtrack.attribution.subjects import past_openers
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, verbal_noun
from claimtrack.text.folding import fold

_OPENING = 3  # tokens at the head of a sentence in which its subject begins


MIN_SENTENCES = 2
MAX_LEAD = 12  # tokens of a lead before its verb: a dateline
CALLINGS = [frozenset(fold(group).split()) for group in ("صحفي صحافي كاتب إعلامي", "خبير محلل باحث أستاذ")]


def glued_preposition(doc: Document, found: Range) -> int:
    """1 when a relay is written together with ل or ب (لوكالة, لرويترز, بصحيفة)."""
    key = doc.keys[found[0]]
    gazetteer = doc.gazetteer
    bare = bare_key(key) if key.startswith(("ل", "ب")) and len(key) > 3 else ""
    known = (
        bare in gazetteer.outlet_heads
        or gazetteer.longest_outlet(doc.keys, found[0], first=bare)
        or bare == PROGRAMME
        or key.startswith("لل")
        if bare
        else None
    )
    return 1 if known and key not in gazetteer.outlet_heads else 0


def naming(doc: Document, mention: Mention) -> str:
    """The words of a mention, without a preposition written together with them."""
    text = doc.slice(mention.found)
    if mention.words and fold(text)[:1] in ("و", "ف") and fold(text[1:]).startswith(mention.words[0]):
        return bare_text(text, "")
    if mention.words and fold(text)[:1] in ("ل", "ب") and not fold(text).startswith(mention.words[0]):
        return bare_text(text, fold(text))
    return text


def past_adverbial(doc: Document, begin: int, before: int) -> int:
    """Past what opens a sentence, to its comma or to its verb (وعلى صعيد متصل أشاد فلان …)."""
    if doc.keys[begin].removeprefix("و") in PREPOSITIONS:
        for i in range(begin + 2, before):
            if doc.keys[i] == "،":
                break
            if doc.finite(i) is not None:
                return i
    return past_openers(doc, begin, before)


def companions(doc: Document, mention: Mention) -> list[Range]:
    """The names of the others in a coordination (الوزير فلان ونظيره فلان)."""
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
            first = bare in gazetteer.given_names
            name = (
                name_run(doc, i, mention.found[1]) if first else personal_name(doc, i + 1, mention.found[1])
            )
            if name is not None and (not names or name[0] >= names[-1][1]):
                names.append(name)
    return names


def name_word(doc: Document, i: int) -> bool:
    key = doc.keys[i]
    if not doc.is_word(i) or doc.tokens.text[doc.tokens.ends[i] : doc.tokens.starts[i + 1]].strip():
        return False
    return key in doc.gazetteer.given_names or key in doc.gazetteer.name_connectors


def fuller_later(doc: Document, mention: Mention) -> str:
    """A headline says مصدر or خبير; the article itself says which."""
    if (
        mention.kind != "anonymous"
        or len(mention.words) > 1
        or not doc.sentences
        or mention.found[0] >= doc.sentences[0][1]
    ):
        return ""
    for i in range(mention.found[1], min(len(doc), 150)):
        head = doc.gazetteer.anonymous_heads.get(doc.keys[i]) or doc.gazetteer.roles.get(doc.keys[i])
        if head is not None and (head.key, head.number, head.definite) == (
            mention.head,
            mention.number,
            False,
        ):
            end = phrase_end(doc, i, min(i + 10, len(doc)))
            if len(doc.words((i, end))) >= 2:
                return doc.slice((i, end))
    return ""


def headline_speaker(doc: Document, mention: Mention) -> Range | None:
    """Whom the lead names with the words of somebody unnamed in the headline (مسؤول في البلدية: …)."""
    sentences = doc.sentences
    unnamed = mention.kind == "anonymous" and mention.number == "singular" and not mention.definite
    if not unnamed or len(sentences) < MIN_SENTENCES or mention.found[0] >= sentences[0][1]:
        return None
    if doc.keys[sentences[0][1] - 1] == ".":
        return None  # no headline
    begin, limit = sentences[1]
    for i in range(begin, min(begin + MAX_LEAD, limit - 1)):
        reading = doc.finite(i)
        if reading is None or reading.verb.strength != "report":
            continue
        found = (i + 1, phrase_end(doc, i + 1, limit))
        named = found[1] > found[0] and personal_name(doc, *found) is not None
        return found if named and _so_described(doc, mention, found) else None
    return None


def _so_described(doc: Document, mention: Mention, found: Range) -> bool:
    """Whether a phrase with a name says of somebody what a headline says (قيادي في «الجبهة», صحفي)."""
    behind = {word.removeprefix("ال") for word in mention.words[1:] if word not in PREPOSITIONS}
    said = {word.removeprefix("ال").removeprefix("لل") for word in doc.words(found)}
    if behind:
        return bool(behind & said)
    return any(mention.head in group and group & said for group in CALLINGS)


def nearest_outlet(doc: Document, mention: Mention) -> str:
    here = mention.found[0]
    kinds = OUTLET_KINDS.get(mention.head, frozenset())
    best: tuple[int, Range] | None = None
    for i in range(len(doc)):
        found = doc.gazetteer.longest_outlet(doc.keys, i)
        if found is not None and found[1].kind in kinds and (not found[1].ambiguous or i - 1 in doc.opened):
            distance = here - i if i < here else len(doc) + i - here
            if best is None or distance < best[0]:
                best = (distance, (i, i + found[0]))
    return doc.slice(best[1]) if best else ""


def outlet_since(doc: Document, mention: Mention, since: int) -> Range | None:
    """The outlet of a kind that a sentence behind token `since` opens with (ونشرت صحيفة كذا مقالا …), the last."""
    here = doc.sentence_at(mention.found[0])
    for begin, limit in reversed(doc.sentences[max(0, doc.sentence_at(since)) : here]):
        for i in range(max(begin, since + 1), min(begin + _OPENING, limit)):
            head = doc.gazetteer.outlet_heads.get(doc.keys[i])
            known = doc.gazetteer.longest_outlet(doc.keys, i)
            kinds = OUTLET_KINDS.get(mention.head, frozenset())
            if head is not None and head.key == mention.head and not head.definite:
                return outlet_at(doc, i, limit)
            if known is not None and known[1].kind in kinds and not known[1].ambiguous:
                return (i, i + known[0])
    return None


def _before_complement(doc: Document, start: int, end: int) -> int:
    """Where a phrase of the running text ends as a name: before ب or ل with the object of a verb."""
    for i in range(start + 1, end):
        key = doc.keys[i]
        if (
            key.startswith("بال")
            or (i > start + 1 and key.startswith("لل"))
            or (key[:1] in "بل" and len(key) > 4 and verbal_noun(doc, i, key[1:]))
            or doc.finite(i) is not None
        ):
            return i
    return end


def _description_end(doc: Document, start: int, end: int) -> int:
    """Where a description ends in the running text: before a name behind a body, إلا, or what goes on with و."""
    gazetteer = doc.gazetteer
    body = doc.keys[start] in gazetteer.institution_heads and doc.keys[start] not in gazetteer.roles
    for i in range(start + 1, end):
        key = doc.keys[i]
        named = body and key in gazetteer.given_names and not dedicated(doc, i)
        if key in STOPS or named or (key.startswith("و") and (key[1:] in PREPOSITIONS or key[1:] in STOPS)):
            return i
    return end


def _says_the_same(doc: Document, mention: Mention, found: Range) -> bool:
    """Whether an earlier phrase has the adjective of a description, too (الخارجية الأميركية)."""
    own = {word.removeprefix("ال") for word in mention.words[1:] if word not in SAME}
    return own <= {word.removeprefix("ال") for word in doc.words(found)}


def before_object(doc: Document, start: int, end: int) -> int:
    """Where a subject without article ends that an object or a complement follows (نواب مستقلون | الخطة الجديدة)."""
    gazetteer = doc.gazetteer
    indefinite = not doc.keys[start].startswith("ال") and doc.keys[start] not in gazetteer.titles
    if end > start + 1 and doc.keys[start].startswith("ال") and surname(doc, start, start + 1):
        return start + 1
    for i in range(start + 2, end):
        key, previous = doc.keys[i], doc.keys[i - 1]
        if key in gazetteer.given_names:
            return end
        adjective = (
            previous in gazetteer.nationalities or previous in gazetteer.sectors or previous.endswith("ون")
        )
        noun = key.startswith("ال") or key.endswith("ات") or key in VERBAL_NOUNS
        if indefinite and adjective and not previous.startswith("ال") and noun:
            return i
        bare = key[1:] if key.startswith("ب") and len(key) > 4 else ""
        if bare and not _is_somewhere(doc, i, bare):
            return i
        if key.endswith(("هم", "هما")) and len(key) > 4:
            return i
    return end


def _is_somewhere(doc: Document, i: int, bare: str) -> bool:
    gazetteer = doc.gazetteer
    heads = bare in gazetteer.institution_heads or bare in gazetteer.outlet_heads or bare in PLACE_NOUNS
    return heads or bare.startswith("ال") or gazetteer.longest_place(doc.keys, i, first=bare) is not None


def tokens_of(doc: Document, text: str) -> Range:
    start = doc.text.index(text)
    tokens = doc.tokens
    first = next(i for i in range(len(tokens)) if tokens.starts[i] >= start)
    last = next(i for i in range(first, len(tokens)) if tokens.ends[i] >= start + len(text))
    return first, last + 1


def fuller_earlier(doc: Document, mention: Mention) -> str:
    """For a bare definite description: the nearest earlier phrase with the same head that says more."""
    if not mention.bare or not mention.head:
        return ""
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
        end = subject_end(doc, i, _before_complement(doc, i, _description_end(doc, i, end)))
        outlet = outlet_at(doc, i, end) if mention.kind == "outlet" else None
        end = outlet[1] if outlet is not None else end
        if mention.kind != "outlet" and not _says_the_same(doc, mention, (i, end)):
            continue
        if end - i >= 2 and len(doc.words((i, end))) > len(mention.words):
            person = key in gazetteer.roles or key in gazetteer.anonymous_heads
            name = personal_name(doc, i, end) if person and mention.number == "singular" else None
            return doc.slice(name) if name is not None else doc.slice((i, end))
    return ""
