"""An article on the screen: its text with the claims marked in place, and the claims under it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from claimtrack.cli.terminal import console
from claimtrack.models import Article, Claim, Extraction, When
from claimtrack.text.harmless import harmless

_STYLES = {"content": "green", "source": "bold cyan", "cue": "bold yellow underline"}
_NUMBER = "bold magenta"


def print_article(article: Article, extraction: Extraction) -> None:
    """Prints title, text and claims."""
    screen = console()
    screen.print(_heading(article), soft_wrap=True)
    screen.print(_legend())
    screen.print()
    screen.print(_marked(article.text, extraction.claims), soft_wrap=not screen.is_terminal)
    for number, claim in enumerate(extraction.claims, start=1):
        _print_claim(screen, article.text, number, claim)
    if not extraction.claims:
        screen.print("no claims")


def _heading(article: Article) -> Text:
    about = " · ".join(part for part in (article.outlet, article.published, article.path) if part)
    return Text(harmless(article.title or article.path), style="bold").append(
        f"\n{harmless(about)}", "not bold dim"
    )


def _legend() -> Text:
    legend = Text("[1]", style=_NUMBER)
    for role in ("source", "cue", "content"):
        legend.append("  ").append(role, _STYLES[role])
    return legend


def _marked(text: str, claims: tuple[Claim, ...]) -> Text:
    """The text with styles over the spans and each claim's number before its cue."""
    marked = Text(harmless(text))
    for role in ("content", "source", "cue"):  # the later lie over the earlier
        for claim in claims:
            for start, end in _spans(claim, role):
                marked.stylize(_STYLES[role], start, end)
    places = sorted((_place(claim), number) for number, claim in enumerate(claims, start=1))
    pieces = marked.divide([place for place, _ in places])
    whole = pieces[0]
    for (_, number), piece in zip(places, pieces[1:], strict=True):
        whole = whole.append(f"[{number}]", _NUMBER).append_text(piece)
    return whole


def _print_claim(screen: Console, text: str, number: int, claim: Claim) -> None:
    who = claim.source.name if claim.source else _words(text, _spans(claim, "source")) or "?"
    kind = claim.source.kind if claim.source else "unresolved"
    via = "".join(f" ← {relay.source.name}" for relay in claim.via)
    stance = f"not {claim.stance}" if claim.negated else claim.stance
    line = Text(f"[{number}] ", style=_NUMBER)
    line.append(f"\u2068{harmless(who + via)}\u2069", _STYLES["source"])
    said = [kind, stance, claim.quote, *([harmless(_when(text, claim.when))] if claim.when else [])]
    line.append(f" ({', '.join(said)}): ", "not bold dim")
    line.append(f"\u2068{harmless(_words(text, claim.content))}\u2069", "not bold green")
    screen.print(line, soft_wrap=True)


def _when(text: str, when: When) -> str:
    return when.value or f"\u2068{_words(text, (when.span,))}\u2069"


def _spans(claim: Claim, role: str) -> tuple[tuple[int, int], ...]:
    if role == "content":
        return claim.content
    span = claim.cue if role == "cue" else claim.mention
    return (span,) if span else ()


def _place(claim: Claim) -> int:
    return claim.cue.start if claim.cue else claim.content[0].start


def _words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)
