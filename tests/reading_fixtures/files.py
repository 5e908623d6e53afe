"""Writers of files of every kind; each puts the invented articles in as other programs would."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path

from reading_fixtures.articles import ARTICLES, LIBRARY, Written

FIELDS = ("title", "text", "outlet", "published", "url", "byline")
ARABIC_FIELDS = ("العنوان", "النص", "الصحيفة", "التاريخ", "الرابط", "الكاتب")


def json_lines() -> bytes:
    return "".join(json.dumps(article._asdict(), ensure_ascii=False) + "\n" for article in ARTICLES).encode()


def json_array() -> bytes:
    return json.dumps([article._asdict() for article in ARTICLES], ensure_ascii=False, indent=1).encode()


def wrapped_json() -> bytes:
    return json.dumps({"total": 2, "articles": [article._asdict() for article in ARTICLES]}).encode()


def table(*, delimiter: str = ",", names: tuple[str, ...] = FIELDS, encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([names, *ARTICLES])
    return out.getvalue().encode(encoding)


def page(article: Written = LIBRARY, *, charset: str = "utf-8", linked: bool = True) -> bytes:
    """A newspaper's page, with the furniture such pages have."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.text.split("\n"))
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": f"{article.published}T08:30:00+03:00",
        "author": {"@type": "Person", "name": article.byline},
        "publisher": {"@type": "Organization", "name": article.outlet},
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if linked else ""
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}">
<title>{escape(article.title)} | {escape(article.outlet)}</title><link rel="canonical" href="{article.url}">
<meta property="og:site_name" content="{escape(article.outlet)}"><meta name="author" content="{escape(article.byline)}">
<meta property="article:published_time" content="{article.published}">{script}<style>p {{ color: #111 }}</style></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<main><article><h1>{escape(article.title)}</h1><time datetime="{article.published}">الأحد</time>{paragraphs}</article></main>
<aside><h3>الأكثر قراءة</h3><ul><li><a href="/1">سوق المدينة يغلق باكرا</a></li><li><a href="/2">أمطار غدا</a></li></ul></aside>
<section id="comments"><p>تعليق: شكرا على الخبر الجميل</p></section>
<footer><p>جميع الحقوق محفوظة © 2021</p></footer></body></html>""".encode(charset)


def rss(articles: tuple[Written, ...] = ARTICLES) -> bytes:
    items = "".join(
        f"<item><title>{escape(a.title)}</title><link>{a.url}</link><dc:creator>{escape(a.byline)}</dc:creator>"
        f"<pubDate>{a.published}T10:00:00Z</pubDate><description>ملخص</description><content:encoded><![CDATA["
        + "".join(f"<p>{escape(line)}</p>\n" for line in a.text.split("\n"))
        + "]]></content:encoded></item>"
        for a in articles
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>أخبار النهر</title>'
        f"<item-count>2</item-count>{items}</channel></rss>"
    ).encode()


def atom(articles: tuple[Written, ...] = ARTICLES) -> bytes:
    entries = "".join(
        f'<entry><title>{escape(a.title)}</title><link href="{a.url}"/><author><name>{escape(a.byline)}</name></author>'
        f"<published>{a.published}T10:00:00Z</published>"
        f'<content type="html">{escape("".join(f"<p>{escape(line)}</p>" for line in a.text.split(chr(10))))}</content></entry>'
        for a in articles
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار النهر</title>{entries}</feed>'.encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], *, mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


TEXTS = {"a.txt": ARTICLES[0].text.encode(), "folder/b.txt": ARTICLES[1].text.encode()}

# every kind of file that holds the articles whole: name, content, whether metadata comes with it
COLLECTIONS: tuple[tuple[str, Callable[[], bytes], bool], ...] = (
    ("lines.jsonl", json_lines, True),
    ("array.json", json_array, True),
    ("wrapped.json", wrapped_json, True),
    ("table.csv", table, True),
    ("semicolons.csv", lambda: table(delimiter=";"), True),
    ("arabic.csv", lambda: table(names=ARABIC_FIELDS), True),
    ("windows.csv", lambda: table(names=ARABIC_FIELDS, encoding="windows-1256"), True),
    ("marked.csv", lambda: table(encoding="utf-8-sig"), True),
    ("wide.tsv", lambda: table(delimiter="\t", encoding="utf-16"), True),
    ("feed.rss", rss, True),
    ("feed.atom", atom, True),
    ("lines.jsonl.gz", lambda: gzip.compress(json_lines()), True),
    ("lines.jsonl.bz2", lambda: bz2.compress(json_lines()), True),
    ("table.csv.xz", lambda: lzma.compress(table()), True),
    ("texts.zip", lambda: zipped(TEXTS), False),
    ("texts.tar", lambda: tarred(TEXTS), False),
    ("texts.tar.gz", lambda: tarred(TEXTS, mode="w:gz"), False),
    ("texts.tgz", lambda: tarred(TEXTS, mode="w:gz"), False),
    ("nested.zip", lambda: zipped({"inner.zip": zipped(TEXTS)}), False),
    ("lines.zip", lambda: zipped({"lines.jsonl": json_lines()}), True),
)


def write_workbook(path: Path, articles: tuple[Written, ...] = ARTICLES) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(ARABIC_FIELDS)
    for article in articles:
        book.active.append(article)
    book.save(path)


def write_document(path: Path, article: Written = LIBRARY) -> None:
    from docx import Document

    document = Document()
    document.core_properties.title, document.core_properties.author = article.title, article.byline
    for line in article.text.split("\n"):
        document.add_paragraph(line)
    document.save(str(path))


def write_parquet(path: Path, articles: tuple[Written, ...] = ARTICLES) -> None:
    import pyarrow
    from pyarrow.parquet import write_table

    write_table(pyarrow.Table.from_pylist([article._asdict() for article in articles]), str(path))


def write_each(folder: Path) -> dict[str, list[Written]]:
    """One file of each kind with an article of its own in it; what was put into which."""
    put: dict[str, list[Written]] = {}

    def article(name: str) -> Written:
        text = f"{LIBRARY.text}\nوصدر الخبر في الملف {name.replace('.', ' ')} من ملفات الأرشيف كما وصل."
        put[name] = [LIBRARY._replace(text=text)]
        return put[name][0]

    def lines(name: str) -> bytes:
        return json.dumps(article(name)._asdict(), ensure_ascii=False).encode()

    def rows(name: str, delimiter: str) -> bytes:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=delimiter).writerows([ARABIC_FIELDS, article(name)])
        return out.getvalue().encode("utf-8-sig")

    def text(name: str, codec: str = "utf-8") -> bytes:
        return article(name).text.encode(codec)

    def feed(name: str, render: Callable[[tuple[Written, ...]], bytes]) -> bytes:
        found = article(name)
        put[name] = [found._replace(outlet="أخبار النهر")]
        return render((found,))

    contents = {
        "a.txt": text("a.txt"),
        "b.text": text("b.text", "utf-16"),
        "page.html": page(article("page.html")),
        "old.htm": page(article("old.htm"), linked=False),
        "lines.jsonl": lines("lines.jsonl"),
        "array.json": b"[" + lines("array.json") + b"]",
        "table.csv": rows("table.csv", ","),
        "table.tsv": rows("table.tsv", "\t"),
        "feed.rss": feed("feed.rss", rss),
        "feed.atom": feed("feed.atom", atom),
        "texts.zip": zipped({"x.txt": text("texts.zip")}),
        "texts.tar": tarred({"x.txt": text("texts.tar")}),
        "texts.tgz": tarred({"x.txt": text("texts.tgz")}, mode="w:gz"),
        "packed.jsonl.gz": gzip.compress(lines("packed.jsonl.gz")),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    write_workbook(folder / "book.xlsx", (article("book.xlsx"),))
    write_parquet(folder / "frame.parquet", (article("frame.parquet"),))
    write_document(folder / "report.docx", article("report.docx"))
    return put


def write_all(folder: Path) -> None:
    """One file of each kind that needs no optional package, and a text."""
    for name, content, _ in COLLECTIONS:
        (folder / name).write_bytes(content())
    (folder / "page.html").write_bytes(page())
    (folder / "text.txt").write_bytes(f"{LIBRARY.title}\n\n{LIBRARY.text}\n".encode())
