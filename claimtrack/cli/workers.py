"""Finding the claims of many articles, here or in several processes; nothing is stored.

Articles come and go in batches, so that they are stored in one transaction and sent to another process
at one time. What comes out has the order of what went in, whoever found it.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from claimtrack.cli import faults
from claimtrack.cli.engine import engine
from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Extraction, Problem

Finder = Callable[[Article | str], Extraction]
Item = Article | Problem
# an article with its claims or what kept them from being found; with nothing where none were wanted
Found = tuple[Item, Extraction | Problem | None]

_ITEMS = 32  # of a batch
_CHARACTERS = 500_000  # after so many a batch ends, too
_AHEAD = 3  # batches a process has before it, so that none waits

_finder: Finder | None = None  # of a worker process


def search(
    items: Iterable[Item],
    find: Finder,
    *,
    wanted: Callable[[Article], bool],
    workers: int = 1,
    lexicons: Sequence[Path] = (),
) -> Iterator[list[Found]]:
    """The items in batches, each article that is `wanted` with its claims."""
    chosen = (
        [(item, isinstance(item, Article) and wanted(item)) for item in some] for some in _batches(items)
    )
    if workers == 1:
        for batch in chosen:
            yield from _search_stoppable(find, batch)
    else:
        yield from _with_workers(chosen, workers, lexicons)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    characters = 0
    try:
        for item in items:
            batch.append(item)
            characters += len(item.text) if isinstance(item, Article) else 0
            if len(batch) == _ITEMS or characters > _CHARACTERS:
                yield batch
                batch, characters = [], 0
    except KeyboardInterrupt:
        yield batch
        raise
    if batch:
        yield batch


def _articles(batch: Sequence[tuple[Item, bool]]) -> list[Article]:
    return [item for item, chosen in batch if chosen and isinstance(item, Article)]


def _joined(batch: Sequence[tuple[Item, bool]], results: Iterable[Extraction | Problem]) -> list[Found]:
    """Each item with its result, as far as the results go."""
    result = iter(results)
    joined: list[Found] = []
    for item, chosen in batch:
        found = next(result, None) if chosen else None
        if chosen and found is None:
            break
        joined.append((item, found))
    return joined


def _search_stoppable(find: Finder, batch: Sequence[tuple[Item, bool]]) -> Iterator[list[Found]]:
    """The batch with its claims; with those found until then when Ctrl-C stops the search."""
    results: list[Extraction | Problem] = []
    try:
        for article in _articles(batch):
            results.append(_search_one(find, article))
    except KeyboardInterrupt:
        yield _joined(batch, results)
        raise
    yield _joined(batch, results)


def _search_one(find: Finder, article: Article) -> Extraction | Problem:
    try:
        return find(article)
    except Exception as error:  # one article that the engine stumbles over keeps no other out
        if faults.tracebacks_shown():
            raise
        return Problem(article.path, faults.line(error))


def _with_workers(
    batches: Iterable[Sequence[tuple[Item, bool]]], workers: int, lexicons: Sequence[Path]
) -> Iterator[list[Found]]:
    waiting: deque[tuple[Sequence[tuple[Item, bool]], Future[list[Extraction | Problem]]]] = deque()
    # spawned, because a forked process would share the connection to the database
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_prepare, initargs=(lexicons,))
    try:
        for batch in batches:
            with _undisturbed():
                future = pool.submit(_search_here, _articles(batch))
            waiting.append((batch, future))
            if len(waiting) > workers * _AHEAD:
                first, found = waiting.popleft()
                yield _joined(first, found.result())
        for batch, future in waiting:
            yield _joined(batch, future.result())
    except BrokenProcessPool as error:
        raise ClaimtrackError(
            "a worker process was ended from outside, perhaps for want of memory; what is stored stays: "
            "run the same command again with fewer --workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits meanwhile; a process that begins in here never hears it, from its first step on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(lexicons: Sequence[Path]) -> None:
    """Makes a process ready to search; it is the first process that Ctrl-C stops."""
    global _finder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _finder = engine(lexicons)


def _search_here(articles: Sequence[Article]) -> list[Extraction | Problem]:
    assert _finder is not None
    return [_search_one(_finder, article) for article in articles]
