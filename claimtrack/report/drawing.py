"""The network of who relays whom as SVG, and as a table for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.report.document import NOBODY, Who
from claimtrack.report.kinds import SHAPES
from claimtrack.report.labels import Labels
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.network import OTHER_ORIGINS, OTHER_RELAYS, Band, Links, Network, Node, network
from claimtrack.report.tally import Tally

_BAR = 9.0  # width of a node
_LINE = 16.0  # height of a heading


@dataclass(frozen=True, slots=True)
class Sheet:
    """How wide the drawing is, how much of it names take at each side, and how many letters they have."""

    name: str
    width: float
    margin: float
    letters: int


# one for screens and paper, one for telephones; the style sheet shows the one that fits
SHEETS = (Sheet("wide", 960, 250, 34), Sheet("narrow", 352, 118, 14))


def network_drawings(tally: Tally, labels: Labels) -> Markup:
    """The drawings of all sheets and the table."""
    layout = network(tally.links)
    pen = _Pen(layout, tally, labels)
    return join(*(pen.drawing(sheet) for sheet in SHEETS), _table(tally.links, labels))


def named(source: Who, labels: Labels) -> str:
    """A source by its name, or by what it stands for."""
    if source == OTHER_ORIGINS:
        return labels("other_origins")
    if source == OTHER_RELAYS:
        return labels("other_relays")
    return labels.value("kind", "") if source == NOBODY else source.name


@dataclass(frozen=True, slots=True)
class _Pen:
    layout: Network
    tally: Tally
    labels: Labels

    def drawing(self, sheet: Sheet) -> Markup:
        height = self.layout.height + self._head
        return element(
            "svg",
            *self._headings(sheet),
            element("g", *(self._band(band, sheet) for band in self.layout.bands), class_="bands"),
            *(self._node(node, sheet) for node in self.layout.nodes),
            class_=f"network {sheet.name}",
            viewBox=f"0 0 {sheet.width:g} {height:g}",
            role="group",
            aria_label=self.labels("network"),
        )

    def _headings(self, sheet: Sheet) -> Iterator[Markup]:
        for column, name in enumerate(self.layout.columns):
            yield element(
                "text",
                self.labels(name),
                class_="heading",
                x=f"{self._across(self._left(column, sheet) + _BAR / 2, sheet):g}",
                y=f"{_LINE * (2 if self._is_middle(column) else 1):g}",
                text_anchor="middle",
            )

    def _node(self, node: Node, sheet: Sheet) -> Markup:
        number = self._number(node.source)
        title = f"{named(node.source, self.labels)}: {node.claims}"
        left = self._left(node.column, sheet)
        edge = min(self._across(left, sheet), self._across(left + _BAR, sheet))
        bar = element(
            "rect",
            x=f"{edge:g}",
            y=f"{node.top + self._head:.1f}",
            width=f"{_BAR:g}",
            height=f"{max(2.0, node.height):.1f}",
            rx="2",
        )
        return element(
            "g",
            element("title", title),
            bar,
            self._name(node, sheet),
            class_=f"node k-{node.source.kind if node.source.kind in SHAPES else 'other'}",
            data_node=self._key(node.source),
            data_by=number,
            tabindex=None if number is None else 0,
            role="img" if number is None else "button",
            aria_label=title,
        )

    def _name(self, node: Node, sheet: Sheet) -> Markup:
        """Outside of the outer columns, above the nodes of the middle one."""
        across, anchor = self._beside(node, sheet)
        shape = SHAPES.get(node.source.kind, "…")
        name = _shortened(named(node.source, self.labels), sheet.letters)
        down = node.top - 5 if self._is_middle(node.column) else node.top + node.height / 2 + 4.5
        return element(
            "text",
            f"{shape} {name} ",
            element("tspan", node.claims, class_="claims"),
            x=f"{across:g}",
            y=f"{down + self._head:.1f}",
            direction="rtl",
            text_anchor=anchor,
        )

    @property
    def _head(self) -> float:
        """The headings; the one in the middle stands a line lower, so that they never meet."""
        return _LINE * len(self.layout.columns)

    def _is_middle(self, column: int) -> bool:
        return 0 < column < len(self.layout.columns) - 1

    def _beside(self, node: Node, sheet: Sheet) -> tuple[float, str]:
        """Where a name is held, and by which end: names run from right to left in either language."""
        left = self._left(node.column, sheet)
        if self._is_middle(node.column):
            return self._across(left + _BAR / 2, sheet), "middle"
        first = node.column == 0
        grows_left = first != (self.labels.direction == "rtl")
        across = left - 6 if first else left + _BAR + 6
        return self._across(across, sheet), "start" if grows_left else "end"

    def _band(self, band: Band, sheet: Sheet) -> Markup:
        start = self._left(band.columns[0], sheet) + _BAR
        end = self._left(band.columns[1], sheet)
        names = (named(band.source, self.labels), named(band.relay, self.labels))
        return element(
            "path",
            element("title", f"\u2068{names[0]}\u2069 ← \u2068{names[1]}\u2069: {band.claims}"),
            d=self._curve(start, band.leaves + self._head, end, band.reaches + self._head, sheet),
            stroke_width=f"{max(1.2, band.width):.1f}",
            data_from=self._key(band.source),
            data_to=self._key(band.relay),
        )

    def _curve(self, start: float, leaves: float, end: float, reaches: float, sheet: Sheet) -> str:
        if end > start:
            bend = (end - start) / 2
            points = ((start, leaves), (start + bend, leaves), (end - bend, reaches), (end, reaches))
        else:  # within a column: out, and back to the other side of the relay
            out = sheet.width * 0.07
            points = ((start, leaves), (start + out, leaves), (start + out, reaches), (start, reaches))
        (x, y), *rest = ((self._across(across, sheet), down) for across, down in points)
        return f"M{x:.1f} {y:.1f}C" + " ".join(f"{across:.1f} {down:.1f}" for across, down in rest)

    def _left(self, column: int, sheet: Sheet) -> float:
        room = sheet.width - 2 * sheet.margin - _BAR
        return sheet.margin + room * column / max(1, len(self.layout.columns) - 1)

    def _across(self, from_start: float, sheet: Sheet) -> float:
        return sheet.width - from_start if self.labels.direction == "rtl" else from_start

    def _number(self, source: Who) -> int | None:
        return self.tally.standing(source).number if source.kind in SHAPES else None

    def _key(self, source: Who) -> str:
        number = self._number(source)
        return source.kind.replace(" ", "-") if number is None else str(number)


def _table(links: Links, labels: Labels) -> Markup:
    ranked = sorted(links.items(), key=lambda link: (-link[1], link[0]))
    rows = (
        element(
            "tr",
            element("td", element("bdi", named(source, labels))),
            element("td", element("bdi", named(relay, labels))),
            element("td", claims, class_="number"),
        )
        for (source, relay), claims in ranked
    )
    heads = (labels("source"), labels("relay_heading"), labels("claims_heading"))
    table = element(
        "table",
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows),
    )
    return element(
        "details",
        element("summary", labels("network_table")),
        element("div", table, class_="scroll"),
        class_="more",
    )


def _shortened(name: str, letters: int) -> str:
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"
