"""The report in a real Chromium: nothing of an article runs, and mouse, finger, keyboard and paper all work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from browser import PROGRAM, Browser, started
from conftest import AGENCY, PAPER, SPOKESMAN, TEXT, make_claim, port_claims

from claimtrack import extract, read
from claimtrack.models import Article, Claim
from claimtrack.report import Document, write_report
from claimtrack.report.labels import labels
from claimtrack.text.folding import fold

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no chromium or google-chrome on the PATH")

SAMPLES = sorted((Path(__file__).parent.parent / "sample_data").glob("*.txt"))
EVIL = "</div><script>window.bad=1</script><img src='http://127.0.0.1:9/x' onerror='window.bad=2'>\r\n &lt; \"قال\""
SHOWN = "document.querySelector('output').textContent.match(/\\d+/g).join(' ')"
CARD = "document.querySelector('#card:not([hidden])')?.textContent ?? ''"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as running:
        yield running


def document(number: int, article: Article, claims: tuple[Claim, ...]) -> Document:
    return Document(number, article, claims, frozenset(claim.id for claim in claims))


@pytest.fixture(scope="module")
def samples() -> list[Document]:
    articles = [read(path) for path in SAMPLES]
    return [document(n, article, extract(article).claims) for n, article in enumerate(articles, 1)]


def nested_claims() -> tuple[Claim, ...]:
    reveal, explain, say, deny = port_claims()
    text = "العمل يبدأ في الربيع"
    inner = make_claim(
        TEXT, content="في الربيع", mention="العمل", cue="يبدأ", source=SPOKESMAN, parent=explain.id
    )
    assert text in TEXT
    return reveal, explain, inner, say, deny


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, samples: list[Document]) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report")
    port = document(
        1, Article(TEXT, title="الميناء", outlet="الشاطئ", published="2021-03-14"), nested_claims()
    )
    other = "أعلن الحداد أن السوق يُفتح غدا."
    market = make_claim(
        other,
        content="السوق يُفتح غدا",
        cue="أعلن",
        mention="الحداد",
        source=SPOKESMAN,
        via=[PAPER, AGENCY],
        stance="reveal",
    )
    evil = make_claim(
        EVIL, content=EVIL, cue="قال", source=replace(SPOKESMAN, name=EVIL), via=[replace(AGENCY, name=EVIL)]
    )
    made = {
        "port": [port, document(2, Article(other, title="السوق", outlet="المرسى"), (market,))],
        "evil": [document(1, Article(EVIL, title=EVIL, outlet=EVIL, path=EVIL), (evil,))],
        "samples": samples,
    }
    for name, documents in made.items():
        for lang in ("ar", "en"):
            with (folder / f"{name}-{lang}.html").open("w", encoding="utf-8", newline="") as out:
                write_report(documents, out, lang=lang)
    return {path.stem: path for path in folder.iterdir()}


def quiet(browser: Browser) -> bool:
    """Whether the page asked for nothing but itself, and met no error."""
    return browser.complaints() == [] and all(url.startswith("file:") for url in browser.requests())


def test_nothing_of_an_article_runs(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["evil-ar"])
    assert browser.run("window.bad ?? 'fine'") == "fine"
    assert browser.run("document.images.length") == 0
    assert browser.run("document.querySelector('.body .text').textContent") == EVIL
    assert quiet(browser)


def test_the_policy_alone_would_stop_it_too(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    html = pages["port-ar"].read_text("utf-8")
    broken.write_text(
        html.replace("<main>", f"<main>{EVIL}<a id=go href='javascript:window.bad=3'>x</a>"), "utf-8"
    )
    browser.open(broken)
    browser.run("document.querySelector('#go').click()")
    assert browser.run("window.bad ?? 'fine'") == "fine"


def test_the_text_of_every_sample_article_is_its_own(
    browser: Browser, pages: dict[str, Path], samples: list[Document]
) -> None:
    for lang in ("ar", "en"):
        browser.open(pages[f"samples-{lang}"])
        shown = browser.run("[...document.querySelectorAll('.body .text')].map(text => text.textContent)")
        assert shown == [document.article.text for document in samples if document.claims]
        assert quiet(browser)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, pages: dict[str, Path], lang: str, width: int
) -> None:
    browser.open(pages[f"samples-{lang}"], width=width, touch=width < 500)
    browser.run("document.querySelector('button.open').click()")
    assert browser.run("document.documentElement.scrollWidth") <= width


def test_pointing_at_a_claim_shows_source_chain_and_what_it_stands_in(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["port-ar"])
    browser.point("a.n[data-c='4']")
    assert f"{SPOKESMAN.name} ← {AGENCY.name}" in browser.run(CARD)
    browser.point("a.n[data-c='3']")
    shown = browser.run(CARD)
    assert shown.index(SPOKESMAN.name) < shown.index(PAPER.name)
    assert browser.run("document.querySelectorAll('mark.lit').length") >= 3
    browser.point("h1")
    assert browser.run(CARD) == ""


def test_the_keyboard_reaches_every_claim(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["port-ar"])
    browser.run("document.querySelector('article summary').focus()")
    seen = []
    for _ in range(5):
        browser.press("Tab")
        seen.append(browser.run("document.activeElement.dataset.c"))
        assert browser.run(CARD)
    assert seen == ["1", "2", "3", "4", "5"]
    browser.press("Escape")
    assert browser.run(CARD) == ""
    browser.press("/")
    assert browser.run("document.activeElement.name") == "words"


def test_a_finger_opens_and_closes_the_card(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["port-en"], width=390, height=800, touch=True)
    browser.tap(".body mark.c")
    assert PAPER.name in browser.run(CARD)
    browser.tap("#card .shut")
    assert browser.run(CARD) == ""


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("", "6 2"),
        ("الاسلحه", "1 1"),  # in any spelling
        ("أسلحة", "1 1"),
        ("الواحة", "3 2"),  # a relay
        ("السوق", "1 1"),
        ("الأرصفة الواحة", "0 0"),  # all words
        ("العمل الربيع", "2 1"),
        ("لاشيءكهذا", "0 0"),
    ],
)
def test_the_box_filters_without_a_server(
    browser: Browser, pages: dict[str, Path], words: str, claims: str
) -> None:
    browser.open(pages["port-ar"])
    browser.run("document.querySelector('input').focus()")
    browser.write(words)
    browser.press("Enter")
    assert browser.run(SHOWN) == claims
    assert browser.run("document.querySelector('.nothing').hidden") is (claims != "0 0")


def test_bars_menus_sources_and_the_network_filter_too(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["port-ar"])
    browser.point("button[data-filter=stance][data-value=reveal]", click=True)
    assert browser.run(SHOWN) == "2 2"
    browser.run("document.querySelector('[name=outlet]').value = 'المرسى'")
    browser.run("document.forms[0].requestSubmit()")
    assert browser.run(SHOWN) == "1 1"
    browser.point("button[type=reset]", click=True)
    browser.run("new Promise(done => setTimeout(done))")
    assert browser.run(SHOWN) == "6 2"
    name = json.dumps(AGENCY.name)
    browser.run(
        f"[...document.querySelectorAll('svg.wide .node')].find(n => n.textContent.includes({name})).focus()"
    )
    assert browser.run("document.querySelectorAll('svg.wide path.lit').length") > 0
    browser.press("Enter")
    assert browser.run(SHOWN) == "3 2"
    assert browser.run("document.querySelector('button.only').textContent") == f"{AGENCY.name} ✕"


def test_what_is_filtered_out_is_not_marked(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["port-ar"])
    browser.point("button[data-filter=stance][data-value=deny]", click=True)
    left = (
        "[...document.querySelectorAll('article:not([hidden]) mark[data-c]:not(.off)')].map(m => m.dataset.c)"
    )
    assert set(browser.run(left)) == {"5"}
    assert browser.run("document.querySelectorAll('article:not([hidden])').length") == 1


def test_the_page_finds_words_as_the_program_does(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["port-ar"])
    for word in ("الأسلحــة", "مُؤَسَّسَة", "ﻻعبون", "٢٠١٧", "رؤى", "NATO", "گاز"):
        assert browser.run(f"claimtrack.fold({json.dumps(word)})") == fold(word)


def test_paper_gets_every_article(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["samples-ar"])
    closed = "document.querySelectorAll('article details:not([open])').length"
    assert browser.run(closed) > 10
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(closed) == 0
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run(closed) > 10
    assert browser.pdf().startswith(b"%PDF")


def test_without_scripts_everything_is_still_there(browser: Browser, pages: dict[str, Path]) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(pages["port-ar"])
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
    assert browser.run("document.querySelector('form').hidden") is True
    assert browser.run("document.querySelector(document.querySelector('.body a.n').hash).dataset.n") == "1"


def test_five_hundred_articles(browser: Browser, samples: list[Document], tmp_path: Path) -> None:
    many = []
    for number in range(500):
        sample = samples[number % len(samples)]
        claims = tuple(
            replace(claim, id=f"{number}-{claim.id}", parent=claim.parent and f"{number}-{claim.parent}")
            for claim in sample.claims
        )
        many.append(document(number, sample.article, claims))
    path = tmp_path / "many.html"
    with path.open("w", encoding="utf-8", newline="") as out:
        tally = write_report(many, out, lang="en")
    assert path.stat().st_size < 20_000_000
    browser.open(path)
    assert browser.run(SHOWN) == f"{tally.claims} 500"
    browser.point("button.open", click=True)
    assert browser.run("document.querySelectorAll('article details[open]').length") == 500
    browser.point("button[data-filter=kind][data-value=anonymous]", click=True)
    assert browser.run(SHOWN).startswith(f"{tally.kinds['anonymous']} ")
    assert labels("en")("claims") in browser.run("document.querySelector('output').textContent")
    assert quiet(browser)
