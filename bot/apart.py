"""Two messages that were taken together, and apart again where their owner says that they are two runs."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answer import Answer
from bot.button_state import State
from bot.memory import Apart, Remembered, slim
from bot.preferences import PATIENT

if TYPE_CHECKING:
    from bot.app import Mata
    from bot.exchange import Asker


def apart_of(before: Remembered, alone: Answer) -> Apart | None:
    """Return the two messages apart, where the later one can be a run by itself: "total 6000" cannot."""
    if alone.run is None or "pace" in alone.reading.missing:
        return None
    return Apart(before.run, before.asked_at, before.finish, slim(alone.run), alone.asked_at)


def own_key(state: State) -> str:
    """Return the id of the later message as a run of its own: the same however often the button is pressed."""
    numbers = (state.run.done, state.run.total) if state.run else ()
    told = hashlib.blake2b(repr((state.key, *map(str, numbers))).encode(), digest_size=9).digest()
    return base64.urlsafe_b64encode(told).decode()


async def keep_apart(app: Mata, owner: int, run_id: str, apart: Apart) -> None:
    """Keep what the two messages of a kept run are apart."""
    app.apart.put((owner, run_id), apart)
    memory = app.memory
    if memory is not None:
        await app.exchange.kept(lambda: memory.joins.keep(run_id, owner, apart), PATIENT)


async def known_apart(app: Mata, state: State) -> Apart | None:
    """Return the two messages that a button is about, unless the run has gone on since."""
    found, memory = app.apart.get((state.owner, state.key)), app.memory
    if found is None and memory is not None:
        found = await app.exchange.kept(lambda: memory.joins.of(state.key, state.owner))
    return found if found is not None and _numbers(replace(state, run=found.alone)) == _numbers(state) else None


async def put_apart(app: Mata, asker: Asker, run_id: str, apart: Apart) -> None:
    """Keep the earlier run as it was: what was added to it belongs to another."""
    owner, run, at, finish = asker.person, apart.before, apart.asked_at, apart.finish
    app.apart.pop((owner, run_id))
    app.recent_runs.put(run_id, Remembered(run_id, owner, asker.place, run, None, at, finish, None, at))
    memory = app.memory
    if memory is None:
        return

    async def restore() -> None:
        await memory.runs.remember(owner, asker.place, run, at, finish=finish, run_id=run_id)
        await memory.joins.drop(run_id, owner)

    await app.exchange.kept(restore, PATIENT)


def _numbers(state: State) -> list[str]:
    return state.custom_id("").split(":")[5:8]
