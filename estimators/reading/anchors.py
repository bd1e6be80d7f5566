"""Patterns that begin with a number: fast where their lines begin with it, as they do without a logger's prefix."""

from __future__ import annotations

from dataclasses import replace

from estimators.reading.format import Format

_MOST = 64

#: What such a pattern begins with: no part of a longer word or path. ``at_line_starts`` replaces it.
LOOSE = rb"(?<![\w/.:-])"
_STRICT = rb"(?m)^[ \t]*+"


def at_line_starts(fmt: Format, text: bytes) -> Format:
    """Return ``fmt`` with its ``LOOSE`` patterns tied to line starts, if nothing stands before any record of ``text``.

    The engine then looks for line ends instead of trying every number of the text.
    """
    sample = b"\n" + text
    for pattern in fmt.patterns:
        if not pattern.pattern.startswith(LOOSE):
            continue
        for seen, match in enumerate(pattern.finditer(sample)):
            if sample[sample.rfind(b"\n", 0, match.start()) + 1 : match.start()].strip():
                return fmt
            if seen == _MOST:
                break
    return replace(fmt, records=tuple(_tied(record) for record in fmt.records))


def _tied(record: bytes) -> bytes:
    return _STRICT + record[len(LOOSE) :] if record.startswith(LOOSE) else record
