"""The report: what it counts, how it marks, and that no text of an article is ever more than text."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import (
    AGENCY,
    INSIDERS,
    PAPER,
    SPOKESMAN,
    TEXT,
    make_claim,
    make_extraction,
    port_claims,
    span_of,
)
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from claimtrack.cli.app import app
from claimtrack.models import KINDS, QUOTES, STANCES, Anonymity, Article, Claim, Office, Relay, Span, When
from claimtrack.report import LANGUAGES, Document, write_report
from claimtrack.report.document import Who, who
from claimtrack.report.labels import labels
from claimtrack.report.marking import marked
from claimtrack.report.markup import Markup, content, element
from claimtrack.report.network import OTHER_ORIGINS, OTHER_RELAYS, gathered, network
from claimtrack.report.periods import periods, undated
from claimtrack.report.spelling import spelling
from claimtrack.report.tally import Tally
from claimtrack.store import Store
from claimtrack.text.folding import fold

REPORT = Path(__file__).parent.parent / "claimtrack" / "report"


def document(claims: Iterable[Claim] | None = None, **fields: object) -> Document:
    made = tuple(port_claims() if claims is None else claims)
    article = Article(**({"text": TEXT, "path": "port.txt", "published": "2021-03-14"} | fields))  # type: ignore[arg-type]
    return Document(1, article, made, frozenset(claim.id for claim in made))


def page(*documents: Document, **options: object) -> str:
    out = io.StringIO()
    write_report(documents or [document()], out, **options)  # type: ignore[arg-type]
    return out.getvalue()


class Reader(HTMLParser):
    """The text of a piece of HTML, each letter with the classes and claims of the mark it stands in."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.letters: list[tuple[str, frozenset[str], frozenset[int]]] = []
        self.tags: list[str] = []
        self._mark: tuple[frozenset[str], frozenset[int]] = (frozenset(), frozenset())
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.append(tag)
        if tag == "mark":
            claims = frozenset(map(int, (given.get("data-c") or "").split()))
            self._mark = (frozenset((given["class"] or "").split()), claims)

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._mark = (frozenset(), frozenset())

    def handle_data(self, data: str) -> None:
        self.letters += [(letter, *self._mark) for letter in data]

    @property
    def text(self) -> str:
        return "".join(letter for letter, _, _ in self.letters)


# --- marking -----------------------------------------------------------------------------------------

LETTERS = st.text(alphabet="ابو لة.«»\n\r\t<>&\"'-/;a1\u064e\u200f\ufeff😀", max_size=60)


@st.composite
def texts_with_claims(draw: st.DrawFn) -> tuple[str, list[tuple[int, Claim]]]:
    text = draw(LETTERS)
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted).map(lambda ends: Span(*ends))
    claims = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        parent = f"{draw(st.integers(1, number))}" if draw(st.booleans()) else None
        relay = draw(st.none() | spans)
        claim = make_claim(
            " x", content="x", id=str(number), parent=parent, source=PAPER, sentence=Span(0, 0)
        )
        fields = {
            "content": tuple(draw(st.lists(spans, max_size=3))),
            "cue": draw(st.none() | spans),
            "mention": draw(st.none() | spans),
            "via": (Relay(AGENCY, relay),),
        }
        kept = {name: getattr(claim, name) for name in Claim.__slots__ if name not in fields}
        claims.append((number, Claim(**kept, **fields)))
    return text, claims


@given(texts_with_claims(), st.lists(st.integers(0, 60), min_size=2, max_size=2).map(sorted))
def test_the_marked_text_is_the_article_and_each_letter_knows_its_claims(
    made: tuple[str, list[tuple[int, Claim]]], furniture: list[int]
) -> None:
    text, claims = made
    bounds = Span(min(furniture[0], len(text)), min(furniture[1], len(text)))
    read = Reader(marked(text, claims, furniture=[bounds]))
    assert read.text == text
    assert set(read.tags) <= {"mark", "a", "i"}
    for place, (_, classes, owners) in enumerate(read.letters):
        roles = {
            (role, number) for number, claim in claims for role, span in spans_of(claim) if holds(span, place)
        }
        assert owners == {number for _, number in roles}
        said = {role for role, _ in roles} | ({"f"} if holds(bounds, place) else set())
        assert {name for name in classes if name in "scrf"} == said - {"d"}
        depth = min(3, len({number for role, number in roles if role == "d"}))
        assert {name for name in classes if name[0] == "d"} == ({f"d{depth}"} if depth else set())


def spans_of(claim: Claim) -> Iterable[tuple[str, Span]]:
    yield from (("d", span) for span in claim.content)
    yield from (("r", relay.span) for relay in claim.via if relay.span)
    if claim.cue:
        yield "c", claim.cue
    if claim.mention:
        yield "s", claim.mention


def holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end


def test_numbers_and_brackets_stand_where_claims_and_nested_contents_begin() -> None:
    text = "قال سليم إن الوكالة ذكرت أن العبّارة وصلت أمس"
    outer = make_claim(text, content="الوكالة ذكرت أن العبّارة وصلت أمس", cue="قال", id="outer")
    inner = make_claim(
        text, content="العبّارة وصلت", cue="ذكرت", mention="الوكالة", id="inner", parent="outer"
    )
    html = marked(text, [(1, outer), (2, inner)])
    bare = re.sub(r"</?mark[^>]*>", "", html)
    assert bare == (
        '<a class="n" id="m-outer" href="#c-outer" data-c="1"></a>قال سليم إن الوكالة '
        '<a class="n" id="m-inner" href="#c-inner" data-c="2"></a>ذكرت أن '
        '<i class="in" data-c="2"></i>العبّارة وصلت<i class="out" data-c="2"></i> أمس'
    )
    assert '<mark class="d2" data-c="2 1">العبّارة وصلت</mark>' in html
    assert '<mark class="s d1" data-c="2 1">الوكالة</mark>' in html


# --- nothing but text --------------------------------------------------------------------------------

EVIL = "</div><script>bad()</script><img src=x onerror=bad()> &amp; \u202eقلب\u202c \x1b[31m 'a' \"b\""


def test_markup_of_an_article_stays_text_everywhere() -> None:
    claim = make_claim(
        EVIL, content=EVIL, mention="قلب", source=who_is(EVIL), cue_lemma=EVIL, via=[who_is(EVIL)]
    )
    html = page(document([claim], text=EVIL, title=EVIL, outlet=EVIL, path=EVIL, published=EVIL))
    read = Reader(html)
    assert "img" not in read.tags
    assert read.tags.count("script") == 2
    assert "\u202e" not in html
    assert "\u202c" not in html
    assert "\x1b" not in html


def who_is(name: str) -> object:
    return type(PAPER)(name, "person", (name,))


def test_every_string_is_escaped_once() -> None:
    assert element("p", "<b>&amp;", element("i", "x"), 3) == "<p>&lt;b&gt;&amp;amp;<i>x</i>3</p>"
    assert element("p", title="\"<>&'", hidden=True, id=None, lang=False) == (
        '<p title="&quot;&lt;&gt;&amp;&#x27;" hidden></p>'
    )
    assert content("a\r\nb") == "a&#13;\nb"
    assert isinstance(element("br"), Markup)


def test_the_page_asks_for_nothing_and_runs_only_its_own_script() -> None:
    html = page()
    script = html.rpartition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src &#x27;sha256-{digest}&#x27;" in html
    assert "default-src &#x27;none&#x27;" in html
    links = re.findall(r'\s(?:src|href|action|data)="([^"]*)"', html)
    assert links
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"url\(|@import|https?:", html)


# --- figures -----------------------------------------------------------------------------------------


def test_the_tally_counts_claims_sources_and_relays() -> None:
    tally = Tally()
    tally.add(document())
    agency, spokesman, insiders = (who(source, article=1) for source in (AGENCY, SPOKESMAN, INSIDERS))
    assert (tally.articles, tally.claims, tally.chained) == (1, 4, 2)
    assert tally.kinds == {"outlet": 2, "person": 1, "anonymous": 1}
    assert tally.stances == {"reveal": 1, "neutral": 2, "deny": 1}
    assert tally.links == {(spokesman, agency): 1, (insiders, agency): 1}
    assert [source.name for source, _ in tally.ranked()][:1] == [PAPER.name]
    assert tally.standing(agency).relayed == 2
    assert tally.dates == {("2021-03-14", False): 3, ("2021-03-14", True): 1}


def test_only_the_chosen_claims_count_and_keep_their_numbers() -> None:
    claims = tuple(port_claims())
    chosen = Document(1, Article(TEXT), claims, frozenset({claims[2].id}))
    html = page(chosen)
    assert re.findall(r'data-n="(\d+)"', html) == ["3"]
    assert re.findall(r'class="n" id="m-[^"]*" href="[^"]*" data-c="(\d+)"', html) == ["3"]


def test_unnamed_sources_of_two_articles_are_two() -> None:
    assert who(INSIDERS, article=1) != who(INSIDERS, article=2)
    assert who(SPOKESMAN, article=1) == who(SPOKESMAN, article=2)


@pytest.mark.parametrize(
    ("dates", "unit", "names"),
    [
        ([], "day", []),
        (["", "2021", "soon", "2021-02-31"], "day", []),
        (["2021-03-14"], "day", ["2021-03-14"]),
        (["2021-03-01", "2021-02-27"], "day", ["2021-02-27", "2021-02-28", "2021-03-01"]),
        (["2020-12-31", "2021-03-01"], "month", ["2020-12", "2021-01", "2021-02", "2021-03"]),
        (["2010-05-01", "2017-01-01"], "year", [str(year) for year in range(2010, 2018)]),
        (["0001-01-01", "2017-01-01"], "year", ["0001", "2017"]),  # a stray date does not stretch the page
    ],
)
def test_periods_fit_what_can_be_read(dates: list[str], unit: str, names: list[str]) -> None:
    counts = {(date, False): 2 for date in dates}
    found = periods(counts)
    assert (found[0], [period.name for period in found[1]]) == (unit, names)
    assert sum(period.claims for period in found[1]) + undated(counts) == 2 * len(dates)


# --- network -----------------------------------------------------------------------------------------

PEOPLE = st.builds(Who, st.sampled_from("ابتثجحخدذرزسشصضطظ"), st.sampled_from(["person", "outlet", ""]))
LINKS = st.dictionaries(st.tuples(PEOPLE, PEOPLE).filter(lambda pair: pair[0] != pair[1]), st.integers(1, 50))


@given(LINKS, st.randoms())
def test_the_same_links_give_the_same_network(links: dict[tuple[Who, Who], int], random: object) -> None:
    shuffled = list(links.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert network(links) == network(dict(shuffled))


@given(LINKS)
def test_no_node_lies_on_another_and_no_claim_is_lost(links: dict[tuple[Who, Who], int]) -> None:
    drawn = network(links)
    assert sum(band.claims for band in drawn.bands) == sum(links.values())
    for before, after in zip(drawn.nodes, drawn.nodes[1:], strict=False):
        assert before.column < after.column or before.top + before.height < after.top
    for node in drawn.nodes:
        assert 0 <= node.top <= node.top + node.height <= drawn.height + 0.01
        for band in drawn.bands:
            for end, middle in ((band.source, band.leaves), (band.relay, band.reaches)):
                if end == node.source:
                    assert node.top - 0.01 <= middle - band.width / 2
                    assert middle + band.width / 2 <= node.top + node.height + 0.01


def test_the_lesser_of_many_are_taken_together() -> None:
    links = {(Who(f"p{one}", "person"), Who(f"o{one % 40}", "outlet")): 1 + one % 7 for one in range(400)}
    found = gathered(links)
    sources, relays = {source for source, _ in found}, {relay for _, relay in found}
    assert OTHER_ORIGINS in sources
    assert OTHER_RELAYS in relays
    assert len(sources | relays) < 50
    assert sum(found.values()) == sum(links.values())


def test_a_claim_says_what_the_article_tells_of_its_source() -> None:
    _, _, say, deny = port_claims()
    told = replace(say, office=Office(title="المهندس", role="ناظر الأرصفة"))
    unnamed = replace(deny, anonymity=Anonymity(reason=span_of(TEXT, "الميناء قد")))
    html = page(document([told, unnamed]), lang="en")
    assert "<bdi>المهندس ناظر الأرصفة</bdi>" in html
    assert "on the missing name <bdi>«الميناء قد»</bdi>" in html


def test_a_claim_says_when_it_was_made() -> None:
    _, explain, say, _ = port_claims()
    words = span_of(TEXT, "في الربيع")
    html = page(
        document([replace(say, when=When(words, "2021-03")), replace(explain, when=When(words))]), lang="en"
    )
    assert "said <bdi>2021-03</bdi>" in html
    assert "said <bdi>في الربيع</bdi>" in html


# --- the page ----------------------------------------------------------------------------------------


def test_both_languages_say_the_same_things() -> None:
    table = tomllib.loads((REPORT / "labels.toml").read_text("utf-8"))
    assert tuple(table) == LANGUAGES
    for arabic, english in (
        (table["ar"], table["en"]),
        *((table["ar"][n], table["en"][n]) for n in ("kind", "filter")),
    ):
        assert list(arabic) == list(english)
        assert all(arabic.values())
    for language in LANGUAGES:
        for field, values in (("kind", (*KINDS, "")), ("stance", STANCES), ("quote", QUOTES)):
            assert all(labels(language).value(field, value) for value in values)


def test_every_label_is_used() -> None:
    used = "".join(path.read_text("utf-8") for path in REPORT.glob("*.py"))
    words = [
        word
        for word, value in tomllib.loads((REPORT / "labels.toml").read_text("utf-8"))["en"].items()
        if isinstance(value, str)
    ]
    made = ("timeline_", "_filter")  # put together where they are used
    assert [
        word
        for word in words
        if not re.search(f"[\"']{word}[\"']", used) and not any(part in word for part in made)
    ] == []


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_page_is_in_its_language_and_the_articles_run_from_the_right(lang: str, direction: str) -> None:
    html = page(lang=lang)
    assert f'<html lang="{lang}" dir="{direction}">' in html
    assert '<div class="text" dir="rtl">' in html
    assert f"<h1>{labels(lang)('title')}</h1>" in html


def test_the_same_claims_give_the_same_page() -> None:
    assert page() == page()


def test_texts_beyond_the_limit_are_counted_not_shown() -> None:
    many = [
        Document(number, Article(TEXT), tuple(port_claims()), frozenset(c.id for c in port_claims()))
        for number in range(3)
    ]
    html = page(*many, texts=1, scope=[("nested", "true"), ("source", EVIL)])
    assert html.count("<article") == 1
    assert "<bdi>12</bdi>" in html


def test_a_page_without_claims_says_so() -> None:
    out = io.StringIO()
    write_report([], out)
    assert labels("ar")("no_claims") in out.getvalue()


def test_the_filter_box_folds_as_the_program_does() -> None:
    table = spelling()
    for word in ("الأسلحــة", "مُؤَسَّسَة", "إلى", "٢٠١٧", "رؤى", "آمِن\u200fة"):
        assert "".join(table.get(letter, letter) for letter in word) == fold(word)


# --- the command -------------------------------------------------------------------------------------


@pytest.fixture
def database(tmp_path: Path, port_article: Article) -> Path:
    with Store(tmp_path / "port.db") as store:
        store.add(port_article, make_extraction(port_claims()))
    return tmp_path / "port.db"


def run(*arguments: object) -> tuple[int, str, Exception | None]:
    ended = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return ended.exit_code, ended.output, ended.exception  # type: ignore[return-value]


def test_the_command_writes_the_chosen_claims(tmp_path: Path, database: Path) -> None:
    out = tmp_path / "out.html"
    code, _, _ = run("report", out, "--db", database, "--kind", "anonymous", "--lang", "en")
    html = out.read_text("utf-8")
    assert code == 0
    assert re.findall(r'data-n="(\d+)"', html) == ["4"]
    assert "<li>kind <bdi>anonymous</bdi></li>" in html


def test_nothing_found_is_said_and_the_page_is_there(tmp_path: Path, database: Path) -> None:
    out = tmp_path / "out.html"
    code, said, _ = run("report", out, "--db", database, "--source", "المينى")
    assert code == 0
    assert "no source is called" in said
    assert labels("ar")("no_claims") in out.read_text("utf-8")


@pytest.mark.parametrize("options", [("--lang", "fr"), ("--texts", "-1")])
def test_wrong_options_are_refused_before_anything_is_written(
    tmp_path: Path, database: Path, options: tuple[str, str]
) -> None:
    out = tmp_path / "out.html"
    code, _, error = run("report", out, "--db", database, *options)
    assert code != 0
    assert options[0].lstrip("-") in str(error)
    assert not out.exists()
