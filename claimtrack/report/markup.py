"""HTML elements that escape by themselves: what is not `Markup` is text, and text never becomes markup."""

from __future__ import annotations

from html import escape

from claimtrack.text.harmless import harmless

_EMPTY = frozenset({"br", "col", "input", "meta"})


class Markup(str):
    """Finished HTML."""

    __slots__ = ()


def element(name: str, /, *children: str | int, **attributes: str | int | bool | None) -> Markup:
    """An element. An attribute that is None or False is left out; `class_` is class, `data_x` is data-x."""
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{''.join(map(content, children))}</{name}>")


def content(child: str | int) -> str:
    """A child as HTML: text escaped, its control characters harmless, its carriage returns kept."""
    if isinstance(child, Markup):
        return child
    lines = str(child).split("\r")
    return "&#13;".join(escape(harmless(line), quote=False) for line in lines)


def join(*parts: str | int) -> Markup:
    """Several children without an element around them."""
    return Markup("".join(map(content, parts)))


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(harmless(str(value)))}"'
