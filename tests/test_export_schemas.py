"""Formats that have a schema, or a model that can be written down as one, against it.

`schemas/web_annotation.json` follows the W3C's Web Annotation Data Model, `schemas/gexf.xsd` the GEXF 1.2 primer.
Articles, names and addresses are whatever there is.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import AGENCY, PAPER, make_claim, make_extraction, port_claims
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli.exporting import write_export
from claimtrack.export import format_of
from claimtrack.export.annotations import write_annotations
from claimtrack.export.marked import MarkedArticle
from claimtrack.export.networks import write_gexf
from claimtrack.models import KINDS, Article, Source
from claimtrack.store import ClaimFilter, Store

jsonschema = pytest.importorskip("jsonschema")
etree = pytest.importorskip("lxml.etree")

SCHEMAS = Path(__file__).parent / "schemas"
ANNOTATIONS = jsonschema.Draft202012Validator(
    json.loads((SCHEMAS / "web_annotation.json").read_text("utf-8"))
)
GEXF = etree.XMLSchema(etree.parse(SCHEMAS / "gexf.xsd"))

TEXT = "وقال “<القائد>” & رفاقه إن الباب\nمفتوح 😀."
WORDS = st.text(max_size=20)
ADDRESSES = st.one_of(WORDS, WORDS.map("https://nashra.example/{}".format))


@pytest.fixture
def store(port_article: Article) -> Iterator[Store]:
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        store.add(Article(TEXT, "a.txt", url="https://nashra.example/باب 1"), make_extraction([claim()]))
        yield store


def claim(source: Source = PAPER) -> Any:
    return make_claim(
        TEXT, content=["الباب\nمفتوح"], cue="وقال", mention="<القائد>", source=source, via=[AGENCY]
    )


def exported(store: Store, path: Path, **narrowed: Any) -> bytes:
    write_export(store, ClaimFilter(**narrowed), format_of(path), path, excel=False)
    return path.read_bytes()


@pytest.mark.parametrize("narrowed", [{}, {"stance": "neutral"}, {"limit": 0}])
def test_annotations_follow_the_model(store: Store, tmp_path: Path, narrowed: dict[str, Any]) -> None:
    ANNOTATIONS.validate(json.loads(exported(store, tmp_path / "claims.jsonld", **narrowed)))


@given(name=WORDS, kind=st.sampled_from(KINDS), url=ADDRESSES)
def test_annotations_of_any_name_and_address_do(name: str, kind: str, url: str) -> None:
    out = io.StringIO()
    article = Article(TEXT, "a.txt", url=url)
    write_annotations([MarkedArticle(1, article, (claim(Source(name, kind)),))], out)
    ANNOTATIONS.validate(json.loads(out.getvalue()))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("@context",), "http://schema.org/"),
        (("items", 0, "type"), "Note"),
        (("items", 0, "target"), []),
        (("items", 0, "body", 0, "purpose"), "saying"),
        (("items", 0, "target", 0, "source"), "no address"),
        (("items", 0, "target", 0, "selector", 0, "start"), -1),
    ],
)
def test_the_schema_sees_what_is_wrong(
    store: Store, tmp_path: Path, place: tuple[Any, ...], value: Any
) -> None:
    page = json.loads(exported(store, tmp_path / "claims.jsonld"))
    part = page
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert not ANNOTATIONS.is_valid(page)


@pytest.mark.parametrize("narrowed", [{}, {"limit": 0}])
def test_gexf_follows_its_schema(store: Store, tmp_path: Path, narrowed: dict[str, Any]) -> None:
    graph = etree.fromstring(exported(store, tmp_path / "relays.gexf", **narrowed))
    GEXF.assertValid(graph)
    if not narrowed:
        assert len(graph.findall(".//{*}edge")) > 1


@given(names=st.lists(WORDS, min_size=2, max_size=4), kind=st.sampled_from(KINDS))
def test_gexf_of_any_names_does(names: list[str], kind: str) -> None:
    relay = {"relay_id": "1", "relay": names[0], "relay_kind": kind}
    counts = {"claims": 1, "articles": 1, "first": "", "last": "2021"}
    relays = [
        relay | {"source_id": number, "source": name, "source_kind": ""} | counts
        for number, name in enumerate(names[1:], start=2)
    ]
    out = io.StringIO()
    write_gexf(relays, out, excel=False)
    GEXF.assertValid(etree.fromstring(out.getvalue().encode()))


def test_the_xml_schema_sees_what_is_wrong(store: Store, tmp_path: Path) -> None:
    text = exported(store, tmp_path / "relays.gexf").decode()
    for right, wrong in (
        ('version="1.2"', 'version="1"'),
        (' for="kind"', ' for="sort"'),
        (' target="', ' target="no'),
    ):
        assert right in text
        assert not GEXF.validate(etree.fromstring(text.replace(right, wrong).encode()))
