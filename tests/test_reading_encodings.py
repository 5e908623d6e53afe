"""Encodings: detected right at every length, decoded without loss, refused where nothing fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_fixtures.articles import ARTICLES, LIBRARY

from claimtrack.models import Problem
from claimtrack.reading import read, read_paths
from claimtrack.reading.encodings import Decoded, decode, known
from claimtrack.reading.inputs import Unreadable

SAMPLES = Path(__file__).parent.parent / "sample_data"
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6")


def sample_text() -> str:
    """All text of our own at hand, in one."""
    files = sorted(SAMPLES.glob("*.txt"))
    return "\n".join([*(article.text for article in ARTICLES), *(path.read_text("utf-8") for path in files)])


def windows(text: str, size: int) -> list[str]:
    """Pieces of `size` characters that begin at words all over the text, mostly of letters."""
    starts = [i + 1 for i, char in enumerate(text) if char == " "][:: max(1, len(text) // 1200)]
    pieces = [text[start : start + size] for start in starts if start + size <= len(text)]
    return [piece for piece in pieces if sum(char.isalpha() for char in piece) > size * 0.4]


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize(("size", "floor"), [(60, 0.95), (200, 0.99), (1000, 0.99), (5000, 0.99)])
def test_detection_is_right(codec: str, size: int, floor: float) -> None:
    text = sample_text()
    text *= 1 + 6000 // len(text)
    pieces = [piece.encode(codec, "ignore") for piece in windows(text, size)]
    right = sum(_same(piece, codec) for piece in pieces)
    assert pieces
    assert right >= floor * len(pieces)


def _same(data: bytes, codec: str) -> bool:
    decoded = _decoded(data)
    return decoded is not None and decoded.text == data.decode(codec).removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("windows-1256", "windows-1256"),
        ("iso-8859-6", "iso-8859-6"),
    ],
)
def test_the_encoding_is_reported(tmp_path: Path, codec: str, name: str) -> None:
    text = LIBRARY.text.replace("«", '"').replace("»", '"')
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    article = read(tmp_path / "a.txt")
    assert (article.text, article.encoding) == (text, name)


def test_vowelled_text_is_told_apart_too() -> None:
    text = "قالَ المُعلِّمُ للطُّلّابِ إنَّ القِراءةَ مِفتاحُ العِلمِ وسِرُّ التَّقدُّمِ"
    for codec in ("windows-1256", "iso-8859-6"):
        assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("L’été dernier, la société a été créée à Besançon, où êtes-vous né ?", "windows-1252"),
        ("Правительство сообщило вчера, что переговоры продолжатся", "windows-1251"),
        ("הממשלה הודיעה אתמול כי הדיון יידחה לשבוע הבא", "windows-1255"),
        ("Η κυβέρνηση ανακοίνωσε χθες ότι η συζήτηση θα αναβληθεί", "iso-8859-7"),
        ("政府は昨日、会議を来週に延期すると発表しました", "shift_jis"),
    ],
)
def test_other_single_byte_text_is_refused_not_guessed(text: str, codec: str) -> None:
    with pytest.raises(Unreadable, match="nor an encoding of Arabic"):
        decode(text.encode(codec))


def test_one_damaged_byte_fails_that_file_alone_and_says_where(tmp_path: Path) -> None:
    data = LIBRARY.text.encode()
    (tmp_path / "a.txt").write_bytes(data[:12] + b"\xff" + data[12:])
    (tmp_path / "b.txt").write_bytes(data)
    problem, _ = read_paths([tmp_path])
    assert isinstance(problem, Problem)
    assert problem.place == "byte 12"
    assert "--encoding" in problem.remedy


def test_a_named_encoding_overrides_detection_and_stays_strict(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(LIBRARY.text.encode("mac_arabic", "ignore"))
    assert read(tmp_path / "a.txt", encoding="mac_arabic").text.startswith("افتتحت بلدية")
    (problem,) = read_paths([tmp_path], encoding="utf-8")
    assert "not valid utf-8" in str(problem)


def test_only_text_encodings_are_known() -> None:
    assert known("windows-1256")
    assert not known("base64")
    assert not known("no-such")


def test_a_stray_nul_in_an_article_is_survived() -> None:
    text = f"{LIBRARY.text}\n\x00"
    assert decode(text.encode()) == (text, "utf-8")


ODD = "قال\r\nفلان\r\u2028\u00a0\u200f\u202eنص\u202c\ufeb3\u0640\u200d&quot;&#1575;\ufffd\x1b😀\t،"


@given(st.text(alphabet=st.sampled_from(ODD)))
def test_utf8_text_comes_through_unchanged(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_decoded_without_loss_or_refused(data: bytes) -> None:
    decoded = _decoded(data)
    if decoded is not None:
        lossless = (
            "\ufffd" not in decoded.text or b"\xef\xbf\xbd" in data or decoded.encoding.startswith("utf-")
        )
        assert known(decoded.encoding)
        assert lossless


def _decoded(data: bytes) -> Decoded | None:
    try:
        return decode(data)
    except Unreadable:
        return None
