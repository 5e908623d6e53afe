"""The database of articles, claims and sources: the only place that knows SQLite.

`Store` writes and reads; `ClaimFilter` says which claims. What is read out are plain rows (dicts with
the column names of `claims_view` and its sisters); nothing here prints or parses.
"""

from claimtrack.store.archive import ARCHIVE_COLUMNS
from claimtrack.store.counting import PARTS
from claimtrack.store.database import Store
from claimtrack.store.deciding import COLUMNS as DECISION_COLUMNS
from claimtrack.store.dimensions import DIMENSIONS
from claimtrack.store.filters import SORTS, ClaimFilter
from claimtrack.store.restoring import Restored
from claimtrack.store.tables import TABLES
from claimtrack.store.writing import Outcome

__all__ = [
    "ARCHIVE_COLUMNS",
    "DECISION_COLUMNS",
    "DIMENSIONS",
    "PARTS",
    "SORTS",
    "TABLES",
    "ClaimFilter",
    "Outcome",
    "Restored",
    "Store",
]
