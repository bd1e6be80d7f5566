"""Whether the loss is still a number."""

from __future__ import annotations

import re

#: Good values after which a loss has recovered.
RECOVERED = 10
#: A line is looked at as far as this (bytes), a text from so far before its end.
LINE, TEXT = 4096, 1 << 16
_LINE_END = re.compile(rb"[\r\n]+")
_LOSS = re.compile(
    rb"(?i)loss(?![\w ]{0,12}scale)[\w/]{0,24}[\"']?\]?\s{0,4}[:=|]?\s{0,4}[\"']?"
    rb"(?:(?P<bad>[-+]?(?:nan|inf(?:inity)?))\b|[-+]?\.?\d)"
)


class Losses:
    r"""Reads the losses of new lines; ``diverged`` while the latest ones are no numbers.

    >>> losses = Losses()
    >>> losses.feed(b"step 9: loss 3.1, grad_norm: inf\nstep 10: train/loss=n")
    >>> losses.diverged
    False
    >>> losses.feed(b"an, loss_scale: inf\n")
    >>> losses.diverged
    True
    """

    def __init__(self) -> None:
        self.diverged = False
        self._good = 0
        self._begun = b""  # a line that is not complete

    def feed(self, data: bytes) -> None:
        """Take what was written; a line counts when it is complete."""
        *lines, begun = _LINE_END.split(self._begun + data[-TEXT:])
        self._begun = begun[:LINE]
        for line in lines:
            found = [match["bad"] for match in _LOSS.finditer(line[:LINE])]
            if any(found):
                self.diverged, self._good = True, 0
            elif found:
                self._good += 1
                self.diverged = self.diverged and self._good < RECOVERED
