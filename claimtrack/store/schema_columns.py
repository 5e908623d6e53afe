"""Migration 5: the claims as columns, so that a million of them are counted in a moment.

SQLite reads a million rows in no time but sorts them slowly, and counting by anything but the order of an
index sorts. So what claims are counted by is kept once more, column by column in packed numbers, a segment of
claims at a time. What comes, goes or changes leaves its segment to be packed anew, by triggers;
`columns.py` does that before it counts.
"""

from __future__ import annotations

SEGMENT = 16_384  # claims whose numbers follow each other; its columns are packed together

_COLUMNS = """
CREATE TABLE claim_columns (
    name TEXT NOT NULL,
    segment INTEGER NOT NULL,                 -- the numbers of its claims, divided by 16384
    data BLOB NOT NULL,                       -- one number a claim, in the order of the claims' numbers
    UNIQUE (name, segment)
)"""
_WORDS = """
CREATE TABLE column_words (                   -- the words that columns hold as numbers
    name TEXT NOT NULL,                       -- of the column
    code INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (name, code)
) WITHOUT ROWID"""
_WAITING = "CREATE TABLE segments_to_pack (segment INTEGER PRIMARY KEY)"


def _pack(number: str, of: str = "") -> str:
    """What waits already is left out by hand: in a trigger, OR IGNORE gives way to what the statement says."""
    segment = f"{number} / {SEGMENT}"
    return (
        f"INSERT INTO segments_to_pack SELECT DISTINCT {segment}{of} "
        f"{'AND' if of else 'WHERE'} {segment} NOT IN (SELECT segment FROM segments_to_pack)"
    )


def _trigger(name: str, event: str, number: str, of: str = "") -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {_pack(number, of)}; END"


_COUNTED_BY = "article_id, source_id, parent_id, stance, quote, negated, lemma_key"

COLUMNS = (
    _COLUMNS,
    _WORDS,
    _WAITING,
    f"INSERT INTO segments_to_pack SELECT DISTINCT number / {SEGMENT} FROM claims",
    _trigger("columns_claim_comes", "INSERT ON claims", "new.number"),
    _trigger("columns_claim_changes", f"UPDATE OF {_COUNTED_BY} ON claims", "new.number"),
    _trigger("columns_claim_goes", "DELETE ON claims", "old.number"),
    _trigger("columns_relay_comes", "INSERT ON chain", "new.claim_number"),
    _trigger("columns_relay_changes", "UPDATE OF source_id ON chain", "new.claim_number"),
    _trigger("columns_relay_goes", "DELETE ON chain", "old.claim_number"),
    _trigger(
        "columns_source_changes",
        "UPDATE OF kind ON sources WHEN old.kind <> new.kind",
        "number",
        " FROM claims WHERE source_id = new.id",
    ),
    _trigger(
        "columns_article_changes",
        "UPDATE OF outlet_key, published ON articles "
        "WHEN old.outlet_key <> new.outlet_key OR old.published <> new.published",
        "number",
        " FROM claims WHERE article_id = new.id",
    ),
    # what it was read for is counted by columns
    "DROP INDEX claims_by_stance",
)
