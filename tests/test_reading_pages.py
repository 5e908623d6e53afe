"""Web pages of every layout give their paragraphs and nothing else, their title, date and author."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reading_fixtures.articles import BRIDGE, KURDISH, LIBRARY, PERSIAN, URDU
from reading_fixtures.layouts import LAYOUTS, WINDOWS
from reading_fixtures.page_parts import ABOUT, About
from reading_fixtures.pages import PARAGRAPHS

from claimtrack.models import Article
from claimtrack.reading import Skipped, read, read_paths

pytest.importorskip("trafilatura")

SECOND = ABOUT._replace(
    title=BRIDGE.title, P=PARAGRAPHS[::-1], iso="2022-11-01", day="1 تشرين الثاني 2022", dmy="1-11-2022"
)


def saved(folder: Path, layout: Callable[[About], str], about: About) -> Path:
    path = folder / "page.html"
    codec = "windows-1256" if layout in WINDOWS else "utf-8"
    path.write_bytes(layout(about).encode(codec, "xmlcharrefreplace"))
    return path


@pytest.mark.parametrize("about", [ABOUT, SECOND], ids=["library", "bridge"])
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_a_page_gives_its_paragraphs_title_and_date(
    tmp_path: Path, layout: Callable[[About], str], about: About
) -> None:
    article = read(saved(tmp_path, layout, about))
    assert article.text.split("\n") == list(about.P)
    assert (article.title, article.published) == (about.title, about.iso)
    assert article.byline in ("", about.byline)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("text", [PERSIAN, URDU, KURDISH], ids=["Persian", "Urdu", "Kurdish"])
def test_pages_in_other_languages_are_skipped_in_every_layout(
    tmp_path: Path, layout: Callable[[About], str], text: str
) -> None:
    about = ABOUT._replace(P=[text, *text.split(" و "), *text.split("، ")])
    items = list(read_paths([saved(tmp_path, layout, about)]))
    assert not any(isinstance(item, Article) for item in items)
    assert any(isinstance(item, Skipped) for item in items)


def test_the_day_a_page_was_saved_is_not_its_date(tmp_path: Path) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><body><div class=date>الخميس 7 سبتمبر 2023</div><h1>{LIBRARY.title}</h1>"
        f"<p>آخر تحديث: 3 مايو 2022</p><p class=date>14 مارس 2021</p>{body}</body></html>",
        encoding="utf-8",
    )
    assert read(path).published == "2021-03-14"


@pytest.mark.parametrize("name", ["admin", "Super User", "https://example.org/author/1"])
def test_accounts_and_links_are_no_authors(tmp_path: Path, name: str) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    path = tmp_path / "a.html"
    path.write_text(
        f'<html><head><meta name="author" content="{name}"></head><body><h1>{LIBRARY.title}</h1>'
        f"<span>بقلم: سمر النجار</span>{body}</body></html>",
        encoding="utf-8",
    )
    assert read(path).byline == "سمر النجار"
