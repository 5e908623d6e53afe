"""What the page's filter box needs to find a word in any spelling: the folding of `text`, as data."""

from __future__ import annotations

from claimtrack.text.folding import fold

# Arabic, what may stand inside a word without being part of it; other letters a browser folds itself
_RANGES = ((0x600, 0x6FF), (0x8D3, 0x8FF), (0xAD, 0xAD), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069))


def spelling() -> dict[str, str]:
    """Each character that folding changes, and what it becomes."""
    characters = (chr(code) for first, last in _RANGES for code in range(first, last + 1))
    return {character: fold(character) for character in characters if fold(character) != character}
