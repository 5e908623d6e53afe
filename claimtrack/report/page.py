"""The whole page: head, figures, pictures, filters, articles, and the style sheet and script within."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import TextIO

from claimtrack.models import KINDS, QUOTES, STANCES
from claimtrack.report import charts
from claimtrack.report.articles import article_section
from claimtrack.report.document import Document
from claimtrack.report.drawing import network_drawings
from claimtrack.report.labels import Labels, labels
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.spelling import spelling
from claimtrack.report.tally import Tally

_SECTIONS = ("figures", "ranking", "timeline", "network", "articles_section")


def write_report(
    documents: Iterable[Document],
    out: TextIO,
    *,
    lang: str = "ar",
    scope: Sequence[tuple[str, str]] = (),
    texts: int = 1000,
) -> Tally:
    """Writes the page, and gives back its figures.

    `scope` are the filters that chose the claims, as (name, value). The figures count all documents, the
    page holds the text of the first `texts` of them.
    """
    words = labels(lang)
    tally = Tally()
    sections: list[Markup] = []
    for document in documents:
        tally.add(document)
        if len(sections) < texts:
            sections.append(article_section(document, tally, words, opened=not sections))
    out.write("<!DOCTYPE html>\n")
    out.write(f'<html lang="{words.language}" dir="{words.direction}">\n{_head(words)}\n<body>\n')
    out.writelines(f"{part}\n" for part in _body(tally, words, scope, sections))
    out.write(f"{_foot(words, sorted(filter(None, tally.found_by)))}\n</body>\n</html>\n")
    return tally


def _head(words: Labels) -> Markup:
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src {_fingerprint(_resource('page.js'))}"
    return element(
        "head",
        element("meta", charset="utf-8"),
        # nothing is loaded, and no script runs but the page's own
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", words("title")),
        element("style", Markup(_resource("page.css"))),
    )


def _body(
    tally: Tally, words: Labels, scope: Sequence[tuple[str, str]], sections: list[Markup]
) -> Iterator[Markup]:
    yield element("a", words("skip"), class_="skip", href="#articles_section")
    yield _title(words, scope)
    if not tally.claims:
        yield element("main", element("p", words("no_claims"), class_="nothing"))
        return
    yield Markup("<main>")
    yield _section("figures", charts.cards(tally, words), _distributions(tally, words), words=words)
    yield _section("ranking", charts.ranking(tally, words), words=words)
    yield _section("timeline", charts.timeline(tally, words), words=words)
    yield _section("network", _network(tally, words), words=words)
    yield _articles(tally, words, sections)
    yield Markup("</main>")


def _title(words: Labels, scope: Sequence[tuple[str, str]]) -> Markup:
    narrowed = (
        element("li", words.filter(name), " ", element("bdi", _called(name, value, words)))
        for name, value in scope
    )
    links = (element("a", words(name), href=f"#{name}") for name in _SECTIONS)
    return element(
        "header",
        element("h1", words("title")),
        element("p", words("subtitle")),
        element("ul", element("li", words("scope"), class_="first"), *narrowed, class_="scope")
        if scope
        else "",
        element("nav", *links, aria_label=words("contents")),
    )


def _called(name: str, value: str, words: Labels) -> str:
    if value in ("true", "false"):
        return words(value)
    return words.value(name, value) if name in ("kind", "stance", "quote") else value


def _section(name: str, *parts: str, words: Labels) -> Markup:
    return element("section", element("h2", words(name)), *parts, id=name)


def _distributions(tally: Tally, words: Labels) -> Markup:
    kind = _panel("by_kind", charts.bars("kind", tally.kinds, words), words)
    quote = _panel("by_quote", charts.bars("quote", tally.quotes, words), words)
    stance = _panel("by_stance", charts.bars("stance", tally.stances, words), words)
    both = _panel("kind_and_stance", charts.grid(tally, words), words)
    return element("div", element("div", kind, quote, class_="pair"), stance, both, class_="panels")


def _panel(name: str, picture: Markup, words: Labels) -> Markup:
    return element("div", element("h3", words(name)), picture, class_=f"panel {name}")


def _network(tally: Tally, words: Labels) -> Markup:
    if not tally.links:
        return element("p", words("network_empty"), class_="note")
    return join(element("p", words("network_hint"), class_="note"), network_drawings(tally, words))


def _articles(tally: Tally, words: Labels, sections: list[Markup]) -> Markup:
    left = tally.articles - len(sections)
    note = element("p", words("texts_left_out"), " ", f"{left:,}", class_="note") if left else ""
    nothing = element("p", words("nothing"), class_="nothing", hidden=True)
    parts = (_filters(tally, words), _legend(words), note, nothing, Markup("\n".join(sections)))
    return _section("articles_section", *parts, words=words)


def _filters(tally: Tally, words: Labels) -> Markup:
    outlets = sorted(outlet for outlet in tally.outlets if outlet)
    choices = [
        _choice(
            "kind",
            [(kind or "unresolved", words.value("kind", kind)) for kind in (*KINDS, "") if tally.kinds[kind]],
            words,
        ),
        _choice(
            "stance",
            [(stance, words.value("stance", stance)) for stance in STANCES if tally.stances[stance]],
            words,
        ),
        _choice(
            "quote", [(quote, words.value("quote", quote)) for quote in QUOTES if tally.quotes[quote]], words
        ),
    ]
    if len(outlets) > 1:
        choices.append(_choice("outlet", [(outlet, outlet) for outlet in outlets], words))
    box = element(
        "input", type="search", name="words", placeholder=words("search_hint"), aria_label=words("search")
    )
    return element(
        "form",
        element("label", element("span", words("search")), box, class_="words"),
        *choices,
        element("button", type="button", class_="only", hidden=True),
        element("button", words("clear"), type="reset"),
        element("button", words("open_all"), type="button", class_="open", data_other=words("close_all")),
        element("output", class_="shown", data_claims=words("claims"), data_articles=words("articles")),
        class_="filters",
        hidden=True,
        role="search",
    )


def _choice(name: str, values: Sequence[tuple[str, str]], words: Labels) -> Markup:
    options = (element("option", shown, value=value) for value, shown in values)
    menu = element("select", element("option", words("all"), value=""), *options, name=name)
    return element("label", element("span", words(f"{name}_filter")), menu)


def _legend(words: Labels) -> Markup:
    signs = (
        (element("a", class_="n", data_c=1), "legend_number"),
        (element("mark", words("legend_source"), class_="s"), ""),
        (element("mark", words("legend_cue"), class_="c"), ""),
        (element("mark", words("legend_content"), class_="d1"), ""),
        (
            join(
                element("i", class_="in"),
                element("mark", words("legend_nested"), class_="d2"),
                element("i", class_="out"),
            ),
            "",
        ),
        (element("mark", words("legend_relay"), class_="r"), ""),
        (element("mark", words("legend_furniture"), class_="f"), ""),
    )
    items = (element("li", sign, " ", words(label) if label else "") for sign, label in signs)
    return element("ul", *items, class_="legend", aria_label=words("legend"))


def _foot(words: Labels, versions: Sequence[str]) -> Markup:
    said = (words("versions"), ": ", element("bdi", " · ".join(versions))) if versions else ()
    return join(
        element("footer", element("p", words("made_by")), element("p", *said)),
        element("div", id="card", role="status", hidden=True, data_close=words("close")),
        element("script", Markup(_json(spelling())), type="application/json", id="spelling"),
        element("script", Markup(_resource("page.js"))),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _resource(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _fingerprint(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
