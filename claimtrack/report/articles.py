"""An article's section of the page: its heading, its text with the claims marked, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claimtrack.models import Claim, Span
from claimtrack.report.document import NOBODY, Document, Who, who
from claimtrack.report.kinds import SHAPES, kind_shape
from claimtrack.report.labels import Labels
from claimtrack.report.marking import marked
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.tally import Tally


def article_section(document: Document, tally: Tally, labels: Labels, *, opened: bool = False) -> Markup:
    """The section, closed until somebody looks at it."""
    claims = list(document.numbered())
    article = document.article
    text = element("div", marked(article.text, claims, furniture=article.furniture), class_="text", dir="rtl")
    listed = element(
        "ol",
        *(_claim(number, claim, document, tally, labels) for number, claim in claims),
        class_="claims",
        aria_label=labels("claims_of_article"),
    )
    body = element("div", text, listed, class_="body")
    details = element("details", _summary(document, labels), body, open=opened)
    return element("article", details, data_outlet=article.outlet or None)


def _summary(document: Document, labels: Labels) -> Markup:
    article = document.article
    title = article.title or article.path or labels("untitled")
    kinds = Counter(who(claim.source, article=0).kind for _, claim in document.numbered())
    counts = (
        element("span", kind_shape(kind, labels), " ", kinds[kind], class_="count")
        for kind in SHAPES
        if kinds[kind]
    )
    about = [element("bdi", part) for part in (article.outlet, article.published, article.path) if part]
    return element(
        "summary",
        element("h3", element("bdi", title)),
        element("span", *_between(about, " · "), class_="about"),
        element("span", *_between([*counts], " "), class_="counts"),
    )


def _claim(number: int, claim: Claim, document: Document, tally: Tally, labels: Labels) -> Markup:
    origin = who(claim.source, article=document.number)
    relays = [who(relay.source, article=document.number) for relay in claim.via]
    text = document.article.text
    quoted = " … ".join(_words(text, span) for span in claim.content)
    return element(
        "li",
        element("a", number, class_="back", href=f"#m-{claim.id}", aria_label=f"{labels('claim')} {number}"),
        element("div", *_between([*_speaker(claim, origin, relays, text, labels)], " "), class_="who"),
        element("blockquote", quoted, dir="auto"),
        element("div", *_manner(claim, document, labels), class_="how"),
        id=f"c-{claim.id}",
        data_n=number,
        data_kind=origin.kind or "unresolved",
        data_stance=claim.stance,
        data_quote=claim.quote,
        data_in=_parent(claim, document),
        data_by=" ".join(str(tally.standing(source).number) for source in (origin, *relays)),
    )


def _speaker(claim: Claim, origin: Who, relays: list[Who], text: str, labels: Labels) -> Iterator[Markup]:
    mention = _words(text, claim.mention)
    name = origin.name if origin != NOBODY else mention or labels.value("kind", "")
    steps = [element("bdi", name, class_="name"), *(element("bdi", relay.name) for relay in relays)]
    about = [element("span", labels.value("kind", origin.kind)), *_told(claim, name, text, labels)]
    yield kind_shape(origin.kind, labels)
    yield element("span", *_between(steps, " ← "), class_="chain", dir="rtl")
    yield element("span", *_between(about, " · "), class_="kind")


def _told(claim: Claim, name: str, text: str, labels: Labels) -> Iterator[Markup]:
    """What the article says of the source beside its name."""
    mention = _words(text, claim.mention)
    office = " ".join(filter(None, (claim.office.title, claim.office.role))) if claim.office else ""
    if office and office != name and office not in mention:
        yield element("bdi", office)
    if mention and mention != name:
        yield element("span", labels("mentioned_as"), " ", element("bdi", f"«{mention}»"))
    if claim.anonymity and (why := _words(text, claim.anonymity.reason)):
        yield element("span", labels("unnamed_because"), " ", element("bdi", f"«{why}»"))


def _manner(claim: Claim, document: Document, labels: Labels) -> Iterator[str]:
    stance = labels.value("stance", claim.stance)
    said = [element("span", stance, class_="stance")]
    if claim.negated:
        said.append(element("span", labels("negated"), class_="negated"))
    said.append(element("span", labels.value("quote", claim.quote)))
    if cue := _words(document.article.text, claim.cue):
        said.append(element("span", labels("cue"), " ", element("bdi", f"«{cue}»")))
    if claim.when:
        told = claim.when.value or _words(document.article.text, claim.when.span)
        said.append(element("span", labels("said"), " ", element("bdi", told)))
    if parent := _parent(claim, document):
        said.append(element("a", labels("inside"), " ", parent, href=f"#c-{claim.parent}"))
    yield from _between(said, " · ")


def _words(text: str, span: Span | None) -> str:
    """The words of a span on one line; nothing for none."""
    return " ".join(text[span.start : span.end].split()) if span else ""


def _parent(claim: Claim, document: Document) -> int | None:
    """The number of the claim this one stands in, where that is shown too."""
    return next((number for number, other in document.numbered() if other.id == claim.parent), None)


def _between(parts: list[Markup], sign: str) -> Iterator[str]:
    for place, part in enumerate(parts):
        yield join(sign if place else "", part)
