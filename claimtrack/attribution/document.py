"""An article prepared for attribution: tokens, quotations, sentences, and the readings of words.

Everything here answers questions about tokens; it decides nothing about claims.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from claimtrack.lexicon import Analysis, Lexicon
from claimtrack.lexicon.gazetteer import Gazetteer
from claimtrack.lexicon.unnamed import load as load_unnamed
from claimtrack.lexicon.words import words
from claimtrack.models import Span
from claimtrack.text.quotation import Quotation, pair_quotations
from claimtrack.text.sentences import split_sentences
from claimtrack.text.tokens import tokenize

Range = tuple[int, int]  # half-open range of token indices

PREPOSITIONS = words("prepositions")
_NO_SURNAMES = PREPOSITIONS | words("source_stops") | words("clause_openers") | words("relatives")
_BLESSING = "وسلم"  # صلى الله عليه وسلم: no verb that reports
MAX_REFUSAL = 20  # tokens
MOST_PLACES = 60  # a name is introduced early
MAX_SENTENCE = 400  # tokens; a text without marks is cut there, so that time stays proportional to length


class Document:
    """Tokens of one text with what was found about them; all positions are token indices."""

    def __init__(self, text: str, lexicon: Lexicon, gazetteer: Gazetteer, furniture: Sequence[Span] = ()):
        self.text = text
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.tokens = tokenize(text)
        self.keys = self.tokens.keys
        self.quotations = pair_quotations(self.tokens)
        self.opened = {q.open: q for q in self.quotations}
        self.closed = {q.close: q for q in self.quotations if q.closed}
        self.furniture = tuple(furniture)
        self.readings: list[tuple[Analysis, ...]] = [lexicon.analyze(key) for key in self.keys]
        self.refusals = dict(self._find_refusals())  # where each begins and ends

    def _find_refusals(self) -> Iterator[Range]:
        """رفض الكشف عن هويته, طلب عدم ذكر اسمه: about a source, and nothing that anybody reports."""
        unnamed = load_unnamed()
        for i, key in enumerate(self.keys):
            if self.readings[i] and (
                key in self.gazetteer.outlet_heads or (key == _BLESSING and self.keys[i - 1] == "عليه")
            ):
                self.readings[i] = ()  # إذاعة names an outlet
            if key in unnamed.reasons:
                match = unnamed.longest(self.keys, i, min(i + MAX_REFUSAL, len(self.keys)))
                if match is not None and match[1].alone:
                    self.readings[i : match[0]] = [()] * (match[0] - i)
                    yield i, match[0]

    @cached_property
    def sentences(self) -> list[Range]:
        """Sentences of the article's own prose, cut where page furniture begins or ends."""
        whole = split_sentences(self.tokens, self.quotations)
        found = [
            (i, min(i + MAX_SENTENCE, limit))
            for begin, limit in whole
            for i in range(begin, limit, MAX_SENTENCE)
        ]
        if not self.furniture:
            return found
        return [piece for sentence in found for piece in self._own_pieces(*sentence)]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that stand behind a given name somewhere in the text: they name somebody alone, too."""
        given = self.gazetteer.given_names
        return frozenset(
            key
            for i, key in enumerate(self.keys)
            if i and self.keys[i - 1] in given and self._surname(i, key) and not self.readings[i]
        )

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each key stands."""
        places: dict[str, list[int]] = {}
        for i, key in enumerate(self.keys):
            places.setdefault(key, []).append(i)
        return places

    def elsewhere(self, words: tuple[str, ...], besides: Range) -> list[int]:
        """Where these keys begin outside a range: the first places, so that time stays in proportion."""
        return [
            i
            for i in self.places.get(words[0], ())[:MOST_PLACES]
            if not besides[0] <= i < besides[1] and tuple(self.keys[i : i + len(words)]) == words
        ]

    def _surname(self, i: int, key: str) -> bool:
        if len(key) < 4 or not self.tokens.is_word(i) or key in _NO_SURNAMES or key[:1].isdigit():
            return False
        gazetteer = self.gazetteer
        known = (gazetteer.roles, gazetteer.titles, gazetteer.anonymous_heads, gazetteer.institution_heads)
        return not any(key in table for table in known) and key not in gazetteer.nationalities

    @cached_property
    def _starts(self) -> list[int]:
        return [begin for begin, _ in self.sentences]

    def sentence_at(self, i: int) -> int:
        """The index of the last sentence that begins at or before token i; -1 before the first."""
        return bisect_right(self._starts, i) - 1

    def _own_pieces(self, begin: int, limit: int) -> Iterator[Range]:
        start = begin
        for i in range(begin, limit):
            if self._in_furniture(self.tokens.starts[i]):
                if any(self.tokens.is_word(j) for j in range(start, i)):
                    yield start, i
                start = i + 1
        if any(self.tokens.is_word(j) for j in range(start, limit)):
            yield start, limit

    def _in_furniture(self, offset: int) -> bool:
        position = bisect_right(self.furniture, (offset, len(self.text) + 1)) - 1
        return position >= 0 and self.furniture[position].end > offset

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, i: int) -> str:
        """The folded key of token i; empty outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def is_word(self, i: int) -> bool:
        """Whether there is a token i and it is a word."""
        return 0 <= i < len(self.keys) and self.tokens.is_word(i)

    def _readings_at(self, i: int) -> tuple[Analysis, ...]:
        return self.readings[i] if 0 <= i < len(self.readings) else ()

    def finite(self, i: int) -> Analysis | None:
        """The reading of token i as a finite reporting verb, the likeliest first."""
        best = None
        for reading in self._readings_at(i):
            if reading.form.tense in ("past", "present") and (best is None or _rank(reading) < _rank(best)):
                best = reading
        return best

    def participle(self, i: int) -> Analysis | None:
        """The reading of token i as an indefinite reporting participle."""
        for reading in self._readings_at(i):
            if reading.form.tense == "participle" and not reading.form.definite:
                return reading
        return None

    def masdar(self, i: int) -> Analysis | None:
        """The reading of token i as the verbal noun of a reporting verb."""
        for reading in self._readings_at(i):
            if reading.form.tense == "masdar":
                return reading
        return None

    def is_colon(self, i: int) -> bool:
        """Whether token i is a colon that introduces speech (not one of a time or a score)."""
        if self.key(i) != ":":
            return False
        return not (self.key(i - 1).isdigit() and self.key(i + 1).isdigit())

    @cached_property
    def _outer(self) -> list[Quotation]:
        """The quotations that stand in no other, in text order."""
        found: list[Quotation] = []
        for quotation in self.quotations:
            if not found or quotation.open > found[-1].close:
                found.append(quotation)
        return found

    @cached_property
    def _outer_opens(self) -> list[int]:
        return [quotation.open for quotation in self._outer]

    def quotation_around(self, i: int) -> Quotation | None:
        """The outermost quotation that holds token i."""
        around = bisect_left(self._outer_opens, i) - 1
        if around < 0 or self._outer[around].close <= i:
            return None
        return self._outer[around]

    def strip(self, found: Range) -> Range:
        """The range without punctuation at its ends (closing brackets and quotes that pair stay)."""
        start, end = found
        while (
            start < end
            and not self.is_word(start)
            and not (start in self.opened and self.opened[start].close < end)
        ):
            start += 1
        while end > start and not self.is_word(end - 1) and not self._closes(start, end - 1):
            end -= 1
        return start, end

    def _closes(self, start: int, i: int) -> bool:
        if i in self.closed:
            return self.closed[i].open >= start
        return self.keys[i] in (")", "%") and (self.keys[i] == "%" or "(" in self.keys[start:i])

    def span(self, found: Range) -> Span:
        """The code points of a range of tokens."""
        return Span(self.tokens.starts[found[0]], self.tokens.ends[found[1] - 1])

    def words(self, found: Range) -> tuple[str, ...]:
        """The keys of the words of a range, punctuation left out."""
        return tuple(self.keys[i] for i in range(*found) if self.tokens.is_word(i))

    def slice(self, found: Range) -> str:
        """The text of a range of tokens."""
        span = self.span(found)
        return self.text[span.start : span.end]


def _rank(reading: Analysis) -> tuple[bool, bool, int, int]:
    form = reading.form
    return (
        form.passive,
        form.person != 3,
        {"s": 0, "p": 1, "d": 2}.get(form.number or "", 3),
        form.gender == "f",
    )
