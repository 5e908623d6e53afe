"""Who relays whom as a directed graph: GEXF for Gephi, GraphML for most others, and a list of edges.

An edge leads from the medium to the source it passes on; its weight is the number of claims. Nodes are
sources with name and kind; several unnamed sources of the same words are several nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape  # xml.sax.saxutils loads half of the network to do the same
from typing import Any, TextIO

from claimtrack.export.delimited import write_csv

Relays = Iterable[Mapping[str, Any]]

EDGE_COLUMNS = (
    *("relay_id", "relay", "relay_kind", "source_id", "source", "source_kind"),
    *("claims", "articles", "first", "last"),
)
# attributes of an edge: name, type in GEXF, type in GraphML
_EDGE = (
    ("claims", "integer", "int"),
    ("articles", "integer", "int"),
    ("first", "string", "string"),
    ("last", "string", "string"),
)
_BLANKS = {ord(blank): f"&#{ord(blank)};" for blank in "\n\t\r"}  # which an attribute would lose
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_edges(relays: Relays, out: TextIO, *, excel: bool) -> None:
    """One line a pair, as CSV."""
    write_csv(relays, EDGE_COLUMNS, out, excel=excel)


def write_gexf(relays: Relays, out: TextIO, *, excel: bool) -> None:
    """GEXF 1.2."""
    edges = list(relays)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n')
    out.write('<graph defaultedgetype="directed" mode="static">\n')
    out.write('<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>\n')
    names = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind, _ in _EDGE)
    out.write(f'<attributes class="edge">{names}</attributes>\n<nodes>\n')
    for node, name, kind in _nodes(edges):
        values = f'<attvalues><attvalue for="kind" value={_value(kind)}/></attvalues>'
        out.write(f"<node id={_value(node)} label={_value(name)}>{values}</node>\n")
    out.write("</nodes>\n<edges>\n")
    for number, edge in enumerate(edges):
        ends = f"source={_value(edge['relay_id'])} target={_value(edge['source_id'])}"
        values = "".join(f'<attvalue for="{name}" value={_value(edge[name])}/>' for name, _, _ in _EDGE)
        weight = f'weight="{edge["claims"]}"'
        out.write(f'<edge id="{number}" {ends} {weight}><attvalues>{values}</attvalues></edge>\n')
    out.write("</edges>\n</graph>\n</gexf>\n")


def write_graphml(relays: Relays, out: TextIO, *, excel: bool) -> None:
    """GraphML."""
    edges = list(relays)
    out.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for name in ("label", "kind"):
        out.write(f'<key id="{name}" for="node" attr.name="{name}" attr.type="string"/>\n')
    for name, _, kind in (*_EDGE, ("weight", "", "int")):
        out.write(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n')
    out.write('<graph edgedefault="directed">\n')
    for node, name, kind in _nodes(edges):
        out.write(f"<node id={_value(node)}>{_data('label', name)}{_data('kind', kind)}</node>\n")
    for edge in edges:
        ends = f"source={_value(edge['relay_id'])} target={_value(edge['source_id'])}"
        values = "".join(_data(name, edge[name]) for name, _, _ in _EDGE)
        out.write(f"<edge {ends}>{values}{_data('weight', edge['claims'])}</edge>\n")
    out.write("</graph>\n</graphml>\n")


def _nodes(edges: Sequence[Mapping[str, Any]]) -> Iterable[tuple[str, str, str]]:
    """(id, name, kind) of every source, in the order of the edges."""
    found: dict[str, tuple[str, str, str]] = {}
    for edge in edges:
        for end in ("relay", "source"):
            node = str(edge[f"{end}_id"])
            found.setdefault(node, (node, edge[end], edge[f"{end}_kind"]))
    return found.values()


def _value(value: object) -> str:
    plain = escape(_NO_XML.sub("\ufffd", str(value)))
    return f'"{plain.translate(_BLANKS)}"'


def _data(key: str, value: object) -> str:
    return f'<data key="{key}">{escape(_NO_XML.sub(chr(0xFFFD), str(value)), quote=False)}</data>'
