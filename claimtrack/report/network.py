"""Who relays whom, laid out: which sources are drawn, in which column and at which height. Numbers only.

Three columns in the direction of reading: those who only speak, those who are relayed and relay others,
those who only relay. A band leads from a source to its relay, as wide as it carries claims. The same
links give the same layout, whatever their order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimtrack.report.document import Who

OTHER_ORIGINS, OTHER_RELAYS = Who("", "other origins"), Who("", "other relays")

_MOST_ORIGINS = 24
_MOST_RELAYS = 18
_SWEEPS = 12
_TALLEST = 460.0  # what all claims of the fullest column may take, in pixels, when they are many
_THICKEST = 14.0  # a single claim, when they are few
_ROW = 24.0  # the least a name needs
_GAP = 6.0

Links = Mapping[tuple[Who, Who], int]


@dataclass(frozen=True, slots=True)
class Node:
    """A source in its place: column, top and height, and how many claims pass through it."""

    source: Who
    column: int
    top: float
    height: float
    claims: int


@dataclass(frozen=True, slots=True)
class Band:
    """A link: where its middle leaves the source and reaches the relay, and how wide it is."""

    source: Who
    relay: Who
    columns: tuple[int, int]
    leaves: float
    reaches: float
    width: float
    claims: int


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing in numbers; columns are counted without the empty ones."""

    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]
    columns: tuple[str, ...]  # labels of the columns: origins, between, relays
    height: float


def network(links: Links) -> Network:
    """The layout of all links, the lesser sources gathered into one."""
    drawn = gathered(links)
    columns = _columns(drawn)
    names = [name for name in ("origins", "between", "relays") if name in columns.values()]
    order = _ordered(drawn, {source: names.index(name) for source, name in columns.items()})
    flow = _flow(drawn)
    scale = _scale(order, flow)
    nodes, height = _placed(order, flow, scale)
    return Network(tuple(nodes), tuple(_bands(drawn, nodes, scale)), tuple(names), height)


def gathered(links: Links) -> dict[tuple[Who, Who], int]:
    """The links with all but the busiest sources and relays taken together."""
    sending, receiving = Counter[Who](), Counter[Who]()
    for (source, relay), claims in links.items():
        sending[source] += claims
        receiving[relay] += claims
    relays = _busiest(receiving, _MOST_RELAYS)
    origins = _busiest(sending, _MOST_ORIGINS) | relays
    found: Counter[tuple[Who, Who]] = Counter()
    for (source, relay), claims in links.items():
        origin = source if source in origins else OTHER_ORIGINS
        found[origin, relay if relay in relays else OTHER_RELAYS] += claims
    return dict(sorted(found.items()))


def _busiest(counts: Counter[Who], most: int) -> set[Who]:
    ranked = sorted(counts, key=lambda source: (-counts[source], source))
    return set(ranked if len(ranked) <= most + 1 else ranked[:most])  # never a gathering of one


def _columns(links: Links) -> dict[Who, str]:
    sources, relays = {source for source, _ in links}, {relay for _, relay in links}
    names = dict.fromkeys(sources - relays, "origins")
    return names | dict.fromkeys(sources & relays, "between") | dict.fromkeys(relays - sources, "relays")


def _flow(links: Links) -> dict[Who, int]:
    """How many claims pass through each source: the more of those that reach it and those that leave it."""
    leaving, reaching = Counter[Who](), Counter[Who]()
    for (source, relay), claims in links.items():
        leaving[source] += claims
        reaching[relay] += claims
    return {source: max(leaving[source], reaching[source]) for source in {*leaving, *reaching}}


def _ordered(links: Links, columns: Mapping[Who, int]) -> list[list[Who]]:
    """The columns from top to bottom: each source near the middle of those it is linked with."""
    flow = _flow(links)
    order: list[list[Who]] = [[] for _ in range(max(columns.values(), default=-1) + 1)]
    for source in sorted(columns, key=lambda source: (-flow[source], source)):
        order[columns[source]].append(source)
    neighbours = defaultdict(list)
    for (source, relay), claims in links.items():
        neighbours[source].append((relay, claims))
        neighbours[relay].append((source, claims))
    for _ in range(_SWEEPS):
        for column in order:
            heights = {source: place / len(one) for one in order for place, source in enumerate(one)}
            middles = {source: _middle(neighbours[source], heights) for source in column}
            column.sort(key=lambda source: (_is_other(source), middles[source], -flow[source], source))
    return order


def _middle(neighbours: Iterable[tuple[Who, int]], heights: Mapping[Who, float]) -> float:
    pairs = [(heights[source], claims) for source, claims in neighbours]
    # rounded, so that the last bit of a sum does not decide an order
    return round(sum(height * claims for height, claims in pairs) / sum(claims for _, claims in pairs), 6)


def _is_other(source: Who) -> bool:
    return source in (OTHER_ORIGINS, OTHER_RELAYS)


def _scale(order: list[list[Who]], flow: Mapping[Who, int]) -> float:
    """Pixels a claim."""
    fullest = max((sum(flow[source] for source in column) for column in order), default=1)
    return min(_THICKEST, _TALLEST / fullest)


def _placed(order: list[list[Who]], flow: Mapping[Who, int], scale: float) -> tuple[list[Node], float]:
    rooms = [
        {source: _room(flow[source] * scale, middle=number == 1 and len(order) == 3) for source in column}
        for number, column in enumerate(order)
    ]
    tallest = max((sum(room.values()) for room in rooms), default=0.0)
    nodes = []
    for number, room in enumerate(rooms):
        spread = (tallest - sum(room.values())) / len(room)  # the shorter columns take the same height
        top = spread / 2
        for source, taken in room.items():
            height = flow[source] * scale
            nodes.append(Node(source, number, top + (taken - height) / 2, height, flow[source]))
            top += taken + spread
    return nodes, tallest


def _room(height: float, *, middle: bool) -> float:
    """What a node takes with its name, which stands beside it, but above it in the middle of three columns."""
    return height + 2 * _ROW if middle else max(_ROW, height) + _GAP


def _bands(links: Links, nodes: Iterable[Node], scale: float) -> list[Band]:
    """The links, those of a node one under the other in the order of their other ends."""
    column = {node.source: node.column for node in nodes}
    middle = {node.source: node.top + node.height / 2 for node in nodes}
    leaving = {node.source: node.top for node in nodes}
    reaching = dict(leaving)
    leaves: dict[tuple[Who, Who], float] = {}
    for link in sorted(links, key=lambda link: (middle[link[1]], link)):
        width = links[link] * scale
        leaves[link] = leaving[link[0]] + width / 2
        leaving[link[0]] += width
    bands = []
    for link in sorted(links, key=lambda link: (column[link[0]], middle[link[0]], link)):
        width = links[link] * scale
        columns = (column[link[0]], column[link[1]])
        bands.append(Band(*link, columns, leaves[link], reaching[link[1]] + width / 2, width, links[link]))
        reaching[link[1]] += width
    return bands
