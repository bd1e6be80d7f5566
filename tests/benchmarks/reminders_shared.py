"""Several processes share due reminders on one PostgreSQL; one is killed in the middle and its share taken over.

    python tests/benchmarks/reminders_shared.py --due 20000 --processes 1 2 4

Each is a real process with the real store, the real sending task and discord.py's own REST layer over loopback.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, insert, select

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.memory import Memory, Place, new_reminder
from bot.memory.models import Reminder
from tests.benchmarks.reminders import born, woken
from tests.discord.server import Discord
from tests.stores import store_url

CHANNELS = 2000  # discord.py sends to one channel one after the other
KILL_AFTER = 0.3  # of all


@dataclass
class Count:
    """What came of it."""

    processes: int
    due: int
    messages: int
    lost: int
    doubled: int
    posts: int
    most_at_speed: float
    seconds: float
    killed: bool

    def __str__(self) -> str:
        return (
            f"{self.processes} processes{', one killed' if self.killed else ''}: {self.due} due, {self.lost} lost, "
            f"{self.doubled} doubled, {self.posts - self.messages} posts repeated under their nonce, "
            f"{self.most_at_speed:.0f}/s, all settled after {self.seconds:.0f} s"
        )


async def seed(url: str, due: int) -> set[str]:
    """Put reminders that are due into the store; their nonces."""
    memory = Memory(url, deadline=60)
    await memory.start()
    at = datetime.now(UTC) - timedelta(seconds=1)
    made = [
        new_reminder(n, Place(7000 + n % CHANNELS, 1), "chosen", at, run_id=None, language="en") for n in range(due)
    ]
    rows = [
        {
            "id": m.id, "owner_id": m.owner_id, "guild_id": 1, "channel_id": m.place.channel_id, "kind": m.kind,
            "language": m.language, "due_at": at, "nonce": m.nonce, "attempts": 0, "created_at": at,
        }
        for m in made
    ]  # fmt: skip
    async with memory.database.transaction(write=True, deadline=60) as session:
        await session.execute(insert(Reminder), rows)
    await memory.close()
    return {m.nonce for m in made}


async def open_ones(memory: Memory) -> int:
    async with memory.database.transaction(deadline=60) as session:
        return await session.scalar(select(func.count()).where(Reminder.closed_at.is_(None))) or 0


async def measure(url: str, due: int, processes: int, *, kill: bool) -> Count:
    """Let the processes send everything that is due."""
    wire = Discord()
    await wire.start()
    nonces = await seed(url, due)
    memory = Memory(url, deadline=60)
    mother = await woken(url, wire.api)
    began = time.monotonic()
    pids = [await born(mother) for _ in range(processes)]
    half: float | None = None
    victim = random.Random(due).choice(pids) if kill and processes > 1 else 0
    try:
        while await open_ones(memory):
            await asyncio.sleep(0.2)
            sent = len(wire.rest.nonces)
            if victim and sent >= due * KILL_AFTER:
                os.kill(victim, signal.SIGKILL)
                pids.remove(victim)
                victim = 0
            if half is None and sent >= due * 0.9:
                half = sent / (time.monotonic() - began)
        took = time.monotonic() - began
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGKILL)
        mother.terminate()
        await mother.wait()
        await memory.close()
        await wire.stop()
    shown = {nonce for _, nonce in wire.rest.nonces}
    messages = [m for m in wire.rest.messages.values() if int(m["channel_id"]) >= 7000]
    posts = sum(1 for method, path in wire.requests if method == "POST" and path.endswith("/messages"))
    return Count(
        processes, due, len(messages), len(nonces - shown), len(messages) - len(shown), posts, half or 0.0, took,
        kill and processes > 1,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--due", type=int, default=2000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--no-kill", action="store_true")
    given = parser.parse_args()
    failed = False
    for processes in given.processes:
        with tempfile.TemporaryDirectory() as folder, store_url("postgresql", Path(folder)) as url:
            count = asyncio.run(measure(url, given.due, processes, kill=not given.no_kill))
        print(count, flush=True)
        failed |= bool(count.lost or count.doubled)
    sys.exit(failed)


if __name__ == "__main__":
    main()
