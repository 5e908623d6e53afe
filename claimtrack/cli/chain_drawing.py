"""The chain of a claim on the screen, one link under the other, the source first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text

from claimtrack.cli.terminal import console, isolated

_PARTS = {"source": "said by", "relay": "relayed by", "outlet": "printed by"}
_STYLES = {"source": "bold cyan", "relay": "cyan", "outlet": "magenta"}


def print_chain(links: Sequence[Mapping[str, Any]]) -> None:
    """Prints the links with an arrow between them."""
    screen = console()
    for number, link in enumerate(links):
        if number:
            screen.print(Text(f"{'↓':>12}", style="dim"))
        line = Text(f"{_PARTS[link['part']]:>10}  ", style="dim")
        line.append(isolated(link["name"] or "?"), f"not dim {_STYLES[link['part']]}")
        screen.print(line.append(_about(link)), soft_wrap=True)


def _about(link: Mapping[str, Any]) -> str:
    kind = f"  {link['kind']}" if link["part"] != "outlet" else ""
    if not link["kind"]:
        kind = "  unresolved"
    words = f"  {isolated(link['words'])} {link['start']}-{link['end']}" if link["words"] else ""
    return kind + words
