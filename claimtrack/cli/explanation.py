"""How each claim was found, sentence by sentence, on the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rich.text import Text

from claimtrack.cli.terminal import console, isolated
from claimtrack.models import Article, Claim, Extraction, Span
from claimtrack.text.harmless import harmless
from claimtrack.text.quotation import pair_quotations
from claimtrack.text.sentences import split_sentences
from claimtrack.text.tokens import tokenize


def print_explanation(article: Article, extraction: Extraction) -> None:
    """Prints each sentence, and under it what found its claims."""
    screen = console()
    text = article.text
    numbers = {claim.id: number for number, claim in enumerate(extraction.claims, start=1)}
    held = defaultdict(list)
    for claim in extraction.claims:
        held[claim.sentence].append(claim)
    for sentence in sorted({*sentences(text), *held}):
        claims = held.get(sentence, ())
        style = "bold" if claims else "dim"
        screen.print(Text(f"\n{_quoted(text, sentence)}", style=style), soft_wrap=True)
        for claim in claims:
            for label, value in _facts(text, claim, numbers):
                screen.print(Text(f"{label:>10}  ", style="dim").append(value, "not dim"), soft_wrap=True)
    versions = f"engine {extraction.engine_version}, lexicon {extraction.lexicon_version}"
    screen.print(Text(f"\n{len(extraction.claims)} claims; {versions}", style="dim"))


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, those without claims too."""
    tokens = tokenize(text)
    for first, last in split_sentences(tokens, pair_quotations(tokens)):
        yield Span(tokens.starts[first], tokens.ends[last - 1])


def _facts(text: str, claim: Claim, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
    yield f"[{numbers[claim.id]}]", f"{claim.rule}, entry \u2068{claim.entry or 'none'}\u2069, id {claim.id}"
    stance = f"not {claim.stance}" if claim.negated else claim.stance
    yield "cue", f"{_placed(text, claim.cue)}, lemma \u2068{claim.cue_lemma or 'none'}\u2069, {stance}"
    yield "mention", _placed(text, claim.mention)
    yield "source", _who(claim)
    if told := _told(text, claim):
        yield "told", told
    if claim.when:
        yield "said", f"{_placed(text, claim.when.span)}, {claim.when.value or 'which day is not known'}"
    for relay in claim.via:
        yield (
            "via",
            f"\u2068{harmless(relay.source.name)}\u2069 {_placed(text, relay.span) if relay.span else ''}",
        )
    for span in claim.content:
        yield "content", f"{_placed(text, span)}, {claim.quote}"
    if claim.parent:
        yield "inside", f"claim [{numbers.get(claim.parent, '?')}]"


def _who(claim: Claim) -> str:
    name = f"\u2068{harmless(claim.source.name)}\u2069, {claim.source.kind}" if claim.source else "unresolved"
    return f"{name}: {harmless(claim.reason)}" if claim.reason else name


def _told(text: str, claim: Claim) -> str:
    """What the article tells of an unnamed source, or says a person is."""
    unnamed, office = claim.anonymity, claim.office
    facts: list[str] = []
    if unnamed is not None:
        facts = [unnamed.sector, unnamed.count, isolated(unnamed.of) if unnamed.of else ""]
        facts += [f"because {_placed(text, unnamed.reason)}"] if unnamed.reason else []
    elif office is not None:
        facts = [isolated(part) for part in (office.title, office.role) if part]
        facts += [f"of {isolated(office.affiliation)}"] if office.affiliation else []
    return ", ".join(filter(None, facts))


def _placed(text: str, span: Span | None) -> str:
    return f"{_quoted(text, span)} {span.start}-{span.end}" if span else "not expressed"


def _quoted(text: str, span: Span) -> str:
    return f"\u2068{harmless(' '.join(text[span.start : span.end].split()))}\u2069"
