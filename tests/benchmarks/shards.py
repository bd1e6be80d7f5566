"""One, two and four real processes share 16 shards and one PostgreSQL; one is killed in the middle and comes back.

    python -m tests.benchmarks.shards --processes 1 2 4 --due 20000

The processes are `mata serve`, started as anybody starts it; Discord is the wire server. Everything shares the
machine's cores, the server and the database too: read the ratios.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bot.memory import Memory
from tests.benchmarks.flood import processor_seconds
from tests.benchmarks.reminders_shared import open_ones, seed
from tests.discord.fleet import Crowd, Fleet, servers
from tests.discord.server import Discord
from tests.stores import store_url

SHARDS, SERVERS_EACH, AT_ONCE = 16, 100, 4
IN_FLIGHT = 64
RATE, SECONDS, DOWN = 20.0, 30.0, 1.0  # questions a second meanwhile; how long; before the killed process is started
IDENTIFY_SECONDS = 4.8  # Discord counts five; a request's way may differ by this much from the next one's


@dataclass
class Found:
    """What came of it."""

    processes: int
    started: float
    too_early: int
    rate: float
    spent: tuple[float, float]  # milliseconds of processor an answer: of all the processes, of the wire server
    messages: Counter[int]
    commands: Counter[int]
    of_the_killed: int
    due: int
    lost: int
    doubled: int
    settled: float

    def __str__(self) -> str:
        unanswered = self.commands[0]
        told = [
            f"{self.processes} processes: {SHARDS} shards up after {self.started:.0f} s, {self.too_early} IDENTIFYs too early, "
            f"{self.rate:.0f} answers/s",
            f"  an answer takes {self.spent[0]:.1f} ms of processor in the processes and {self.spent[1]:.1f} in the wire server, "
            f"beside PostgreSQL's: {self.rate * sum(self.spent) / 1000:.2f} of {os.cpu_count()} cores",
            f"  one killed and started again after {DOWN:.0f} s, {RATE:.0f} questions/s meanwhile:",
            f"  messages: {self.messages[1]} of {self.messages.total()} answered once, {self.messages[0]} never, "
            f"{self.messages.total() - self.messages[1] - self.messages[0]} more than once",
            f"  commands: {self.commands[1]} of {self.commands.total()} answered once, {unanswered} not within Discord's 3 s "
            f"({self.of_the_killed} of them to the killed process's shards), "
            f"{self.commands.total() - self.commands[1] - unanswered} more than once",
            f"  reminders: {self.due} due, {self.lost} lost, {self.doubled} doubled, all settled after {self.settled:.0f} s",
        ]
        return "\n".join(told)

    @property
    def failed(self) -> bool:
        """Whether something was lost that need not be, or said twice."""
        once = set(self.messages) <= {1} and set(self.commands) <= {0, 1}
        return not once or self.commands[0] > self.of_the_killed or bool(self.lost or self.doubled or self.too_early)


def spent(fleet: Fleet) -> tuple[float, float]:
    """Seconds of processor so far: of the processes, of this one with the wire server."""
    return sum(processor_seconds(process.pid) for process in fleet.processes), time.process_time()


async def throughput(wire: Discord, fleet: Fleet, seconds: float) -> tuple[float, tuple[float, float]]:
    """Answers a second where there is always somebody waiting, and the milliseconds of processor for one."""
    crowd, answered, begun, before = Crowd(wire, seed=2), 0, time.monotonic(), spent(fleet)
    waiting = [await crowd.ask(message=False) for _ in range(IN_FLIGHT)]
    while time.monotonic() - begun < seconds:
        still = [asked for asked in waiting if asked.interaction and asked.interaction.original is None]
        answered += len(waiting) - len(still)
        waiting = still + [await crowd.ask(message=False) for _ in range(IN_FLIGHT - len(still))]
        await asyncio.sleep(0.002)
    mine, wires = (1000 * (after - before) / answered for after, before in zip(spent(fleet), before, strict=True))
    return answered / (time.monotonic() - begun), (mine, wires)


async def through_a_kill(wire: Discord, fleet: Fleet, memory: Memory) -> tuple[Crowd, float]:
    """Ask steadily; kill one process in the middle and start it again; wait until all is answered."""
    crowd, begun = Crowd(wire), time.monotonic()
    asking = asyncio.create_task(crowd.steadily(RATE, SECONDS))
    await asyncio.sleep(SECONDS / 3)
    await fleet.kill(0)
    await asyncio.sleep(DOWN)
    await fleet.restart(0)
    await asking
    with contextlib.suppress(TimeoutError):
        await wire.until(lambda: all(crowd.messages()), 60)
    while await open_ones(memory):  # noqa: ASYNC110 - the store sets no event
        await asyncio.sleep(0.5)
    return crowd, time.monotonic() - begun


async def measure(url: str, home: Path, processes: int, due: int) -> Found:
    """Everything with so many processes."""
    wire = Discord(servers(SHARDS, SERVERS_EACH))
    wire.gateway.max_concurrency, wire.gateway.identify_seconds = AT_ONCE, IDENTIFY_SECONDS
    wire.rest.first_answer_seconds = 3.0
    await wire.start()
    fleet, memory = Fleet(wire, url, home, processes, SHARDS), Memory(url, deadline=60)
    await memory.start()
    try:
        started = await fleet.start()
        await asyncio.sleep(5)  # until the places are kept
        too_early = wire.gateway.too_early
        rate, each = await throughput(wire, fleet, 10)
        nonces = await seed(url, due)
        crowd, settled = await through_a_kill(wire, fleet, memory)
    finally:
        await fleet.stop()
        await memory.close()
        await wire.stop()
    messages = [m for m in wire.rest.messages.values() if 7000 <= int(m["channel_id"]) < 10_000]
    shown = {nonce for _, nonce in wire.rest.nonces} & nonces
    killed = sum(asked.interaction is not None and asked.interaction.original is None and asked.shard in fleet.share(0)
                 for asked in crowd.asked)  # fmt: skip
    return Found(
        processes, started, too_early, rate, each, Counter(crowd.messages()), Counter(crowd.commands()), killed,
        due, len(nonces - shown), len(messages) - len(shown), settled,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--due", type=int, default=20_000)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, shared with the server and the database")
    failed = False
    for processes in given.processes:
        with tempfile.TemporaryDirectory() as folder, store_url("postgresql", Path(folder)) as url:
            found = asyncio.run(measure(url, Path(folder), processes, given.due))
        print(found, flush=True)
        failed |= found.failed
    sys.exit(failed)


if __name__ == "__main__":
    main()
