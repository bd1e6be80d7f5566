"""What the terminal hands over: words, a file, a compressed file, standard input. Bounded."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

#: Most bytes that are read of a file or of standard input, after decompression.
LARGEST = 256 * 1024 * 1024
CHUNK = 1024 * 1024
LOG_SUFFIXES = {".log", ".txt", ".out", ".err", ".json", ".jsonl", ".csv", ".gz"}

Progress: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Refused:
    """What cannot be read, as the id of the sentence that says why."""

    id: str


def find_file(words: Sequence[str]) -> Path | None:
    """Return the file that the words name; a sentence is no file."""
    if len(words) != 1 or not words[0].strip():
        return None
    path = Path(words[0])
    try:
        return path if path.exists() else None
    except (OSError, ValueError):
        return None


def gather(words: Sequence[str], progress: Progress = lambda _: None) -> str | bytes | Refused:
    """Return the text of the words, of the file they name, or of standard input for ``-`` or no words."""
    if list(words) == ["-"] or (not words and not sys.stdin.isatty()):
        return _all(sys.stdin.buffer, progress)
    if not words:
        return Refused("cli-nothing-given")
    path = find_file(words)
    if path is not None:
        return _of_file(path, progress)
    if len(words) == 1 and " " not in words[0] and Path(words[0]).suffix.lower() in LOG_SUFFIXES:
        return Refused("cli-no-such-file")
    return " ".join(words)


def _of_file(path: Path, progress: Progress) -> bytes | Refused:
    if path.is_dir():
        return Refused("cli-is-a-folder")
    try:
        with path.open("rb") as file:
            return _all(file, progress)
    except OSError:
        return Refused("cli-unreadable-file")


def _all(file: IO[bytes], progress: Progress) -> bytes | Refused:
    """Read to the end or to the limit, unpacking gzip by its first two bytes."""
    held, size = io.BytesIO(), 0
    unpack: Callable[[bytes], bytes] | None = None
    while chunk := file.read(CHUNK):
        if size == 0 and unpack is None and chunk[:2] == b"\x1f\x8b":
            unpack = _gunzip(LARGEST)
        progress(len(chunk))
        try:
            chunk = unpack(chunk) if unpack else chunk
        except ValueError:
            return Refused("cli-broken-gzip")
        size += held.write(chunk)
        if size > LARGEST:
            return Refused("cli-too-large-file")
    return held.getvalue()


def _gunzip(limit: int) -> Callable[[bytes], bytes]:
    """Return a function that unpacks chunk by chunk, several members, and never more than ``limit`` + 1 bytes."""
    import zlib

    state = {"left": limit + 1}
    reader = [zlib.decompressobj(31)]

    def unpack(chunk: bytes) -> bytes:
        out = bytearray()
        while chunk and state["left"] > 0:
            try:
                part = reader[0].decompress(chunk, state["left"])
            except zlib.error as error:
                raise ValueError("gzip") from error
            out += part
            state["left"] -= len(part)
            chunk = reader[0].unconsumed_tail or reader[0].unused_data
            if reader[0].eof:
                reader[0] = zlib.decompressobj(31)
        return bytes(out)

    return unpack
