"""Which claims, as a piece of SQL for questions about what hangs on them: sources, spans, chains, articles."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.store.conditions import conditions
from claimtrack.store.filters import ClaimFilter, ordered

Values = list[str | int]


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims of a filter: everything there is, or the numbers a query gives."""

    numbers: str  # a query, empty for every claim
    values: Values

    def within(self, column: str) -> str:
        """A condition that holds for the claims' numbers in `column`; always, where nothing narrows."""
        return f"{column} IN ({self.numbers})" if self.numbers else "1"


def selection(wanted: ClaimFilter) -> Selection:
    """The claims of a filter, with its limit."""
    if not wanted.narrows:
        return Selection("", [])
    parts = list(conditions(wanted))
    tables, order = ordered(wanted.sort)
    where = " WHERE " + " AND ".join(part.sql for part in parts) if parts else ""
    limit = "" if wanted.limit is None else f" ORDER BY {order} LIMIT {wanted.limit:d}"
    values = [value for part in parts for value in part.values]
    return Selection(f"SELECT c.number FROM {tables}{where}{limit}", values)
