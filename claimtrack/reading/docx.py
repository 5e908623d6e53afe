"""Word documents (`.docx`): their paragraphs, one a line, tables too; title and author kept apart.

Reads the XML within the file; deleted text, comments, headers and footers are left out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from claimtrack.models import Article
from claimtrack.reading.archives import DAMAGE
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.streams import bounded, read_whole, seekable

BODY, PROPERTIES = "word/document.xml", "docProps/core.xml"
LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# an old drawing's text stands beside the new one's; quoted and deleted text is not the article's
LEFT_OUT = frozenset(("Fallback", "del", "moveFrom", "instrText", "delText"))


def read_docx(source: Input, options: Options) -> Contents:
    """The document as one article."""
    with source.open() as stream:
        try:
            with zipfile.ZipFile(seekable(stream)) as package:
                body, properties = _part(package, BODY), _properties(package)
        except (*DAMAGE, KeyError, ParseError, OSError, ValueError, RuntimeError) as error:
            raise Unreadable(
                "not a readable Word document", remedy="open it and save it again as .docx"
            ) from error
    text = "\n".join("".join(_letters(paragraph)) for paragraph in body.iter() if _local(paragraph) == "p")
    if not text.strip():
        raise Unreadable("the document holds no text", remedy="if it is a scan, recognise its text first")
    yield Article(
        text,
        path=source.name,
        title=properties.get("title", ""),
        byline=properties.get("creator", ""),
    )


def _part(package: zipfile.ZipFile, name: str) -> Element:
    packed = package.getinfo(name)
    with bounded(package.open(packed), limit=1 << 31, packed=packed.compress_size) as part:
        return fromstring(read_whole(part))


def _properties(package: zipfile.ZipFile) -> dict[str, str]:
    """What the document says about itself."""
    if PROPERTIES not in package.namelist():
        return {}
    return {_local(element): (element.text or "").strip() for element in _part(package, PROPERTIES)}


def _letters(element: Element) -> Iterator[str]:
    """The text of a paragraph; paragraphs within it (text boxes) speak for themselves."""
    for child in element:
        name = _local(child)
        if name == "t":
            yield child.text or ""
        elif name in LETTERS:
            yield LETTERS[name]
        elif name not in LEFT_OUT and name != "p":
            yield from _letters(child)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
