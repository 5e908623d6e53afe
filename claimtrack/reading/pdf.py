"""PDF files, through poppler's `pdftotext`; Arabic text from PDFs can be damaged, and that is said.

Letters come in the order in which they are read, ligatures whole, and lines that only the page's width
broke are joined; nothing else is changed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile

from claimtrack.models import Article
from claimtrack.reading.inputs import Contents, Input, Options, Remark, Unreadable
from claimtrack.reading.pdfcolumns import in_reading_order
from claimtrack.reading.pdfglyphs import kept_whole
from claimtrack.reading.pdflines import brackets_righted, gaps_closed, lines_of
from claimtrack.reading.pdfparagraphs import paragraphs_of
from claimtrack.reading.streams import read_whole

PROGRAM = "pdftotext"
SECONDS = 120
MOST = 256 * 2**20  # bytes of what it says; a word takes a hundred


def read_pdf(source: Input, options: Options) -> Contents:
    """The document as one article, and a remark."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise Unreadable(
            f"reading PDF needs {PROGRAM}", remedy="install poppler (Debian: poppler-utils), or give text"
        )
    with source.open() as stream:
        data, standins = kept_whole(read_whole(stream))
    lines = in_reading_order(lines_of(_placed(program, data)))
    text = brackets_righted(gaps_closed(standins.put_back("\n".join(paragraphs_of(lines)))))
    if not text:
        raise Unreadable("the PDF holds no text", remedy="if it is a scan, recognise its text first")
    yield Remark(
        source.name, "Arabic text from a PDF can be damaged", remedy="compare it with the page before use"
    )
    yield Article(text, path=source.name)


def _placed(program: str, data: bytes) -> str:
    """The words of the document and where they stand."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copy, tempfile.TemporaryFile() as placed:
        copy.write(data)
        copy.flush()
        command = [program, "-enc", "UTF-8", "-q", "-bbox-layout", copy.name, "-"]
        try:
            done = subprocess.run(
                command, stdout=placed, stderr=subprocess.PIPE, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise Unreadable(
                f"{PROGRAM} took longer than {SECONDS} seconds", remedy="give the text instead"
            ) from error
        if done.returncode:
            raise Unreadable(f"not a readable PDF: {_cause(done.stderr)}", remedy="fetch it again")
        placed.seek(0)
        return read_whole(placed, limit=MOST).decode("utf-8", errors="backslashreplace")


def _cause(said: bytes) -> str:
    lines = said.decode(errors="backslashreplace").strip().splitlines()
    return lines[-1] if lines else f"{PROGRAM} failed"
