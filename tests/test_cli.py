"""The command line, run as a user runs it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from claimtrack import __version__
from claimtrack.cli import main
from claimtrack.export import NAMES
from claimtrack.models import Article, Extraction

PORT = (
    "ميناء جديد على الساحل\n\n"
    "قالت صحيفة “الميناء” الساحلية إن العمل في الأرصفة يبدأ في الربيع. وأوضحت الصحيفة أن الكلفة عشرة ملايين.\n"
)
FERRY = "عبّارة تتعطل\n\nأعلن سليم الحداد أن العبّارة تعطلت في عرض البحر.\n"
ESCAPING = "قال نادر الأحمر إن [b]الباب[/b] \x1b[31mمفتوح\u202e.\n"


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs `claimtrack` with arguments in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("CLAIMTRACK_DB", raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "port.txt").write_text(PORT, "utf-8")
    (folder / "ferry.txt").write_text(FERRY, "utf-8")
    return folder


@pytest.fixture
def ingested(run: Run, news: Path) -> Run:
    assert run("ingest", "news").code == 0
    return run


def contents(result: Result) -> list[str]:
    return [json.loads(line)["claim"] for line in result.out.splitlines()]


def test_ingest_counts_and_ingest_again(run: Run, news: Path) -> None:
    first = run("ingest", "news")
    assert (first.code, first.out, first.err) == (
        0,
        "2 new, 0 unchanged, 0 updated, 0 failed; 3 claims\n",
        "",
    )
    assert run("ingest", "news").out == "0 new, 2 unchanged, 0 updated, 0 failed; 0 claims\n"
    (news / "ferry.txt").write_text(FERRY.replace("البحر", "النهر"), "utf-8")
    assert run("ingest", "news").out == "0 new, 1 unchanged, 1 updated, 0 failed; 1 claims\n"


def test_standard_input_is_an_article(run: Run) -> None:
    assert run("ingest", "-", stdin=FERRY.encode()).out.startswith("1 new")
    assert json.loads(run("extract", "-", stdin=FERRY.encode()).out)["path"] == "-"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "picture.txt"),
        ("nowhere.txt", None, "no such file"),
        ("folder", b"", "no articles"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_goes_in(
    run: Run, news: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if name == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    result = run("ingest", name, "news")
    assert result.code == 1
    assert result.out == "2 new, 0 unchanged, 0 updated, 1 failed; 3 claims\n"
    assert name in result.err
    assert said in result.err
    assert "Traceback" not in result.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_told(run: Run, news: Path) -> None:
    (news / "port.txt").chmod(0)
    result = run("ingest", "news")
    assert (result.code, result.out[:6]) == (1, "1 new,")
    assert "permission" in result.err


@pytest.mark.parametrize(
    "text",
    [
        "نص طويل بلا سطر جديد " * 240_000,  # 5 MB on one line
        "قالت الصحيفة: «العمل يبدأ في الربيع ولا ينتهي.\n\nثم سكت الجميع.\n",
    ],
    ids=["5 MB on one line", "unclosed quotation"],
)
def test_odd_articles_go_in(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.txt").write_text(text, "utf-8")
    assert run("ingest", "odd.txt").code == 0


def test_a_table_with_columns_of_its_own(run: Run, tmp_path: Path) -> None:
    row = {"matter": FERRY, "head": "عنوان من الجدول"}
    (tmp_path / "table.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    options = ["--map", "text=matter,title=head", "--outlet", "الشاطئ", "--published", "2021-03-14"]
    assert run("ingest", "table.jsonl", *options).out.startswith("1 new")
    (article,) = json.loads(run("articles", "--format", "json").out)
    assert (article["title"], article["outlet"]) == ("عنوان من الجدول", "الشاطئ")
    assert article["published"] == "2021-03-14"


def test_other_languages_are_skipped_and_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "english.txt").write_text("The ferry stopped, the mayor said on Tuesday. " * 5, "utf-8")
    result = run("ingest", "english.txt")
    assert (result.code, result.out) == (0, "0 new, 0 unchanged, 0 updated, 0 failed, 1 skipped; 0 claims\n")
    assert run("ingest", "--any-language", "english.txt").out.startswith("1 new")


def test_claims_of_a_source_by_any_of_its_names(ingested: Run) -> None:
    found = contents(ingested("claims", "--source", "الميناء", "--format", "jsonl"))
    assert found == ["العمل في الأرصفة يبدأ في الربيع", "الكلفة عشرة ملايين"]
    assert (
        len(contents(ingested("claims", "--source", "الميناء", "--source", "حداد", "--format", "jsonl"))) == 3
    )
    assert contents(ingested("claims", "--kind", "person", "--stance", "reveal", "--format", "jsonl")) == [
        "العبّارة تعطلت في عرض البحر"
    ]


def test_the_table_isolates_every_arabic_cell(ingested: Run) -> None:
    result = ingested("claims")
    assert result.code == 0
    for line in result.out.splitlines():
        assert line.count("\u2068") == line.count("\u2069")
    assert "\u2068" in result.out
    assert "\x1b" not in result.out  # no colours into a pipe


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["claims", "--source", "المينا"], 0, "nearest known one is"),
        (["claims", "--source", "زززز"], 0, "no source is called زززز\n"),
        (["claims", "--source", "الميناء", "--stance", "deny"], 0, "leave a filter out"),
        (["claims", "--outlet", "الشاطئ"], 0, "no outlet is called"),
        (["claims", "--kind", "human"], 2, "person, institution, outlet, anonymous, document"),
        (["claims", "--stance", "x"], 2, "neutral, emphatic"),
        (["claims", "--quote", "x"], 2, "direct, mixed, indirect"),
        (["claims", "--sort", "x"], 2, "article, published"),
        (["claims", "--format", "doc"], 2, "table, csv, tsv, json, jsonl"),
        (["claims", "--since", "أمس"], 2, "2017-03-14"),
        (["claims", "--limit", "many"], 2, "--limit"),
        (["claims", "--colour"], 2, "--colour"),
        (["sources", "المينا"], 0, "nearest known one is"),
        (["show", "99"], 1, "claimtrack articles"),
        (["export"], 2, "claims.csv"),
        (["export", "out.doc"], 2, "csv, tsv, json, jsonl"),
        (["export", "none/out.csv"], 1, "cannot write"),
        (["explain", "none.txt"], 1, "no such file"),
        (["extract", "none.txt"], 1, "no such file"),
        (["evaluate", "none.jsonl"], 1, "none.jsonl"),
        (["ingest", "--encoding", "klingon", "news"], 2, "unknown encoding"),
        (["ingest", "--published", "أمس", "news"], 2, "2017-03-14"),
        (["ingest", "--map", "text", "news"], 2, "FIELD=COLUMN"),
        (["ingest", "--map", "colour=x", "news"], 2, "colour"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_remarks_go_to_standard_error_in_one_line(
    ingested: Run, arguments: list[str], code: int, said: str
) -> None:
    result = ingested(*arguments)
    assert result.code == code
    assert said in result.err
    assert result.out == ""
    assert "Traceback" not in result.err


@pytest.mark.parametrize("command", ["claims", "sources", "articles", "show x", "export x.csv"])
def test_a_missing_database_is_told_and_not_made(run: Run, tmp_path: Path, command: str) -> None:
    result = run(*command.split())
    assert result.code == 1
    assert "run `claimtrack ingest` first" in result.err
    assert list(tmp_path.iterdir()) == []


def test_the_database_is_chosen_by_option_then_by_environment(
    run: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMTRACK_DB", "from-environment.db")
    run("ingest", "news")
    run("ingest", "--db", "from-option.db", "news/port.txt")
    assert {path.name for path in tmp_path.glob("*.db")} == {"from-environment.db", "from-option.db"}
    assert len(json.loads(run("articles", "--format", "json").out)) == 2
    assert len(json.loads(run("articles", "--db", "from-option.db", "--format", "json").out)) == 1


def test_sources_and_articles_as_data(ingested: Run) -> None:
    sources = json.loads(ingested("sources", "--format", "json").out)
    assert [row["claims"] for row in sources] == [2, 1]
    assert [row["path"] for row in json.loads(ingested("articles", "--format", "json").out)] == [
        "news/ferry.txt",
        "news/port.txt",
    ]
    for command in ("sources", "articles"):
        assert ingested(command).out.count("\u2068") >= 4


def test_show_numbers_the_claims(ingested: Run) -> None:
    shown = ingested("show", "port.txt").out
    assert "[1]قالت صحيفة" in shown
    assert "[2]وأوضحت الصحيفة" in shown
    assert shown == ingested("show", "ميناء جديد").out


def test_explain_says_how(run: Run, news: Path) -> None:
    said = run("explain", "news/port.txt").out
    for word in ("entry", "أوضح", "mention", "الصحيفة", "content", "2 claims", "ميناء جديد على الساحل"):
        assert word in said
    assert said.count("قالت صحيفة") == 1  # a sentence stands once, its claims under it


def test_export_by_ending_and_to_standard_output(ingested: Run, tmp_path: Path) -> None:
    assert ingested("export", "out.csv").code == 0
    written = (tmp_path / "out.csv").read_bytes()
    assert written.decode().splitlines()[0] == ",".join(NAMES)
    assert ingested("export", "-").out.encode() == written
    assert ingested("claims", "--format", "csv").out.encode() == written
    assert ingested("export", "--excel", "out.csv").code == 0
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufeffclaim_id".encode())
    assert ingested("export", "out.jsonl", "--source", "حداد").code == 0
    assert len((tmp_path / "out.jsonl").read_text("utf-8").splitlines()) == 1


def test_the_codebook_needs_no_database(run: Run, tmp_path: Path) -> None:
    assert "institution" in run("export", "--codebook").out
    assert run("export", "--codebook", "codebook.csv").code == 0
    assert (tmp_path / "codebook.csv").read_text("utf-8").startswith("column,value,meaning")


def test_extract_gives_offsets_into_the_decoded_file(run: Run, news: Path) -> None:
    (news / "mark.txt").write_bytes(("\ufeff" + PORT.replace("\n", "\r\n")).encode())
    lines = [json.loads(line) for line in run("extract", "news").out.splitlines()]
    assert [Path(line["path"]).name for line in lines] == ["ferry.txt", "mark.txt", "port.txt"]
    for line in lines:
        text = Path(line["path"]).read_bytes().decode().removeprefix("\ufeff")
        for claim in line["claims"]:
            assert " … ".join(text[start:end] for start, end in claim["content"]) == claim["text"]


@pytest.mark.parametrize(
    "command",
    [
        *("claims", "sources", "show 1", "explain ../bad.txt", "articles", "search الباب"),
        *(
            "stats --by source",
            "stats --by outlet --by source",
            "chain 1:1",
            "articles edit 1 --outlet الساحل",
        ),
    ],
)
def test_article_text_cannot_command_the_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "bad.txt").write_text(ESCAPING, "utf-8")
    run("ingest", "bad.txt", "--outlet", "المرفأ \x1b[2J\u202e")
    run("sources", "rename", "1", "نادر \x1b[31mالأحمر\u202e")
    ended = run(*command.replace("../", "").split())
    assert ended.code == 0
    shown = ended.out + ended.err
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    if command.startswith(("claims", "show", "explain")):
        assert "[b]الباب[/b]" in shown


def test_evaluate_on_articles_and_on_predictions_agree(run: Run, tmp_path: Path) -> None:
    samples = Path(__file__).parent.parent / "sample_data"
    now = json.loads(run("evaluate", samples / "gold.jsonl", "--json").out)
    (tmp_path / "predicted.jsonl").write_text(run("extract", samples).out, "utf-8")
    then = json.loads(run("evaluate", samples / "gold.jsonl", "predicted.jsonl", "--json").out)
    assert now == then
    sheet = run("evaluate", samples / "gold.jsonl", "--errors", "1").out
    assert f"F1 {now['found']['f']:.3f}" in sheet
    assert "missed" in sheet


def test_cues_lists_the_lexicon_and_the_users_own(run: Run, news: Path, tmp_path: Path) -> None:
    assert [row["lemma"] for row in json.loads(run("cues", "وأوضحت", "--format", "json").out)] == ["أوضح"]
    assert "زعم" in run("cues", "--stance", "doubt").out
    assert "no entry" in run("cues", "كرسي").err
    own = """[[verb]]
lemma = "همهم"
present = "يهمهم"
stance = "doubt"
strength = "report"
frames = ["clause"]
examples = ["همهم الجار أن البئر جفت."]
"""
    (tmp_path / "own.toml").write_text(own, "utf-8")
    (tmp_path / "a.txt").write_text("همهم سليم الحداد أن البئر جفت.", "utf-8")
    assert json.loads(run("extract", "a.txt").out)["claims"] == []
    (claim,) = json.loads(run("extract", "--lexicon", "own.toml", "a.txt").out)["claims"]
    assert (claim["cue_lemma"], claim["stance"]) == ("همهم", "doubt")
    assert run("ingest", "a.txt").out.endswith("0 claims\n")
    assert (
        run("ingest", "--lexicon", "own.toml", "a.txt").out
        == "0 new, 0 unchanged, 1 updated, 0 failed; 1 claims\n"
    )
    (tmp_path / "own.toml").write_text(own.replace("doubt", "angry"), "utf-8")
    broken = run("ingest", "--lexicon", "own.toml", "a.txt")
    assert broken.code == 1
    assert "own.toml" in broken.err
    assert "همهم" in broken.err


def test_an_article_the_engine_stumbles_over_keeps_no_other_out(
    run: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimtrack import attribution

    find = attribution.extract

    def stumble(article: Article | str, **options: Any) -> Extraction:
        if isinstance(article, Article) and "عبّارة" in article.text:
            raise RecursionError("too deep")
        return find(article, **options)

    monkeypatch.setattr(attribution, "extract", stumble)
    result = run("ingest", "news")
    assert (result.code, result.out) == (1, "1 new, 0 unchanged, 0 updated, 1 failed; 2 claims\n")
    assert "ferry.txt: internal error (RecursionError: too deep)" in result.err


def test_a_stopped_ingest_keeps_what_is_in(run: Run, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimtrack import attribution

    find = attribution.extract

    def stop(article: Article | str, **options: Any) -> Extraction:
        if isinstance(article, Article) and "صحيفة" in article.text:
            raise KeyboardInterrupt
        return find(article, **options)

    with monkeypatch.context() as patched:
        patched.setattr(attribution, "extract", stop)
        result = run("ingest", "news")
    assert (result.code, result.out[:6]) == (130, "1 new,")
    assert "goes on" in result.err
    assert run("ingest", "news").out == "1 new, 1 unchanged, 0 updated, 0 failed; 2 claims\n"


def test_version(run: Run) -> None:
    assert run("--version").out == run("--debug", "--version").out == f"claimtrack {__version__}\n"


def process(*arguments: str, cwd: Path, shell: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimtrack", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    if shell:
        return subprocess.run(
            f"{' '.join(command)} {shell}",
            shell=True,
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
        )
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)


def test_a_traceback_only_when_asked_for(tmp_path: Path) -> None:
    assert "Traceback" not in process("claims", cwd=tmp_path).stderr
    assert "Traceback" in process("--debug", "claims", cwd=tmp_path).stderr


def test_a_reader_that_stops_reading_is_no_error(news: Path, tmp_path: Path) -> None:
    text = "".join(f"قال سليم الحداد إن العبّارة {number} تعطلت.\n" for number in range(3000))
    (tmp_path / "long.txt").write_text(text, "utf-8")
    process("ingest", "long.txt", cwd=tmp_path)
    for form in ("jsonl", "csv", "table"):
        ended = process("claims", "--format", form, cwd=tmp_path, shell="| head -n 1")
        assert ended.stderr == ""
        assert ended.stdout.count("\n") == 1


def test_questions_need_neither_engine_nor_more_of_the_database_than_sqlite(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['claimtrack', 'claims', '--format', 'csv']; from claimtrack.cli import main; main()"
    process("ingest", str(Path(__file__).parent.parent / "sample_data"), cwd=tmp_path)
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    assert "claimtrack.store" in loaded
    assert not loaded & {"sqlite_utils", "claimtrack.attribution", "rich.console", "claimtrack.reading"}


def test_help_needs_neither_database_nor_engine(tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['claimtrack', '--help']; from claimtrack.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    code += "print(sorted({'rich.console', 'sqlite_utils', 'sqlite3', 'claimtrack.attribution', 'claimtrack.store'} & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"


def test_what_is_exported_is_imported_to_the_byte(ingested: Run, tmp_path: Path) -> None:
    assert ingested("export", "all.jsonl").code == 0
    done = ingested("import", "--db", "copy.db", "all.jsonl")
    assert (done.code, done.out, done.err) == (0, "2 new, 0 unchanged, 0 updated; 3 claims\n", "")
    assert ingested("import", "all.jsonl").out == "0 new, 2 unchanged, 0 updated; 0 claims\n"
    assert ingested("export", "--db", "copy.db", "again.jsonl").code == 0
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ""),
        (b"{}\n", "line 1: no claim as `claimtrack export` writes it to .jsonl: 'articles' is missing"),
        (b"[1]", "record 1: it is no record of a claim"),
        (b"3", "line 1: it is no record of a claim"),
        (b"\n{", "line 2: it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        (None, "cannot read bad.jsonl: No such file"),
    ],
)
def test_a_file_that_is_no_export_is_told_and_the_next_goes_in(
    ingested: Run, tmp_path: Path, content: bytes | None, said: str
) -> None:
    assert ingested("export", "all.jsonl").code == 0
    if content is not None:
        (tmp_path / "bad.jsonl").write_bytes(content)
    result = ingested("import", "--db", "copy.db", "bad.jsonl", "all.jsonl")
    assert result.code == (1 if said else 0)
    assert said in result.err
    assert result.out.endswith("2 new, 0 unchanged, 0 updated; 3 claims\n")


def test_a_folder_is_no_standard_output(ingested: Run) -> None:
    result = ingested("export", "-", "--format", "brat")
    assert (result.code, result.out) == (2, "")
    assert "brat.zip" in result.err


def test_tables_are_a_folder(ingested: Run, tmp_path: Path) -> None:
    assert ingested("export", "--tables", "tables").code == 0
    names = {entry.name for entry in (tmp_path / "tables").iterdir()}
    assert names == {
        f"{name}.csv" for name in ["claims", "spans", "sources", "names", "chain", "articles", "codebook"]
    }


def test_stats_open_with_the_shares_that_say_how_a_collection_is_sourced(ingested: Run) -> None:
    out = ingested("stats").out
    assert out.startswith("3 claims in 2 articles by 2 sources\n")
    for title in ("by kind of source", "by stance", "unnamed sources in each outlet"):
        assert f"\n{title}\n" in out
    rows = ingested("stats", "--format", "csv").out.splitlines()
    assert rows[0] == "figure,of,part,claims,share"
    assert "kind,outlet,2,3,0.6667" in rows
    assert "anonymous by outlet,,0,3,0.0" in rows


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--by", "kind"], ["kind,claims,share", "outlet,2,0.6667", "person,1,0.3333"]),
        (["--by", "kind", "--limit", "1"], ["kind,claims,share", "outlet,2,0.6667"]),
        (
            ["--by", "kind", "--by", "negated", "--kind", "person"],
            ["kind,negated,claims,share", "person,false,1,1.0"],
        ),
        (
            ["--by", "kind", "--share", "doubt"],
            ["kind,part,claims,share", "outlet,0,2,0.0", "person,0,1,0.0"],
        ),
    ],
)
def test_stats_count_by_what_is_asked_for(ingested: Run, options: list[str], lines: list[str]) -> None:
    assert ingested("stats", *options, "--format", "csv").out.splitlines() == lines


@pytest.mark.parametrize("width", ["20", "60", "300"])
def test_stats_show_on_any_screen(ingested: Run, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for options in (
        [],
        ["--by", "source"],
        ["--by", "source", "--by", "stance"],
        ["--by", "month", "--by", "kind"],
    ):
        result = ingested("stats", *options)
        assert result.code == 0
        assert result.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--by", "colour"], "it is one of: source, kind"),
        (["--by", "kind", "--share", "red"], "it is one of: anonymous"),
        (["--share", "doubt"], "--share goes with one --by"),
        (["--by", "kind", "--by", "month", "--by", "year"], "one dimension or two"),
    ],
)
def test_stats_say_what_can_be_counted(ingested: Run, options: list[str], said: str) -> None:
    result = ingested("stats", *options)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_stats_of_nothing_say_so(ingested: Run) -> None:
    result = ingested("stats", "--by", "kind", "--since", "2030")
    assert (result.code, result.out) == (0, "")
    assert "no claim matches" in result.err


def test_search_shows_the_match_in_its_sentence(ingested: Run) -> None:
    result = ingested("search", "الارصفه")
    assert (result.code, result.err) == (0, "")
    assert "[الأرصفة]" in result.out
    rows = ingested("search", "الارصفه", "--format", "csv").out.splitlines()
    assert rows[0].endswith(",rule,entry,score")
    assert len(rows) == 2


def test_search_says_when_there_is_more(ingested: Run) -> None:
    result = ingested("search", "في", "--limit", "1")
    assert "there are more; --limit shows them" in result.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["البرتقال"], 0, "nothing holds البرتقال"),
        (["قالت"], 0, "--articles shows them"),
        (["الارصفه", "--kind", "document"], 0, "no claim matches"),
        (["NOT", "الارصفه"], 2, "stand between words"),
        (["الارصفه", "--format", "xlsx"], 2, "it is one of: table"),
    ],
)
def test_a_search_in_vain_says_why(ingested: Run, arguments: list[str], code: int, said: str) -> None:
    result = ingested("search", *arguments)
    assert (result.code, result.out.strip()) == (code, "")
    assert said in result.err


def test_what_is_marked_stands_out_in_colour(ingested: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = ingested("search", "الارصفه").out
    assert "\x1b[1;4;33mالأرصفة" in out
    monkeypatch.setenv("NO_COLOR", "1")
    out = ingested("search", "الارصفه").out
    assert "\x1b[1;4mالأرصفة" in out
    assert "\x1b[1;4;33m" not in out


def test_browse_prints_what_datasette_is_told(ingested: Run) -> None:
    told = json.loads(ingested("browse", "--print-metadata").out)
    assert {"claims_view", "sources_view", "articles_view"} <= told["databases"]["claimtrack"][
        "tables"
    ].keys()
    assert ingested("browse", "--print-metadata", "--db", "none.db").code == 1


def test_browse_without_datasette_says_what_to_install(
    ingested: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = ingested("browse")
    assert (result.code, result.out) == (1, "")
    assert "pip install 'claimtrack[browse]'" in result.err
