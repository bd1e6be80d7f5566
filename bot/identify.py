"""When a shard may IDENTIFY: with several processes, in turns that the database gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

if TYPE_CHECKING:
    from bot.app import Mata


class Identify:
    """Where and when the shards of one client begin: Discord says how many at once (``max_concurrency``)."""

    def __init__(self, app: Mata) -> None:
        self._app = app
        self._at_once: int | None = None

    async def turn(self, shard: int) -> bool:
        """Wait until the shard may begin; ``False`` where nobody else has to be asked or nobody can be."""
        ids, count, memory = self._app.options.shard_ids, self._app.options.shard_count, self._app.memory
        if memory is None or not memory.shared or ids is None or len(ids) >= (count or 0):
            return False
        bucket = shard % await self._concurrency()
        return await memory.turns.take(self._app.application_id or 0, bucket)

    async def find(self) -> None:
        """Let the shards begin at the gateway that the REST API names, where that is not Discord's own address."""
        if self._app.options.api is not None:
            DiscordWebSocket.DEFAULT_GATEWAY = URL((await self._asked())["url"])

    async def _concurrency(self) -> int:
        if self._at_once is None:
            self._at_once = max(int((await self._asked())["session_start_limit"]["max_concurrency"]), 1)
        return self._at_once

    async def _asked(self) -> Any:
        return await self._app.delivery.persist(lambda: self._app.http.request(Route("GET", "/gateway/bot")))
