"""Raw text -> lines that mean what a person sees: one kind of line end, no colours, no quote marks, Latin digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A chunk is cleaned and scanned at a time: memory stays bounded whatever the file, and what is made of a chunk is
#: gone before the garbage collector comes to look at it (a quarter faster than chunks of 512 KiB).
CHUNK = 1 << 16

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]{0,16}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)?|[@-Z\\-_])")
_BACKSPACES = re.compile(rb"\x08++")
_QUOTES = re.compile(rb"^(?:[ \t]{0,3}>[ \t]?){1,8}", re.M)
_FENCES = re.compile(rb"^[ \t]{0,3}(?:```|~~~)[^\n]{0,40}$", re.M)
_CURSOR = re.compile(rb"(?<=[\]\s])\[[AK](?=\r|\n|$)", re.M)

_OTHER_DIGITS = {chr(base + i).encode(): b"%d" % i for base in (0x660, 0x6F0) for i in range(10)}
_OTHER_SIGNS = {"٫".encode(): b".", "٬".encode(): b",", "،".encode(): b",", "٪".encode(): b"%", "\xa0".encode(): b" "}
_INVISIBLE = {chr(c).encode(): b"" for c in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)}
_TRANSLATE = {**_OTHER_DIGITS, **_OTHER_SIGNS, **_INVISIBLE}
_NON_LATIN = re.compile(b"|".join(map(re.escape, _TRANSLATE)))


def clean(raw: bytes) -> bytes:
    r"""Return ``raw`` with ``\r\n``, ``\r`` and runs of backspaces as line ends, and without decoration.

    >>> clean(b"> \x1b[32miter 10\x1b[0m: loss 3\r\n> iter ")
    b'iter 10: loss 3\niter '
    """
    text = raw
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\x1b" in text:
        text = _ESCAPES.sub(b"", text)
    if b"\x08" in text:
        text = _BACKSPACES.sub(b"\n", text)
    if b"[A" in text or b"[K" in text:
        text = _CURSOR.sub(b"", text)
    if b">" in text:
        text = _QUOTES.sub(b"", text)
    if b"```" in text or b"~~~" in text:
        text = _FENCES.sub(b"", text)
    if not text.isascii():
        text = _NON_LATIN.sub(lambda m: _TRANSLATE[m.group()], text)
    return text


def chunks(raw: bytes, size: int = CHUNK) -> Iterator[tuple[int, bytes]]:
    """Yield ``(offset, cleaned text)`` pieces of about ``size`` bytes, cut at line ends; each begins with a line end."""
    start, end = 0, len(raw)
    while start < end:
        stop = end if end - start <= size else _line_end(raw, start + size, start + 2 * size)
        yield start - 1, b"\n" + clean(raw[start:stop])
        start = stop


def sample(raw: bytes, size: int = 1 << 16) -> bytes:
    """Return the head, a piece of the middle and the tail, cleaned: enough to know the format."""
    if len(raw) <= 4 * size:
        return b"\n" + clean(raw)
    middle = _line_end(raw, len(raw) // 2, len(raw) // 2 + size)
    tail = _line_end(raw, len(raw) - size, len(raw))
    return b"\n" + clean(raw[:size]) + b"\n" + clean(raw[middle : middle + size]) + b"\n" + clean(raw[tail:])


def is_binary(raw: bytes) -> bool:
    """Tell whether the head holds NUL bytes or is mostly no text (UTF-16 is not text here)."""
    head = raw[:8192]
    if b"\0" in head:
        return True
    odd = sum(head.count(bytes([c])) for c in (*range(1, 8), *range(14, 27), *range(28, 32), 127))
    return odd * 20 > len(head) or (len(head) > 64 and head.decode("utf-8", "replace").count("\ufffd") * 5 > len(head))


def _line_end(raw: bytes, start: int, limit: int) -> int:
    """Return the position after the first line end at or after ``start``, ``limit`` where there is none."""
    newline, carriage = raw.find(b"\n", start, limit), raw.find(b"\r", start, limit)
    found = [at for at in (newline, carriage) if at >= 0]
    if not found:
        return min(limit, len(raw))
    at = min(found)
    return at + 2 if raw[at : at + 2] == b"\r\n" else at + 1
