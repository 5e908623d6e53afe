"""The figures of a report as pictures in HTML: cards, bars, a grid, columns over time, a ranking.

No picture speaks by colour alone: every bar has its number, every kind its shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.models import KINDS, QUOTES, STANCES
from claimtrack.report.document import Who
from claimtrack.report.kinds import kind_shape
from claimtrack.report.labels import Labels
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.periods import Period, periods, undated
from claimtrack.report.tally import Standing, Tally

_KINDS = (*KINDS, "")
_FIRST, _MOST = 15, 100  # sources shown at once, and at all
_NAMED = 12  # periods whose name is written under their column


def cards(tally: Tally, labels: Labels) -> Markup:
    """The headline figures."""
    quoted = tally.claims - tally.quotes["indirect"]
    doubted = tally.stances["doubt"] + tally.stances["deny"]
    named = sum(standing.claims > 0 and source.kind != "anonymous" for source, standing in tally.ranked())
    figures = (
        (f"{tally.claims:,}", "claims"),
        (f"{tally.articles:,}", "articles_with_claims"),
        (f"{named:,}", "named_sources"),
        (_share(tally.kinds["anonymous"], tally.claims), "anonymous_share"),
        (_share(tally.chained, tally.claims), "relayed_share"),
        (_share(quoted, tally.claims), "direct_share"),
        (_share(doubted, tally.claims), "doubt_share"),
    )
    return element("dl", *(_card(value, labels(label)) for value, label in figures), class_="cards")


def bars(field: str, counts: Mapping[str, int], labels: Labels) -> Markup:
    """One bar a value that occurs, longest first; pressing it keeps only its claims."""
    order = {"kind": _KINDS, "stance": STANCES, "quote": QUOTES}[field]
    ranked = sorted((value for value in order if counts[value]), key=lambda value: -counts[value])
    most, total = max(counts.values(), default=1), sum(counts.values())
    rows = (_bar(field, value, counts[value], most, total, labels) for value in ranked)
    return element("ul", *rows, class_="bars")


def grid(tally: Tally, labels: Labels) -> Markup:
    """How often each kind of source appears with each stance."""
    kinds = [kind for kind in _KINDS if tally.kinds[kind]]
    stances = sorted(
        (stance for stance in STANCES if tally.stances[stance]), key=lambda stance: -tally.stances[stance]
    )
    most = max(tally.stances_of_kinds.values(), default=1)
    heads = (
        element(
            "th",
            kind_shape(kind, labels),
            " ",
            element("span", labels.value("kind", kind), class_="label"),
            scope="col",
        )
        for kind in kinds
    )
    rows = (
        element(
            "tr",
            element("th", labels.value("stance", stance), scope="row"),
            *(_cell(tally.stances_of_kinds[stance, kind], most) for kind in kinds),
        )
        for stance in stances
    )
    head = element("thead", element("tr", element("th", labels("stance_heading"), scope="col"), *heads))
    return element("div", element("table", head, element("tbody", *rows), class_="grid"), class_="scroll")


def timeline(tally: Tally, labels: Labels) -> Markup:
    """Columns over days, months or years, anonymous sources hatched."""
    unit, found = periods(tally.dates)
    missing = undated(tally.dates)
    note = element("p", labels("undated"), " ", element("b", missing), class_="note") if missing else ""
    if not found:
        return element("p", labels("no_dates"), class_="note")
    columns = list(_columns(found, labels))
    key = element(
        "p",
        element("span", class_="swatch others"),
        labels("of_others"),
        element("span", class_="swatch anonymous"),
        labels("of_anonymous"),
        class_="note key",
    )
    caption = element("figcaption", labels(f"timeline_{unit}"))
    sparse = " few" if len(found) < _NAMED else ""
    drawing = element("ol", *columns, class_=f"columns{sparse}")
    return join(element("figure", caption, drawing, key), note)


def ranking(tally: Tally, labels: Labels) -> Markup:
    """The sources by their claims; pressing one keeps only its claims."""
    ranked = tally.ranked()
    most = max((standing.claims for _, standing in ranked), default=1) or 1
    first = _table(ranked[:_FIRST], 1, most, labels)
    rest = ranked[_FIRST:_MOST]
    if not rest:
        return first
    more = element(
        "details",
        element("summary", f"{labels('more_sources')} ({len(rest)})"),
        _table(rest, _FIRST + 1, most, labels),
        class_="more",
    )
    left = len(ranked) - _MOST
    note = element("p", labels("sources_left_out"), " ", f"{left:,}", class_="note") if left > 0 else ""
    return join(first, more, note)


def _card(value: str, label: str) -> Markup:
    return element("div", element("dt", label), element("dd", element("bdi", value)))


def _bar(field: str, value: str, claims: int, most: int, total: int, labels: Labels) -> Markup:
    shape = kind_shape(value, labels) if field == "kind" else ""
    return element(
        "li",
        element(
            "button",
            element("span", shape, " ", labels.value(field, value), class_="label"),
            element("span", element("i", style=f"inline-size:{100 * claims / most:.1f}%"), class_="track"),
            element("span", f"{claims:,}", class_="number"),
            element("span", _share(claims, total), class_="share"),
            type="button",
            aria_pressed="false",
            data_filter=field,
            data_value=value or "unresolved",
        ),
    )


def _cell(claims: int, most: int) -> Markup:
    """A cell darker the more it counts; its number says it too."""
    if not claims:
        return element("td", "·", class_="none")
    strength = 12 + round(88 * claims / most)
    return element("td", claims, style=f"--strength:{strength}%", class_="strong" if strength > 55 else None)


def _columns(found: Sequence[Period], labels: Labels) -> Iterator[Markup]:
    """The columns; so many have their name written as fit on a screen, and fewer on a telephone."""
    most = max(period.claims for period in found)
    step = -(-len(found) // _NAMED)
    for number, period in enumerate(found):
        signs = {"peak": period.claims == most, "major": number % (step * 4) == 0}
        classes = " ".join(name for name, wanted in signs.items() if wanted)
        yield _column(period, most, labels, classes=classes, written=number % step == 0)


def _column(period: Period, most: int, labels: Labels, *, classes: str, written: bool) -> Markup:
    said = f"{period.name}: {period.claims} ({labels('of_anonymous')}: {period.anonymous})"
    stack = element(
        "span",
        element("b", period.claims or "", class_="number"),
        element("i", class_="anonymous", style=f"block-size:{100 * period.anonymous / most:.2f}%"),
        element("i", class_="others", style=f"block-size:{100 * period.others / most:.2f}%"),
        class_="stack",
        aria_hidden="true",
    )
    name = element("span", period.name if written else "", class_="name", aria_hidden="true")
    return element(
        "li", element("span", said, class_="unseen"), stack, name, class_=classes or None, title=said
    )


def _table(ranked: Sequence[tuple[Who, Standing]], start: int, most: int, labels: Labels) -> Markup:
    heads = ("rank", "source", "claims_heading", "articles_heading", "relayed_heading")
    head = element("tr", *(element("th", labels(name), scope="col", class_=f"h-{name}") for name in heads))
    rows = (
        element("tr", *_ranked(place, source, standing, most, labels))
        for place, (source, standing) in enumerate(ranked, start)
    )
    return element("table", element("thead", head), element("tbody", *rows), class_="ranking")


def _ranked(place: int, source: Who, standing: Standing, most: int, labels: Labels) -> Iterator[Markup]:
    press = element(
        "button",
        element("bdi", source.name),
        type="button",
        class_="source",
        data_by=standing.number,
        title=labels("only_source"),
    )
    kind = element("span", labels.value("kind", source.kind), class_="kind")
    track = element(
        "span", element("i", style=f"inline-size:{100 * standing.claims / most:.1f}%"), class_="track"
    )
    yield element("td", place, class_="number")
    yield element("td", element("span", kind_shape(source.kind, labels), press, kind, class_="speaker"))
    yield element("td", element("span", track, element("b", standing.claims), class_="measure"))
    yield from _numbers((len(standing.articles), standing.relayed))


def _numbers(counts: Iterable[int]) -> Iterator[Markup]:
    for count in counts:
        yield element("td", count or "·", class_="number")


def _share(part: int, whole: int) -> str:
    share = 100 * part / whole if whole else 0
    return f"{share:.1f}%" if 0 < share < 1 else f"{share:.0f}%"
