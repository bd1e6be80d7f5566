"""One process for one SQLite file, held by the operating system so that a killed process lets go."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.memory.errors import Refusal

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(descriptor: int) -> None:
        # a record lock, not flock: a forked child must not keep it when this process is killed
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """An advisory lock on a file beside the database."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock. Raises :class:`Refusal` where another process has it, ``OSError`` where no file can be."""
        if self._descriptor is not None:
            return
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try(descriptor)
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise Refusal("memory-second-process") from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; harmless where nothing is held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
