"""Pictures from a warm process of their own, the same picture drawn once."""

from __future__ import annotations

from collections import OrderedDict

from bot.reply.chart import Chart, draw
from bot.worker import Worker

DRAWING_SECONDS, MOST_WAITING, KEPT = 15.0, 8, 64


class Charts:
    """Draw in a worker process; the event loop only waits. Identical input comes from the cache."""

    def __init__(self) -> None:
        self._worker = Worker(DRAWING_SECONDS, MOST_WAITING)
        self._drawn: OrderedDict[int, bytes] = OrderedDict()

    @property
    def waiting(self) -> int:
        """How many pictures wait or are being drawn."""
        return self._worker.waiting

    async def png(self, picture: Chart) -> bytes:
        """Return the picture as PNG; raises ``bot.worker.NotDone``."""
        key = hash((picture, tuple(sorted(picture.words.items()))))
        if key not in self._drawn:
            self._drawn[key] = await self._worker.run(draw, picture)
            if len(self._drawn) > KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def close(self) -> None:
        """End the process."""
        self._worker.close()
