"""What a fuzzer feeds: texts of cues and marks, files of every kind, records of exports; as hypothesis strategies."""

from __future__ import annotations

import copy
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from hostile import CONSTRUCTIONS, FILES, MARKS, SOURCES
from hypothesis import strategies as st
from reading_fixtures.files import COLLECTIONS, page

from claimtrack.attribution import extract
from claimtrack.lexicon import load
from claimtrack.reading import KINDS, read
from claimtrack.store import Store

SAMPLES = Path(__file__).parent.parent / "sample_data"
ENDINGS = sorted({ending for kind in KINDS for ending in kind.endings} | {"", ".txt.gz", ".tar.gz", ".odd"})
WHOLE = [content() for _, content, _ in COLLECTIONS] + [page()]


@cache
def _pieces() -> list[str]:
    """Words and marks of which any order may be met: cues, small words, names, broken marks."""
    verbs = load().verbs.values()
    words = {word for verb in verbs for example in verb.examples for word in example.split()}
    units = [unit for units in CONSTRUCTIONS.values() for unit in units] + list(SOURCES)
    words |= {word for unit in units for word in unit.split()}
    words |= {form for verb in verbs for form in (verb.lemma, verb.present, *verb.masdar, *verb.participle)}
    return sorted(words) + list(MARKS)


@cache
def _sentences() -> list[str]:
    return [
        line for path in sorted(SAMPLES.glob("*.txt")) for line in path.read_text("utf-8").split("\n") if line
    ]


def texts() -> st.SearchStrategy[str]:
    """Cues and marks in any order, sentences cut and joined anywhere, and any characters at all."""
    soup = st.lists(
        st.tuples(st.sampled_from(_pieces()), st.sampled_from(("", " ", " ", " ", "\n"))), max_size=40
    )
    cut = st.tuples(st.sampled_from(_sentences()), st.integers(0, 200), st.integers(0, 200))
    part = st.one_of(
        soup.map(lambda pairs: "".join(piece + gap for piece, gap in pairs)),
        cut.map(lambda given: given[0][given[1] : given[1] + given[2]]),
        st.text(max_size=12),
        st.text(alphabet="اأإىيةهوقلنم ،.«»\"':؛؟()-\u200f\u064b\u0640\n\t\x00\u2028", max_size=30),
    )
    return st.lists(part, max_size=5).map(" ".join)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, str]:
    """Bytes and the ending of their name: anything, whole files damaged, hostile markup, archives of these."""
    ending = draw(st.sampled_from(ENDINGS))
    which = draw(st.integers(0, 4))
    if which == 0:
        return draw(st.binary(max_size=300)), ending
    if which == 1:
        return _damaged(draw, draw(st.sampled_from(WHOLE))), ending
    if which == 2:
        name, content, _ = draw(st.sampled_from(COLLECTIONS))
        return _damaged(draw, content()), f"-{name}"
    if which == 3:
        ending = draw(st.sampled_from(sorted(FILES)))
        units = draw(
            st.lists(st.sampled_from([part for parts in FILES[ending] for part in parts]), max_size=12)
        )
        return "".join(units).encode("utf-8", "surrogatepass"), ending
    return _packed(draw)


def _damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(whole)))
        whole = whole[:at] + draw(st.binary(max_size=6)) + whole[at + draw(st.integers(0, 40)) :]
    return whole


def _packed(draw: st.DrawFn) -> tuple[bytes, str]:
    """An archive whose names may lead anywhere."""
    names = st.one_of(
        st.sampled_from(
            ("../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "a.txt", ".a.txt", "a.zip", "a/")
        ),
        st.text(max_size=12).map(lambda name: f"{name}.txt"),
    )
    members = draw(
        st.lists(st.tuples(names, st.one_of(texts().map(_encoded), st.binary(max_size=60))), max_size=4)
    )
    out = io.BytesIO()
    if draw(st.booleans()):
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in members:
                archive.writestr(zipfile.ZipInfo(name.replace("\x00", "_")), content)
        return _damaged(draw, out.getvalue()), ".zip"
    with tarfile.open(fileobj=out, mode="w", errors="surrogateescape", encoding="utf-8") as tape:
        for name, content in members:
            member = tarfile.TarInfo(name.encode("utf-8", "replace").decode().replace("\x00", "_"))
            member.size = len(content)
            tape.addfile(member, io.BytesIO(content))
    return _damaged(draw, out.getvalue()), ".tar"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-3, 300),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(("person", "anonymous", "direct", "neutral", "informed", "-#", "a.txt")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


@cache
def exported() -> list[dict[str, Any]]:
    """The archived claims of some samples."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder, Store(Path(folder, "a.db")) as store:
        for path in sorted(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)[:4]:
            article = read(path)
            store.add(article, extract(article))
        return [*store.archived()]


@st.composite
def records(draw: st.DrawFn) -> list[Any]:
    """Records of an export, in which values have been replaced, left out or put elsewhere."""
    found: list[Any] = copy.deepcopy(
        draw(
            st.lists(st.sampled_from(range(len(exported()))), min_size=1, max_size=6).map(
                lambda numbers: [exported()[n] for n in numbers]
            )
        )
    )
    for _ in range(draw(st.integers(0, 3))):
        _changed(draw, found)
    return found


def _changed(draw: st.DrawFn, inside: Any) -> None:
    """One value somewhere in it is another one now, or gone."""
    while True:
        places = list(inside) if isinstance(inside, Mapping) else list(range(len(inside)))
        if not places:
            return
        place = draw(st.sampled_from(places))
        deeper = isinstance(inside[place], (dict, list)) and inside[place] and draw(st.integers(0, 3))
        if not deeper:
            break
        inside = inside[place]
    if draw(st.booleans()):
        inside[place] = draw(JSON)
    else:
        del inside[place]


def lines(of: Callable[[], st.SearchStrategy[Any]]) -> st.SearchStrategy[str]:
    """JSON lines, some of them broken."""
    line = st.one_of(of().map(lambda value: json.dumps(value, ensure_ascii=False)), st.text(max_size=20))
    return st.lists(line, max_size=5).map("\n".join)
