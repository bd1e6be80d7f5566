"""What launchers and containers put in front of every line: a rank, a process, a service's name."""

from __future__ import annotations

import re

_KINDS = tuple(
    re.compile(rb"(?m)^" + kind)
    for kind in (
        rb"\[(?:default|rank ?)?\d{1,5}\]: ?",  # "[rank3]: ", "[default0]:"
        rb"(?:rank ?)?\d{1,5}: ",  # "0: "
        rb"\(\w[\w.]{0,60} pid=\d{1,9}(?:, ip=[\d.]{7,15})?\) ?",  # ray
        rb"\[\d{1,4},\d{1,5}\]<std(?:out|err)>: ?",  # mpirun --tag-output
        rb"[\w.-]{1,60} {1,8}\| ",  # docker compose
    )
)
_LINE = re.compile(rb"(?m)^[^\n]*\S")
_HEAD = 1 << 15
_DIGITS = b"0123456789"
_NAMES, _SHARE = 2, 0.8  # so few names, digits aside, on so many of the lines


def without_prefixes(raw: bytes) -> bytes:
    """Return ``raw`` without the prefix that nearly all of its lines share, or ``raw`` itself.

    >>> without_prefixes(b"trainer-1  | iter 10: loss 3\\ntrainer-1  | iter 20: loss 2\\n")
    b'iter 10: loss 3\\niter 20: loss 2\\n'
    """
    head = raw[:_HEAD]
    lines = sum(1 for _ in _LINE.finditer(head))
    for kind in _KINDS:
        found = [match.group() for match in kind.finditer(head)]
        alike = len({name.translate(None, _DIGITS) for name in found}) <= _NAMES
        repeated = len(set(found)) <= max(1, len(found) // 2)  # a counter at the line's start is no rank
        if found and alike and repeated and len(found) >= _SHARE * lines:
            return kind.sub(b"", raw)
    return raw
