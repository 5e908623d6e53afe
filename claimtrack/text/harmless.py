"""Text of articles made harmless to look at; for showing only, nothing stored or exported goes through it.

One character stands for one character, so that offsets stay.
"""

from __future__ import annotations

# Control characters show as their pictures; what turns the direction of all that follows becomes an
# invisible space.
_HARMLESS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0x200B),
}


def harmless(text: str) -> str:
    """`text` with nothing that could command a terminal or turn a line round, the same length."""
    return text.translate(_HARMLESS)
