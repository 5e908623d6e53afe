"""A Datasette plugin: words typed into a search box are folded as the search index is.

Datasette loads this file by itself; it stands by itself in its folder for that reason.
"""

from __future__ import annotations

from typing import Any

from datasette import hookimpl

from claimtrack.cli.browser.functions import FUNCTIONS


def _give_functions(conn: Any) -> None:
    """Gives a connection the functions that queries of claimtrack use."""
    for name, function in FUNCTIONS.items():
        conn.create_function(name, 1, function)


# after Datasette's own, whose escape_fts ours stands in for
prepare_connection = hookimpl(trylast=True)(_give_functions)
