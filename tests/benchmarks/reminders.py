"""Kill the process that sends reminders, over and over, and count what Discord got.

    python tests/benchmarks/reminders.py --cycles 1000            both stores
    python tests/benchmarks/reminders.py --cycles 50 --store sqlite

Each cycle is a real process (forked from one that has imported everything) with the real store, the real sending
task and discord.py's own REST layer over loopback. It is killed with SIGKILL at a random moment, or the moment its
message reaches Discord, or after the message took effect and before the process hears of it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.memory import Memory, Place, new_reminder
from tests.discord.server import Discord
from tests.stores import KINDS, store_url

POST = "/messages"
EACH_CYCLE = 4


def zygote(url: str, api: str) -> None:
    """Import everything once; then fork a sending process for each line read, and print its id."""

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    print("ready", flush=True)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            asyncio.run(send_until_killed(url, api))
            os._exit(0)
        print(child, flush=True)


async def send_until_killed(url: str, api: str) -> None:
    """Be the process under test: the store, the sending task, discord.py's REST."""
    import discord  # noqa: PLC0415

    from bot.delivery import Delivery  # noqa: PLC0415
    from bot.features.remind import worker_name  # noqa: PLC0415
    from bot.reminder_sender import DiscordSender  # noqa: PLC0415
    from bot.reminders import Reminders  # noqa: PLC0415

    def now() -> datetime:
        return datetime.now(UTC)

    discord.http.Route.BASE = api
    client = discord.Client(intents=discord.Intents.none())
    await client.login("test-token")
    memory = Memory(url, deadline=10)
    await memory.start()
    await Reminders(memory, DiscordSender(client, Delivery(), memory, now), worker=worker_name(memory), now=now).run()


@dataclass
class Executioner:
    """Stands where faults stand in the wire server: kills the sender before or after its message takes effect."""

    pid: int = 0
    when: str = "random"
    kills: dict[str, int] = field(default_factory=dict)
    arrived: list[tuple[str, float]] = field(default_factory=list)

    def meets(self, request: web.Request) -> bool:
        return request.method == "POST" and request.path.endswith(POST)

    async def strike(self, request: web.Request, handle: Callable[[web.Request], Awaitable[Any]]) -> Any:
        nonce = str((await request.json())["nonce"])
        if self.when == "before":
            self.kill()
            return web.Response(status=503)
        answer = await handle(request)
        self.arrived.append((nonce, time.time()))
        if self.when == "after":
            self.kill()
        return answer

    def kill(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.kills[self.when] = self.kills.get(self.when, 0) + 1
        self.pid, self.when = 0, "over"


@dataclass
class Count:
    """What came of it."""

    cycles: int
    reminders: int
    lost: int
    doubled: int
    repeated_posts: int
    latest: float
    kills: dict[str, int]
    seconds: float

    def __str__(self) -> str:
        kills = ", ".join(f"{name} {number}" for name, number in self.kills.items())
        return (
            f"{self.cycles} SIGKILL cycles ({kills}), {self.reminders} reminders: {self.lost} lost, "
            f"{self.doubled} doubled, {self.repeated_posts} posts repeated under their nonce, "
            f"at most {self.latest:.2f} s late after the restart, {self.seconds:.0f} s"
        )


async def seed(url: str, dice: random.Random) -> dict[str, float]:
    """Add reminders that fall due within the next moments; the nonce of each, and when."""
    memory = Memory(url, deadline=10)
    await memory.start()
    added = {}
    for _ in range(EACH_CYCLE):
        due = datetime.now(UTC) + timedelta(seconds=dice.uniform(0.05, 0.3))
        owner = dice.getrandbits(40)
        reminder = new_reminder(owner, Place(3000, 1000), "chosen", due, run_id=None, language="ar")
        await memory.reminders.add(reminder, due)
        added[reminder.nonce] = due.timestamp()
    await memory.close()
    return added


async def left(url: str) -> int:
    """Return how many reminders are not settled."""
    memory = Memory(url, deadline=10)
    await memory.start()
    upcoming = await memory.reminders.next_at()
    await memory.close()
    return int(upcoming is not None)


async def measure(url: str, cycles: int, seed_number: int = 1) -> Count:
    """Run the cycles against a store."""
    dice = random.Random(seed_number)
    wire, executioner = Discord(), Executioner()
    wire.faults.append(executioner)  # type: ignore[arg-type]
    await wire.start()
    mother = await woken(url, wire.api)
    due: dict[str, float] = {}
    starts: list[float] = []
    try:
        for number in range(cycles + 1):
            last = number == cycles
            due |= {} if last else await seed(url, dice)
            executioner.when = "over" if last else dice.choice(("random", "before", "after"))
            starts.append(time.time())
            pid = executioner.pid = await born(mother)
            await live(executioner, due, dice.uniform(0.0, 0.5), last=last)
            executioner.kill()
            await reaped(pid)
    finally:
        mother.terminate()
        await mother.wait()
        unsettled = await left(url)
        await wire.stop()
    return counted(due, starts, executioner, wire, unsettled)


async def woken(url: str, api: str) -> asyncio.subprocess.Process:
    """Start the process that sending processes are forked from, and wait until it has imported everything."""
    command = [sys.executable, __file__, "--zygote", url, api]
    mother = await asyncio.create_subprocess_exec(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert mother.stdout is not None
    await mother.stdout.readline()
    return mother


async def born(mother: asyncio.subprocess.Process) -> int:
    """Fork one; its process id."""
    assert mother.stdin is not None
    assert mother.stdout is not None
    mother.stdin.write(b"\n")
    await mother.stdin.drain()
    return int(await mother.stdout.readline())


async def reaped(pid: int) -> None:
    """Wait until the kernel has taken the killed process away, and its locks with it."""
    while alive(pid):  # noqa: ASYNC110 - the kernel sets no event
        await asyncio.sleep(0.005)


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


async def live(executioner: Executioner, due: dict[str, float], seconds: float, *, last: bool) -> None:
    """Let the process live: for ``seconds``, until it is killed, or (the last one) until everything arrived."""
    longest = 60.0 if last else seconds if executioner.when == "random" else 3.0
    until = time.monotonic() + longest
    while time.monotonic() < until and executioner.pid:
        if last and due.keys() <= {nonce for nonce, _ in executioner.arrived}:
            await asyncio.sleep(1.0)  # time for what must not happen: another one
            return
        await asyncio.sleep(0.01)


def counted(due: dict[str, float], starts: list[float], done: Executioner, wire: Discord, unsettled: int) -> Count:
    messages = [m for m in wire.rest.messages.values() if m["channel_id"] == "3000"]
    shown = {nonce for (_, nonce) in wire.rest.nonces}
    arrived: dict[str, list[float]] = {}
    for nonce, at in done.arrived:
        arrived.setdefault(nonce, []).append(at)
    lateness = [0.0]
    for nonce, ats in arrived.items():
        started = max((s for s in starts if s <= ats[0]), default=starts[0])
        lateness.append(ats[0] - max(due[nonce], started))
    return Count(
        cycles=len(starts) - 1,
        reminders=len(due),
        lost=len(due.keys() - shown) + unsettled,
        doubled=len(messages) - len(shown),
        repeated_posts=sum(len(ats) - 1 for ats in arrived.values()),
        latest=max(lateness),
        kills=done.kills,
        seconds=time.time() - starts[0],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cycles", type=int, default=50)
    parser.add_argument("--store", choices=KINDS)
    parser.add_argument("--zygote", nargs=2, metavar=("URL", "API"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.zygote:
        zygote(*given.zygote)
        return
    failed = False
    for kind in [given.store] if given.store else KINDS:
        with tempfile.TemporaryDirectory() as folder, store_url(kind, Path(folder)) as url:
            count = asyncio.run(measure(url, given.cycles))
        print(f"{kind}: {count}", flush=True)
        failed |= bool(count.lost or count.doubled or count.latest > 5.0)
    sys.exit(failed)


if __name__ == "__main__":
    main()
