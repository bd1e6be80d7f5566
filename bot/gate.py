"""Discord's limit for the whole bot. discord.py shuts a gate for it and opens it after its own sleep: where that
sleep is cut short by a deadline, nobody would open it again."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import aiohttp

from bot.delivery import LONGEST_LIMIT, asked_to_wait


class Gate(asyncio.Event):
    """Open; once shut, it opens by itself when the time that Discord asked for is over."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = LONGEST_LIMIT
        self._opening: asyncio.TimerHandle | None = None
        self.set()

    async def heard(self, _: object, __: SimpleNamespace, request: aiohttp.TraceRequestEndParams) -> None:
        """Take note of how long a response asks to wait."""
        if request.response.status == 429:
            self._seconds = asked_to_wait(request.response.headers)

    def clear(self) -> None:
        """Shut it for that long."""
        super().clear()
        if self._opening is not None:
            self._opening.cancel()
        self._opening = asyncio.get_running_loop().call_later(self._seconds, self.set)
