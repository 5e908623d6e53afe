"""What the tables on the screen show: headings, values, widths. Data only; `tables` prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A column on the screen: heading, what it shows, its width or its share of what is left, its style,
    and which spans of it are marked."""

    heading: str
    show: Callable[[Row], str]
    width: int = 0
    share: int = 0
    style: str = ""
    marks: Callable[[Row], Sequence[tuple[int, int]]] = lambda row: ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table; with `group`, a line above each run of rows that share it."""

    fields: tuple[Field, ...]
    group: Callable[[Row], str] | None = None
    leading: int = 0  # empty lines between rows


def _who(row: Row) -> str:
    via = f"\n← {row['via']}" if row["via"] else ""
    return f"{row['source'] or '?'}{via}"


def _what_kind(row: Row) -> str:
    stance = f"not {row['stance']}" if row["negated"] else row["stance"]
    return f"{row['source_kind'] or 'unresolved'}\n{stance}"


def _article(row: Row) -> str:
    name = row["article_title"] or row["article_path"]
    about = (name, row["outlet"], row["published"], f"article {row['article_id']}")
    return " · ".join(part for part in about if part)


def _whose(row: Row) -> str:
    about = (row["title"] or row["path"], row["outlet"], row["published"])
    return "\n".join(part for part in about if part)


def _side(row: Row, side: str) -> str:
    about = (row[f"{side}_id"], row[f"{side}_kind"], row[f"{side}_claims"])
    return f"{row[f'{side}_name']}\n{', '.join(map(str, about))}"


_CLAIM_FIELDS = (
    Field("source ← via", _who, share=3, style="cyan"),
    Field("kind, stance", _what_kind, width=14, style="dim"),
    Field("cue", lambda row: row["cue"] or "…", share=2, style="yellow"),
    Field("claim", lambda row: row["claim"], share=6),
)
_PLACE = Field("article:line", lambda row: f"{row['article_id']}:{row['paragraph']}", width=12, style="dim")
CLAIMS_BY_ARTICLE = Layout(_CLAIM_FIELDS, _article, leading=1)
CLAIMS = Layout((*_CLAIM_FIELDS, _PLACE), leading=1)
FOUND_CLAIMS = Layout(
    (
        *_CLAIM_FIELDS[:2],
        Field("sentence", lambda row: row["shown"], share=8, marks=lambda row: row["marks"]),
        _PLACE,
    ),
    leading=1,
)
FOUND_ARTICLES = Layout(
    (
        Field("article", lambda row: str(row["article_id"]), width=7, style="dim"),
        Field("title, outlet, date", _whose, share=3, style="cyan"),
        Field("sentence", lambda row: row["shown"], share=6, marks=lambda row: row["marks"]),
    ),
    leading=1,
)
SOURCES = Layout(
    (
        Field("number", lambda row: str(row["source_id"]), width=6, style="dim"),
        Field("name", lambda row: row["name"], share=5, style="cyan"),
        Field("kind", lambda row: row["kind"], width=11, style="dim"),
        Field("claims", lambda row: str(row["claims"]), width=6),
        Field("articles", lambda row: str(row["articles"]), width=8),
        Field("relayed", lambda row: str(row["relayed"]), width=7),
        Field("other names", lambda row: row["other_names"], share=5, style="dim"),
    )
)
ARTICLES = Layout(
    (
        Field("id", lambda row: str(row["article_id"]), width=6),
        Field("title", lambda row: row["title"], share=4, style="cyan"),
        Field("outlet", lambda row: row["outlet"], share=2),
        Field("published", lambda row: row["published"], width=10),
        Field("claims", lambda row: str(row["claims"]), width=6),
        Field("path", lambda row: row["path"], share=3, style="dim"),
    )
)
COPIES = Layout(
    (
        Field("id", lambda row: str(row["article_id"]), width=6),
        Field("share", lambda row: f"{row['share']:.2f}", width=5),
        *ARTICLES.fields[1:],
    ),
    lambda row: f"copies of article {row['group_id']}",
    leading=1,
)
SUGGESTIONS = Layout(
    (
        Field("score", lambda row: f"{row['score']:.2f}", width=5),
        Field("one (number, kind, claims)", lambda row: _side(row, "one"), share=4, style="cyan"),
        Field("other", lambda row: _side(row, "other"), share=4, style="cyan"),
        Field("reason", lambda row: row["reason"], share=3, style="dim"),
    ),
    leading=1,
)
DECISIONS = Layout(
    (
        Field("id", lambda row: row["id"], width=12, style="dim"),
        Field("made at (UTC)", lambda row: row["made_at"][:16].replace("T", " "), width=16, style="dim"),
        Field("act", lambda row: row["act"], width=6, style="yellow"),
        Field("source", lambda row: row["source"], share=4, style="cyan"),
        Field("other", lambda row: row["other"], share=4, style="cyan"),
        Field("holds", lambda row: "yes" if row["holds"] else "", width=5),
        Field("note", lambda row: row["note"], share=2, style="dim"),
    )
)
CUES = Layout(
    (
        Field("lemma", lambda row: row["lemma"], width=8, style="yellow"),
        Field("stance", lambda row: row["stance"], width=10),
        Field("strength", lambda row: row["strength"], width=8, style="dim"),
        Field("frames", lambda row: row["frames"], share=3, style="dim"),
        Field("example", lambda row: row["example"], share=5),
    )
)
