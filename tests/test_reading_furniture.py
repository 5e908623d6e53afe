"""Furniture: the words of furniture.toml, repetitions, and prose that must stay prose."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.models import Span
from claimtrack.reading.furniture import find_furniture
from claimtrack.reading.titles import first_line

RULES = tomllib.loads(files("claimtrack.reading").joinpath("furniture.toml").read_text("utf-8"))["rule"]
YES = [(rule["name"], line) for rule in RULES for line in rule["yes"]]
NO = [(rule["name"], line) for rule in RULES for line in rule.get("no", ())]

TITLE = "بلدية الضفاف تفتتح المكتبة العامة الجديدة"
LEAD = (
    "افتتحت بلدية الضفاف يوم الأحد مكتبتها العامة الجديدة في حي الربيع، وقالت رئيسة البلدية "
    "ليلى السالم إن المكتبة تضم عشرين ألف كتاب وقاعة للأطفال."
)
PAGE = f"{TITLE}\n{LEAD}\n{{}}\n"


def marked(text: str, *, title: str = "") -> list[str]:
    return [text[span.start : span.end].strip() for span in find_furniture(text, title=title)]


@pytest.mark.parametrize(("rule", "line"), YES)
def test_furniture_of_every_rule_is_found(rule: str, line: str) -> None:
    assert marked(PAGE.format(line)) == [line], rule


@pytest.mark.parametrize(("rule", "line"), NO)
def test_prose_that_resembles_a_rule_stays_prose(rule: str, line: str) -> None:
    assert marked(PAGE.format(line)) == [], rule


def test_a_title_stands_once_and_its_repetition_is_furniture() -> None:
    text = f"{TITLE}\n\nسياسة\n{TITLE}\n{LEAD}\n"
    spans = find_furniture(text)
    assert [text[s.start : s.end] for s in spans] == ["سياسة", TITLE]
    assert spans[-1].start > text.index(TITLE)


def test_a_title_known_apart_is_no_furniture_where_it_stands_first() -> None:
    assert marked(f"{TITLE}\n{LEAD}", title=TITLE) == []


def test_a_repeated_paragraph_is_marked_where_it_stands_as_a_teaser() -> None:
    text = f"{TITLE}\n{LEAD}\nجانب آخر من الخبر.\n{LEAD}\n"
    (span,) = find_furniture(text)
    assert span.start == text.index(LEAD)


def test_short_lines_may_repeat() -> None:
    assert marked("يا نهر\nكم مر بك\nيا نهر\nكم مر بك\nيا نهر\n", title=TITLE) == []


def test_the_headlines_under_related_links_go_with_the_heading() -> None:
    links = "مواضيع ذات صلة\nوزيرة الثقافة: القراءة حق\nمكتبة المدينة تفتح ليلا"
    text = f"{TITLE}\n{LEAD}\n{links}\n\nوقالت السالم إن العمل استمر عامين كاملين.\n"
    assert "\n".join(marked(text)) == links


def test_a_flattened_page_has_its_tab_and_menu_marked() -> None:
    tab, menu = f"BBC Arabic - الشرق الأوسط - {TITLE}", "الرئيسية     الشرق الأوسط  \t العالم"
    text = f"{tab}      {menu}     شارك برأيك    {TITLE}    {LEAD}   {TITLE}"
    assert marked(text) == [tab, menu, TITLE]


def test_a_line_of_headlines_set_far_apart_is_marked_and_gives_no_title() -> None:
    ticker = "سوق المدينة يغلق باكرا    أمطار متوقعة يوم الخميس    الوزير: لا زيادة    خط جديد للحافلات إلى الميناء"
    assert marked(f"{ticker}\n{TITLE}\n{LEAD}") == [ticker]
    assert first_line(f"{ticker}\n{TITLE}\n{LEAD}", find_furniture(f"{ticker}\n{TITLE}\n{LEAD}")) == TITLE
    results = "النهر 3    الضفاف 2    الساحل 1    الجبل 0"
    assert marked(f"{TITLE}\n{LEAD}\n{results}\n{LEAD.replace('الأحد', 'السبت')}") == []


def test_the_editors_of_a_site_are_marked_with_their_names() -> None:
    masthead = "رئيس مجلسي الإدارة والتحرير\nهاني الربيعي\n\nمدير التحرير\n\nليلى السالم\n"
    assert marked(f"{masthead}{TITLE}\n{LEAD}") == [line for line in masthead.split("\n") if line]


def test_sections_are_marked_at_the_edges_only() -> None:
    text = f"رياضة\n{TITLE}\n{LEAD}\nرياضة\n{LEAD.replace('الأحد', 'السبت')}\nثقافة"
    assert [s.start for s in find_furniture(text)] == [0, text.rindex("ثقافة")]


@given(st.text(alphabet=st.sampled_from('ابتث \n\t\r\u2028\u00a0.:#|-–»«"0123شارك\u064b\u202e\ufeff😀')))
def test_spans_are_ordered_apart_and_within_the_text(text: str) -> None:
    spans = find_furniture(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert spans == find_furniture(text)
    assert all(isinstance(span, Span) for span in spans)
