"""What the store alone knows, brought into the metrics once a minute."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from bot.feature import Feature
from bot.memory import CannotKeep, Memory

if TYPE_CHECKING:
    from bot.app import Mata

EVERY = 60.0
_tasks: WeakKeyDictionary[Any, asyncio.Task[None]] = WeakKeyDictionary()


async def bring(app: Mata, memory: Memory) -> None:
    """Bring them once."""
    app.metrics.due.set(await memory.reminders.due(app.now()))
    coverage = await memory.outcomes.coverage()
    app.metrics.told.labels("inside").set(coverage.hits)
    app.metrics.told.labels("outside").set(coverage.told - coverage.hits)


async def start(app: Mata) -> None:
    """Begin, where there is a store and somebody may ask for the metrics."""
    if app.memory is None or app.options.health is None:
        return

    async def again_and_again(memory: Memory) -> None:
        while True:
            with suppress(CannotKeep):  # the last figures stay
                await bring(app, memory)
            await asyncio.sleep(EVERY)

    _tasks[app] = asyncio.create_task(again_and_again(app.memory), name="mata: figures")


async def stop(app: Mata) -> None:
    """End."""
    task = _tasks.pop(app, None)
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


feature = Feature(start=start, stop=stop)
