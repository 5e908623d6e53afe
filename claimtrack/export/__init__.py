"""Claims as files: a visible table of formats, and the codebook of their columns.

Rows and articles come in from wherever; nothing here reads a database.
"""

from claimtrack.export.columns import COLUMNS, DETAILS, NAMES, WIDE, Column, codebook, codebook_text
from claimtrack.export.delimited import write_csv
from claimtrack.export.extraction import extraction_record
from claimtrack.export.files import opened, standard_output, write_archive, write_folder
from claimtrack.export.formats import (
    FORMATS,
    LISTS,
    ArticleFormat,
    FolderFormat,
    Format,
    RelayFormat,
    RowFormat,
    format_named,
    format_of,
)
from claimtrack.export.json_text import json_line
from claimtrack.export.marked import MarkedArticle
from claimtrack.export.records import opened_records, read_records
from claimtrack.export.tables import CODEBOOK_COLUMNS, TABLES, columns_of, tables_codebook

__all__ = [
    "CODEBOOK_COLUMNS",
    "COLUMNS",
    "DETAILS",
    "FORMATS",
    "LISTS",
    "NAMES",
    "TABLES",
    "WIDE",
    "ArticleFormat",
    "Column",
    "FolderFormat",
    "Format",
    "MarkedArticle",
    "RelayFormat",
    "RowFormat",
    "codebook",
    "codebook_text",
    "columns_of",
    "extraction_record",
    "format_named",
    "format_of",
    "json_line",
    "opened",
    "opened_records",
    "read_records",
    "standard_output",
    "tables_codebook",
    "write_archive",
    "write_csv",
    "write_folder",
]
