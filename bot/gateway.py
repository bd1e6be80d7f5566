"""discord.py's gateway connection, where it would give up the whole client instead of connecting again."""

from __future__ import annotations

import asyncio
import logging
import zlib
from typing import Any, Self
from weakref import WeakKeyDictionary

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

log = logging.getLogger(__name__)
BREATH = 1.0  # seconds before a connection is begun anew: a frame that cannot be read may come again
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, zlib.error)


class Connection(DiscordWebSocket):
    """A frame that cannot be read is asked for again by a RESUME; a greeting that breaks off is tried again."""

    _kept = False

    async def received_message(self, msg: Any, /) -> None:
        """Take one frame."""
        try:
            await super().received_message(msg)
        except UNREADABLE as error:
            log.warning("a frame of the gateway could not be read (%s): connecting again", type(error).__name__)
            await self.close(code=4000)
            await asyncio.sleep(BREATH)
            raise ReconnectWebSocket(self.shard_id) from None

    def stays_open(self) -> None:
        """Let Discord keep the session when the connection is closed."""
        self._kept = True

    async def close(self, code: int = 4000) -> None:
        """Close: by 1000 the session is over, by another code it can be taken up again."""
        await super().close(4000 if self._kept else code)

    @classmethod
    async def from_client(cls, client: discord.Client, **options: Any) -> Self:
        """Connect; after a RESUME that did not reach Discord by that RESUME again, where discord.py would start anew.

        What discord.py takes for a reason to stop, outside a RESUME, is a lost connection like others.
        """
        missed, shard = _missed.setdefault(client, {}), int(options.get("shard_id") or 0)
        if not options.get("resume"):
            options |= missed.pop(shard, {})
        try:
            return await super().from_client(client, **options)
        except ReconnectWebSocket as error:
            if options.get("resume"):
                raise
            raise aiohttp.ClientConnectionError from error
        except BaseException:
            if options.get("resume"):
                missed[shard] = {name: options[name] for name in RESUMED_BY}
            raise


RESUMED_BY = ("resume", "session", "sequence", "gateway")
_missed: WeakKeyDictionary[discord.Client, dict[int, dict[str, Any]]] = WeakKeyDictionary()


def install() -> None:
    """Let discord.py connect by it: the class is not an option of its client."""
    discord.shard.DiscordWebSocket = Connection  # type: ignore[misc]
