"""Dates, datelines, bylines and languages, as the articles themselves give them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_fixtures.articles import ENGLISH, KURDISH, LIBRARY, PERSIAN, URDU

from claimtrack.lexicon.calendar import load as load_calendar
from claimtrack.models import Article
from claimtrack.reading import Skipped, read, read_paths
from claimtrack.reading.datelines import find_dateline
from claimtrack.reading.dates import iso_date
from claimtrack.reading.languages import language
from claimtrack.reading.metadata import find_metadata
from claimtrack.reading.repetition import lines_of


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("الثلاثاء 14 مارس/آذار 2017", "2017-03-14"),
        ("الثلاثاء ١٤ مارس (آذار) ٢٠١٧", "2017-03-14"),
        ("3 كانون الأول 2019", "2019-12-03"),
        ("30 كانون الثاني/يناير 2009", "2009-01-30"),
        ("19 جويلية 2012", "2012-07-19"),
        ("5 غشت 2020", "2020-08-05"),
        ("7 شتنبر 2021", "2021-09-07"),
        ("12 يونيو-حزيران 2014", "2014-06-12"),
        ("الخميس، 11 فبراير/ شباط، 2010، 19:33", "2010-02-11"),
        ("آب 3، 2015", "2015-08-03"),
        ("Tue, 06 Apr 2021 10:15:00 GMT", "2021-04-06"),
        ("March 14, 2017", "2017-03-14"),
        ("14th, March 2017 GMT", "2017-03-14"),
        ("2017-03-14T10:00:00+03:00", "2017-03-14"),
        ("2017/03/14", "2017-03-14"),
        ("14/3/2017", "2017-03-14"),
        ("03.14.2017", "2017-03-14"),
        ("14 مارس", ""),
        ("31 فبراير 2017", ""),
        ("99/99/2017", ""),
        ("غدا", ""),
        (date(2017, 3, 14), "2017-03-14"),
        (1489449600, "2017-03-14"),
        (1489449600000, "2017-03-14"),
        (2017, ""),
        (True, ""),
        (None, ""),
    ],
)
def test_dates_as_papers_and_machines_write_them(written: object, day: str) -> None:
    assert iso_date(written) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("١٥ رمضان ١٤٣٨", "2017-06-10"),
        ("3 صفر 1437 هـ الموافق 15 نوفمبر 2015 م", "2015-11-15"),
        ("1 محرم 1441هـ", "2019-08-31"),
        ("9-9-1441 هـ", "2020-05-02"),
        ("10 ذو الحجة 1440", "2019-08-11"),
        ("3 جمادى الآخرة 1442", "2021-01-16"),
    ],
)
def test_hijri_dates(written: str, day: str) -> None:
    pytest.importorskip("hijridate")
    assert iso_date(written) == day


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 3))
def test_every_day_by_every_name_of_its_month(day: date, which: int) -> None:
    names = [name for name, month in load_calendar().gregorian.items() if month == day.month]
    assert iso_date(f"{day.day} {names[which % len(names)]} {day.year}") == day.isoformat()


@given(st.text())
def test_no_text_breaks_the_dates(text: str) -> None:
    assert len(iso_date(text)) in (0, 10)


def test_no_month_has_two_meanings() -> None:
    assert not load_calendar().gregorian.keys() & load_calendar().hijri.keys()


@pytest.mark.parametrize(
    ("line", "dateline", "place", "outlet", "byline"),
    [
        ("دمشق - رويترز", "دمشق - رويترز", "دمشق", "", "رويترز"),
        ("القاهرة (أ ف ب) - قالت البلدية إن الجسر عاد", "القاهرة (أ ف ب) - ", "القاهرة", "", "أ ف ب"),
        ("(رويترز) - قالت البلدية إن الجسر عاد", "(رويترز) - ", "", "", "رويترز"),
        ("دبي - سمير النجار:أكد مدير المكتبة أن العمل بدأ", "دبي - سمير النجار:", "دبي", "", "سمير النجار"),
        ("رام الله ـ وكالات", "رام الله ـ وكالات", "رام الله", "", ""),
        ("بيروت – «الشرق الأوسط»: قالت البلدية", "بيروت – «الشرق الأوسط»: ", "بيروت", "الشرق الأوسط", ""),
        ("بغداد، العراق (CNN) -- قالت البلدية", "بغداد، العراق (CNN) -- ", "بغداد", "CNN", ""),
        ("كتبت: سمر النجار", "كتبت: سمر النجار", "", "", "سمر النجار"),
        ("بقلم سمر النجار", "بقلم سمر النجار", "", "", "سمر النجار"),
        ("أ ف ب", "أ ف ب", "", "", "أ ف ب"),
        ("الرباط (و م ع) - قالت البلدية إن الجسر عاد", "الرباط (و م ع) - ", "الرباط", "", "و م ع"),
        ("(و.م.ع) - قالت البلدية إن الجسر عاد", "(و.م.ع) - ", "", "", "و.م.ع"),
        ("دبي - فلان:أكد مدير المكتبة أن العمل بدأ", "دبي - فلان:", "دبي", "", "فلان"),
        ("القاهرة - سمر النجار", "القاهرة - سمر النجار", "القاهرة", "", "سمر النجار"),
        ("بكين 14 مارس 2017 (شينخوا)", "بكين 14 مارس 2017 (شينخوا)", "بكين", "", "شينخوا"),
        (
            "بكين ١٤ مارس (شينخوا) -- قالت البلدية إن الجسر عاد",
            "بكين ١٤ مارس (شينخوا) -- ",
            "بكين",
            "",
            "شينخوا",
        ),
        ("بواسطة سمر النجار", "بواسطة سمر النجار", "", "", "سمر النجار"),
        (
            "نشر بواسطة: سمر النجار في 14 مارس 2021",
            "نشر بواسطة: سمر النجار في 14 مارس 2021",
            "",
            "",
            "سمر النجار",
        ),
        ("كتب سمير النجار", "كتب سمير النجار", "", "", "سمير النجار"),
    ],
)
def test_datelines(line: str, dateline: str, place: str, outlet: str, byline: str) -> None:
    found = find_dateline(lines_of(line)[0])
    assert found is not None
    assert line[found.span.start : found.span.end] == dateline
    assert (found.place, found.outlet, found.byline) == (place, outlet, byline)


@pytest.mark.parametrize(
    "line",
    [
        "موسكو: لن نوقع الاتفاق",
        "واشنطن وباريس - وهما حليفتان - تختلفان",
        "قالت البلدية إن الجسر - وهو الأقدم - عاد إلى العمل",
        "الحكومة - المعارضة: جولة ثانية من الحوار",
        "السالم: القراءة حق للجميع",
        "قال لقناة (الضفاف): لن نغلق المكتبة",
        "تقرير: الأمطار تقل عاما بعد عام في المدينة القديمة",
        "دمشق",
        "كتب التاريخ",
        "كتبت الصحيفة أن الجسر عاد",
        "بواسطة الجسر الجديد يصل الناس إلى السوق في عشر دقائق.",
        "سمير النجار",
    ],
)
def test_prose_and_headlines_are_no_datelines(line: str) -> None:
    assert find_dateline(lines_of(line)[0]) is None


def test_a_name_between_title_and_text_is_the_authors(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{LIBRARY.title}\nسمير النجار\n{LIBRARY.text}", encoding="utf-8")
    article = read(tmp_path / "a.txt")
    assert article.byline == "سمير النجار"
    assert [article.text[span.start : span.end] for span in article.furniture] == ["سمير النجار"]


def test_a_dateline_glued_to_the_lead_is_kept_apart_from_it() -> None:
    text = f"{LIBRARY.title}\nبيروت - رويترز: {LIBRARY.text}"
    found = find_metadata(text)
    assert [text[span.start : span.end] for span in found.spans] == ["بيروت - رويترز: "]
    assert found.byline == "رويترز"


def test_a_headline_keeps_its_dash() -> None:
    assert find_dateline(lines_of("دمشق - بيروت: خط جديد للحافلات")[0], is_title=True) is None


def test_what_an_article_says_of_itself_is_kept_apart(tmp_path: Path) -> None:
    head = f"{LIBRARY.title}\nالأحد 14 مارس/آذار 2021 - 18:30\nبيروت - رويترز\n"
    (tmp_path / "a.txt").write_text(head + LIBRARY.text, encoding="utf-8")
    article = read(tmp_path / "a.txt")
    assert (article.title, article.published, article.byline) == (LIBRARY.title, "2021-03-14", "رويترز")
    assert [article.text[span.start : span.end] for span in article.furniture] == head.split("\n")[1:3]
    assert article.text == head + LIBRARY.text


def test_a_date_in_the_prose_is_not_the_articles() -> None:
    assert find_metadata(f"{LIBRARY.title}\nوبدأ العمل في 3 مارس 2019 بحضور سكان الحي كلهم.").published == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LIBRARY.text, "Arabic"),
        (LIBRARY.title, "Arabic"),
        ("عاجل", "Arabic"),
        (f"{LIBRARY.text} (BBC News, CNN, Reuters)", "Arabic"),
        (PERSIAN, "Persian"),
        (PERSIAN.replace("ک", "ك").replace("ی", "ي").replace("گ", "ك").replace("ژ", "ز"), "Persian"),
        (URDU, "Urdu"),
        (KURDISH, "Kurdish"),
        ("تعليم جي وزير چيو ته اسڪول ڇنڇر کان کليل هوندا ۽ شاگرد اچڻ شروع ڪندا", "Sindhi"),
        ("مائارىپ مىنىستىرى مەكتەپلەرنىڭ شەنبە كۈنىدىن باشلاپ ئېچىلىدىغانلىقىنى ئېيتتى", "Uyghur"),
        ("أکد مدیر المکتبة أن العمل سیبدأ یوم الأحد وأن القاعة کبیرة", "Arabic"),
        (ENGLISH, "another language"),
        ("12345 ...", ""),
    ],
)
def test_languages(text: str, name: str) -> None:
    assert language(text) == name


def test_another_language_is_skipped_or_kept_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PERSIAN, encoding="utf-8")
    (skipped,) = read_paths([tmp_path])
    assert isinstance(skipped, Skipped)
    assert "Persian" in skipped.message
    (article,) = read_paths([tmp_path], any_language=True)
    assert isinstance(article, Article)
    assert read(tmp_path / "a.txt").text == PERSIAN
