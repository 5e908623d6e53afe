"""What an article tells of sources it does not name: sector, number, origin, and why there is no name."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.attribution import extract
from claimtrack.attribution.anonymity import Naming, anonymity
from claimtrack.attribution.document import Document
from claimtrack.lexicon import load
from claimtrack.lexicon.gazetteer import load as load_gazetteer
from claimtrack.lexicon.unnamed import read
from claimtrack.models import COUNTS, SECTORS, Anonymity


def document(text: str) -> Document:
    return Document(text, load(), load_gazetteer())


def told(phrase: str) -> Anonymity:
    doc = document(phrase)
    return anonymity(doc, [Naming((0, len(doc)), len(doc), len(doc))])


def refusal(text: str) -> str:
    """The refusal in a sentence whose first word is the source."""
    doc = document(text)
    span = anonymity(doc, [Naming((0, 1), len(doc), len(doc))]).reason
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("phrase", "sector", "count", "of"),
    [
        ("مصدر أمني رفيع", "security", "one", ""),
        ("مصادر مطلعة", "informed", "several", ""),
        ("مصادر دبلوماسية غربية", "diplomatic", "several", "الغرب"),
        ("مصدران طبيان", "medical", "two", ""),
        ("دبلوماسيان أوروبيان", "diplomatic", "two", "أوروبا"),
        ("مصدر مسؤول", "official", "one", ""),
        ("مسؤولين أميركيين", "official", "several", "الولايات المتحدة"),
        ("مسؤول عسكري أميركي كبير", "military", "one", "الولايات المتحدة"),
        ("ثلاثة مسؤولين في وزارة الصحة اللبنانية", "medical", "several", "وزارة الصحة اللبنانية"),
        ("مسؤول في وزارة الدفاع", "military", "one", "وزارة الدفاع"),
        ("مسؤولون سابقون بالاستخبارات الأمريكية", "security", "several", "الاستخبارات الأمريكية"),
        ("مصدر بالبيت الأبيض", "", "one", "البيت الأبيض"),
        ("مصادر مقربة من حزب الوفاق", "informed", "several", "حزب الوفاق"),
        ("مصادر أمنية وطبية عراقية", "security", "several", "العراق"),
        ("أحد شهود العيان", "witness", "one", ""),
        ("عدد من سكان القرية", "local", "several", ""),
        ("سكان محليون", "local", "several", ""),
        ("ناشطون معارضون في حلب", "opposition", "several", "حلب"),
        ("خبراء في صندوق النقد الدولي", "expert", "several", "صندوق النقد الدولي"),
    ],
)
def test_what_the_words_of_a_mention_tell(phrase: str, sector: str, count: str, of: str) -> None:
    assert told(phrase) == Anonymity(sector, count, of)


@pytest.mark.parametrize("row", read()["reason"], ids=lambda row: row["found"])
def test_every_reason_of_the_lexicon_is_found_in_its_example(row: dict[str, Any]) -> None:
    assert refusal(row["example"]) == row["found"]
    assert refusal(row.get("not", "") or "لا شيء") == ""


def test_sectors_are_those_of_the_lexicon() -> None:
    raw = read()
    assert {*raw["heads"], *raw["bodies"], *load_gazetteer().sectors.values()} == set(SECTORS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the refusal of one of two sources is his alone
        (
            "قال مصدر أمني إن الجسر سليم، وقال مسؤول طلب عدم ذكر اسمه إن الجسر مغلق.",
            ["", "طلب عدم ذكر اسمه"],
        ),
        # met again without a name, the source keeps what was told of it
        (
            "قال مصدر أمني رفض الكشف عن هويته إن الطريق أُغلق. وأضاف المصدر أن الدوريات عادت.",
            ["رفض الكشف عن هويته"] * 2,
        ),
        # an aside behind the content
        (
            "قال مسؤول عسكري إن القوات عادت، طالبا عدم الكشف عن هويته.",
            ["طالبا عدم الكشف عن هويته"],
        ),
        # what a source says of somebody else's name is not about the source
        ("قال مسؤول في البلدية إن المتبرع رفض الكشف عن هويته.", [""]),
        (
            "وطبقا لمصدر في اللجنة، الذي رفض الإفصاح عن اسمه لأسباب تتعلق بعمله، فإن التقرير جاهز.",
            ["رفض الإفصاح عن اسمه لأسباب تتعلق"],
        ),
        ("وقال موظف في الميناء طلب من الصحيفة عدم ذكر اسمه إن المركب غرق.", ["طلب من الصحيفة عدم ذكر اسمه"]),
        # the medium that keeps the name back
        ("ونقلت صحيفة البيرق عن دبلوماسي أوروبي لم تسمه قوله إن الوفد وصل.", ["لم تسمه"]),
    ],
)
def test_whose_refusal_it_is(text: str, expected: list[str]) -> None:
    claims = [claim for claim in extract(text).claims if claim.anonymity]
    spans = [claim.anonymity.reason for claim in claims if claim.anonymity]
    assert [text[slice(*span)] if span else "" for span in spans] == expected


def test_a_pronoun_tells_two_from_several() -> None:
    (claim,) = extract("ونقلت صحيفة البيرق عن مسؤولين أميركيين لم تسمهما أن الاتفاق قريب.").claims
    assert claim.anonymity
    assert claim.anonymity.count == "two"
    assert claim.anonymity.count in COUNTS


def test_named_sources_have_no_anonymity() -> None:
    (claim,) = extract("قال سليم الحداد إن المرفأ يعمل.").claims
    assert claim.anonymity is None
