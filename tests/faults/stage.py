"""Where a fault is played: a Discord on loopback, the real client or the real process, questions and their count."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket

from bot.app import Mata, Options
from bot.delivery import Delivery, Times
from bot.memory import Memory
from bot.serving import stay_connected
from tests.discord import openapi, payloads
from tests.discord.faults import Fault
from tests.discord.gateway import IDENTIFY, RESUME
from tests.discord.rest import Answered
from tests.discord.server import Discord, text_of

ROOT = Path(__file__).parents[2]
EXACT = "/eta iter=100 ms=3995.11 total=6000"
ANSWER = "6 h 32 min 51 s"
POST, CALLBACK, ORIGINAL = ("POST", r"/channels/\d+/messages$"), ("POST", "/callback$"), ("PATCH", "/@original$")
SETTLE = 0.4  # seconds in which a second answer would come
MOST = 50.0  # seconds after which an answer counts as lost


@dataclass
class Asked:
    """One question: how many answers it has now, and when the first was there."""

    answers: Callable[[], int]
    moot: bool = False  # Discord itself lets nobody answer it
    at: float | None = None


@dataclass(frozen=True)
class Tally:
    """What came of a fault."""

    asked: int
    answered: int
    moot: int
    doubled: int
    recovery: float
    note: str = ""

    @property
    def lost(self) -> int:
        return self.asked - self.answered - self.moot


class Stage:
    """One fault's scene; a scenario asks on it, lets the fault strike, and waits."""

    def __init__(self, wire: Discord, folder: Path, times: Times) -> None:
        self.wire, self.folder, self.times = wire, folder, times
        self.questions: list[Asked] = []
        self.note = ""
        self._struck: float | None = None
        self._people = 40

    # -- asking -------------------------------------------------------------------------------------------

    def person(self) -> int:
        """Somebody who has not asked yet: nobody waits for a turn."""
        self._people += 1
        return self._people

    async def message(self, text: str = EXACT, *, says: str = ANSWER, moot: bool = False, **fields: Any) -> dict[str, Any]:
        """Somebody writes a direct message; the payload."""
        fields.setdefault("author", self.person())
        asked = await self.wire.say(text, dm=True, **fields)
        self.count(lambda: sum(says in text_of(reply) for reply in self.wire.replies(asked)), moot=moot)
        return asked

    async def command(self, *, says: str = ANSWER, moot: bool = False, **options: Any) -> Answered:
        """Somebody uses ``/eta``."""
        options.setdefault("author", self.person())
        if not {"text", "attachments"} & options.keys():
            options["text"] = EXACT
        answered = await self.wire.slash("eta", **options)
        self.count(lambda: len([shown for shown in shown_by(answered) if says in text_of(shown)]), moot=moot)
        return answered

    def count(self, answers: Callable[[], int], *, moot: bool = False) -> None:
        """Count one more question."""
        self.questions.append(Asked(answers, moot))

    # -- the fault ----------------------------------------------------------------------------------------

    def meet(self, *faults: Fault) -> None:
        """Put faults on their routes; the recovery counts from now on."""
        self.wire.faults.extend(faults)
        self.struck()

    def struck(self) -> None:
        """From now on it counts how long the recovery takes."""
        self._struck = time.monotonic()

    async def settled(self, seconds: float = MOST) -> None:
        """Wait until every question so far is answered, or the time is over."""
        with contextlib.suppress(TimeoutError):
            await self.wire.until(self._all_answered, seconds)

    def _all_answered(self) -> bool:
        for asked in self.questions:
            if asked.at is None and asked.answers():
                asked.at = time.monotonic()
        return all(asked.at is not None or asked.moot for asked in self.questions)

    async def tally(self) -> Tally:
        """Wait for what is still to come, and for what must not come; the count."""
        await self.settled()
        await asyncio.sleep(SETTLE)
        self._all_answered()
        begun = self._struck or time.monotonic()
        late = [asked.at - begun for asked in self.questions if asked.at is not None]
        counts = [asked.answers() for asked in self.questions]
        return Tally(
            asked=len(counts),
            answered=sum(map(bool, counts)),
            moot=sum(asked.moot and not count for asked, count in zip(self.questions, counts, strict=True)),
            doubled=sum(max(count - 1, 0) for count in counts),
            recovery=max(late, default=0.0),
            note=self.note,
        )

    # -- who answers --------------------------------------------------------------------------------------

    @asynccontextmanager
    async def client(self, memory: Memory | None = None, **options: Any) -> AsyncIterator[Mata]:
        """The real client, connected."""
        now = options.pop("now", None)
        client = Mata(Options(cdn=f"http://127.0.0.1:{self.wire.port}", **options), memory, now=now)
        client.delivery = Delivery(times=self.times)
        task = asyncio.create_task(stay_connected(client, "test-token"))
        try:
            await self.wire.until(lambda: task.done() or client.get_guild(payloads.GUILD) is not None, 60)
            if task.done():
                task.result()
            yield client
            await self.settled()
        finally:
            await client.close()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    @asynccontextmanager
    async def memory(self, folder: Path | None = None) -> AsyncIterator[Memory]:
        """A SQLite store of its own."""
        memory = Memory(f"sqlite:///{(folder or self.folder) / 'mata.db'}")
        await memory.start()
        try:
            yield memory
        finally:
            await memory.close()

    @asynccontextmanager
    async def process(self, **variables: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """``mata serve`` as a process of its own, connected; killed afterwards."""
        before = self.sessions_begun()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", cwd=self.folder, env={**self._environment(), **variables},
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            await self.wire.until(lambda: self.sessions_begun() > before or process.returncode is not None, 60)
            yield process
            if process.returncode is None:
                await self.settled()
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
            await process.wait()

    def sessions_begun(self) -> int:
        """How often anybody has identified or resumed."""
        return self.wire.gateway.count(IDENTIFY) + self.wire.gateway.count(RESUME)

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_CONFIG") if name in os.environ}
        cdn = f"http://127.0.0.1:{self.wire.port}"
        given = {"MATA_TOKEN": "test-token", "MATA_DISCORD_API": self.wire.api, "MATA_DISCORD_CDN": cdn}
        return {**kept, **given, "HOME": str(self.folder), "PYTHONPATH": str(ROOT)}


def shown_by(answered: Answered) -> list[dict[str, Any]]:
    """Everything that an interaction shows: its first answer, and what follows it."""
    first = [answered.original] if answered.original is not None else []
    return [*first, *answered.followups]


@asynccontextmanager
async def staged(folder: Path, times: Times | None = None) -> AsyncIterator[Stage]:
    """A Discord of its own; afterwards every body that was sent is held against the official description."""
    wire = Discord()
    await wire.start()
    base, gateway = discord.http.Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    discord.http.Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = wire.api, yarl.URL(wire.gateway.url)
    try:
        yield Stage(wire, folder, times or Times())
    finally:
        discord.http.Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
        await wire.stop()
    if openapi.available() and (complaints := wire.complaints()):
        raise AssertionError(complaints)
