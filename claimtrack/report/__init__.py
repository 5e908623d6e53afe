"""The report: one self-contained page of claims, their sources and the articles they stand in.

`write_report` turns articles with their claims into HTML. Nothing here reads a database or prints; the
page loads nothing from anywhere, and no markup of an article ever runs in it.
"""

from claimtrack.report.document import Document
from claimtrack.report.labels import LANGUAGES
from claimtrack.report.page import write_report

__all__ = ["LANGUAGES", "Document", "write_report"]
