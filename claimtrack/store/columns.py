"""The claims as columns of numbers, and keeping these in step with the tables they are made of.

A column has one number a claim, in the order of the claims' numbers: a byte where there are few different ones,
else four. Words stand in it as codes. Relays are two columns of their own: the place of a claim among the
others, and who relays it (`relay`). What has changed is packed anew before anything is read; where the database cannot be
written just now, for the moment only.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

from claimtrack.store.connection import transaction
from claimtrack.store.schema_columns import SEGMENT

_SEGMENTS_A_STEP = 4

# columns in the order of the query; `words` are kept as codes, `few` as bytes
_NAMES = (
    "number",
    "article_id",
    "source_id",
    "kind",
    "stance",
    "quote",
    "negated",
    "nested",
    "lemma_key",
    "outlet_key",
    "published",
)
_TRUTHS = frozenset(("negated", "nested"))
_FEW = frozenset(("kind", "stance", "quote")) | _TRUTHS
_WORDS = frozenset(("kind", "stance", "quote", "lemma_key", "outlet_key", "published"))
_CLAIMS = """
SELECT c.number, c.article_id, coalesce(c.source_id, 0), coalesce(s.kind, ''), c.stance, c.quote, c.negated,
       c.parent_id IS NOT NULL, c.lemma_key, a.outlet_key, a.published
  FROM claims AS c JOIN articles AS a ON a.id = c.article_id LEFT JOIN sources AS s ON s.id = c.source_id
 WHERE c.number BETWEEN ? AND ? ORDER BY c.number"""
_RELAYS = (
    "SELECT claim_number, source_id FROM chain WHERE claim_number BETWEEN ? AND ? ORDER BY claim_number, hop"
)
_WAITING = "SELECT segment FROM segments_to_pack ORDER BY segment LIMIT ?"

Column: TypeAlias = "bytes | array[int]"
Packed = dict[str, bytes]


class _Words:
    """The codes of words, as stored and as they come."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._codes: dict[str, dict[str, int]] = {name: {} for name in _WORDS}
        self.new: list[tuple[str, int, str]] = []
        query = "SELECT name, code, word FROM column_words ORDER BY name, code"
        for name, code, word in connection.execute(query):
            self._codes[name][word] = code

    def codes(self, name: str, words: Iterable[str]) -> Iterator[int]:
        known = self._codes[name]
        for word in words:
            if word not in known:
                self.new.append((name, len(known), word))
                known[word] = len(known)
            yield known[word]

    def of(self, name: str) -> list[str]:
        """The words of a column, each at the place of its code."""
        return list(self._codes[name])


class Columns:
    """The claims of one moment as columns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Reads what is packed, and packs what is not without keeping it."""
        self.connection = connection
        self._words = _Words(connection)
        waiting = [segment for (segment,) in connection.execute(_WAITING, (-1,))]
        self._fresh = {segment: _packed(connection, segment, self._words) for segment in waiting}
        self._read: dict[str, Column] = {}
        self.masks: dict[Hashable, bytes | None] = {}  # which claims a question was about

    def __len__(self) -> int:
        return len(self.column("stance"))

    def column(self, name: str) -> Column:
        """A column; bytes where there are few different numbers in it."""
        if name not in self._read:
            data = b"".join(self._segments(name).values())
            self._read[name] = data if name in _FEW else _as_numbers(data)
        return self._read[name]

    def relayed(self) -> array[int]:
        """The places of claims that are relayed, for the column `relay`; of two relays, twice."""
        before, places = 0, array("I")
        sizes = {segment: len(data) // 4 for segment, data in self._segments("number").items()}
        within = self._segments("relayed")
        for segment, size in sizes.items():
            places.extend([before + place for place in _as_numbers(within[segment])])
            before += size
        return places

    def words(self, name: str) -> Sequence[str]:
        """The words of a column, each at the place of its code; none where numbers do not stand for words."""
        if name in _TRUTHS:
            return ("false", "true")
        return self._words.of(name) if name in _WORDS else ()

    def _segments(self, name: str) -> dict[int, bytes]:
        stored = self.connection.execute("SELECT segment, data FROM claim_columns WHERE name = ?", (name,))
        found = dict(stored.fetchall()) | {segment: data[name] for segment, data in self._fresh.items()}
        return {segment: found[segment] for segment in sorted(found)}


class LastColumns:
    """The columns of the last question, kept for the next one as long as nothing is written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: tuple[object, Columns] | None = None

    @contextmanager
    def now(self) -> Iterator[Columns]:
        """The claims as they are now, whatever others write meanwhile."""
        bring_up_to_date(self._connection)
        if self._connection.in_transaction:  # what it has written may yet be undone
            yield Columns(self._connection)
            return
        self._connection.execute("BEGIN")
        try:
            yield self._columns()
        finally:
            self._connection.execute("COMMIT")

    def _columns(self) -> Columns:
        self._connection.execute("SELECT 1 FROM segments_to_pack").fetchone()  # the moment begins with a read
        (others,) = self._connection.execute("PRAGMA data_version").fetchone()
        moment = (others, self._connection.total_changes)
        if self._last is None or self._last[0] != moment:
            self._last = (moment, Columns(self._connection))
        return self._last[1]


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Packs what has changed; nothing where another program is writing, or nobody may."""
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while waiting := connection.execute(_WAITING, (_SEGMENTS_A_STEP,)).fetchall():
            with transaction(connection):
                _keep(connection, [segment for (segment,) in waiting])
    except sqlite3.OperationalError:
        return
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience:d}")


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Segments that do not hold what the tables say."""
    words = _Words(connection)
    query = f"""
SELECT segment FROM claim_columns UNION SELECT number / {SEGMENT} FROM claims
EXCEPT SELECT segment FROM segments_to_pack"""
    for (segment,) in connection.execute(query).fetchall():
        stored = connection.execute("SELECT name, data FROM claim_columns WHERE segment = ?", (segment,))
        if dict(stored.fetchall()) != _packed(connection, segment, words):
            yield f"claim_columns: segment {segment} does not hold what the tables say"


def forget(connection: sqlite3.Connection) -> None:
    """Leaves all claims to be packed anew."""
    connection.execute("DELETE FROM claim_columns")
    connection.execute("DELETE FROM column_words")
    query = f"INSERT OR IGNORE INTO segments_to_pack SELECT DISTINCT number / {SEGMENT} FROM claims"
    connection.execute(query)


def _keep(connection: sqlite3.Connection, segments: Sequence[int]) -> None:
    words = _Words(connection)
    for segment in segments:
        packed = _packed(connection, segment, words)
        connection.execute("DELETE FROM claim_columns WHERE segment = ?", (segment,))
        rows = [(name, segment, data) for name, data in packed.items() if packed["number"]]
        connection.executemany("INSERT INTO claim_columns VALUES (?, ?, ?)", rows)
        connection.execute("DELETE FROM segments_to_pack WHERE segment = ?", (segment,))
    connection.executemany("INSERT INTO column_words VALUES (?, ?, ?)", words.new)


def _packed(connection: sqlite3.Connection, segment: int, words: _Words) -> Packed:
    """The columns of a segment."""
    bounds = (segment * SEGMENT, (segment + 1) * SEGMENT - 1)
    cells = list(zip(*connection.execute(_CLAIMS, bounds), strict=True)) or [()] * len(_NAMES)
    packed = {}
    for name, column in zip(_NAMES, cells, strict=True):
        codes = words.codes(name, column) if name in _WORDS else column
        packed[name] = bytes(codes) if name in _FEW else _as_data(codes)
    places = {number: place for place, number in enumerate(cells[0])}
    relays = connection.execute(_RELAYS, bounds).fetchall()
    packed["relayed"] = _as_data(places[number] for number, _ in relays)
    packed["relay"] = _as_data(source for _, source in relays)
    return packed


def _as_data(numbers: Iterable[int]) -> bytes:
    packed = array("I", numbers)
    if sys.byteorder == "big":  # a database means the same on every machine
        packed.byteswap()
    return packed.tobytes()


def _as_numbers(data: bytes) -> array[int]:
    numbers = array("I", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
