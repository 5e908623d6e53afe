"""Reading out of the database: rows as dicts, streamed, in a settled order.

Rows have the columns of `claims_view`, `sources_view` and `articles_view`; `extraction` gives back the
records an article was stored from.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.models import Anonymity, Article, Claim, Extraction, Office, Relay, Source, Span, When
from claimtrack.store.conditions import Condition, article_condition, conditions
from claimtrack.store.filters import ClaimFilter, ordered
from claimtrack.store.matching import match_key

Row = dict[str, Any]

# First which claims, from their index, then the rest of their rows. The inner LIMIT (-1 is none) is what
# makes SQLite keep the inner order.
_CLAIMS = """
SELECT {columns} FROM (SELECT c.number FROM {tables}{where} ORDER BY {order} LIMIT ?) AS found
 CROSS JOIN claims_view AS v ON v.claim_number = found.number"""
_NUMBERED = """
SELECT v.* FROM json_each(?) AS found CROSS JOIN claims_view AS v ON v.claim_number = found.value"""
# what the view leaves out
_LINKED = " CROSS JOIN claims AS k ON k.number = found.number"
_LINKS = "v.*, k.source_id, k.ordinal, k.sentence_start, k.sentence_end"


def claims(connection: sqlite3.Connection, wanted: ClaimFilter, *, linked: bool = False) -> Iterator[Row]:
    """The claims of a filter; rows come as they are found, however many there are.

    With `linked` they have what ties them to other tables, too: `source_id`, `ordinal`, the sentence's span.
    """
    parts = list(conditions(wanted))
    tables, order = ordered(wanted.sort)
    query = _CLAIMS + _LINKED if linked else _CLAIMS
    query = query.format(columns=_LINKS if linked else "v.*", tables=tables, where=_where(parts), order=order)
    values = [value for part in parts for value in part.values]
    return _claims(connection, query, [*values, -1 if wanted.limit is None else wanted.limit])


def numbered_claims(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Row]:
    """The claims with these numbers, in their order."""
    return _claims(connection, _NUMBERED, [json.dumps(numbers)])


def _claims(connection: sqlite3.Connection, query: str, values: Sequence[str | int]) -> Iterator[Row]:
    for row in rows(connection, query, values):
        row["negated"] = bool(row["negated"])
        yield row


def sources(
    connection: sqlite3.Connection,
    *,
    named: str = "",
    kinds: Sequence[str] = (),
    relays: bool = False,
    limit: int | None = None,
) -> Iterator[Row]:
    """The sources with their counts, most claims first; with `relays` those that relay, most relayed first."""
    parts = []
    if named:
        same = "source_id IN (SELECT source_id FROM names WHERE instr(name_key, ?))"
        parts.append(Condition(same, (match_key(named),)))
    if kinds:
        parts.append(Condition(f"kind IN ({', '.join('?' * len(kinds))})", tuple(kinds)))
    values = [value for part in parts for value in part.values]
    if relays:
        parts.append(Condition("source_id IN (SELECT source_id FROM chain)"))
    order = "relayed DESC, claims DESC" if relays else "claims DESC, relayed DESC"
    query = f"SELECT * FROM sources_view{_where(parts)} ORDER BY {order}, name, source_id LIMIT ?"
    return rows(connection, query, [*values, -1 if limit is None else limit])


def articles(
    connection: sqlite3.Connection, *, reference: str = "", outlet: str = "", limit: int | None = None
) -> Iterator[Row]:
    """The articles in the order they came in."""
    parts = [article_condition(reference)] if reference else []
    if outlet:
        parts.append(Condition("instr(a.outlet_key, ?)", (match_key(outlet),)))
    values = [value for part in parts for value in part.values]
    query = (
        "SELECT v.* FROM articles AS a JOIN articles_view AS v ON v.article_id = a.id"
        f"{_where(parts)} ORDER BY a.id LIMIT ?"
    )
    return rows(connection, query, [*values, -1 if limit is None else limit])


def copies(connection: sqlite3.Connection, *, limit: int | None = None) -> Iterator[Row]:
    """The articles of each group of copies, the one that came out first at the head."""
    query = (
        "SELECT c.group_id, c.share, v.* FROM copy_groups AS c JOIN articles_view AS v ON v.article_id = c.article_id"
        " ORDER BY c.group_id, c.article_id <> c.group_id, v.published = '', v.published, c.article_id LIMIT ?"
    )
    return rows(connection, query, [-1 if limit is None else limit])


def article(connection: sqlite3.Connection, article_id: int) -> Article:
    """The article as it was read."""
    row = connection.execute(
        "SELECT text, title, outlet, published, url, byline, encoding FROM articles WHERE id = ?",
        (article_id,),
    ).fetchone()
    path = connection.execute(
        "SELECT path FROM locations WHERE article_id = ? ORDER BY id LIMIT 1", (article_id,)
    ).fetchone()
    furniture = connection.execute(
        'SELECT start, "end" FROM furniture WHERE article_id = ? ORDER BY start', (article_id,)
    )
    text, title, outlet, published, url, byline, encoding = row
    return Article(
        text=text,
        path=path[0],
        title=title,
        outlet=outlet,
        published=published,
        url=url,
        byline=byline,
        encoding=encoding,
        furniture=tuple(Span(*span) for span in furniture),
    )


def extraction(connection: sqlite3.Connection, article_id: int) -> Extraction:
    """The claims of an article as records again."""
    names = _sources_of(connection, article_id)
    spans = _spans_of(connection, article_id)
    chains = _chains_of(connection, article_id, names)
    versions = connection.execute(
        "SELECT engine_version, lexicon_version FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    query = "SELECT * FROM claims WHERE article_id = ? ORDER BY ordinal"
    stored = rows(connection, query, [article_id])
    found = tuple(_claim(row, spans[row["id"]], chains[row["id"]], names) for row in stored)
    return Extraction(found, *versions)


def _claim(
    row: Row, spans: list[tuple[str, Span]], via: tuple[Relay, ...], names: dict[int, Source]
) -> Claim:
    by_role = {role: span for role, span in spans if role != "content"}
    return Claim(
        id=row["id"],
        content=tuple(span for role, span in spans if role == "content"),
        cue=by_role.get("cue"),
        mention=by_role.get("source"),
        source=names.get(row["source_id"]),
        via=via,
        quote=row["quote"],
        stance=row["stance"],
        cue_lemma=row["cue_lemma"],
        negated=bool(row["negated"]),
        parent=row["parent_id"],
        rule=row["rule"],
        entry=row["entry"],
        sentence=Span(row["sentence_start"], row["sentence_end"]),
        reason=row["reason"],
        anonymity=_anonymity(row, by_role.get("anon_reason")),
        office=_office(row),
        when=When(by_role["when"], row["said_on"]) if "when" in by_role else None,
    )


def _anonymity(row: Row, reason: Span | None) -> Anonymity | None:
    if row["anon_sector"] is None:
        return None
    return Anonymity(row["anon_sector"], row["anon_count"], row["anon_of"], reason)


def _office(row: Row) -> Office | None:
    told = (row["source_title"], row["source_role"], row["source_affiliation"])
    return Office(*told) if any(told) else None


def _sources_of(connection: sqlite3.Connection, article_id: int) -> dict[int, Source]:
    rows = connection.execute(
        "SELECT DISTINCT s.id, s.name, s.kind, n.name FROM namings AS g JOIN names AS n ON n.id = g.name_id "
        "JOIN sources AS s ON s.id = n.source_id WHERE g.article_id = ? ORDER BY s.id, n.name",
        (article_id,),
    )
    found: dict[int, Source] = {}
    for source_id, name, kind, naming in rows:
        others = found[source_id].names if source_id in found else ()
        found[source_id] = Source(name, kind, others if naming == name else (*others, naming))
    return found


def _spans_of(connection: sqlite3.Connection, article_id: int) -> dict[str, list[tuple[str, Span]]]:
    query = (
        'SELECT c.id, p.role, p.start, p."end" FROM claims AS c JOIN spans AS p ON p.claim_number = c.number '
        "WHERE c.article_id = ? ORDER BY c.number, p.role, p.ordinal"
    )
    found = defaultdict(list)
    for claim_id, role, start, end in connection.execute(query, (article_id,)):
        found[claim_id].append((role, Span(start, end)))
    return found


def _chains_of(
    connection: sqlite3.Connection, article_id: int, names: dict[int, Source]
) -> dict[str, tuple[Relay, ...]]:
    query = (
        'SELECT c.id, h.source_id, h.start, h."end" FROM claims AS c JOIN chain AS h ON h.claim_number = c.number '
        "WHERE c.article_id = ? ORDER BY c.number, h.hop"
    )
    found: dict[str, tuple[Relay, ...]] = defaultdict(tuple)
    for claim_id, source_id, start, end in connection.execute(query, (article_id,)):
        span = None if start is None else Span(start, end)
        found[claim_id] += (Relay(names[source_id], span),)
    return found


def _where(parts: Sequence[Condition]) -> str:
    return " WHERE " + " AND ".join(part.sql for part in parts) if parts else ""


def rows(
    connection: sqlite3.Connection, query: str, values: Sequence[str | int | bytes] = ()
) -> Iterator[Row]:
    """The rows of a query as dicts, one at a time."""
    cursor = connection.execute(query, values)
    columns = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(columns, row, strict=True))
