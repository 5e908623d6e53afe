"""The filters over claims, declared once for every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Any, get_type_hints

import typer

from claimtrack.cli import completion
from claimtrack.cli.options import Kinds, Limit

_Many = list[str] | None


def _many(name: str, metavar: str, meaning: str, offered: Callable[..., Any] | None = None) -> Any:
    option = typer.Option(name, metavar=metavar, help=f"{meaning}; repeatable.", autocompletion=offered)
    return Annotated[_Many, option]


def _one(name: str, metavar: str, meaning: str, offered: Callable[..., Any] | None = None) -> Any:
    return Annotated[str | None, typer.Option(name, metavar=metavar, help=meaning, autocompletion=offered)]


def _whether(names: str, meaning: str) -> Any:
    return Annotated[bool | None, typer.Option(names, help=meaning, show_default=False)]


# parameter → option, in the order of the help; the names are the fields of `ClaimFilter`
_OPTIONS: dict[str, Any] = {
    "source": _many("--source", "NAME", "Origin or relay, by words of any of its names", completion.sources),
    "via": _many("--via", "NAME", "Relay, by words of any of its names", completion.sources),
    "kind": Kinds,
    "stance": _many(
        "--stance",
        "STANCE",
        "How it is said: neutral, emphatic, reveal, doubt, deny, predict, warn, demand, accuse, commit, "
        "opinion, admit or expressive",
        completion.stances,
    ),
    "quote": _many("--quote", "QUOTE", "direct, mixed or indirect", completion.quotes),
    "cue": _many("--cue", "WORD", "Reporting word, as a lemma or a form"),
    "outlet": _many("--outlet", "NAME", "Who published the article", completion.outlets),
    "article": _many("--article", "ARTICLE", "An id, a path, or words of the title", completion.articles),
    "about": _many("--about", "WORDS", "Words of the content, all of them"),
    "anonymous": _whether("--anonymous/--named", "Only unnamed sources, or only named ones."),
    "anon_sector": _many(
        "--sector",
        "SECTOR",
        "Where unnamed sources belong: diplomatic, security, military, medical, official, local, opposition, "
        "informed, judicial, political, media, parliamentary, economic, international, religious, "
        "humanitarian, academic, union, rights, sports, witness, expert or activist",
    ),
    "anon_count": _many("--anon-count", "COUNT", "How many unnamed people: one, two or several"),
    "anon_of": _many("--anon-of", "WORDS", "Nationality or affiliation of unnamed sources"),
    "anon_reason": _many("--anon-reason", "WORDS", "Words of the reason why a source is not named"),
    "distinct": Annotated[
        bool | None,
        typer.Option("--distinct", help="What copies of one report say only once.", show_default=False),
    ],
    "negated": _whether("--negated/--not-negated", "Whether the source is said not to have said so."),
    "nested": _whether("--nested/--not-nested", "Whether the claim stands inside another one."),
    "since": _one(
        "--since",
        "DATE",
        "Published on or after: 2017, 2017-03, 2017-03-14, or a time ago: 30d, 6w, 3m, 1y.",
    ),
    "until": _one("--until", "DATE", "Published on or before."),
    "sort": _one(
        "--sort",
        "ORDER",
        "article, published, outlet, source, kind, stance or cue; with a dash before it, the other way round.",
        completion.sorts,
    ),
    "limit": Limit,
}
_LISTING = ("sort", "limit")


def takes_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Replaces the command's parameter `wanted` by the filter options, and fills it from them."""
    return _taking(command, _OPTIONS)


def takes_narrowing(command: Callable[..., None]) -> Callable[..., None]:
    """The same for a command that has an order and a limit of its own."""
    return _taking(command, {name: option for name, option in _OPTIONS.items() if name not in _LISTING})


def _taking(command: Callable[..., None], options: Mapping[str, Any]) -> Callable[..., None]:
    @wraps(command)
    def with_filters(**values: Any) -> None:
        from claimtrack.cli.options import given
        from claimtrack.store import ClaimFilter

        narrowed = given(**{name: values.pop(name) for name in options})
        command(wanted=ClaimFilter(**narrowed), **values)

    parameters = _parameters(command, options)
    with_filters.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_filters.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_filters


def _parameters(command: Callable[..., None], options: Mapping[str, Any]) -> list[inspect.Parameter]:
    """The filters, and after them the command's own parameters."""
    annotations = {name: hint for name, hint in command.__annotations__.items() if name != "wanted"}
    command.__annotations__ = annotations  # ClaimFilter itself is not loaded for a page of help
    hints = get_type_hints(command, include_extras=True)
    own = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[parameter.name])
        for parameter in inspect.signature(command).parameters.values()
        if parameter.name != "wanted"
    ]
    filters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=option, default=None)
        for name, option in options.items()
    ]
    return [*filters, *own]
