"""What pages are made of: an invented article, and what houses put around it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape as e
from typing import NamedTuple

from reading_fixtures.articles import LIBRARY
from reading_fixtures.pages import PARAGRAPHS


class About(NamedTuple):
    """What a page shows: P are the paragraphs, R the titles of other articles, C the comments."""

    title: str
    P: Sequence[str]
    outlet: str
    byline: str
    iso: str
    day: str
    dmy: str
    caption: str
    R: Sequence[str]
    C: Sequence[tuple[str, str]]


MENU = [
    "الرئيسية",
    "سياسة",
    "اقتصاد",
    "رياضة",
    "ثقافة وفنون",
    "منوعات",
    "تكنولوجيا",
    "مقالات",
    "فيديو",
    "صور",
]


def menu(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/s{i}">{m}</a></{tag}>' for i, m in enumerate(MENU))


def links(titles: Sequence[str], tag: str = "li", inner: str = "{}") -> str:
    return "".join(
        f"<{tag}>" + inner.format(f'<a href="/n/{i}">{e(t)}</a>') + f"</{tag}>" for i, t in enumerate(titles)
    )


def ps(P: Sequence[str], every: dict[int, str] | None = None) -> str:
    return "".join(f"<p>{e(p)}</p>\n" + ((every or {}).get(i, "")) for i, p in enumerate(P))


def ld(a: About, kind: str = "NewsArticle", graph: bool = False) -> str:
    node = {
        "@type": kind,
        "headline": a.title,
        "datePublished": a.iso + "T10:00:00+03:00",
        "dateModified": "2023-09-09T00:00:00Z",
        "author": [{"@type": "Person", "name": a.byline}],
        "publisher": {"@type": "Organization", "name": a.outlet},
    }
    d = (
        {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebPage", "name": a.title + " - " + a.outlet, "datePublished": a.iso},
                {"@type": "BreadcrumbList", "itemListElement": []},
                node,
            ],
        }
        if graph
        else {"@context": "https://schema.org", **node}
    )
    s = json.dumps(d, ensure_ascii=False)
    return f'<script type="application/ld+json">{s}</script>'


def og(a: About, time: bool = True) -> str:
    return (
        f'<meta property="og:title" content="{e(a.title, quote=True)}"><meta property="og:site_name" content="{e(a.outlet, quote=True)}"><meta property="og:type" content="article">'
        + (f'<meta property="article:published_time" content="{a.iso}T08:00:00+00:00">' if time else "")
    )


SHARE = '<div class="share-buttons"><ul><li><a href="#">فيسبوك</a></li><li><a href="#">تويتر</a></li><li><a href="#">واتساب</a></li><li><a href="#">طباعة</a></li><li><a href="#">نسخ الرابط</a></li></ul></div>'
COOKIE = '<div id="cookie-banner" class="cookie"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع، وباستمرارك في التصفح فإنك توافق على سياسة الخصوصية الخاصة بنا.</p><button>موافق</button></div>'
FOOT = '<footer><div class="footer-widget"><h4>عن الموقع</h4><p>موقع إخباري مستقل يقدم الأخبار والتحليلات على مدار الساعة من جميع أنحاء العالم العربي ويعنى بالشأن المحلي والدولي.</p></div><p>جميع الحقوق محفوظة © 2021</p></footer>'


def comments(C: Sequence[tuple[str, str]]) -> str:
    return "".join(
        f'<li class="comment"><div class="comment-author">{n}</div><div class="comment-text"><p>{e(c)}</p></div><a>رد</a></li>'
        for n, c in C
    )


EXC = [
    "أعلنت الهيئة العامة للطرق في المدينة أمس انتهاء أعمال الصيانة في الطريق الدائري بعد ثلاثة أشهر من العمل المتواصل، وفتحه أمام حركة السير...",
    "كشفت دراسة حديثة عن تراجع عدد زوار المتاحف في المدينة خلال العام الماضي، بسبب ارتفاع أسعار التذاكر وقلة الأنشطة المصاحبة...",
    "قال مدير النادي إن الفريق سيخوض مباراته المقبلة بتشكيلة جديدة تضم أربعة لاعبين شبان من الأكاديمية، مؤكدا ثقته بهم...",
]


def excerpts(a: About) -> str:
    return "".join(
        f'<div class="item"><h4><a href="/x{i}">{e(t)}</a></h4><p>{x}</p><span class="date">12 ديسمبر 2022</span></div>'
        for i, (t, x) in enumerate(zip(a.R, EXC, strict=False))
    )


OTHERS = (
    "سوق المدينة يغلق باكرا هذا الشتاء",
    "خط جديد للحافلات بين المدينتين",
    "أمطار متوقعة يوم الخميس المقبل",
    "طلاب الجامعة يزرعون ألف شجرة على ضفة النهر",
    "متحف الساحل يفتح أبوابه ليلا في عطلة الصيف",
)
COMMENTS = (
    ("أبو وائل", "شكرا على هذا الخبر، ونتمنى أن تتابع البلدية الموضوع حتى النهاية لأن الناس ملت الانتظار"),
    ("قارئة", "كلام جميل لكن أين التنفيذ؟ سمعنا مثله في العام الماضي ولم نر شيئا على أرض الواقع"),
)
ABOUT = About(
    title=LIBRARY.title,
    P=PARAGRAPHS,
    outlet=LIBRARY.outlet,
    byline=LIBRARY.byline,
    iso="2021-03-14",
    day="الأحد 14 مارس/آذار 2021",
    dmy="14/3/2021",
    caption="جانب من حفل افتتاح المكتبة",
    R=OTHERS,
    C=COMMENTS,
)
