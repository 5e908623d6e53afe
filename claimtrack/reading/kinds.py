"""The table of kinds of input: what each ending means and who reads it.

An input with an ending that is not in the table is read by what it begins with when the user named
it, and passed over when it was merely found in a folder or an archive.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from claimtrack.reading.archives import read_packed, read_tar, read_zip
from claimtrack.reading.delimited import read_delimited
from claimtrack.reading.docx import read_docx
from claimtrack.reading.feeds import read_feed
from claimtrack.reading.inputs import Reader
from claimtrack.reading.jsons import read_json, read_json_lines
from claimtrack.reading.parquet import read_parquet
from claimtrack.reading.pdf import read_pdf
from claimtrack.reading.plain import read_plain
from claimtrack.reading.web import read_page
from claimtrack.reading.xlsx import read_xlsx


class Kind(NamedTuple):
    name: str
    endings: tuple[str, ...]
    reader: Reader
    needs: str = ""


KINDS = (
    Kind("text", (".txt", ".text"), read_plain),
    Kind("web page", (".html", ".htm", ".xhtml"), read_page, needs="claimtrack[web]"),
    Kind("Word document", (".docx",), read_docx),
    Kind("PDF", (".pdf",), read_pdf, needs="pdftotext"),
    Kind("JSON lines", (".jsonl", ".ndjson"), read_json_lines),
    Kind("JSON", (".json",), read_json),
    Kind("table", (".csv", ".tsv"), read_delimited),
    Kind("spreadsheet", (".xlsx",), read_xlsx, needs="claimtrack[xlsx]"),
    Kind("Parquet", (".parquet",), read_parquet, needs="claimtrack[parquet]"),
    Kind("feed", (".rss", ".atom", ".xml"), read_feed),
    Kind("zip archive", (".zip",), read_zip),
    Kind("tar archive", (".tar",), read_tar),
    Kind("packed file", (".gz", ".tgz", ".bz2", ".xz"), read_packed),
)
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}

# how the content begins when the name does not tell; the ending it stands for
BEGINNINGS = (
    (re.compile(rb"\x1f\x8b"), ".gz"),
    (re.compile(rb"BZh[1-9]"), ".bz2"),
    (re.compile(rb"\xfd7zXZ"), ".xz"),
    (re.compile(rb".{257}ustar", re.DOTALL), ".tar"),
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PAR1"), ".parquet"),
    (re.compile(rb"PK\x03\x04.{,4000}\bword/", re.DOTALL), ".docx"),
    (re.compile(rb"PK\x03\x04.{,4000}\bxl/", re.DOTALL), ".xlsx"),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
        ),
        ".xml",
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body)\b",
            re.I | re.S,
        ),
        ".html",
    ),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[^\n]*\}\s*(?:\n|$)'), ".jsonl"),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{)'), ".json"),
)


def kind_of(name: str) -> Kind | None:
    """The kind that the ending of `name` stands for."""
    return BY_ENDING.get(os.path.splitext(name)[1].lower())


def kind_within(name: str) -> Kind | None:
    """The kind of what is left of `name` when packers' endings are taken off."""
    kind = kind_of(name)
    while kind and kind.name == "packed file" and not name.lower().endswith(".tgz"):
        name = os.path.splitext(name)[0]
        kind = kind_of(name)
    return kind


def ending_of(head: bytes) -> str:
    """The ending that an input beginning with `head` should have; text when nothing is recognised."""
    return next((ending for pattern, ending in BEGINNINGS if pattern.match(head)), ".txt")


def is_article(name: str) -> bool:
    """Whether a file found in a folder or an archive is read: by its ending, and not hidden."""
    return kind_within(name) is not None and not os.path.basename(name).startswith(".")
