"""``mata serve`` as a process on loopback, and more messages than anybody would write; what it takes of the machine."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import signal
import sys
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.memory import Memory
from tests.discord import payloads
from tests.discord.gateway import Session
from tests.discord.server import Discord

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
CHANNELS, ROLES, EMOJIS = 30, 15, 20  # of a server of a team or a course

CHATTER = (
    "100% agree, see you at 6 tomorrow",
    "has anybody tried lr=3e-4 with batch 64? mine diverges after 2 epochs or so",
    "it took 3 hours for epoch 2 of 5, not bad",
    "تمام، نكمل الساعة 5 إن شاء الله",
    "```\nTraceback (most recent call last):\n  File \"train.py\", line 600, in <module>\n    main()\nKeyError: 'model'\n```",
    "https://github.com/karpathy/nanoGPT/blob/master/train.py#L250 look at this loop, 1,000 iters between evals",
    "pip install torch==2.5.1 gave me 900 MB of downloads, on a train :(",
    "Downloading model.bin:  45%|####5     | 45/100 [00:10<00:12,  4.5MB/s]",
    "+---------+\n| GPU 0   |\n| 71C 300W / 400W | 38012MiB / 40960MiB | 98% |\n+---------+",
    "meeting moved to 14:30, room 2.04; agenda: 1) budget 2) the 7B run 3) hiring",
)


def typical(number: int) -> dict[str, Any]:
    """A server with as many channels, roles and emojis as teams and courses have."""
    guild = payloads.guild(number)
    [channel] = guild["channels"]
    [role] = guild["roles"]
    more = range(2, CHANNELS + 1)
    guild["channels"] += [{**channel, "id": str(number + n), "name": f"channel-{n}", "position": n} for n in more]
    guild["roles"] += [{**role, "id": str(number + 100 + n), "name": f"role {n}", "position": n} for n in range(ROLES)]
    guild["emojis"] = [
        {"id": str(number + 200 + n), "name": f"emoji_{n}", "roles": [], "require_colons": True, "managed": False,
         "animated": False, "available": True}
        for n in range(EMOJIS)
    ]  # fmt: skip
    return guild


def processor_seconds(pid: int) -> float:
    """Processor time of a process so far, all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Flooded:
    """The process, and the connection on which messages come to it."""

    def __init__(self, wire: Discord, process: asyncio.subprocess.Process) -> None:
        self.wire, self.process = wire, process
        self._dice = random.Random(1)
        self._ids = itertools.count(int(payloads.snowflake()) + (1 << 30))

    @property
    def session(self) -> Session:
        assert self.wire.gateway.session is not None
        return self.wire.gateway.session

    def megabytes(self) -> float:
        """Resident memory of the process."""
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in told.splitlines() if line.startswith("VmRSS"))) / 1024

    def seconds(self) -> float:
        """Processor time of the process, all its threads."""
        return processor_seconds(self.process.pid)

    def event(self, content: str, guild: int, channel: int, author: int) -> str:
        """One message as the gateway sends it."""
        message = payloads.message(content, payloads.user(author), channel)
        message.update(id=str(next(self._ids)), guild_id=str(guild), member=payloads.member())
        if f"<@{payloads.BOT}>" in content:
            message["mentions"] = [{**payloads.mata(), "member": payloads.member()}]
        return json.dumps({"op": 0, "t": "MESSAGE_CREATE", "s": 1, "d": message})

    async def send(self, events: Iterable[str]) -> None:
        """Send events, no faster than the process reads them."""
        socket = self.session.socket
        assert socket is not None
        for event in events:
            await socket.send_str(event)

    def chatter(self) -> str:
        """What people say all day, with other numbers each time."""
        return f"{self._dice.choice(CHATTER)} {self._dice.randrange(10**6)}"

    async def caught_up(self) -> None:
        """Ask, and wait for the answer: events are handled in their order."""
        asked = await self.wire.slash("eta", iter="100", ms=3995.11, total="6000", guild=False, author=next(self._ids))
        await self.wire.until(lambda: asked.original is not None, 120)

    def forget(self) -> None:
        """Drop what the server of this benchmark has seen: only the process is measured."""
        rest = self.wire.rest
        for seen in (rest.calls, rest.messages, rest.nonces, rest.interactions, rest.reactions, self.wire.requests):
            seen.clear()  # type: ignore[attr-defined]
        self.session.sent.clear()


@asynccontextmanager
async def flooded(home: Path, guilds: Sequence[dict[str, Any]], watched: Sequence[tuple[int, int]] = ()) -> AsyncIterator[Flooded]:
    """Start the process with these servers, some of their channels watched, and wait until it has seen them all."""
    store = Memory(f"sqlite:///{home / 'mata.db'}", deadline=60)
    await store.start()
    for guild, channel in watched:
        await store.guilds.watch(guild, channel, datetime.now(UTC), watched=True)
    await store.close()
    wire = Discord()
    wire.gateway.guilds = list(guilds)
    await wire.start()
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    told = {
        "MATA_TOKEN": "test-token", "MATA_DISCORD_API": wire.api, "MATA_DATABASE_URL": f"sqlite:///{home / 'mata.db'}",
        "MATA_MESSAGE_CONTENT": "true", "HOME": str(home), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    log = (home / "log").open("wb")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", cwd=home, env={**kept, **told}, stdout=log, stderr=log
    )
    try:
        await wire.until(wire.gateway.serving, 120)
        found = Flooded(wire, process)
        await found.caught_up()
        yield found
        process.send_signal(signal.SIGTERM)
    finally:
        if process.returncode is None and await _slow_to_end(process):
            process.kill()
        log.close()
        await wire.stop()


async def _slow_to_end(process: asyncio.subprocess.Process) -> bool:
    try:
        await asyncio.wait_for(process.wait(), 15)
    except TimeoutError:
        return True
    return False
