"""The figures and errors of an evaluation, on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from claimtrack.text.harmless import harmless

if TYPE_CHECKING:
    from claimtrack.evaluation import Figures, Judgement
    from claimtrack.evaluation.loading import Attribution


def print_figures(figures: Figures) -> None:
    """One line a figure."""
    print(f"gold {figures['gold']}  predicted {figures['predicted']}")
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"{name:8} P {value['p']:.3f}  R {value['r']:.3f}  F1 {value['f']:.3f}")
        elif isinstance(value, float):
            print(f"{name:28} {value:.3f}")


def print_errors(errors: Iterable[tuple[str, Judgement]], texts: Mapping[str, str]) -> None:
    """One block an error: what the gold says, and what was found."""
    for kind, judgement in errors:
        text = texts[judgement.article]
        print(
            f"\n{kind} {judgement.article}"
            if kind in ("missed", "wrong")
            else f"\nwrong {kind} {judgement.article}"
        )
        if judgement.gold:
            print(f"    gold:  {_line(judgement.gold, text)}")
        if judgement.claim:
            print(f"    found: {_line(judgement.claim, text)}")


def _line(attribution: Attribution, text: str) -> str:
    source, cue = (
        text[span[0] : span[1]] if span else "" for span in (attribution.source_span, attribution.cue_span)
    )
    content = " … ".join(text[start:end] for start, end in attribution.spans)
    via = "".join(f" ← {name}" for name in attribution.via)
    who = f"{attribution.name}{via} ({attribution.kind}, {attribution.stance}, {attribution.quote})"
    return harmless(f"{who} [{source}] <{cue}> {content}").replace("\n", " ")
