"""LibreOffice opens what we write for spreadsheets: Arabic intact, right to left, nothing runs."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import make_extraction, port_claims

from claimtrack.cli.exporting import write_export
from claimtrack.export import NAMES, format_of
from claimtrack.models import Article
from claimtrack.store import ClaimFilter, Store

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FORMULA = '=HYPERLINK("http://نادر.example";"انقر")'
COMMA, QUOTE, UTF8 = 44, 34, 76  # how LibreOffice names the parts of a CSV file

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(params=["csv", "xlsx"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path, port_article: Article) -> Path:
    if request.param == "xlsx":
        pytest.importorskip("xlsxwriter")
    path = tmp_path / f"claims.{request.param}"
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        store.add(Article("صمت.", FORMULA, title="-1+1"), make_extraction([]))
        store.database.execute("UPDATE articles SET title = ?, outlet = '+1' WHERE id = 1", [FORMULA])
        write_export(store, ClaimFilter(), format_of(path), path, excel=True)
    return path


def converted(path: Path, target: str) -> Path:
    """The file as LibreOffice, without a window, saves it again."""
    out = path.parent / "converted"
    profile = (path.parent / "profile").as_uri()
    options = [f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    if path.suffix == ".csv":
        options.append(f"--infilter=Text - txt - csv (StarCalc):{COMMA},{QUOTE},{UTF8}")
    subprocess.run(
        [str(OFFICE), *options, "--convert-to", target, "--outdir", out, path],
        check=True,
        capture_output=True,
        timeout=300,
    )
    (made,) = out.iterdir()
    return made


def shown(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(row[name]).lower() if name == "negated" else str(row[name]) for name in NAMES}


def test_libreoffice_shows_what_the_database_says(sheet: Path, port_article: Article) -> None:
    back = converted(sheet, f"csv:Text - txt - csv (StarCalc):{COMMA},{QUOTE},{UTF8}")
    with back.open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        rows = [shown(row) for row in store.claims()]
    assert len(cells) == len(rows) == 4
    for cell, row in zip(cells, rows, strict=True):
        # text in place of a formula: with the apostrophe that disarmed it, where the file had to have one
        assert cell["article_title"].removeprefix("'") == FORMULA
        assert cell["outlet"].removeprefix("'") == "+1"
        known = {name: cell[name] for name in NAMES if name not in ("article_title", "outlet")}
        assert known | {"negated": known["negated"].lower()} == {name: row[name] for name in known}


def test_libreoffice_lays_the_sheets_out_from_right_to_left(sheet: Path) -> None:
    if sheet.suffix == ".csv":
        pytest.skip("a CSV file cannot say so")
    saved = converted(sheet, "fods").read_text("utf-8")
    assert saved.count('style:writing-mode="rl-tb"') >= 2
    formulas = set(re.findall(r'table:formula="([^"]*)"', saved))
    assert formulas <= {"of:=TRUE()", "of:=FALSE()"}  # truth values, as LibreOffice has them
