"""PDFs: letters in reading order, ligatures whole, lines joined to the paragraphs that were put in."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest
from browser import PROGRAM
from hypothesis import given
from hypothesis import strategies as st
from reading_fixtures.articles import BRIDGE, LIBRARY

from claimtrack.models import Article
from claimtrack.reading import read_paths
from claimtrack.reading.pdfglyphs import kept_whole
from claimtrack.reading.pdflines import brackets_righted, gaps_closed, lines_of, turned
from claimtrack.reading.pdfparagraphs import paragraphs_of

PARAGRAPHS = [
    *LIBRARY.text.split("\n"),
    "وقال الوزير سليم الحداد «إن العمل سيبدأ غدا» (وفق بيان الوزارة) في عام 2017، أي بعد 3 سنوات، وإن 50% منه أنجز.",
    "وأضاف أن شركة Blue River Holding ستدفع 2,500.75 دولار يوم 14/3/2017، وهل يكفي ذلك؟ نعم! هكذا قال.",
    "وقدم المهندس شرحًا مفصلاً عن العمل، مشيرًا إلى أن إقبالاً كبيرًا كهذا لم يُعهد، وأن عددًا من الزوار أبدى رأيًا حسنًا جدًا.",
    "وبين عامي 2014-2017 بلغ عدد الزوار ١٬٥٠٠ زائر، و٥٠٪ منهم أطفال، ولا خلاف على أن الآلاف لم يصلوا لأن الطرق أغلقت.",
    *BRIDGE.text.split("\n"),
]
STYLES = {
    "as it comes": "",
    "indents and no gaps": "p {margin: 0; text-indent: 2em; text-align: justify}",
    "neither indents nor gaps": "p {margin: 0}",
    "two columns": "div {column-count: 2}",
    "many pages, wide lines": "p {font-size: 19pt; line-height: 2}",
    "small print": "p {font-size: 7pt}",
}


def visual(text: str) -> str:
    return text[::-1]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (".دحلأا موي ةبتكملا تحتتفا", "افتتحت المكتبة يوم األحد."),  # ligatures are no concern of it
        ("2017 ماع يف ،ريزولا لاق", "قال الوزير، في عام 2017"),
        ("،2017 ماع", "عام 2017،"),
        ("%50 ةبسن", "نسبة 50%"),
        ("٪٥٠ ةبسن", "نسبة ٥٠٪"),
        ("2,500.75 غلبم", "مبلغ 2,500.75"),
        ("14/3/2017 موي", "يوم 14/3/2017"),
        ("2017-2014 نيب", "بين 2014-2017"),
        (".عفدتس Blue River Holding ةكرش", "شركة Blue River Holding ستدفع."),
        ("-- )CNN( يبد", "دبي (CNN) --"),
        ("دٌمَّحَمُ", "مُحَمَّدٌ"),
        ("", ""),
    ],
)
def test_a_line_is_turned_round(seen: str, read: str) -> None:
    assert turned(seen) == read


@given(st.text())
def test_turning_loses_and_invents_nothing(seen: str) -> None:
    assert sorted(turned(seen)) == sorted(seen)


def test_brackets_that_stand_back_to_front_are_righted() -> None:
    assert brackets_righted(")أ ف ب( و)رويترز( في «النهر»") == "(أ ف ب) و(رويترز) في «النهر»"
    assert brackets_righted("(أ) و(ب) و1)") == "(أ) و(ب) و1)"


def markup(pages: Sequence[Sequence[tuple[float, float, str]]]) -> str:
    """Pages of lines (right edge, top, text) set in a column from 100 to 500, five points a letter."""
    said = ""
    for page in pages:
        said += '<page width="600" height="800">\n'
        for right, top, text in page:
            said += "<line>"
            for word in text.split(" "):
                box = f'xMin="{right - 5 * len(word)}" yMin="{top}" xMax="{right}" yMax="{top + 10}"'
                said += f"<word {box}>{escape(visual(word))}</word>"
                right -= 5 * len(word) + 5
            said += "</line>\n"
        said += "</page>\n"
    return said


FULL = " ".join(["كلمتان"] * 10) + " قصيرة"  # 380 of 400 points: nothing longer than three letters fits
FULLER = " ".join(["كلمتان"] * 11)
LAST = "وهذه نهايتها."


def paragraphs(*pages: Sequence[tuple[float, float, str]]) -> list[str]:
    return paragraphs_of(lines_of(markup(pages)))


def test_a_line_that_had_no_room_for_the_next_word_goes_on() -> None:
    assert paragraphs([(500, 0, FULLER), (500, 12, FULL), (500, 24, LAST)]) == [f"{FULLER} {FULL} {LAST}"]


def test_a_line_that_had_room_for_the_next_word_ends_the_paragraph() -> None:
    first = "جملة قصيرة لا نقطة في آخرها"
    assert paragraphs([(500, 0, first), (500, 12, FULLER), (500, 24, LAST)]) == [first, f"{FULLER} {LAST}"]


def test_a_gap_ends_the_paragraph() -> None:
    page = [(500, 0, FULLER), (500, 12, FULLER), (500, 30, FULLER), (500, 42, LAST)]
    assert paragraphs(page) == [f"{FULLER} {FULLER}", f"{FULLER} {LAST}"]


def test_an_indent_ends_the_paragraph() -> None:
    page = [(500, 0, FULLER), (500, 12, FULLER), (480, 24, FULL), (500, 36, LAST)]
    assert paragraphs(page) == [f"{FULLER} {FULLER}", f"{FULL} {LAST}"]


def test_without_gaps_and_indents_a_sentence_ends_the_paragraph() -> None:
    assert paragraphs([(500, 0, f"{FULL}."), (500, 12, FULLER), (500, 24, LAST)]) == [
        f"{FULL}.",
        f"{FULLER} {LAST}",
    ]


def test_a_paragraph_goes_on_over_the_page_beside_what_stands_at_its_head() -> None:
    first = [(500, 0, "صحيفة النهر ص 1"), (500, 40, FULLER), (500, 52, FULLER)]
    second = [(500, 0, "صحيفة النهر ص 2"), (500, 40, FULLER), (500, 52, LAST)]
    assert paragraphs(first, second) == [
        f"{FULLER} {FULLER} {FULLER} {LAST}",
        "صحيفة النهر ص 1",
        "صحيفة النهر ص 2",
    ]


def test_letters_of_a_line_that_is_cut_off_cut_no_paragraph() -> None:
    first = [(500, 0, FULLER), (500, 12, FULLER), (300, 24, "أ"), (200, 24, "أ")]
    assert paragraphs(first, [(500, 4, FULLER), (500, 16, LAST)])[0] == f"{FULLER} {FULLER} {FULLER} {LAST}"


@pytest.mark.parametrize(
    ("narrow", "closed"),
    [
        ("مشيرً\u2009ا إلى", "مشيرًا إلى"),
        ("مفصلاً\u2009عن", "مفصلاً عن"),
        ("أفرادً ا كثيرين", "أفرادًا كثيرين"),
        ("مع\u2009اً في", "معاً في"),
        ("شكرً أحمد", "شكرً أحمد"),
        ("مُحَ\u2009مَّدٌ", "مُحَمَّدٌ"),
        ("العمل\u2009.", "العمل."),
        ("من\u2009العمل", "من العمل"),
    ],
)
def test_narrow_gaps_are_closed_within_words(narrow: str, closed: str) -> None:
    assert gaps_closed(narrow) == closed


def test_a_stray_piece_of_a_line_is_put_back() -> None:
    line = '<line><word xMin="{}" yMin="0" xMax="{}" yMax="10">{}</word>{}</line>'
    after = '<word xMin="100" yMin="0" xMax="140" yMax="10">سانلا</word>'
    said = (
        "<page>"
        + line.format(160, 200, "عم", after)
        + line.format(150, 159.5, "\u064bا"[::-1], "")
        + "</page>"
    )
    (found,) = lines_of(said)
    assert gaps_closed(found.text) == "معا\u064b الناس"


TABLE = b"""begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar
<0001> <06440627>
<0002> <0645>
endbfchar
2 beginbfrange
<0010> <0013> <FEF3>
<0020> <0021> [<FEFB> <0628>]
endbfrange
endcmap
"""


@pytest.mark.parametrize("packed", [True, False])
def test_what_a_glyph_of_several_letters_means_becomes_one_letter(packed: bool) -> None:
    stream = zlib.compress(TABLE, 1) if packed else TABLE
    data = b"%PDF-1.4\n1 0 obj << /Length 9 >>\nstream\n" + stream + b"\nendstream\nendobj\n"
    changed, standins = kept_whole(data)
    assert len(changed) == len(data)
    assert sorted(standins.letters.values()) == ["لآ", "لا"] or packed is False
    table = changed.split(b"stream\n")[1]
    table = zlib.decompressobj().decompress(table) if packed else table
    signs = re.findall(rb"<0001> <(\w{4})>", table)
    assert [standins.put_back(chr(int(sign, 16))) for sign in signs] == ["لا"]
    assert b"<0002> <0645>" in table


@given(st.binary())
def test_any_bytes_keep_their_length(data: bytes) -> None:
    for whole in (
        data,
        b"1 0 obj<<>>stream\n" + data + b"endstream",
        b"stream\nbegincmap beginbfrange" + data,
    ):
        assert len(kept_whole(whole)[0]) == len(whole)


def printed(folder: Path, style: str, *, heads: bool = False) -> Path:
    """The paragraphs as a PDF, printed by Chromium."""
    if PROGRAM is None or shutil.which("pdftotext") is None:
        pytest.skip("needs Chromium and pdftotext")
    if not subprocess.run(["fc-list", ":lang=ar"], capture_output=True, check=False).stdout:
        pytest.skip("needs a font with Arabic letters")
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    page = folder / "page.html"
    page.write_text(
        f'<!DOCTYPE html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>ص</title><style>{style}</style>'
        f"<body><h1>{LIBRARY.title}</h1><div>{body}</div></body></html>",
        encoding="utf-8",
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    options += [] if heads else ["--no-pdf-header-footer"]
    command = [PROGRAM, *options, f"--print-to-pdf={folder / 'page.pdf'}", page.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return folder / "page.pdf"


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_printed_page_gives_the_paragraphs_that_were_put_in(tmp_path: Path, style: str) -> None:
    _, article = read_paths([printed(tmp_path, style)])
    assert isinstance(article, Article)
    assert article.text.split("\n") == [LIBRARY.title, *PARAGRAPHS]
    assert article.title == LIBRARY.title


def test_what_the_printer_put_at_head_and_foot_cuts_no_paragraph(tmp_path: Path) -> None:
    _, article = read_paths([printed(tmp_path, STYLES["many pages, wide lines"], heads=True)])
    assert isinstance(article, Article)
    lines = article.text.split("\n")
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    assert article.published == ""
    marked = "".join(article.text[span.start : span.end] for span in article.furniture)
    assert all(line in marked for line in lines if line not in (LIBRARY.title, *PARAGRAPHS, "ص"))
