"""The kinds of sources as signs: a shape beside each colour, so that they are told apart without it."""

from __future__ import annotations

from claimtrack.report.labels import Labels
from claimtrack.report.markup import Markup, element

SHAPES = {"person": "●", "institution": "■", "outlet": "▲", "anonymous": "○", "document": "◆", "": "·"}


def kind_shape(kind: str, labels: Labels) -> Markup:
    """The sign of a kind, which says its name to who cannot see it."""
    name = labels.value("kind", kind)
    return element(
        "span", SHAPES[kind], class_=f"shape k-{kind or 'unresolved'}", title=name, aria_hidden="true"
    )
