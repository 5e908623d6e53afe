"""`claimtrack sources …` and `claimtrack chain`, run as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from test_cli import Result, Run, run  # noqa: F401

RELAYED = (
    "نقلت وكالة الواحة عن صحيفة المرفأ عن مصدر أمني رفض الكشف عن هويته قوله إن الجسر أُغلق.\n"
    "وقال وزير النقل الدكتور سليم الحداد إن العمل يبدأ غدا.\n"
)
SPELT = "قالت جريدة «المرفأ» إن الجسر فُتح. وأكد سليم جورج الحداد أن العمل بدأ.\n"


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Run:  # noqa: F811
    for name, text in (("relayed.txt", RELAYED), ("spelt.txt", SPELT)):
        (tmp_path / name).write_text(text, "utf-8")
    assert run("ingest", "--outlet", "الشاطئ نيوز", "--published", "2021-03-14", ".").code == 0
    return run


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.out)))


def names(run: Run, *arguments: str) -> list[str]:  # noqa: F811
    return [row["name"] for row in rows(run("sources", *arguments, "--format", "csv"))]


def test_sources_lists_with_and_without_the_word_list(filled: Run) -> None:
    assert filled("sources").out == filled("sources", "list").out
    assert names(filled, "سليم") == names(filled, "list", "سليم") != []
    assert names(filled, "--kind", "anonymous") == ["مصدر أمني"]
    assert "merge" in filled("sources", "--help").out


def test_relays_are_listed_by_what_they_pass_on(filled: Run) -> None:
    assert set(names(filled, "--relays")) == {"وكالة الواحة", "جريدة المرفأ"}


def test_a_chain_is_drawn_from_the_source_to_the_outlet(filled: Run) -> None:
    drawn = filled("chain", "1:1").out.splitlines()
    order = ["مصدر أمني", "صحيفة المرفأ", "وكالة الواحة", "الشاطئ نيوز"]
    places = [next(n for n, line in enumerate(drawn) if name in line) for name in order]
    assert places == sorted(places)
    links = rows(filled("chain", "1:1", "--format", "csv"))
    assert [(link["part"], link["words"]) for link in links] == [
        ("source", "مصدر أمني"),
        ("relay", "صحيفة المرفأ"),
        ("relay", "وكالة الواحة"),
        ("outlet", ""),
    ]
    assert [RELAYED[int(link["start"]) : int(link["end"])] for link in links[:3]] == [
        link["words"] for link in links[:3]
    ]


def test_a_claim_is_known_by_its_id_or_the_beginning_of_it(filled: Run) -> None:
    claim = rows(filled("claims", "--via", "الواحه", "--format", "csv"))[0]["claim_id"]
    assert filled("chain", claim).out == filled("chain", claim[:8]).out == filled("chain", "1:1").out
    for reference in ("", "1:99", "zz", "%"):
        failed = filled("chain", reference)
        assert (failed.code, failed.err.count("\n")) == (1, 1)
        assert "ARTICLE:NUMBER" in failed.err


def test_wide_rows_tell_of_hops_and_of_unnamed_sources_and_roles(filled: Run) -> None:
    told, role = rows(filled("claims", "--article", "relayed.txt", "--wide", "--format", "csv"))
    assert (told["hops"], told["terminal_source"]) == ("2", "وكالة الواحة")
    assert (told["anon_sector"], told["anon_count"], told["anon_reason"]) == (
        "security",
        "one",
        "رفض الكشف عن هويته",
    )
    assert (role["source"], role["source_title"], role["source_role"]) == (
        "سليم الحداد",
        "الدكتور",
        "وزير النقل",
    )
    assert (role["hops"], role["terminal_source"], role["anon_count"]) == ("0", "سليم الحداد", "")
    wide = filled("export", "--wide", "-", "--sector", "security", "--anon-count", "one")
    assert [row["claim_id"] for row in rows(wide)] == [told["claim_id"]]


def test_show_tells_everything_about_a_source(filled: Run) -> None:
    shown = filled("sources", "show", "صحيفة المرفأ").out
    for words in (
        "جريدة المرفأ",
        "whom it relays",
        "مصدر أمني",
        "claims over time",
        "2021-03",
    ):
        assert words in shown
    told = json.loads(filled("sources", "show", "المرفأ", "--json").out)
    assert {row["name"] for row in told["spellings"]} == {"صحيفة المرفأ", "جريدة المرفأ"}
    assert told["outlets"] == [{"outlet": "الشاطئ نيوز", "claims": 1}]
    assert [row["name"] for row in told["relays"]] == ["مصدر أمني"]


def test_a_suggestion_can_be_taken_up_or_refused(filled: Run) -> None:
    (pair,) = rows(filled("sources", "suggest", "--format", "csv"))
    assert {pair["one_name"], pair["other_name"]} == {"سليم الحداد", "سليم جورج الحداد"}
    assert pair["reason"] == "first and last name are the same"
    assert filled("sources", "merge", pair["one_id"], pair["other_id"], "--note", "the minister").code == 0
    assert len(names(filled, "سليم")) == 1
    assert filled("sources", "undo").out.startswith("undone: merge")
    assert filled("sources", "split", pair["one_id"], pair["other_id"]).code == 0
    assert "no two sources look alike" in filled("sources", "suggest").err
    journal = rows(filled("sources", "decisions", "--format", "csv"))
    assert [(row["act"], row["holds"]) for row in journal] == [
        ("merge", "false"),
        ("undo", "false"),
        ("split", "true"),
    ]


def test_decisions_are_passed_on(filled: Run, tmp_path: Path) -> None:
    for arguments in (
        ("rename", "سليم الحداد", "سليم الحدّاد"),
        ("alias", "سليم الحداد", "أبو جورج"),
        ("kind", "وكالة الواحة", "institution"),
        ("split", "صحيفة المرفأ", "جريدة المرفأ"),
    ):
        assert filled("sources", *arguments).code == 0, arguments
    assert filled("sources", "export", "decisions.csv").code == 0
    other = ("--db", "other.db")
    assert filled("sources", "import", "decisions.csv", *other).out == "4 new of 4 decisions\n"
    assert filled("ingest", ".", "--outlet", "الشاطئ نيوز", *other).code in (0, 1)
    assert set(names(filled, *other)) == set(names(filled)) >= {"سليم الحدّاد"}
    assert filled("sources", "import", "decisions.csv", *other).out == "0 new of 4 decisions\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "لا أحد"), "no source is called لا أحد"),
        (("merge", "سليم الحداد", "سليم الحداد"), "one source already"),
        (("kind", "سليم الحداد", "ship"), "no kind 'ship'"),
        (("import", "missing.csv"), "cannot read missing.csv"),
        (("import", "relayed.txt"), "relayed.txt, line 2: no column"),
        (("undo",), "no decision to undo"),
    ],
)
def test_what_cannot_be_done_is_one_line(filled: Run, arguments: tuple[str, ...], words: str) -> None:
    failed = filled("sources", *arguments)
    assert failed.code in (1, 2)
    assert words in failed.err
    assert failed.err.count("\n") == 1


def test_a_source_name_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "x.txt").write_text("قال نادر الخياط إن الباب مفتوح.\n", "utf-8")
    run("ingest", "x.txt")
    run("sources", "rename", "نادر الخياط", "نادر \x1b[31mالأحمر\u202e")
    for command in (("sources",), ("sources", "show", "1"), ("sources", "decisions"), ("chain", "1:1")):
        shown = run(*command).out
        assert "\x1b" not in shown
        assert "\u202e" not in shown
