"""PDF files, through poppler's `pdftotext`; Arabic text from PDFs is often damaged, and said to be."""

from __future__ import annotations

import shutil
import subprocess
import tempfile

from claimtrack.models import Article
from claimtrack.reading.inputs import Contents, Input, Options, Remark, Unreadable
from claimtrack.reading.streams import SPOOLED, bounded

PROGRAM = "pdftotext"
SECONDS = 120
PAGE_BREAK = "\f"


def read_pdf(source: Input, options: Options) -> Contents:
    """The document as one article, and a remark."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise Unreadable(
            f"reading PDF needs {PROGRAM}", remedy="install poppler (Debian: poppler-utils), or give text"
        )
    text = _extracted(program, source).replace(PAGE_BREAK, "\n")
    if not text.strip():
        raise Unreadable("the PDF holds no text", remedy="if it is a scan, recognise its text first")
    yield Remark(
        source.name, "Arabic text from a PDF is often damaged", remedy="compare it with the page before use"
    )
    yield Article(text, path=source.name)


def _extracted(program: str, source: Input) -> str:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copy, source.open() as stream:
        shutil.copyfileobj(bounded(stream, limit=SPOOLED), copy)
        copy.flush()
        command = [program, "-enc", "UTF-8", "-q", copy.name, "-"]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(
                f"{PROGRAM} took longer than {SECONDS} seconds", remedy="give the text instead"
            ) from error
    if done.returncode:
        cause = done.stderr.decode(errors="backslashreplace").strip().splitlines()
        raise Unreadable(
            f"not a readable PDF: {cause[-1] if cause else PROGRAM + ' failed'}", remedy="fetch it again"
        )
    return done.stdout.decode("utf-8", errors="backslashreplace")
