"""Tables whose first row names the columns (CSV, TSV, boxes): the pattern of their rows, made for one text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from estimators.reading.format import Format

_MOST = 400  # columns


def fitted(fmt: Format, text: bytes, separator: bytes, groups: Mapping[bytes, str], needed: frozenset[str]) -> Format:
    """Return ``fmt`` with the pattern of the rows below the first line of ``text`` that names the needed columns.

    The separator ``b" "`` stands for any white space. ``groups`` maps names of columns to groups of the
    vocabulary; where several name the same, the first counts. Without such a line ``fmt`` stays as it is.
    """
    names = _header(text, separator, groups, needed)
    return fmt if names is None else replace(fmt, records=(_row(names, separator, groups),))


def first_value(fmt: Format, text: bytes, group: str) -> float | None:
    """Return the first number of a column in ``text``, or ``None``."""
    for pattern in fmt.patterns:
        for match in pattern.finditer(b"\n" + text):
            try:
                return float(match[group])
            except (IndexError, ValueError):
                continue
    return None


def _header(text: bytes, separator: bytes, groups: Mapping[bytes, str], needed: frozenset[str]) -> list[bytes] | None:
    for name in (name for name, group in groups.items() if group in needed):
        at = text.find(name)
        for _ in range(64):
            if at < 0:
                break
            start, end = text.rfind(b"\n", 0, at) + 1, text.find(b"\n", at)
            line = text[start : end if end >= 0 else len(text)]
            cells = line.split() if separator == b" " else line.split(separator)
            names = [cell.strip(b" \t\r\"'") for cell in cells] if len(line) < 1 << 14 else []
            if len(names) <= _MOST and needed <= {groups.get(cell, "") for cell in names}:
                return names
            at = text.find(name, at + 1)
    return None


def _row(names: list[bytes], separator: bytes, groups: Mapping[bytes, str]) -> bytes:
    best: dict[str, bytes] = {}
    for name, group in groups.items():
        if name in names:
            best.setdefault(group, name)
    free = separator == b" "
    mark = rb"[ \t]++" if free else re.escape(separator)
    cell = rb"[^\s]++" if free else rb"[^%s\n]*+" % mark
    cells = []
    for name in names:
        group = groups.get(name, "")
        cells.append(rb"(?P<%s>%s)" % (group.encode(), cell) if best.get(group) == name else cell)
        if best.get(group) == name:
            del best[group]
    return rb"(?m)^" + (rb"[ \t]*+" if free else b"") + mark.join(cells) + rb"(?=[ \t]*+(?:\n|\Z))"
