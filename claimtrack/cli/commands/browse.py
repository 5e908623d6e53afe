"""`claimtrack browse`: the database in Datasette."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database

Port = Annotated[int, typer.Option("--port", metavar="N", help="Where to serve it: 127.0.0.1:N.")]
Metadata = Annotated[
    bool,
    typer.Option("--print-metadata", help="Print what Datasette is told, as JSON, and serve nothing."),
]


def browse(port: Port = 8001, print_metadata: Metadata = False, db: Database = DEFAULT_DATABASE) -> None:
    """Open the database in Datasette, in the browser, on this machine only.

    Claims, sources and articles with facets; search boxes that fold what is typed; and queries that stand
    ready: by words, by source, who relays whom, unnamed sources in each outlet. Ctrl-C ends it. Datasette
    comes with: pip install 'claimtrack[browse]'

    \b
    Example:
      claimtrack browse --print-metadata
    """
    from claimtrack.cli.browser.metadata import metadata
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        store.index()
    if print_metadata:
        import json

        print(json.dumps(metadata(db.stem), ensure_ascii=False, indent=2))
        return
    raise typer.Exit(_serve(db, port))


def _serve(db: Path, port: int) -> int:
    import json
    import subprocess
    from importlib.util import find_spec
    from tempfile import TemporaryDirectory

    from claimtrack.cli.browser import PLUGINS
    from claimtrack.cli.browser.metadata import SETTINGS, metadata
    from claimtrack.errors import ClaimtrackError

    if find_spec("datasette") is None:
        raise ClaimtrackError("browsing needs the package datasette: pip install 'claimtrack[browse]'")
    with TemporaryDirectory(prefix="claimtrack-") as folder:
        told = Path(folder) / "metadata.json"
        told.write_text(json.dumps(metadata(db.stem), ensure_ascii=False), "utf-8")
        command = [sys.executable, "-m", "datasette", "serve", str(db), "--metadata", str(told)]
        command += ["--plugins-dir", str(PLUGINS), "--port", str(port), "--open"]
        for name, value in SETTINGS.items():
            command += ["--setting", name, str(value)]
        try:
            return subprocess.run(command, check=False).returncode
        except KeyboardInterrupt:  # Datasette has heard it, too
            return 0
