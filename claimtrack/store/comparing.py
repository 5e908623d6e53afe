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
_REMEMBERED = 250  # articles whose runs are kept at hand, 30 KB each

_WAITING = "SELECT article_id FROM articles_to_compare ORDER BY article_id LIMIT ?"
_SHARING = f"SELECT article_id FROM shingles WHERE hash = ? LIMIT {_OFTEN}"
_TEXT = "SELECT text FROM articles WHERE id = ?"
_FURNITURE = 'SELECT start, "end" FROM furniture WHERE article_id = ? ORDER BY start'
_MEMBERS = """
SELECT c.group_id, c.article_id, k.number, k.content_key
  FROM copy_groups AS c JOIN articles AS a ON a.id = c.article_id JOIN claims AS k ON k.article_id = a.id
 ORDER BY c.group_id, a.published = '', a.published, a.id, k.ordinal"""

Pairs = dict[int, dict[int, float]]


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
    """The articles that share enough of the remembered runs to be looked at."""
    shared: Counter[int] = Counter()
    for run in remembered:
        shared.update(number for (number,) in connection.execute(_SHARING, (run,)))
    fewest = max(_FEWEST_SHARED, _LEAST_SHARED * len(remembered) / 2)
    return (number for number, count in shared.items() if count >= min(fewest, len(remembered)))


def _group(connection: sqlite3.Connection) -> None:
    """Makes groups and repeated claims anew from all pairs: there are few."""
    connection.execute("DELETE FROM copy_groups")
    connection.execute("DELETE FROM repeated_claims")
    pairs: Pairs = defaultdict(dict)
    for number, other, share in connection.execute("SELECT article_id, other_id, share FROM copies"):
        pairs[number][other] = share
    days = dict(
        connection.execute("SELECT id, published FROM articles WHERE id IN (SELECT article_id FROM copies)")
    )
    for members in _connected(pairs):
        first = min(members, key=lambda number: (days[number] == "", days[number], number))
        rows = [(number, first, _share(pairs[number], first)) for number in members]
        connection.executemany("INSERT INTO copy_groups VALUES (?, ?, ?)", rows)
    numbers = [(number,) for number in _repeated(connection)]
    connection.executemany("INSERT INTO repeated_claims VALUES (?)", numbers)


def _share(others: dict[int, float], first: int) -> float:
    return others.get(first) or max(others.values())


def _connected(pairs: Pairs) -> Iterator[list[int]]:
    """The articles that hang together by pairs."""
    seen: set[int] = set()
    for start in sorted(pairs):
        if start in seen:
            continue
        members, ahead = [], [start]
        seen.add(start)
        while ahead:
            number = ahead.pop()
            members.append(number)
            ahead += [other for other in pairs[number] if other not in seen]
            seen.update(pairs[number])
        yield sorted(members)


def _repeated(connection: sqlite3.Connection) -> Iterator[int]:
    """The claims whose content an earlier article of their group has."""
    first: dict[tuple[int, str], int] = {}
    for group, article, number, content in connection.execute(_MEMBERS).fetchall():
        if content and first.setdefault((group, content), article) != article:
            yield number
