"""What came while no process was there, or came twice: answered, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from bot.feature import Feature
from bot.resuming import Resuming

if TYPE_CHECKING:
    from bot.app import Mata

_resuming: WeakKeyDictionary[Any, Resuming] = WeakKeyDictionary()


async def on_shard_ready(app: Mata, shard: int) -> None:
    """Go over from the earlier session of a shard to its new one."""
    if app in _resuming:
        await _resuming[app].ready(shard)


async def start(app: Mata) -> None:
    """Take up what an earlier process left."""
    _resuming[app] = Resuming(app, app.memory)
    await _resuming[app].start()


async def stop(app: Mata) -> None:
    """Leave to the next process what it needs."""
    if app in _resuming:
        await _resuming.pop(app).stop()


feature = Feature(listeners={"shard_ready": on_shard_ready}, start=start, stop=stop)
