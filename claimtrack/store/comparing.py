"""Which articles are copies of one another, as agencies' reports are, and which claims are said again.

Articles that came in or changed are compared with those that share runs of words with them; groups are
made of pairs, so they do not depend on the order in which articles came.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claimtrack.store.connection import transaction
from claimtrack.store.shingling import in_common, kept, shingles

_A_STEP = 200  # articles in one transaction
_OFTEN = 200  # a run of words in so many articles is a formula; no more of them are looked at
_FEWEST_SHARED, _LEAST_SHARED = 2, 0.25
_LOOKED_AT = 20  # candidates compared word by word; in larger groups these lead to the others
_REMEMBERED = 250  # articles whose runs are kept at hand, 30 KB each

_WAITING = "SELECT article_id FROM articles_to_compare ORDER BY article_id LIMIT ?"
_SHARING = f"SELECT article_id FROM shingles WHERE hash = ? LIMIT {_OFTEN}"
_TEXT = "SELECT text FROM articles WHERE id = ?"
_FURNITURE = 'SELECT start, "end" FROM furniture WHERE article_id = ? ORDER BY start'


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Compares what waits for it, in steps that each stand by themselves; writes nothing when nothing does."""
    runs_of = _Runs(connection)
    while waiting := [number for (number,) in connection.execute(_WAITING, (_A_STEP,))]:
        with transaction(connection):
            for number in waiting:
                _compare(connection, number, runs_of(number), runs_of)
            done = [(number,) for number in waiting]
            connection.executemany("DELETE FROM articles_to_compare WHERE article_id = ?", done)
            if not connection.execute(_WAITING, (1,)).fetchone():
                _group(connection)


class _Runs:
    """The runs of words of articles, without their furniture; the last ones are kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._runs = lru_cache(maxsize=_REMEMBERED)(self._read)

    def __call__(self, number: int) -> frozenset[int]:
        return self._runs(number)

    def _read(self, number: int) -> frozenset[int]:
        (text,) = self._connection.execute(_TEXT, (number,)).fetchone()
        spans = self._connection.execute(_FURNITURE, (number,)).fetchall()
        return shingles(_prose(text, spans))


def _prose(text: str, furniture: Sequence[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in furniture:
        parts.append(text[at:start])
        at = end
    return "\n".join((*parts, text[at:]))


def _compare(connection: sqlite3.Connection, number: int, runs: frozenset[int], runs_of: _Runs) -> None:
    """Puts down what an article is a copy of."""
    remembered = kept(runs)
    connection.execute("DELETE FROM copies WHERE article_id = ? OR other_id = ?", (number, number))
    connection.execute("DELETE FROM shingles WHERE article_id = ?", (number,))
    pairs = []
    for other in _candidates(connection, remembered):
        if share := round(in_common(runs, runs_of(other)), 3):
            pairs += [(number, other, share), (other, number, share)]
    connection.executemany("INSERT INTO copies VALUES (?, ?, ?)", pairs)
    connection.executemany("INSERT INTO shingles VALUES (?, ?)", [(run, number) for run in remembered])


def _candidates(connection: sqlite3.Connection, remembered: Sequence[int]) -> Iterator[int]:
    """The articles that share enough of the remembered runs to be looked at, the likeliest first."""
    shared: Counter[int] = Counter()
    for run in remembered:
        shared.update(number for (number,) in connection.execute(_SHARING, (run,)))
    fewest = min(max(_FEWEST_SHARED, _LEAST_SHARED * len(remembered) / 2), len(remembered))
    likely = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_AT]
    return (number for number, count in likely if count >= fewest)


def _group(connection: sqlite3.Connection) -> None:
    """Makes groups and repeated claims anew from all pairs, one group at a time in memory."""
    connection.execute("DELETE FROM copy_groups")
    connection.execute("DELETE FROM repeated_claims")
    for members in _connected(connection):
        ordered = sorted(members, key=lambda number: _came_out(connection, number))
        rows = [(number, ordered[0], _share(connection, number, ordered[0])) for number in members]
        connection.executemany("INSERT INTO copy_groups VALUES (?, ?, ?)", rows)
        numbers = [(number,) for number in _repeated(connection, ordered)]
        connection.executemany("INSERT INTO repeated_claims VALUES (?)", numbers)


def _connected(connection: sqlite3.Connection) -> Iterator[list[int]]:
    """The articles that hang together by pairs."""
    parents: dict[int, int] = {}

    def root(number: int) -> int:
        while (above := parents.setdefault(number, number)) != number:
            parents[number] = number = parents[above]
        return number

    for number, other in connection.execute("SELECT article_id, other_id FROM copies"):
        first, second = sorted((root(number), root(other)))
        parents[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(parents):
        groups[root(number)].append(number)
    yield from groups.values()


def _came_out(connection: sqlite3.Connection, number: int) -> tuple[bool, str, int]:
    (day,) = connection.execute("SELECT published FROM articles WHERE id = ?", (number,)).fetchone()
    return not day, day, number


def _share(connection: sqlite3.Connection, number: int, first: int) -> float:
    """The text in common with the first of the group, or with the nearest other."""
    others = dict(connection.execute("SELECT other_id, share FROM copies WHERE article_id = ?", (number,)))
    return float(others.get(first) or max(others.values()))


def _repeated(connection: sqlite3.Connection, ordered: Sequence[int]) -> Iterator[int]:
    """The claims whose content an article before has, too."""
    first: dict[str, int] = {}
    for article in ordered:
        query = "SELECT number, content_key FROM claims WHERE article_id = ? ORDER BY ordinal"
        for number, content in connection.execute(query, (article,)).fetchall():
            if content and first.setdefault(content, article) != article:
                yield number
