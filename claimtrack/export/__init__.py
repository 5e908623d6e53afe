"""Claims as files: a visible table of formats, and the codebook of their columns.

Rows come in as mappings, from wherever; nothing here reads a database.
"""

from claimtrack.export.columns import COLUMNS, NAMES, Column, codebook, codebook_text
from claimtrack.export.extraction import extraction_record
from claimtrack.export.files import opened, standard_output
from claimtrack.export.formats import FORMATS, Format, format_named, format_of
from claimtrack.export.json_text import json_line

__all__ = [
    "COLUMNS",
    "FORMATS",
    "NAMES",
    "Column",
    "Format",
    "codebook",
    "codebook_text",
    "extraction_record",
    "format_named",
    "format_of",
    "json_line",
    "opened",
    "standard_output",
]
