"""Where the log comes from: a file that is followed by its name, or a pipe. Reading never waits."""

from __future__ import annotations

import os
import queue
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Protocol

CHUNK = 1 << 20
#: Chunks of a pipe that wait to be looked at; beyond, the writer waits, as with any pipe.
WAITING = 64


class Source(Protocol):
    """Something that a log comes from."""

    #: Whether the last bytes were written just now, and if not, when.
    live: bool

    def poll(self) -> bytes | None:
        """Return what there is to read, ``b""`` if nothing is, ``None`` when there will be no more."""

    def there(self) -> bool:
        """Tell whether there is something to read from at all."""

    def written(self) -> datetime | None:
        """Return when the log was last written, where that is known."""

    def close(self) -> None:
        """Let go of it."""


class File:
    """A file by its name, as ``tail -F`` follows it: it may come later, be cut short, or be replaced by another."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._size = 0  # of the file when it was opened: what was there before
        self._read = 0
        self.live = False
        self._first = True

    def poll(self) -> bytes | None:
        """Return what was added; raises ``OSError`` where the file is there and cannot be read."""
        if self._file is None and not self._open():
            return b""
        data = self._next()
        if not data and self._replaced():
            self.close()
            return b"\n" if self._open() else b""
        return data

    def there(self) -> bool:
        """Tell whether the file is there."""
        return self._file is not None or self._path.exists()

    def written(self) -> datetime | None:
        """Return when the file was last written."""
        if self._file is None:
            return None
        return datetime.fromtimestamp(os.fstat(self._file.fileno()).st_mtime, UTC)

    @property
    def identity(self) -> tuple[int, int] | None:
        """Return device and number of the file that is read."""
        if self._file is None:
            return None
        seen = os.fstat(self._file.fileno())
        return seen.st_dev, seen.st_ino

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self) -> bool:
        try:
            self._file = self._path.open("rb", buffering=0)
        except FileNotFoundError:
            self._first = False  # what comes now is written while we look
            return False
        self._read, self._size = 0, os.fstat(self._file.fileno()).st_size if self._first else 0
        self._first = False
        return True

    def _next(self) -> bytes:
        if self._file is None:
            return b""
        cut = os.fstat(self._file.fileno()).st_size < self._read
        if cut:
            self._file.seek(0)
            self._read = self._size = 0
        data = self._file.read(CHUNK)
        self.live = self._read >= self._size
        self._read += len(data)
        return b"\n" + data if cut else data

    def _replaced(self) -> bool:
        """Tell whether the name now belongs to another file; one that is only gone may still be written."""
        try:
            found = self._path.stat()
        except OSError:
            return False
        return (found.st_dev, found.st_ino) != self.identity


class Pipe:
    """Standard input, read by a thread of its own so that nothing else waits for it."""

    live = True

    def __init__(self, descriptor: int) -> None:
        self._chunks: queue.Queue[bytes | None] = queue.Queue(WAITING)
        threading.Thread(target=self._fill, args=(descriptor,), daemon=True, name="mata-pipe").start()

    def poll(self) -> bytes | None:
        """Return what came; ``None`` when the pipe is closed."""
        try:
            return self._chunks.get_nowait()
        except queue.Empty:
            return b""

    def there(self) -> bool:
        """Tell whether it is there: always."""
        return True

    def written(self) -> datetime | None:
        """Return nothing: what a pipe brings is new."""
        return None

    def close(self) -> None:
        """Leave the pipe to the end of the process."""

    def _fill(self, descriptor: int) -> None:
        try:
            while chunk := os.read(descriptor, CHUNK >> 4):
                self._chunks.put(chunk)
        except OSError:
            pass  # as good as closed
        self._chunks.put(None)
