"""When sources said what they said: expressions of time, what they stand for, and whose they are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution import extract
from claimtrack.lexicon.moments import find_moments
from claimtrack.lexicon.reckoning import NAMES, Told
from claimtrack.models import Article
from claimtrack.text.tokens import tokenize

TUESDAY = date(2017, 3, 14)


def read(text: str, day: date | None = TUESDAY, *, ahead: bool = False) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    moments = find_moments(tokens.keys, 0, len(tokens), Told(day, ahead))
    return [(text[tokens.starts[m.start] : tokens.ends[m.end - 1]], m.value) for m in moments]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("كانون الأول/ديسمبر 2016", "2016-12"),
        ("ديسمبر (كانون الأول) 2016", "2016-12"),
        ("مايو أيار 2015", "2015-05"),
        ("14 مارس 2017", "2017-03-14"),
        ("١٤ آذار ٢٠١٧", "2017-03-14"),
        ("الخامس والعشرين من جويلية عام 2014", "2014-07-25"),
        ("الأول من غشت 2014", "2014-08-01"),
        ("يوم الثلاثاء 7 آذار (مارس) 2017", "2017-03-07"),
        ("14/2/2017", "2017-02-14"),
        ("2017-02-14", "2017-02-14"),
        ("عام 2016", "2016"),
        ("أواخر العام 2016م", "2016"),
        ("15 رمضان 1438هـ", "2017-06-10"),
        ("7 صفر 1430هـ الموافق 2 فبراير 2009م", "2009-02-02"),
        ("31 فبراير 2016", ""),
        ("عام 1438", ""),  # it lies in two years of the other calendar
    ],
)
def test_absolute_times_need_no_date_of_the_article(text: str, value: str) -> None:
    assert read(text, None) == read(text) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أمس", "2017-03-13"),
        ("بالأمس", "2017-03-13"),
        ("مساء أمس الاثنين", "2017-03-13"),
        ("أول من أمس", "2017-03-12"),
        ("أمس الأول (الأحد)", "2017-03-12"),
        ("اليوم", "2017-03-14"),
        ("الليلة قبل الماضية", "2017-03-12"),
        ("الثلاثاء", "2017-03-14"),
        ("يوم الأربعاء", "2017-03-08"),
        ("الإثنين", "2017-03-13"),
        ("الثلثاء الماضي", "2017-03-07"),
        ("الجمعة قبل الماضية", "2017-03-03"),
        ("ليل الأحد-الاثنين", "2017-03-12"),
        ("السبت من الأسبوع الماضي", ""),  # weeks begin on different days
        ("الأسبوع الماضي", "2017-W10"),
        ("هذا الأسبوع", "2017-W11"),
        ("مطلع الشهر الجاري", "2017-03"),
        ("الشهر الماضي", "2017-02"),
        ("الخامس من الشهر الجاري", "2017-03-05"),
        ("العام الماضي", "2016"),
        ("العام قبل الماضي", "2015"),
        ("قبل يومين", "2017-03-12"),
        ("منذ ثلاثة أيام", "2017-03-11"),
        ("قبل أسبوعين", "2017-W09"),
        ("قبل نحو 5 أشهر", "2016-10"),
        ("قبل سنة", "2016"),
        ("ديسمبر الماضي", "2016-12"),
        ("مارس الماضي", "2016-03"),
        ("مارس من العام قبل الماضي", "2015-03"),
        ("الخامس من مارس", "2017-03-05"),
        ("5 نيسان", "2016-04-05"),
        ("13 مارس الجاري", "2017-03-13"),
        ("شهر فبراير", "2017-02"),
        ("رمضان الماضي", ""),
    ],
)
def test_relative_times_count_from_the_date_of_the_article(text: str, value: str) -> None:
    assert read(text) == [(text, value)]
    assert read(text, None) == [(text, "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("غدا", "2017-03-15"),
        ("بعد غد", "2017-03-16"),
        ("الثلاثاء", "2017-03-14"),
        ("الأربعاء", "2017-03-15"),
        ("الاثنين المقبل", "2017-03-20"),
        ("5 أبريل", "2017-04-05"),
        ("5 فبراير", "2018-02-05"),
        ("يناير المقبل", "2018-01"),
    ],
)
def test_times_that_are_still_to_come(text: str, value: str) -> None:
    assert read(text, ahead=True) == [(text, value)]


@pytest.mark.parametrize(
    "text",
    [
        "مارس المهنة",
        "صحيفة المصري اليوم",
        "في اليوم التالي",
        "قبل يومين من الانتخابات",
        "وفد من 2015 شخصا",
        "قبل أيام",
        "العام الدراسي",
    ],
)
def test_what_tells_no_time(text: str) -> None:
    assert read(text) == []


def said(text: str, published: str = "2017-03-14") -> list[tuple[str, str] | None]:
    claims = extract(Article(text, published=published)).claims
    return [(text[slice(*c.when.span)], c.when.value) if c.when else None for c in claims]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("قال وزير النقل أمس الاثنين إن الجسر جاهز.", ("أمس الاثنين", "2017-03-13")),
        ("وفي ديسمبر الماضي أعلنت وزارة النقل أن الجسر جاهز.", ("ديسمبر الماضي", "2016-12")),
        ("وكان الوزير قد صرح في الخامس من مارس بأن الجسر جاهز.", ("الخامس من مارس", "2017-03-05")),
        (
            "وكانت الشركة أعلنت في كانون الأول/ديسمبر 2016 أن الجسر جاهز.",
            ("كانون الأول/ديسمبر 2016", "2016-12"),
        ),
        ("أعلنت وزارة النقل الشهر الماضي أن الجسر جاهز.", ("الشهر الماضي", "2017-02")),
        ("وأوضح الوزير خلال الاجتماع الذي عقد اليوم أن الجسر جاهز.", ("اليوم", "2017-03-14")),
        ("وقال سليم علي في مارس (آذار) إن الجسر جاهز.", ("مارس (آذار)", "2017-03")),
        ("وأمس قال وزير النقل إن الجسر جاهز.", ("أمس", "2017-03-13")),
        ("وقالت البلدية في بيان نشر الأحد، إن الجسر جاهز.", ("الأحد", "2017-03-12")),
        ("«الجسر جاهز والطريق سالك»، قال وزير النقل الثلاثاء في تصريح.", ("الثلاثاء", "2017-03-14")),
        ("وفي مقابلة مع القناة السبت، قال وزير النقل إن الجسر جاهز.", ("السبت", "2017-03-11")),
        # of the content, of who speaks, of what is spoken of, of something else
        ("قال وزير النقل إن الجسر فتح أمس.", None),
        ("قال وزير النقل الذي زار المدينة أمس إن الجسر جاهز.", None),
        ("وقال الوزير تعليقا على أحداث الأحد إن الجسر جاهز.", None),
        ("وقال الوزير قبل اجتماع يعقد غدا إن الجسر جاهز.", None),
        ("وافتتح السوق أمس وقال وزير النقل إن الجسر جاهز.", None),
        ("وقال وزير النقل لصحيفة المصري اليوم إن الجسر جاهز.", None),
    ],
)
def test_the_time_that_belongs_to_a_claim(text: str, when: tuple[str, str] | None) -> None:
    assert said(text) == [when]


def test_without_the_date_of_the_article_the_words_are_kept() -> None:
    assert said("قال وزير النقل أمس إن الجسر جاهز.", "") == [("أمس", "")]
    assert said("قال وزير النقل في 5 مارس 2017 إن الجسر جاهز.", "") == [("5 مارس 2017", "2017-03-05")]


def test_each_claim_has_its_own_time() -> None:
    text = "قال وزير النقل أمس إن الجسر جاهز. وكانت البلدية أعلنت في فبراير الماضي أن العمل بدأ. وأضاف الوزير أن الطريق سالك."
    assert said(text) == [("أمس", "2017-03-13"), ("فبراير الماضي", "2017-02"), None]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_by_every_name_of_its_month(day: date, today: date) -> None:
    for name, month in NAMES.gregorian.items():
        if month == day.month:
            text = f"{day.day} {name} {day.year}"
            assert read(text, today) == [(text, day.isoformat())]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_weekday_is_at_most_a_week_away(today: date) -> None:
    for name, weekday in NAMES.weekdays.items():
        back, on = (date.fromisoformat(read(name, today, ahead=ahead)[0][1]) for ahead in (False, True))
        assert back.weekday() == on.weekday() == weekday
        assert timedelta() <= today - back < timedelta(7) > on - today >= timedelta()


OTHERS = "في من وفي قبل هذا و 2016 1438 31 99 9999 0 ( ) / ،".split()
WORDS = st.sampled_from(
    [
        *(*NAMES.gregorian, *NAMES.hijri, *NAMES.weekdays, *NAMES.days),
        *(*NAMES.which, *NAMES.units, *NAMES.periods, *OTHERS),
    ]
)


@given(st.lists(WORDS, max_size=12), st.none() | st.dates())
def test_no_sequence_breaks_the_times(words: list[str], today: date | None) -> None:
    text = " ".join(words)
    end = -1
    for words_of_time, value in read(text, today):
        assert len(value) in (0, 4, 7, 8, 10)
        assert (end := text.find(words_of_time, end + 1)) >= 0
