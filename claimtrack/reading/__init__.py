"""From paths to articles: `read_paths` streams articles and problems, `read` gives one article.

Nothing here changes a text: an article holds exactly the characters that were decoded. What is wrong
with an input is a `Problem` in the stream (a `Remark` or `Skipped` where it is no failure), so one bad
file never stops the others.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.models import Article, Problem
from claimtrack.reading.archives import DAMAGE, damaged
from claimtrack.reading.encodings import known
from claimtrack.reading.furniture import find_furniture
from claimtrack.reading.inputs import Input, Options, Reading, Remark, Skipped, Unreadable
from claimtrack.reading.kinds import KINDS, ending_of, is_article, kind_of
from claimtrack.reading.languages import ARABIC, language
from claimtrack.reading.metadata import find_metadata
from claimtrack.reading.metering import Meter
from claimtrack.reading.records import check_mapping
from claimtrack.reading.streams import AHEAD, peekable
from claimtrack.reading.titles import first_line
from claimtrack.reading.walking import inputs, refused, shown

_LOG = logging.getLogger(__name__)
FAULT = "a fault in claimtrack itself"

__all__ = ["KINDS", "Meter", "Remark", "Skipped", "read", "read_paths"]


def read_paths(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    encoding: str | None = None,
    outlet: str = "",
    published: str = "",
    mapping: Mapping[str, str] | None = None,
    any_language: bool = False,
    meter: Meter | None = None,
) -> Iterator[Article | Problem]:
    """Articles and problems of all `paths`, one by one; "-" is `stdin`, folders are read recursively.

    `encoding` overrides detection; `outlet` and `published` hold for all articles; `mapping` names
    the columns of collections (`{"text": "body"}`); `meter` is told how far the reading is.
    """
    if encoding is not None and not known(encoding):
        raise UsageError(f"unknown encoding {encoding!r}; try utf-8, utf-16, windows-1256 or iso-8859-6")
    options = Options(encoding, outlet, published, check_mapping(mapping or {}), any_language)
    return _stream(paths, stdin, options, meter or Meter())


def read(path: str | Path, *, encoding: str | None = None) -> Article:
    """The first article of `path`, in whatever language; raises ClaimtrackError when there is none."""
    for item in read_paths([path], encoding=encoding, any_language=True):
        if isinstance(item, Article):
            return item
        if not isinstance(item, Remark):
            raise ClaimtrackError(str(item))
    raise ClaimtrackError(f"{shown(path)}: there is no article in it (name a file that holds one)")


def _stream(paths: Iterable[str | Path], stdin: BinaryIO | None, options: Options, meter: Meter) -> Reading:
    for path in paths:
        for item in inputs(path, stdin=stdin, meter=meter):
            if isinstance(item, Input):
                yield from _guarded(item, options)
            else:
                yield item


def _guarded(source: Input, options: Options) -> Reading:
    """What the input's reader gives, its failures turned into problems."""
    _LOG.info("reading %s", source.name)
    try:
        yield from _contents(source, options)
    except Unreadable as error:
        yield error.problem(source.name)
    except DAMAGE as error:
        yield damaged(error).problem(source.name)
    except OSError as error:
        yield refused(source.name, error)
    except Exception as error:  # a fault of ours must not keep the other inputs out
        cause = f"{FAULT} ({type(error).__name__}: {error})"
        yield Problem(
            source.name, " ".join(cause.split()), remedy="please report it, with the file if you can"
        )


def _contents(source: Input, options: Options) -> Reading:
    """The articles of an input, completed; an archive's inputs are read in their turn."""
    if kind_of(source.label) is None and source.named:
        source = _recognised(source)
    kind = kind_of(source.label)
    given = False
    for item in kind.reader(source, options) if kind else ():
        if isinstance(item, Input) and not (item.named or is_article(item.label)):
            continue
        given = True
        if isinstance(item, Input):
            yield from _guarded(item, options)
        elif isinstance(item, Article):
            yield from _damage(item)
            yield _completed(item, options)
        else:
            yield item
    if source.named and not given:
        raise Unreadable("there are no articles in it", remedy="name a file that holds articles")


def _recognised(source: Input) -> Input:
    """The input with the ending that its beginning asks for; what was looked at is not lost."""
    stream = peekable(source.open())
    return replace(source, kind=source.label + ending_of(stream.peek(AHEAD)), open=lambda: stream)


def _damage(article: Article) -> Iterator[Problem]:
    """A remark on characters that were lost before the text came to us."""
    if lost := article.text.count("\ufffd"):
        message = f"{lost:,} characters of it were lost before (U+FFFD stands for them)"
        yield Remark(article.path, message, remedy="read it from its source if it matters")


def _completed(article: Article, options: Options) -> Article | Problem:
    """The article with what its own lines say about it, and what the caller said of the whole batch."""
    named = language(article.text)
    if named != ARABIC and not options.any_language:
        message = f"it is in {named}" if named else "it holds no words"
        return Skipped(article.path, message, remedy="--any-language keeps it")
    found = find_metadata(article.text, has_title=bool(article.title))
    furniture = find_furniture(article.text, title=article.title, known=found.spans)
    return replace(
        article,
        furniture=furniture,
        title=article.title or first_line(article.text, furniture),
        outlet=options.outlet or article.outlet or found.outlet,
        published=options.published or article.published or found.published,
        byline=article.byline or found.byline,
    )
