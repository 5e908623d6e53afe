"""Records to articles: which column holds what, by usual names in English and Arabic.

Shared by all collections (lines of JSON, tables, sheets). Opening and decoding is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.models import Article
from claimtrack.reading.dates import iso_date
from claimtrack.reading.inputs import Unreadable
from claimtrack.text.folding import fold

# what a field is called, the likeliest first; compared folded, without blanks, dashes and underscores
COLUMNS = {
    "text": (
        *(
            "text",
            "body",
            "content",
            "article",
            "article text",
            "article body",
            "full text",
            "main text",
            "story",
        ),
        *("النص", "نص", "المتن", "المحتوى", "نص الخبر", "نص المقال", "نص المقالة", "الخبر", "المقال"),
    ),
    "title": (
        *("title", "headline", "heading", "header", "article title"),
        *("العنوان", "عنوان", "عنوان الخبر", "عنوان المقال"),
    ),
    "published": (
        *(
            "published",
            "date",
            "published at",
            "publish date",
            "publication date",
            "date published",
            "pub date",
        ),
        *("datetime", "timestamp", "time", "التاريخ", "تاريخ", "تاريخ النشر"),
    ),
    "outlet": (
        *(
            "outlet",
            "source",
            "newspaper",
            "publisher",
            "site",
            "site name",
            "sitename",
            "media",
            "publication",
        ),
        *("الصحيفة", "المصدر", "الموقع", "الجريدة", "الوسيلة", "وسيلة الإعلام", "الناشر", "القناة"),
    ),
    "url": ("url", "link", "canonical", "canonical url", "uri", "الرابط", "رابط", "رابط الخبر"),
    "byline": ("byline", "author", "authors", "writer", "reporter", "الكاتب", "المؤلف", "كاتب", "المحرر"),
}
ALIASES = {"date": "published", "source": "outlet", "author": "byline", "link": "url", "body": "text"}
SHOWN = 12  # columns named in a message
ANNOTATIONS = "attributions"  # a gold file beside its articles: records about texts, without them


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column of a collection holds which field of an article."""

    columns: Mapping[str, str]

    def article(self, record: Mapping[str, Any], *, path: str, encoding: str = "utf-8") -> Article:
        """The article of one record; raises Unreadable when it holds no text."""
        text = record.get(self.columns["text"])
        if not isinstance(text, str) or not text.strip():
            raise Unreadable(
                "the record holds no text", remedy=f"fill in {self.columns['text']!r}, or leave it"
            )
        article = Article(
            text,
            path=path,
            encoding=encoding,
            title=self._field(record, "title"),
            outlet=self._field(record, "outlet"),
            published=iso_date(record.get(self.columns.get("published", ""))),
            url=self._field(record, "url"),
            byline=self._field(record, "byline"),
        )
        if _half_character(article):
            raise Unreadable(
                "the record holds half a character (a lone surrogate)", remedy="mend its escapes"
            )
        return article

    def _field(self, record: Mapping[str, Any], name: str) -> str:
        return _text(record.get(self.columns.get(name, "")))


def check_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """The caller's mapping with its aliases resolved; raises UsageError for a field we do not have."""
    fields = {ALIASES.get(name, name): column for name, column in mapping.items()}
    for name in fields:
        if name not in COLUMNS:
            raise UsageError(f"--map knows no field {name!r}; the fields are {', '.join(COLUMNS)}")
    return fields


def layout(columns: Iterable[str], *, mapping: Mapping[str, str]) -> Layout:
    """The layout of a collection with these columns; raises Unreadable when none holds the text."""
    names = [column for column in columns if column]
    by_key = {_key(name): name for name in reversed(names)}
    found = {field: by_key[key] for field, keys in _KEYS.items() if (key := _first(keys, by_key))}
    found.update(mapping)
    missing = [column for column in mapping.values() if column not in names]
    if missing or "text" not in found:
        raise Unreadable(
            _complaint(missing), remedy=f"name it with --map text=COLUMN; there are: {_listed(names)}"
        )
    return Layout(found)


def is_annotation(record: Mapping[str, Any]) -> bool:
    """Whether the record tells of a text that stands elsewhere."""
    return ANNOTATIONS in record and not any(_key(name) in _KEYS["text"] for name in record)


def _half_character(article: Article) -> bool:
    """Whether JSON escapes such as \\ud83d left half of a pair, which no file or database can hold."""
    fields = (article.text, article.title, article.outlet, article.url, article.byline)
    try:
        "".join(fields).encode()
    except UnicodeEncodeError:
        return True
    return False


def _complaint(missing: list[str]) -> str:
    return f"there is no column {missing[0]!r}" if missing else "no column is known to hold the text"


def _listed(names: list[str]) -> str:
    shown = (" ".join(name.split()) for name in names[:SHOWN])  # a cell may hold lines, a message is one
    return ", ".join(shown) + (" …" if len(names) > SHOWN else "") if names else "none"


def _key(name: str) -> str:
    return fold(str(name)).strip().translate({ord(char): None for char in " _-."})


def _first(keys: tuple[str, ...], by_key: Mapping[str, str]) -> str | None:
    return next((key for key in keys if key in by_key), None)


def _text(value: Any) -> str:
    """A field as text; lists (of authors) joined, what is not there empty."""
    if value is None or value != value:  # NaN is how spreadsheets and data frames say nothing
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):  # {"name": ...}, as in JSON-LD and many feeds
        return _text(value.get("name") or value.get("title"))
    return str(value).strip()


_KEYS = {field: tuple(map(_key, names)) for field, names in COLUMNS.items()}
