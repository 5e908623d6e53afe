"""Articles and claims made by hand, for tests of what comes after the engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pytest

from claimtrack.models import Anonymity, Article, Claim, Extraction, Office, Relay, Source, Span

PAPER = Source("صحيفة “الميناء” الساحلية", "outlet", ("الميناء", "الصحيفة"))
AGENCY = Source("وكالة أنباء الواحة", "outlet", ("الوكالة",))
SPOKESMAN = Source("سليم الحداد", "person", ("المتحدث باسم البلدية سليم الحداد", "الحداد"))
INSIDERS = Source("مصادر ملاحية مطلعة", "anonymous", ("المصادر",))

TEXT = (
    "ميناء جديد على الساحل\n"
    "\n"
    "كشفت صحيفة “الميناء” الساحلية عن خطة لتوسيع الأرصفة. وأوضحت الصحيفة أن العمل يبدأ في الربيع.\n"
    "وقال المتحدث باسم البلدية سليم الحداد لوكالة أنباء الواحة إن «الأسلحــة لن تمر من هنا».\n"
    "ونفت مصادر ملاحية مطلعة، بحسب الوكالة، أن يكون الميناء قد أُغلق.\n"
)


def span_of(text: str, words: str) -> Span:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(
    text: str,
    *,
    content: str | Iterable[str],
    cue: str = "",
    mention: str = "",
    source: Source | None = None,
    via: Iterable[Source] = (),
    **others: object,
) -> Claim:
    """A claim whose spans are found by their words."""
    fragments = [content] if isinstance(content, str) else list(content)
    cue_span = span_of(text, cue) if cue else None
    first = span_of(text, fragments[0])
    sentence = Span(text.rfind("\n", 0, first.start) + 1, (text + "\n").index("\n", first.end))
    key = f"{text}{cue_span}{first}".encode("utf-8", "replace")
    fields: dict[str, object] = {
        "id": hashlib.sha256(key).hexdigest()[:16],
        "quote": "indirect",
        "stance": "neutral",
        "cue_lemma": "قال",
        "negated": False,
        "parent": None,
        "rule": "verb",
        "entry": "قال",
        "sentence": sentence,
    }
    return Claim(
        content=tuple(span_of(text, fragment) for fragment in fragments),
        cue=cue_span,
        mention=span_of(text, mention) if mention else None,
        source=source,
        via=tuple(Relay(relay) for relay in via),
        **(fields | others),  # type: ignore[arg-type]
    )


def make_extraction(claims: Iterable[Claim], *, engine: str = "1", lexicon: str = "1") -> Extraction:
    return Extraction(tuple(claims), engine, lexicon)


def port_claims(text: str = TEXT) -> list[Claim]:
    """The four claims of `TEXT`."""
    reveal = make_claim(
        text,
        content="خطة لتوسيع الأرصفة",
        cue="كشفت",
        mention="صحيفة “الميناء” الساحلية",
        source=PAPER,
        stance="reveal",
        cue_lemma="كشف",
    )
    explain = make_claim(
        text,
        content="العمل يبدأ في الربيع",
        cue="وأوضحت",
        mention="الصحيفة",
        source=PAPER,
        cue_lemma="أوضح",
        reason="الصحيفة: the outlet named last",
    )
    say = make_claim(
        text,
        content="الأسلحــة لن تمر من هنا",
        cue="وقال",
        mention="المتحدث باسم البلدية سليم الحداد",
        source=SPOKESMAN,
        via=[AGENCY],
        quote="direct",
        office=Office("", "المتحدث باسم البلدية", "البلدية"),
    )
    deny = make_claim(
        text,
        content="يكون الميناء قد أُغلق",
        cue="ونفت",
        mention="مصادر ملاحية مطلعة",
        source=INSIDERS,
        via=[AGENCY],
        stance="deny",
        cue_lemma="نفى",
        negated=True,
        anonymity=Anonymity("informed", "several", "مصر", span_of(text, "بحسب الوكالة")),
    )
    return [reveal, explain, say, deny]


@pytest.fixture
def port_article() -> Article:
    return Article(
        text=TEXT,
        path="news/port.txt",
        title="ميناء جديد على الساحل",
        outlet="الشاطئ نيوز",
        published="2021-03-14",
    )
