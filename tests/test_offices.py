"""What an article says a person is, kept apart from the name."""

from __future__ import annotations

import pytest

from claimtrack.attribution import extract
from claimtrack.models import Office


def said_of(text: str) -> list[Office | None]:
    return [claim.office for claim in extract(text).claims]


@pytest.mark.parametrize(
    ("subject", "office"),
    [
        ("سليم الحداد", None),
        ("الدكتور سليم الحداد", Office("الدكتور")),
        ("وزير النقل سليم الحداد", Office("", "وزير النقل", "")),
        (
            "المتحدث باسم وزارة الدفاع الروسية إيغور بوبوف",
            Office("", "المتحدث باسم وزارة الدفاع الروسية", "وزارة الدفاع الروسية"),
        ),
        (
            "المتحدث باسم وزارة الدفاع الروسية اللواء إيغور بوبوف",
            Office("اللواء", "المتحدث باسم وزارة الدفاع الروسية", "وزارة الدفاع الروسية"),
        ),
        # the adjective is the minister's, not the ministry's
        ("وزير الخارجية الروسي سيرغي كوزنين", Office("", "وزير الخارجية الروسي", "الخارجية، روسيا")),
        ("الرئيس التونسي منير العوادي", Office("", "الرئيس التونسي", "تونس")),
        ("سليم الحداد، رئيس شركة المرسى،", Office("", "رئيس شركة المرسى", "شركة المرسى")),
        (
            "الدكتور سامي النجار مدير مستشفى الأمل",
            Office("الدكتور", "مدير مستشفى الأمل", "مستشفى الأمل"),
        ),
        # the holder of an office without a name is all office
        ("المتحدث باسم وزارة الصحة", Office("", "المتحدث باسم وزارة الصحة", "وزارة الصحة")),
    ],
)
def test_title_role_and_affiliation_stand_apart_from_the_name(subject: str, office: Office | None) -> None:
    assert said_of(f"قال {subject} إن العمل يبدأ غدا.") == [office]


def test_a_person_met_again_keeps_the_fullest_description() -> None:
    text = "قال الوزير سليم الحداد إن العمل بدأ. وأضاف وزير النقل سليم الحداد أن الجسر جاهز. وأكد الحداد أن المرفأ مفتوح."
    assert said_of(text) == [Office("", "وزير النقل", "")] * 3


def test_who_is_no_person_has_no_office() -> None:
    assert said_of("قالت وزارة الصحة إن اللقاح وصل. وقال مصدر أمني إن الطريق سالك.") == [None, None]
