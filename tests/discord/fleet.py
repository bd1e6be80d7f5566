"""Several real ``mata serve`` processes that share the shards and one PostgreSQL, and people who ask all of them."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.discord import payloads
from tests.discord.rest import Answered
from tests.discord.server import Discord

ROOT = Path(__file__).parents[2]
MENTION = f"<@{payloads.BOT}> iter={{}} ms=3995.11 total=6000"


def servers(shards: int, each: int) -> list[int]:
    """Ids of servers, ``each`` a shard."""
    return [n << 22 for n in range(1000 * shards, 1000 * shards + shards * each)]


@dataclass
class Fleet:
    """The processes; what they log goes to ``home``."""

    wire: Discord
    url: str
    home: Path
    count: int
    shards: int
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)

    def share(self, number: int) -> range:
        """The shards of one process."""
        return range(number * self.shards // self.count, (number + 1) * self.shards // self.count)

    async def start(self, seconds: float = 120.0) -> float:
        """Start all and wait until every shard is connected and its place is kept; how long it took."""
        begun = time.monotonic()
        self.processes = [await self._born(number) for number in range(self.count)]
        await self.wire.until(lambda: self.wire.gateway.serving() == set(range(self.shards)), seconds)
        return time.monotonic() - begun

    async def _born(self, number: int) -> asyncio.subprocess.Process:
        ids = self.share(number)
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_CONFIG") if name in os.environ}
        told = {
            "MATA_TOKEN": "test-token", "MATA_DISCORD_API": self.wire.api, "MATA_DATABASE_URL": self.url,
            "MATA_SHARD_IDS": f"{ids[0]}-{ids[-1]}", "MATA_SHARD_COUNT": str(self.shards), "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        with (self.home / f"process-{number}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve", cwd=self.home, env={**kept, **told}, stdout=log, stderr=log
            )

    async def kill(self, number: int) -> None:
        """SIGKILL one, and wait until Discord has noticed."""
        self.processes[number].kill()
        await self.processes[number].wait()
        await self.wire.until(lambda: not self.wire.gateway.serving() & set(self.share(number)), 30)

    async def restart(self, number: int) -> None:
        """Start one again, as whoever supervises it does."""
        self.processes[number] = await self._born(number)

    async def stop(self) -> None:
        """SIGTERM to all."""
        for process in self.processes:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
        await asyncio.gather(*(process.wait() for process in self.processes))


@dataclass
class Asked:
    """One question, and how it can be seen that it is answered."""

    at: float
    shard: int
    message: dict[str, Any] | None = None
    interaction: Answered | None = None


class Crowd:
    """People in all the servers; each question is from a person of its own."""

    def __init__(self, wire: Discord, seed: int = 1) -> None:
        self.wire, self.asked = wire, list[Asked]()
        self._dice = random.Random(seed)
        self._guilds = [int(guild["id"]) for guild in wire.gateway.guilds]
        self._people = iter(range(1_000_000, 10_000_000))

    async def ask(self, *, message: bool | None = None) -> Asked:
        """Ask once, by a message or a command."""
        person, guild = next(self._people), self._dice.choice(self._guilds)
        shard = (guild >> 22) % next(iter(self.wire.gateway.sessions.values())).shards
        asked = Asked(time.monotonic(), shard)
        if self._dice.random() < 0.3 if message is None else message:
            asked.message = await self.wire.say(MENTION.format(person % 5000), author=person, guild=guild)
        else:
            number = str(person % 5000)
            asked.interaction = await self.wire.slash(
                "eta", iter=number, ms=3995.11, total="6000", author=person, guild=guild
            )
        self.asked.append(asked)
        return asked

    async def steadily(self, rate: float, seconds: float) -> None:
        """Ask at a rate."""
        begun = time.monotonic()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(begun + number / rate - time.monotonic(), 0))
            await self.ask()

    def answers(self) -> dict[str, int]:
        """How often each message was answered, by its id."""
        found: dict[str, int] = {}
        for message in self.wire.rest.messages.values():
            source = str((message.get("message_reference") or {}).get("message_id"))
            if message["author"]["id"] == str(payloads.BOT):
                found[source] = found.get(source, 0) + 1
        return found

    def messages(self) -> Iterator[int]:
        """How often each message that was asked is answered."""
        answers = self.answers()
        return (answers.get(asked.message["id"], 0) for asked in self.asked if asked.message)

    def commands(self) -> Iterator[int]:
        """How often each command that was asked is answered: the first answer and what follows it."""
        every = (asked.interaction for asked in self.asked if asked.interaction is not None)
        return (int(one.original is not None) + len(one.followups) for one in every)
