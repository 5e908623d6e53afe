"""Articles made up from templates: the same for the same number, so that figures can be compared.

    python tests/benchmarks/generated.py 1000 > articles.jsonl

Invented people, bodies and papers say things about invented towns, in the constructions that news use and
at the rate they use them: some six attributions in two thousand characters.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

_FIRST = "سامر عادل ناهد سليم ريم هالة مروان لبنى طارق غسان دلال فادي نبيل سهى وائل رنا كمال ليلى بسام جهاد".split()
_LAST = (
    "الحداد الرواشدي الدمياطي الزعتري المرابط القصاب البيروني الشماع النحاس العطار الصباغ الخياط الدباغ السراج"
    " الوراق الفاخوري الحريري القطان الزيات البناء"
).split()
_ROLES = (
    "وزير النقل|رئيس البلدية|مدير الميناء|المتحدث باسم الشركة|عضو مجلس الإدارة|الخبير الاقتصادي|نقيب المهندسين"
    "|رئيس اللجنة المنظمة|مدير المستشفى|الباحث في شؤون المياه"
).split("|")
_BODIES = (
    "وزارة النقل|وزارة التجارة|هيئة الموانئ|شركة السواحل للملاحة|جمعية حماية الشاطئ|بلدية الواحة|نقابة المعلمين"
    "|مؤسسة الأفق للدراسات|لجنة الطوارئ|مصلحة الأرصاد"
).split("|")
_PAPERS = (
    "صحيفة «الساحل»|صحيفة البيرق|وكالة أنباء الواحة|قناة المرسى|موقع ضفاف|مجلة «الميزان»|إذاعة الجبل".split(
        "|"
    )
)
_UNNAMED = (
    "مصادر مطلعة|مصدر مسؤول|مصادر ملاحية|شهود عيان|مسؤولون محليون|خبراء في القطاع|مصدر دبلوماسي رفيع".split(
        "|"
    )
)
_PLACES = "المرسى والواحة|ضفاف النهر|الساحل الشرقي|وادي الزيتون|مدينة الجسور|قرى الجبل|الميناء القديم".split(
    "|"
)
_THINGS = (
    "المشروع الجديد|خط السكة الحديدية|السد|السوق المركزية|محطة التحلية|الجسر المعلق|المستشفى العام|رصيف الحاويات"
    "|شبكة الكهرباء|موسم القطاف"
).split("|")
_DOES = (
    "سيكتمل قبل نهاية العام|لن يتأثر بارتفاع الأسعار|يحتاج إلى تمويل إضافي|يخدم أكثر من سبعين ألف نسمة"
    "|تأخر بسبب الأمطار الغزيرة|سيفتح أبوابه أمام الزوار قريبا|يوفر مئات من فرص العمل|خضع لصيانة شاملة"
    "|يواجه صعوبات في التوريد|حقق نتائج تفوق التوقعات"
).split("|")
_EVENTS = (
    "تساقطت الأمطار على {place} طوال الليل وغمرت المياه عددا من الطرق.|ويمتد {thing} على مسافة أربعين كيلومترا بين"
    " {place}.|وشهدت الأسواق في {place} حركة نشطة مع اقتراب موعد الافتتاح.|وبدأت أعمال الحفر قبل ثلاثة أعوام بكلفة"
    " بلغت ستين مليونا.|وتوقفت الحركة ساعتين ثم عادت إلى طبيعتها في {place}.|ويعود تاريخ {thing} إلى أكثر من قرن.|"
    "واصطف السكان أمام المراكز منذ الصباح الباكر للحصول على حاجتهم من المياه."
).split("|")
_CLAIMS = (
    "قال {role} {person} إن {thing} {does}.|وأكدت {body} أن {thing} {does}، مشيرة إلى أن العمل في {place} مستمر.|"
    "وأضاف أن {thing} {does}.|وأوضح {person} أن {thing} {does} «ولا مجال للتراجع عن ذلك».|وذكرت {paper} أن {thing} {does}.|"
    "ونقلت {paper} عن {unnamed} قولها إن {thing} {does}.|ووفق {body}، فإن {thing} {does}.|و{thing} {does}، بحسب {unnamed}.|"
    "ونفى {role} {person} أن يكون {thing} قد توقف، قائلا: «هذه شائعات لا أساس لها، والعمل ماض كما خططنا».|"
    "«لم نتلق أي شكوى من سكان {place}»، قال {person}.|وطالبت {body} بتأجيل العمل في {thing} إلى الربيع.|"
    "وحذر {person}، في تصريح لـ{paper}، من أن {thing} {does}.|وكشف {unnamed} أن {thing} {does}.|"
    "وقالت {body} في بيان إن {thing} {does}، مضيفة أن الفرق الفنية وصلت إلى {place}."
).split("|")
_TITLES = "{body}: {thing} {does}|{thing} في {place} على موعد مع الافتتاح|سكان {place} ينتظرون {thing}".split(
    "|"
)


def articles(count: int) -> Iterator[dict[str, str]]:
    """So many records with title, text, outlet and date."""
    chance = random.Random(20_150_801)
    for number in range(count):
        day = date(2015, 1, 1) + timedelta(days=number % 3650)
        title = _filled(chance, chance.choice(_TITLES))
        yield {
            "id": f"made/{number}",
            "title": title,
            "text": "\n\n".join(_paragraph(chance, number) for _ in range(chance.randint(4, 8))),
            "outlet": chance.choice(_PAPERS),
            "published": day.isoformat(),
        }


def _paragraph(chance: random.Random, number: int) -> str:
    sentences = [
        chance.choice(_CLAIMS if chance.random() < 0.36 else _EVENTS) for _ in range(chance.randint(2, 5))
    ]
    text = " ".join(_filled(chance, sentence) for sentence in sentences)
    return text if chance.random() < 0.8 else f"{text} وحمل القرار رقم {number} توقيع اللجنة."


def _filled(chance: random.Random, template: str) -> str:
    return template.format(
        person=f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
        role=chance.choice(_ROLES),
        body=chance.choice(_BODIES),
        paper=chance.choice(_PAPERS),
        unnamed=chance.choice(_UNNAMED),
        place=chance.choice(_PLACES),
        thing=chance.choice(_THINGS),
        does=chance.choice(_DOES),
    )


def main() -> None:
    for article in articles(int(sys.argv[1])):
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
