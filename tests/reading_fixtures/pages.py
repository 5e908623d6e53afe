"""Pages as different houses build them: one invented article, set in the ways that are met in archives."""

from __future__ import annotations

from html import escape

from reading_fixtures.articles import BRIDGE, LIBRARY

QUOTED = "«لن نغلق المكتبة في وجه أحد، هذا وعد قطعناه لأهل المدينة» كما تقول ليلى السالم."
PARAGRAPHS = [*LIBRARY.text.split("\n"), *BRIDGE.text.split("\n"), QUOTED]

TITLE, DAY = LIBRARY.title, "الأحد 14 مارس/آذار 2021"
TAB = f"<head><title>{TITLE} | صحيفة الضفاف</title></head>"
MENU = "".join(
    f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(["الرئيسية", "سياسة", "رياضة", "ثقافة"])
)
RELATED = "".join(
    f'<li><a href="/r{i}">{title}</a></li>'
    for i, title in enumerate(
        [
            "سوق المدينة يغلق باكرا هذا الشتاء",
            "خط جديد للحافلات بين المدينتين",
            "أمطار متوقعة يوم الخميس المقبل",
        ]
    )
)
BODY = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in PARAGRAPHS)
TWEET = (
    '<blockquote class="twitter-tweet"><p lang="ar">افتتاح المكتبة اليوم <a href="https://t.co/a1">pic.twitter.com/a1</a></p>'
    '&mdash; بلدية الضفاف (@baladiya) <a href="https://twitter.com/b/status/1">March 14, 2021</a></blockquote>'
)


def _interrupted() -> str:
    """A body with links, pictures and posts between its paragraphs."""
    between = {
        2: '<p><a href="/x">اقرأ أيضا: سوق المدينة يغلق باكرا هذا الشتاء</a></p><div class="ad">إعلان</div>',
        4: '<figure><img src="a.jpg"><figcaption>جانب من حفل افتتاح المكتبة</figcaption></figure>',
        6: TWEET,
    }
    return "".join(f"<p>{escape(text)}</p>{between.get(i, '')}" for i, text in enumerate(PARAGRAPHS))


PAGES = {
    "semantic": f"""<html>{TAB}<body><nav><ul>{MENU}</ul></nav><article><h1>{TITLE}</h1>
<time datetime="2021-03-14">{DAY}</time>{BODY}</article>
<aside><h3>الأكثر قراءة</h3><ul>{RELATED}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>""",
    "blog": f"""<html>{TAB}<body><div id="header"><ul class="menu">{MENU}</ul></div><div class="post">
<h2 class="entry-title">{TITLE}</h2><div class="entry-meta">نشر في 14 مارس 2021 بواسطة سمر النجار</div>
<div class="entry-content">{BODY}<div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li><a href="#">فيسبوك</a></li></ul></div>
<div id="jp-relatedposts"><h3>مواضيع ذات صلة</h3><ul>{RELATED}</ul></div></div></div>
<div id="comments"><h3>تعليقان</h3><ol><li><p>شكرا على هذا الخبر المفرح</p></li></ol></div>
<div id="sidebar"><ul>{RELATED}</ul></div></body></html>""",
    "layout table": f"""<html>{TAB}<body><table><tr><td>{MENU}</td><td><div class="newsdate">14/03/2021</div>
<div class="title">{TITLE}</div><div class="NewsText">{"<br><br>".join(map(escape, PARAGRAPHS))}</div></td>
<td>{RELATED}</td></tr></table></body></html>""",
    "fonts": f"""<html>{TAB}<body bgcolor=white><center><table width=90%><tr><td><font size=5><b>{TITLE}</b></font><br>
<span class=date>{DAY}</span>{"".join(f"<p align=justify><font size=4>{escape(p)}</font>" for p in PARAGRAPHS)}
</td></tr></table></center><hr><a href=/>عودة</a></body></html>""",
    "interrupted": f"""<html>{TAB}<body><header><nav><ul>{MENU}</ul></nav></header><h1>{TITLE}</h1>
<div class="published">{DAY}</div><div class="article-body">{_interrupted()}
<ul class="tags"><li><a href="/t1">مكتبات</a></li></ul></div><div class="related"><h4>قد يهمك</h4><ul>{RELATED}</ul></div>
</body></html>""",
    "divisions": f"""<html>{TAB}<body><div class="nav">{MENU}</div><h1>{TITLE}</h1><p class="date">{DAY}</p><div id="story">
{"".join(f"<div>{escape(paragraph)}</div>" for paragraph in PARAGRAPHS)}</div><div class="more">{RELATED}</div></body></html>""",
}
