"""Faults of the process itself: it is told to end, it is killed, its worker is killed, its clock jumps."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.memory import Memory, Place, new_reminder
from tests.discord import payloads
from tests.discord.faults import Fault, Kind
from tests.discord.server import text_of
from tests.faults.registry import fault
from tests.faults.stage import CALLBACK, POST, Stage

RECORD = "iter {}: loss 3.1, time 3995.11ms, mfu 2.31%\n"


@fault("SIGTERM in the middle of a reply")
async def ended(stage: Stage) -> None:
    """Discord is failing and a file is being read when the process is told to end; it answers first."""
    async with stage.process() as process:
        stage.meet(Fault(*POST, Kind.STATUS, status=503, times=3), Fault(*CALLBACK, Kind.RESET_BEFORE))
        file = stage.wire.attach("train.log", long_log())
        await stage.command(attachments=(file,), total="170999", says="left")
        await stage.message()
        await stage.command()
        await stage.wire.until(lambda: stage.wire.faults[0].times < 3 and stage.wire.cdn_reads)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 15) == 0


@fault("SIGKILL in the middle of a reply, before it took effect")
async def killed_before(stage: Stage) -> None:
    await killed(stage, Kind.STALL)


@fault("SIGKILL in the middle of a reply, after it took effect")
async def killed_after(stage: Stage) -> None:
    await killed(stage, Kind.STALL_AFTER)


async def killed(stage: Stage, kind: Kind) -> None:
    """The next process takes the session up and answers what the dead one had not, once."""
    async with stage.process() as process:
        await kept_place(stage)
        stage.meet(Fault(*POST, kind), Fault(*CALLBACK, kind))
        await stage.message()
        await stage.command()
        await stage.wire.until(lambda: not any(met.times for met in stage.wire.faults))
        process.kill()
        await process.wait()
        await stage.wire.until(lambda: not stage.wire.gateway.serving(), 30)
        stage.struck()
    async with stage.process():
        await stage.settled()


async def kept_place(stage: Stage) -> None:
    """Wait until the process has noted where it stands, as it does a second after its start."""

    def noted() -> bool:
        with closing(sqlite3.connect(f"file:{stage.folder}/.local/share/mata/mata.db?mode=ro", uri=True)) as store:
            return bool(store.execute("select count(*) from gateway_sessions").fetchone()[0])

    await stage.wire.until(noted, 30)


@fault("a killed worker")
async def orphaned(stage: Stage) -> None:
    """The process that reads a large file is killed in the middle of it."""
    async with stage.process() as process:
        file = stage.wire.attach("train.log", long_log())
        await stage.command(attachments=(file,), total="170999", says="left")
        worker = await stage.wire.until(lambda: worker_of(process.pid), 30)
        os.kill(worker, signal.SIGKILL)
        stage.struck()
        await stage.message()
        await stage.settled()


def worker_of(pid: int) -> int | None:
    """The process that reads for ``pid``, once it has begun: it uses the processor."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    for child in children:
        begun = Path(f"/proc/{child}")
        if b"spawn_main" in (begun / "cmdline").read_bytes():
            user_ticks = int((begun / "stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[11])
            return int(child) if user_ticks > 20 else None
    return None


def long_log() -> bytes:
    """8 MB of records."""
    return "".join(RECORD.format(number) for number in range(170_000)).encode()


@fault("a clock jump")
async def jumped(stage: Stage) -> None:
    """A day forward, two back, two forward: each reminder goes out once, and answers go on."""
    ahead = timedelta(0)

    def now() -> datetime:
        return datetime.now(UTC) + ahead

    async with stage.memory() as memory, stage.client(memory, now=now):
        await remind(stage, memory, now())
        ahead = timedelta(days=1)
        stage.struck()
        await stage.settled()
        ahead = timedelta(days=-1)
        await remind(stage, memory, now())
        asked = await stage.command()
        await stage.wire.until(lambda: asked.original)
        ahead = timedelta(days=1)
        await stage.message()
        await stage.settled()


async def remind(stage: Stage, memory: Memory, now: datetime) -> None:
    """Somebody wants to be reminded in twelve hours."""
    person = stage.person()
    due = now + timedelta(hours=12)
    await memory.reminders.add(
        new_reminder(person, Place(payloads.CHANNEL), "chosen", due, run_id=None, language="en"), now
    )
    stage.count(lambda: reminded(stage, person))


def reminded(stage: Stage, person: int) -> int:
    """How many messages remind the person."""
    return sum(f"<@{person}>" in text_of(message) for message in stage.wire.rest.messages.values())
