"""The database keeps what it was given: articles, versions, claims, sources and spans."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import AGENCY, INSIDERS, PAPER, SPOKESMAN, TEXT, make_claim, make_extraction, port_claims
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import ClaimtrackError, StoreError
from claimtrack.models import Article, Claim, Relay, Source, Span
from claimtrack.store import Store
from claimtrack.store.schema import MIGRATIONS


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def dump(path: Path) -> list[str]:
    """All content but the time of taking in."""
    with sqlite3.connect(path) as connection:
        return [line for line in connection.iterdump() if "INSERT INTO" in line]


def states(store: Store, *articles: Article) -> list[str]:
    return [store.add(article, make_extraction(port_claims(article.text))).state for article in articles]


def test_what_goes_in_comes_out(path: Path, port_article: Article) -> None:
    claims = port_claims()
    with Store(path) as store:
        outcome = store.add(port_article, make_extraction(claims))
        assert (outcome.state, outcome.claims) == ("new", 4)
        assert store.article(outcome.article_id) == port_article
        stored = store.extraction(outcome.article_id)
    assert [claim.id for claim in stored.claims] == [claim.id for claim in claims]
    for was, now in zip(claims, stored.claims, strict=True):
        assert replace(now, source=None, via=()) == replace(was, source=None, via=())
        assert now.source is not None
        assert was.source is not None
        assert (now.source.name, now.source.kind) == (was.source.name, was.source.kind)
        assert [relay.source.name for relay in now.via] == [relay.source.name for relay in was.via]


def test_one_row_says_it_all(path: Path, port_article: Article) -> None:
    with Store(path) as store:
        store.add(port_article, make_extraction(port_claims()))
        row = list(store.claims())[2]
    assert row | {"claim_id": ""} == {
        "claim_number": 3,
        "claim_id": "",
        "article_id": 1,
        "article_title": "ميناء جديد على الساحل",
        "article_path": "news/port.txt",
        "outlet": "الشاطئ نيوز",
        "published": "2021-03-14",
        "paragraph": 4,
        "source": "سليم الحداد",
        "source_kind": "person",
        "mention": "المتحدث باسم البلدية سليم الحداد",
        "via": "وكالة أنباء الواحة",
        "cue": "وقال",
        "cue_lemma": "قال",
        "stance": "neutral",
        "negated": False,
        "quote": "direct",
        "claim": "الأسلحــة لن تمر من هنا",
        "sentence": TEXT.splitlines()[3],
        "start": TEXT.index("الأسلحــة"),
        "end": TEXT.index("»"),
        "parent_id": "",
        "rule": "verb",
        "entry": "قال",
        "reason": "",
        "hops": 1,
        "terminal_source": "وكالة أنباء الواحة",
        "anon_sector": "",
        "anon_count": "",
        "anon_of": "",
        "anon_reason": "",
        "source_title": "",
        "source_role": "المتحدث باسم البلدية",
        "source_affiliation": "البلدية",
        "said_on": "",
        "said_when": "",
    }


def test_same_content_again_is_unchanged(path: Path, port_article: Article) -> None:
    with Store(path) as store:
        assert states(store, port_article) == ["new"]
        before = dump(path)
        assert states(store, port_article) == ["unchanged"]
        kept = store.keep(port_article, versions=("1", "1"))
        assert kept is not None
        assert (kept.state, kept.claims) == ("unchanged", 4)
    assert dump(path) == before


def test_a_changed_file_is_the_next_version_of_its_article(path: Path, port_article: Article) -> None:
    changed = replace(port_article, text=TEXT.replace("الربيع", "الخريف"))
    with Store(path) as store:
        first = store.add(port_article, make_extraction(port_claims()))
        assert store.keep(changed, versions=("1", "1")) is None
        second = store.add(changed, make_extraction([]))
        assert (second.state, second.article_id) == ("updated", first.article_id)
        assert list(store.claims()) == []
        assert list(store.sources()) == []
        assert store.article(second.article_id).text == changed.text


def test_one_text_at_two_places_is_one_article(path: Path, port_article: Article) -> None:
    copy = replace(port_article, path="archive/copy.txt", outlet="موقع آخر")
    with Store(path) as store:
        assert states(store, port_article, copy) == ["new", "unchanged"]
        assert states(store, port_article, copy) == ["unchanged", "unchanged"]
        (row,) = store.articles()
        assert (row["locations"], row["path"], row["outlet"]) == (2, "news/port.txt", "الشاطئ نيوز")
        assert store.find_article("archive/copy.txt") == row["article_id"]


def test_a_copy_that_changes_becomes_an_article_of_its_own(path: Path, port_article: Article) -> None:
    copy = replace(port_article, path="archive/copy.txt")
    edited = replace(copy, text=TEXT.replace("الربيع", "الخريف"))
    with Store(path) as store:
        states(store, port_article, copy)
        assert store.add(edited, make_extraction([])).state == "updated"
        assert [row["path"] for row in store.articles()] == ["news/port.txt", "archive/copy.txt"]
        assert len(list(store.claims())) == 4


def test_a_file_that_takes_on_the_text_of_another(path: Path, port_article: Article) -> None:
    other = Article(text="نص آخر لا قول فيه", path="other.txt")
    with Store(path) as store:
        store.add(other, make_extraction([]))
        states(store, port_article)
        assert (
            store.add(replace(port_article, path="other.txt"), make_extraction(port_claims())).state
            == "updated"
        )
        (row,) = store.articles()
        assert row["locations"] == 2


def test_texts_from_standard_input_do_not_replace_each_other(path: Path) -> None:
    with Store(path) as store:
        for text in ("نص أول", "نص ثان"):
            assert store.add(Article(text=text, path="-"), make_extraction([])).state == "new"


def test_a_place_is_known_from_any_working_directory(
    path: Path, port_article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = replace(port_article, path="port.txt", text="نص جديد")
    (tmp_path / "news").mkdir()
    with Store(path) as store:
        monkeypatch.chdir(tmp_path)
        states(store, port_article)
        monkeypatch.chdir(tmp_path / "news")
        assert store.add(changed, make_extraction([])).state == "updated"


def test_another_engine_or_lexicon_extracts_again_and_keeps_the_rows(
    path: Path, port_article: Article
) -> None:
    first, *rest = port_claims()
    with Store(path) as store:
        store.add(port_article, make_extraction([first, *rest]))
        numbers = dict(store.database.execute("SELECT id, number FROM claims").fetchall())
        assert store.keep(port_article, versions=("1", "2")) is None
        better = replace(first, stance="emphatic")
        outcome = store.add(port_article, make_extraction([*reversed(rest), better], lexicon="2"))
        assert (outcome.state, outcome.claims) == ("updated", 4)
        assert [row["stance"] for row in store.claims()] == ["deny", "neutral", "neutral", "emphatic"]
        assert dict(store.database.execute("SELECT id, number FROM claims").fetchall()) == numbers
        assert store.keep(port_article, versions=("1", "2")) is not None


def test_metadata_read_better_is_taken_over(path: Path, port_article: Article) -> None:
    with Store(path) as store:
        states(store, replace(port_article, outlet=""), port_article)
        (row,) = store.articles(outlet="الشاطئ")
        assert row["outlet"] == "الشاطئ نيوز"
        assert states(store, replace(port_article, outlet="")) == [
            "unchanged"
        ]  # nothing known is no correction


def test_named_sources_join_across_articles_and_anonymous_ones_never(
    path: Path, port_article: Article
) -> None:
    second = replace(
        port_article, text="مقدمة.\n" + TEXT.replace("الميناء” الساحلية", "الميناءِ” الساحليّة"), path="b.txt"
    )
    respelt = Source("صحيفة “الميناءِ” الساحليّة", "outlet")
    text = second.text
    claims = [
        make_claim(text, content="خطة لتوسيع الأرصفة", cue="كشفت", source=respelt),
        make_claim(text, content="يكون الميناء قد أُغلق", cue="ونفت", source=INSIDERS),
    ]
    with Store(path) as store:
        store.add(second, make_extraction(claims))
        states(store, port_article)
        counts = [(row["name"], row["kind"], row["claims"], row["articles"]) for row in store.sources()]
    assert (PAPER.name, "outlet", 3, 2) in counts  # the spelling without marks
    assert counts.count((INSIDERS.name, "anonymous", 1, 1)) == 2


def test_sources_say_their_other_names_and_what_they_relay(path: Path, port_article: Article) -> None:
    with Store(path) as store:
        states(store, port_article)
        rows = {row["name"]: row for row in store.sources()}
    assert rows[PAPER.name]["other_names"] == "الصحيفة · الميناء"
    assert (rows[AGENCY.name]["claims"], rows[AGENCY.name]["relayed"]) == (0, 2)


def test_nested_claims_keep_their_parent(path: Path, port_article: Article) -> None:
    outer, inner, *_ = port_claims()
    with Store(path) as store:
        store.add(port_article, make_extraction([replace(inner, parent=outer.id), outer]))
        assert [row["parent_id"] for row in store.claims()] == [outer.id, ""]


def test_half_an_article_is_never_left(path: Path, port_article: Article) -> None:
    orphan = replace(port_claims()[0], parent="no such claim")
    with Store(path) as store:
        with pytest.raises(StoreError):
            store.add(port_article, make_extraction([orphan]))
        assert list(store.articles()) == []
        assert states(store, port_article) == ["new"]


def test_text_that_is_no_text_is_refused_with_its_place(path: Path) -> None:
    with Store(path) as store, pytest.raises(ClaimtrackError, match="character 3"):
        store.add(Article(text="قال\ud800", path="a.txt"), make_extraction([]))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no database at all, but long enough to look like a file", "not an SQLite database"),
        (None, "run `claimtrack ingest` first"),
    ],
)
def test_what_is_no_database_is_told(path: Path, content: bytes | None, said: str) -> None:
    if content:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=said):
        Store(path, create=False)
    assert path.exists() == bool(content)


def test_a_newer_database_is_left_alone(path: Path) -> None:
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        Store(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_two_writers_take_turns(path: Path, port_article: Article) -> None:
    with Store(path) as one, Store(path) as two:
        assert states(one, port_article) == ["new"]
        assert states(two, port_article) == ["unchanged"]
        assert two.add(Article(text="نص آخر", path="b.txt"), make_extraction([])).state == "new"
        assert len(list(one.articles())) == 2


LETTERS = 'قال أن المصدرَ ـ\u064b\u0651\u0640\u200f\u202b\u202e\u2067\u2069\ufeff\r\n\n«»“”"…،🙂👩‍🔬\x1b\x00aé'
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(lambda pair: Span(*pair))


@st.composite
def extractions(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    """A text of everything that is hard to cut, and claims with spans anywhere in it."""
    text = draw(st.text(st.sampled_from(LETTERS), min_size=60, max_size=120))
    claims = []
    for number in range(draw(st.integers(0, 4))):
        source = draw(st.sampled_from([None, PAPER, SPOKESMAN, INSIDERS, Source("", "person")]))
        claims.append(
            Claim(
                id=f"{number}",
                content=tuple(draw(st.lists(SPANS, min_size=1, max_size=3))),
                cue=draw(st.none() | SPANS),
                mention=draw(st.none() | SPANS),
                source=source,
                via=tuple(Relay(AGENCY, draw(st.none() | SPANS)) for _ in range(draw(st.integers(0, 2)))),
                quote="direct",
                stance="neutral",
                cue_lemma="",
                negated=draw(st.booleans()),
                parent=None if number == 0 else draw(st.sampled_from([None, "0"])),
                rule="",
                entry="",
                sentence=draw(SPANS),
            )
        )
    return text, claims


@settings(max_examples=60, deadline=None)
@given(extractions())
def test_every_stored_span_is_what_is_shown(made: tuple[str, list[Claim]]) -> None:
    text, claims = made
    with Store(":memory:") as store:
        article_id = store.add(Article(text=text, path="a"), make_extraction(claims)).article_id
        text = store.article(article_id).text
        assert text == made[0]
        for row in store.claims():
            query = 'SELECT spans.start, spans."end" FROM spans JOIN claims ON number = claim_number WHERE id = ? AND role = ? ORDER BY spans.ordinal'
            shown = {"source": row["mention"], "cue": row["cue"], "content": row["claim"]}
            for role, words in shown.items():
                spans = store.database.execute(query, (row["claim_id"], role)).fetchall()
                assert " … ".join(text[start:end] for start, end in spans) == words
        for was, now in zip(claims, store.extraction(article_id).claims, strict=True):
            assert replace(now, source=None, via=()) == replace(was, source=None, via=())
            assert [relay.span for relay in now.via] == [relay.span for relay in was.via]


def test_writers_that_start_together_all_get_their_articles_in(path: Path) -> None:
    code = (
        "import sys; from claimtrack.models import Article, Extraction; from claimtrack.store import Store\n"
        "with Store(sys.argv[1]) as store:\n"
        "    for number in range(20):\n"
        "        store.add(Article(f'نص {sys.argv[2]} {number}', f'{sys.argv[2]}/{number}'), Extraction((), '1', '1'))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, path, str(writer)]) for writer in range(4)]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    with Store(path) as store:
        assert len(list(store.articles())) == 80
