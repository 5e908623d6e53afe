"""Pairs of sources that may be one, from all names in the database; what was decided is not asked again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimtrack.linking.suggestions import Named, suggestions
from claimtrack.linking.tables import plain
from claimtrack.store.journal import settlement
from claimtrack.store.querying import Row

_IDENTITIES = "SELECT id, identity, link_key, source_id FROM identities WHERE instr(identity, ':@') = 0"
_ALSO = """
SELECT n.identity_id, n.name_key FROM names AS n JOIN identities AS i ON i.id = n.identity_id
 WHERE n.name <> i.name AND instr(i.identity, ':@') = 0"""
_DESCRIBED = """
SELECT s.name, s.kind, (SELECT count(*) FROM claims AS c WHERE c.source_id = s.id) FROM sources AS s WHERE s.id = ?"""


def suggested(
    connection: sqlite3.Connection, *, kinds: Sequence[str] = (), limit: int | None = None
) -> Iterator[Row]:
    """One row a pair, the likeliest first: score, reason, and both sources with their claims."""
    settled = settlement(connection)
    also = defaultdict(set)
    for number, key in connection.execute(_ALSO):
        also[number].add(plain(tuple(key.split())))
    names: list[Named] = []
    atoms: dict[int, str] = {}
    for number, identity, key, source in connection.execute(_IDENTITIES):
        names.append(Named(source, identity, frozenset(also.get(number, ()))))
        atoms.setdefault(source, settled.atom(identity, key))
    found = suggestions(names, apart=lambda one, other: settled.kept_apart(atoms[one], atoms[other]))
    for number, pair in enumerate(row for row in found if _of_kind(connection, row.one, row.other, kinds)):
        if limit is not None and number >= limit:
            return
        yield {
            "score": pair.score,
            "reason": pair.reason,
            **_described(connection, "one", pair.one),
            **_described(connection, "other", pair.other),
        }


def _of_kind(connection: sqlite3.Connection, one: int, other: int, kinds: Sequence[str]) -> bool:
    query = "SELECT 1 FROM sources WHERE id IN (?, ?) AND kind = ?"
    return not kinds or any(connection.execute(query, (one, other, kind)).fetchone() for kind in kinds)


def _described(connection: sqlite3.Connection, side: str, source: int) -> Row:
    name, kind, claims = connection.execute(_DESCRIBED, (source,)).fetchone()
    return {f"{side}_id": source, f"{side}_name": name, f"{side}_kind": kind, f"{side}_claims": claims}
