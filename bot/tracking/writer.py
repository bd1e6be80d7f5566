"""Whether somebody has a file open to write it, as far as the system tells (Linux, own processes)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")
#: Access mode in the flags of an open file.
_ACCESS = os.O_WRONLY | os.O_RDWR


class Writer:
    """Remembers that a writer was seen: only then its absence means something."""

    def __init__(self, processes: Path = PROCESSES) -> None:
        self._processes = processes
        self._seen: tuple[int, int] | None = None
        self._process: Path | None = None

    def look(self, identity: tuple[int, int] | None) -> bool | None:
        """Tell whether the file of this device and number is open for writing; ``None`` where that is not known."""
        if identity is None:
            return None
        if self._process is not None and _writes(self._process, identity):
            return True
        self._process = next((one for one in self._others() if _writes(one, identity)), None)
        if self._process is not None:
            self._seen = identity
            return True
        return False if self._seen == identity else None

    def _others(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from (one for one in self._processes.iterdir() if one.name.isdigit() and one.name != str(os.getpid()))


def _writes(process: Path, identity: tuple[int, int]) -> bool:
    try:
        return any(_is_written(process, opened, identity) for opened in (process / "fd").iterdir())
    except OSError:
        return False  # gone, or somebody else's


def _is_written(process: Path, opened: Path, identity: tuple[int, int]) -> bool:
    try:
        found = opened.stat()
        if (found.st_dev, found.st_ino) != identity:
            return False
        told = (process / "fdinfo" / opened.name).read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    flags = next((line.split()[1] for line in told.splitlines() if line.startswith("flags:")), "0")
    return bool(int(flags, 8) & _ACCESS)
