"""When sources said it, in the database and out of it again."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from test_cli import Run, run  # noqa: F401

from claimtrack.attribution import extract
from claimtrack.errors import ClaimtrackError
from claimtrack.export import extraction_record
from claimtrack.export.annotations import write_annotations
from claimtrack.export.marked import MarkedArticle
from claimtrack.models import Article
from claimtrack.store import Store

TEXT = (
    "قال وزير النقل سليم الحداد أمس  الاثنين إن الجسر جاهز.\n"
    "وكانت البلدية أعلنت في 5 مارس 2017 أن العمل بدأ.\n"
    "وأكدت شركة المرسى أن الطريق سالك.\n"
    "وستعلن البلدية الخميس أسماء الفائزين.\n"
)
ARTICLE = Article(TEXT, "news/bridge.txt", published="2017-03-14")
WORDS = ["أمس الاثنين", "5 مارس 2017", "", "الخميس"]


def told(store: Store) -> list[str]:
    return [row["said_on"] for row in store.claims()]


@pytest.fixture
def store() -> Store:
    store = Store(":memory:")
    store.add(ARTICLE, extract(ARTICLE))
    return store


def test_the_database_keeps_words_and_value(store: Store) -> None:
    rows = list(store.claims())
    assert [row["said_when"] for row in rows] == WORDS
    assert told(store) == ["2017-03-13", "2017-03-05", "", "2017-03-16"]
    assert [claim.when for claim in store.extraction(1).claims] == [c.when for c in extract(ARTICLE).claims]


def test_a_corrected_date_of_the_article_counts(store: Store) -> None:
    store.correct(1, published="2017-03-21")
    corrected = ["2017-03-20", "2017-03-05", "", "2017-03-23"]
    assert told(store) == corrected
    # the file is read again, with its own date, by another version
    store.add(ARTICLE, replace(extract(ARTICLE), engine_version="next"))
    assert told(store) == corrected
    store.take_back(1)
    assert told(store) == ["2017-03-13", "2017-03-05", "", "2017-03-16"]


def test_a_date_that_is_told_later_settles_the_words() -> None:
    with Store(":memory:") as store:
        undated = replace(ARTICLE, published="", text=TEXT.splitlines()[0])
        store.add(undated, extract(undated))
        assert told(store) == [""]
        store.correct(1, published="2017-03-14")
        assert told(store) == ["2017-03-13"]


def test_archived_claims_come_back_with_their_times(store: Store) -> None:
    records = [json.loads(json.dumps(row)) for row in store.archived()]
    with Store(":memory:") as other:
        other.restore(("line", record) for record in records)
        assert list(other.archived()) == records
        assert other.extraction(1) == store.extraction(1)
    for record in records:  # as older versions wrote them
        del record["said_on"], record["said_when"], record["spans"]["when"]
    with Store(":memory:") as other:
        other.restore(("line", record) for record in records)
        assert told(other) == [""] * 4


@pytest.mark.parametrize("value", ["أمس", "2017-3", "=1", 5])
def test_a_value_that_is_no_date_is_refused(store: Store, value: object) -> None:
    record = next(iter(store.archived())) | {"said_on": value}
    with Store(":memory:") as other, pytest.raises(ClaimtrackError, match="said_on"):
        other.restore([("line 1", record)])


def test_an_extraction_as_json_tells_the_times() -> None:
    claims = extraction_record(ARTICLE, extract(ARTICLE))["claims"]
    times = [claim.get("when") for claim in claims]
    assert [time and time["value"] for time in times] == ["2017-03-13", "2017-03-05", None, "2017-03-16"]
    start, end = times[1]["span"]
    assert TEXT[start:end] == "5 مارس 2017"


def test_the_screen_tells_the_times(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    assert run("ingest", "--published", "2017-03-14", "bridge.txt").code == 0
    assert "indirect, 2017-03-13)" in run("show", "1").out
    rows = json.loads(run("claims", "--wide", "--format", "json").out)
    assert [row["said_on"] for row in rows] == ["2017-03-13", "2017-03-05", "", "2017-03-16"]
    explained = run("explain", "bridge.txt").out
    start = TEXT.index("5 مارس")
    assert f"5 مارس 2017\u2069 {start}-{start + 11}, 2017-03-05" in explained
    assert "which day is not known" in explained


def test_annotations_point_at_the_words() -> None:
    out = io.StringIO()
    write_annotations([MarkedArticle(1, ARTICLE, extract(ARTICLE).claims)], out)
    first = json.loads(out.getvalue())["items"][0]
    (target,) = (target for target in first["target"] if target["claimtrack:role"] == "when")
    assert target["selector"][1]["exact"] == "أمس  الاثنين"
    assert first["claimtrack:saidOn"] == "2017-03-13"
