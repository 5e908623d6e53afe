"""Units of hostile text, to be repeated: one or more for every construction, and what reading stumbles over.

`{n}` in a unit stands for the number of the repetition, so that nothing can be answered from memory.
"""

from __future__ import annotations

# construction → units that it finds claims in, or looks for them in vain: endless sentences, chains of
# cues, quotations that never close
CONSTRUCTIONS: dict[str, tuple[str, ...]] = {
    "verb:clause": ("قال الوزير إن كلمة{n} ", "قال إن ", "وقال سامر الحداد{n} إن المصنع{n} يعمل. "),
    "verb:preposition": ("حذر الوزير من كلمة{n} ",),
    "verb:object": ("نفى الوزير كلمة{n} ",),
    "verb:colon": ("قال: ", "قال الوزير: «كلمة{n} "),
    "verb:quote": ("قال المتهم «لن أعود إلى كلمة{n}» ", "قال «كلمة "),
    "verb:quote-first": ("«لن أعود إلى كلمة{n}»، قال المتهم للقاضي. ", "«كلمة»، قال "),
    "verb:relay": ("ونقلت صحيفة كلمة{n} عن وكالة خبر{n} قولها إن المصنع{n} يعمل. ", "نقل عن "),
    "verb:pronoun": ("ونقلت عنه صحيفة كلمة{n} قوله إن المصنع{n} يعمل. ",),
    "verb:naming": ("واعتبر الوزير سامر الحداد{n} القرار{n} خطأ، ",),
    "verb:between": ("والجسر{n}، يقول المدير، سيفتح، ",),
    "verb:after": ("سيفتح المصنع{n} الجديد في المدينة غدا، يؤكد الخبير كمال الزيات. ",),
    "verb:pointing": ("هذا ما قاله الوزير{n}. ",),
    "topic:colon": ("المدير{n} أكد: «لن نغلق المصنع{n}». ", "المدير{n} أكد: "),
    "topic:clause": ("المدير{n} أكد أن ",),
    "topic:preposition": ("المنظمة{n} تحذر من نقص ",),
    "participle": ("مشيرا إلى أن المصنع{n} يعمل، ", "قائلا: «"),
    "nominal": ("مزاعم الشركة{n} بأن العمال ", "قوله أن كلمة{n}، "),
    "nominal:governing": ("ولم يلتفت أحد إلى تحذيرات المهندسين من انهيار كلمة{n} ",),
    "nominal:came": ("وجاء في بيان كلمة{n} أن ",),
    "preposition:before": ("وبحسب إدارة كلمة{n}، فإن ", "بحسب ", "وفق وزير "),
    "preposition:after": ("أغلق الشاطئ{n}، وفق بيان كلمة{n}. ",),
    "preposition:inside": ("ويعاني كلمة{n}، بحسب النقابة، من ",),
    "like": ("بحسب ما نقل موقع كلمة{n} عن ",),
    "headline-colon": ("الوزير{n}: كلمة\n", "الوزير: ", "كلمة اليوم: "),
    "quotation": ("قال الوزير إن. «كلمة{n} في المدينة كلها اليوم». ", "«كلمة في المدينة كلها اليوم.\n"),
    "headline-noun": ("تحذير من وزارة كلمة{n}: لا تستعملوا كلمة\n",),
}
# what is behind claims: names, unnamed sources, pronouns, offices, refusals
SOURCES = (
    "ذكرت صحيفة كلمة{n} أن المصنع{n} يعمل. ",
    "قالت وزارة كلمة{n} إن المصنع{n} يعمل. ",
    "قالت مصادر كلمة{n} رفضت الكشف عن هويتها إن المصنع{n} يعمل. ",
    "قال وزير التجارة في دولة كلمة{n} سامر الحداد إن كلمة. ",
    "وأضاف أنه كلمة{n}. وقالت إنها كلمة{n}. ",
    "وزير مدير رئيس ",
    "رفض الكشف عن هويته ",
)
# what words, sentences and quotations are made of
MARKS = (
    "«",
    "»",
    '"',
    "( ",
    ") ",
    "«كلمة ",
    "كلمة» ",
    ". ",
    ": ",
    "، ",
    "-",
    "\n",
    "\t\t\t\t",
    "ـ",
    "ا",
    "اً",
    "\u200f",
    "د. ",
    "1.",
    "&quot;",
    "''",
)

# file ending → units that its reader may stumble over, and what stands before and behind them
_STORY = "قال الوزير إن الجسر سيفتح قريبا. " * 20
FILES: dict[str, tuple[tuple[str, str, str], ...]] = {
    ".txt": tuple(
        (unit, "", "")
        for unit in (
            *(
                "- ",
                "ـ",
                "(",
                "الواحة (",
                "كاتب: ",
                "بقلم ",
                "| ",
                "   ",
                "\n\n",
                "كلمة  كلمة\n",
                "كلمة - موقع\n",
            ),
            *(
                "1/1/2011 ",
                "12 مارس ",
                "كانون الثاني / ",
                "اقرأ أيضا\n",
                "شارك\n",
                "كلمة{n}\n",
                "\u200f",
                "\ufffd",
            ),
        )
    ),
    ".html": tuple(
        (unit, f"<html><head>{head}</head><body><p>{_STORY}</p>", "</body></html>")
        for head in ("", "<title>كلمة | ")
        for unit in (
            "<div>",
            "<p>",
            "<!--",
            "<script>",
            "<",
            "&",
            "<b",
            "<table><tr><td>",
            "<ul><li>",
            "<svg>",
            "<div><p>ا</p></div>",
        )
    ),
    ".json": tuple((unit, "", "") for unit in ("[", '{"a":', '"', "\\u0627", '{"text":"قال"},', "1,")),
    ".jsonl": tuple((unit, "", "") for unit in ("[\n", '{"a":', "{}\n", '{"text":"قال"}\n')),
    ".csv": tuple((unit, 'title,text\n"a",', "") for unit in ('"', ",", '"a",', '""', "\n", ";", "\t")),
    ".rss": tuple(
        (unit, "<rss><channel>", "</channel></rss>")
        for unit in (
            "<item>",
            "<item><title>a</title></item>",
            "<a>",
            "&",
            "<![CDATA[",
            "<item><description>&lt;p&gt;",
        )
    ),
}


def repeated(unit: str, size: int, *, before: str = "", behind: str = "") -> str:
    """The unit over and over, of so many bytes, with something before and behind."""
    step = len(unit.encode())
    return before + "".join(unit.replace("{n}", str(n)) for n in range(size // step + 1)) + behind
