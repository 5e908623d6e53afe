"""How far the reading of files is, in bytes: what lets a progress bar say how long it will take."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO


class Meter:
    """The bytes of all files of `paths`, and how many of them have been read. Standard input has no size."""

    def __init__(self, paths: Iterable[str | Path] = ()) -> None:
        self.total = sum(map(_size, paths))
        self._before = self._size = 0
        self._file: io.FileIO | None = None

    def open(self, path: str) -> BinaryIO:
        """Opens the file that is read now; the one before it is done with."""
        self._before += self._size
        self._size = 0
        self._file = io.FileIO(path)
        self._size = os.fstat(self._file.fileno()).st_size
        return io.BufferedReader(self._file)

    @property
    def done(self) -> int:
        """How many bytes have been read, as far as can be seen from outside."""
        if self._file is None or self._file.closed or not self._file.seekable():
            return self._before + self._size
        return self._before + min(self._file.tell(), self._size)


def _size(path: str | Path) -> int:
    """The bytes of a file, or of all files below a folder; 0 for what cannot be seen."""
    if not os.path.isdir(path):
        return _file_size(path)
    return sum(_file_size(os.path.join(top, name)) for top, _, names in os.walk(path) for name in names)


def _file_size(path: str | Path) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0
