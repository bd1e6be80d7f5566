"""The picture in the terminal: a line of blocks for the step time, and the PNG where a file is named."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bot.language import catalogue

if TYPE_CHECKING:
    from bot.answer import Answer

WIDTH, BLOCKS = 60, "▁▂▃▄▅▆▇█"


def line(answer: Answer, zone: tzinfo) -> str | None:
    """Return the step time over the steps so far as one line of blocks, with its ends; ``None`` without records."""
    from bot.reply.chart import chart

    picture = chart(answer, zone)
    if picture is None:
        return None
    points = sorted([*zip(picture.steps, picture.seconds, strict=True), *picture.pauses])
    parts = np.array_split(np.array([seconds for _, seconds in points]), min(WIDTH, len(points)))
    tops = np.array([part.max() for part in parts])
    level = np.clip(np.round(tops / tops.max() * (len(BLOCKS) - 1)), 0, len(BLOCKS) - 1).astype(int)
    say = catalogue()[answer.language].say
    return say("chart-line", low=float(tops.min()), high=float(tops.max())) + "\n" + "".join(BLOCKS[i] for i in level)


def save(answer: Answer, zone: tzinfo, path: Path) -> bool:
    """Write the picture as PNG; tell whether there was anything to draw. Raises ``OSError``."""
    from bot.reply.chart import chart, draw

    picture = chart(answer, zone)
    if picture is None:
        return False
    path.write_bytes(draw(picture))
    return True
