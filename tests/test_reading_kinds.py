"""Every kind of file gives back what was put in: text and metadata, alone, in a folder, through a pipe."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from reading_fixtures.articles import ARTICLES, LIBRARY, PERSIAN, Written
from reading_fixtures.files import (
    COLLECTIONS,
    json_lines,
    page,
    table,
    tarred,
    write_all,
    write_document,
    write_each,
    write_parquet,
    write_workbook,
    zipped,
)
from reading_fixtures.pages import PAGES, PARAGRAPHS

from claimtrack.models import Article, Problem
from claimtrack.reading import KINDS, Remark, Skipped, read, read_paths
from claimtrack.store import Store


def articles(*paths: Path, **options: object) -> list[Article]:
    items = list(read_paths(paths, **options))  # type: ignore[arg-type]
    assert [item for item in items if not isinstance(item, Article)] == []
    return [item for item in items if isinstance(item, Article)]


def written(article: Article) -> Written:
    return Written(
        article.title, article.text, article.outlet, article.published, article.url, article.byline
    )


@pytest.mark.parametrize(
    ("name", "content", "described"), COLLECTIONS, ids=[name for name, *_ in COLLECTIONS]
)
def test_a_collection_gives_back_its_articles(
    tmp_path: Path, name: str, content: object, described: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content())  # type: ignore[operator]
    found = articles(path)
    assert [article.text for article in found] == [article.text for article in ARTICLES]
    assert len({article.path for article in found}) == len(found)
    if described and "feed" not in name:
        assert [written(article) for article in found] == list(ARTICLES)


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom"])
def test_a_feed_gives_titles_dates_links_and_authors(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(next(content for other, content, _ in COLLECTIONS if other == name)())
    assert [written(article) for article in articles(path)] == [
        a._replace(outlet="أخبار النهر") for a in ARTICLES
    ]


@pytest.mark.parametrize(
    "name", ["lines.jsonl", "array.json", "feed.rss", "lines.jsonl.gz", "texts.zip", "texts.tar.gz"]
)
def test_standard_input_is_recognised_by_its_beginning(name: str) -> None:
    content = next(content for other, content, _ in COLLECTIONS if other == name)
    found = list(read_paths(["-"], stdin=io.BytesIO(content())))
    assert [item.text for item in found if isinstance(item, Article)] == [
        article.text for article in ARTICLES
    ]


def test_a_folder_with_one_of_each_kind_goes_in_at_once(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    write_all(tmp_path)
    found = articles(tmp_path)
    assert len(found) == 2 * len(COLLECTIONS) + 2
    assert found == articles(tmp_path)


def test_a_folder_of_all_kinds_is_in_the_database_as_it_was_put_in(tmp_path: Path) -> None:
    for package in ("trafilatura", "openpyxl", "pyarrow", "docx"):
        pytest.importorskip(package)
    folder = tmp_path / "all"
    folder.mkdir()
    put = write_each(folder)
    command = [sys.executable, "-m", "claimtrack", "ingest", "all"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = {
        "texts.zip",
        "texts.tar",
        "texts.tgz",
        "a.txt",
        "b.text",
    }  # these hold a text and nothing about it
    with Store(tmp_path / "claimtrack.db", create=False) as store:
        stored = {row["path"]: store.article(row["article_id"]) for row in store.articles()}
    assert len(stored) == len(put)
    for name, articles_put in put.items():
        found = [written(article) for path, article in stored.items() if path.startswith(f"all/{name}")]
        found = [each for each in found if name.replace(".", " ") in each.text]
        assert [each.text for each in found] == [each.text for each in articles_put], name
        if name not in told | {"report.docx"}:
            assert found == articles_put, name


def test_a_spreadsheet_gives_back_its_articles(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    write_workbook(tmp_path / "a.xlsx")
    assert [written(article) for article in articles(tmp_path / "a.xlsx")] == list(ARTICLES)


def test_a_parquet_file_gives_back_its_articles(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    write_parquet(tmp_path / "a.parquet")
    assert [written(article) for article in articles(tmp_path / "a.parquet")] == list(ARTICLES)


def test_a_word_document_gives_its_paragraphs_title_and_author(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    write_document(tmp_path / "a.docx")
    article = read(tmp_path / "a.docx")
    assert (article.text, article.title, article.byline) == (LIBRARY.text, LIBRARY.title, LIBRARY.byline)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("linked", [True, False])
def test_a_page_gives_its_article_and_metadata(tmp_path: Path, charset: str, linked: bool) -> None:
    pytest.importorskip("trafilatura")
    plain = LIBRARY._replace(text=LIBRARY.text.replace("«", '"').replace("»", '"'))
    data = (
        page(plain, charset="utf-8", linked=linked)
        .decode()
        .replace("©", "")
        .replace('"utf-8"', f'"{charset}"')
    )
    (tmp_path / "a.html").write_bytes(data.encode(charset))
    article = read(tmp_path / "a.html")
    assert written(article) == plain
    assert article.encoding == {"iso-8859-6": "iso8859-6", "windows-1256": "cp1256"}.get(charset, charset)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_pages_of_every_house_style_give_their_body_and_nothing_else(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGES[name], encoding="utf-8")
    article = read(tmp_path / "a.html")
    assert article.text.split("\n") == PARAGRAPHS
    assert (article.title, article.published) == (LIBRARY.title, LIBRARY.published)


def test_a_persian_page_is_not_taken_for_arabic(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_bytes(page(LIBRARY._replace(text="\n".join([PERSIAN] * 3))))
    (skipped,) = read_paths([tmp_path])
    assert isinstance(skipped, Skipped)


def test_characters_lost_before_are_remarked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{LIBRARY.text}\ufffd", encoding="utf-8")
    remark, article = read_paths([tmp_path])
    assert isinstance(remark, Remark)
    assert isinstance(article, Article)


def test_a_page_without_an_article_is_a_problem(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(
        "<html><head><title>لا شيء</title></head><body></body></html>", encoding="utf-8"
    )
    (problem,) = read_paths([tmp_path])
    assert "no article" in str(problem)


def test_a_gold_file_beside_its_articles_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "a", "attributions": []}\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(LIBRARY.text, encoding="utf-8")
    assert [article.path for article in articles(tmp_path)] == [str(tmp_path / "a.txt")]


@pytest.mark.parametrize("members", [{}, {"picture.png": b"x"}, {"notes/README.md": b"x"}])
def test_a_named_archive_without_articles_is_a_problem(tmp_path: Path, members: dict[str, bytes]) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(members))
    (problem,) = read_paths([tmp_path / "a.zip"])
    assert "no articles" in str(problem)


def test_columns_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(table(names=("a", "b", "c", "d", "e", "f")))
    mapping = {"title": "a", "text": "b", "source": "c", "date": "d", "link": "e", "author": "f"}
    assert [written(article) for article in articles(tmp_path, mapping=mapping)] == list(ARTICLES)


def test_what_the_caller_says_of_the_batch_holds_for_all(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines())
    found = articles(tmp_path, outlet="موقع المدينة", published="2020-01-02")
    assert {(article.outlet, article.published) for article in found} == {("موقع المدينة", "2020-01-02")}


@pytest.mark.parametrize(
    ("name", "data", "place", "cause"),
    [
        ("a.jsonl", json_lines() * 8 + b'{"text": "\n' + json_lines(), "line 17", "not valid JSON"),
        ("a.jsonl", json_lines() * 8 + b'{"text": "\xff"}\n' + json_lines(), "line 17", "not valid utf-8"),
        ("a.jsonl", json_lines() * 8 + b'{"text": ""}\n' + json_lines(), "line 17", "no text"),
        (
            "a.jsonl",
            json_lines() * 8 + b'{"text": "\\ud83d"}\n' + json_lines(),
            "line 17",
            "half a character",
        ),
        ("a.jsonl", json_lines() * 8 + b"17\n" + json_lines(), "line 17", "not a record"),
        ("a.jsonl", json_lines() * 8 + b'{"title": "x"}\n' + json_lines(), "line 17", "no column"),
        ("a.csv", table() + b'"x",,,,,\r\n' + table().split(b"\r\n", 1)[1], "line 11", "no text"),
    ],
)
def test_a_bad_record_is_one_problem_and_the_rest_goes_in(
    tmp_path: Path, name: str, data: bytes, place: str, cause: str
) -> None:
    (tmp_path / name).write_bytes(data)
    items = list(read_paths([tmp_path / name]))
    problems = [item for item in items if isinstance(item, Problem)]
    assert [problem.place for problem in problems] == [place]
    assert cause in problems[0].message
    assert problems[0].remedy
    assert len(items) - 1 == len(data.split("عاد الجسر القديم".encode())) * 2 - 2


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("a.csv", "العنوان,الملخص\nأ,ب\n".encode(), "no column"),
        ("a.csv", b"", "no header"),
        ("a.csv", b"text\n", "no rows"),
        ("a.jsonl", b'{"id": 1}\n{"id": 2}\n', "no column"),
        ("a.json", b'[{"text": "', "not valid JSON"),
        ("a.json", b'[{"text" "x"}]', "not valid JSON"),
        ("a.zip", zipped({"a.txt": LIBRARY.text.encode()})[:-40], "damaged"),
        ("a.tar", tarred({"a.txt": LIBRARY.text.encode()})[:600], "damaged"),
        ("a.txt.gz", b"\x1f\x8b\x08\x00broken", "damaged"),
        ("a.csv.gz", b"not packed at all", "damaged"),
        ("a.xlsx", b"PK\x03\x04 broken", "spreadsheet"),
        ("a.docx", b"PK\x03\x04 broken", "Word"),
        ("a.docx", zipped({"other.xml": b"<a/>"}), "Word"),
        ("a.rss", b"<rss><channel><item>", "XML"),
        ("a.rss", b"<rss><channel></channel></rss>", "without items"),
        ("a.zip", zipped({"../../up.txt": LIBRARY.text.encode()}), "outside"),
        ("a.zip", zipped({"/etc/up.txt": LIBRARY.text.encode()}), "outside"),
    ],
)
def test_a_malformed_file_is_one_problem(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(LIBRARY.text, encoding="utf-8")
    problem, article = read_paths([tmp_path])
    assert isinstance(problem, Problem)
    assert not isinstance(problem, Remark | Skipped)
    assert cause in problem.message
    assert str(tmp_path / name) in problem.path
    assert problem.remedy
    assert isinstance(article, Article)


def test_archives_within_archives_have_an_end(tmp_path: Path) -> None:
    data = zipped({"a.txt": LIBRARY.text.encode()})
    for _ in range(5):
        data = zipped({"inner.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    (problem,) = read_paths([tmp_path])
    assert "within one another" in str(problem)


def test_zeros_packed_small_are_refused_early(tmp_path: Path) -> None:
    import gzip

    with gzip.open(tmp_path / "bomb.txt.gz", "wb", compresslevel=1) as packed:
        for _ in range(96):
            packed.write(bytes(2**20))
    (tmp_path / "bomb.jsonl.gz").write_bytes((tmp_path / "bomb.txt.gz").read_bytes())
    (tmp_path / "bomb.zip").write_bytes(zipped({"zeros.txt": bytes(80 * 2**20)}))
    problems = list(read_paths([tmp_path]))
    assert len(problems) == 3
    assert all("MB" in str(problem) for problem in problems)


def test_a_file_that_vanishes_is_a_problem(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(LIBRARY.text, encoding="utf-8")
    stream = read_paths([tmp_path])
    assert isinstance(next(stream), Article)
    (tmp_path / "b.txt").unlink()
    assert "no such file" in str(next(stream))


def test_a_missing_package_is_named_with_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in ("trafilatura", "openpyxl", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    (tmp_path / "c.xlsx").write_bytes(b"PK")
    extras = [str(item).partition("claimtrack[")[2].partition("]")[0] for item in read_paths([tmp_path])]
    assert extras == ["web", "parquet", "xlsx"]


PDFTOTEXT = f"""#!{sys.executable}
import sys
from pathlib import Path
data = Path(sys.argv[5]).read_bytes()
if not data.startswith(b"%PDF-"):
    sys.exit("Syntax Error: no PDF")
print('<page width="600" height="800">')
for i, line in enumerate(data.decode().split("\\n")[1:]):  # written from right to left, a line a paragraph
    print(f'<line><word xMin="100" yMin="{{i * 40}}" xMax="500" yMax="{{i * 40 + 10}}">{{line[::-1]}}</word></line>')
"""


def test_a_pdf_is_read_by_pdftotext_with_a_remark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin" / "pdftotext"
    program.parent.mkdir()
    program.write_text(PDFTOTEXT, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + LIBRARY.text.encode())
    (tmp_path / "b.pdf").write_bytes(b"no PDF")
    remark, article, problem = read_paths([tmp_path])
    assert isinstance(remark, Remark)
    assert isinstance(article, Article)
    assert article.text == LIBRARY.text
    assert "no PDF" in str(problem)


def test_without_pdftotext_the_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    (problem,) = read_paths([tmp_path])
    assert "poppler" in str(problem)


def test_the_table_of_kinds_has_each_ending_once() -> None:
    endings = [ending for kind in KINDS for ending in kind.endings]
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
