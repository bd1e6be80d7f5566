"""Interactions at a steady rate over loopback, while large files are read and pictures drawn: how soon each is answered.

    python -m tests.benchmarks.discord_load --seconds 60

The server, the people and Mata share one process here, so every figure holds the server's share too. The exit status
is 1 where a figure is not what is wanted of it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket

from bot.app import Mata, Options
from bot.memory import Memory
from tests.discord import payloads
from tests.discord.server import Discord, buttons_of

RATE = 50  # interactions a second
FILE_EVERY, PICTURE_EVERY = 250, 100  # one of so many carries a file of 8 MB, or asks for a picture of a pasted log
#: What is wanted of a figure: its name, the share of the cases, the most milliseconds.
WANTED = (("acknowledged", 0.99, 250), ("acknowledged", 1.0, 1000), ("answered", 0.99, 400), ("lag", 0.99, 50))
LINE = b"iter %d: loss 3.1, time 3995.11ms, mfu 2.31%%\n"


@dataclass
class Seen:
    """Milliseconds of one run."""

    acknowledged: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    files: list[float] = field(default_factory=list)
    pictures: list[float] = field(default_factory=list)
    lag: list[float] = field(default_factory=list)
    lost: int = 0
    doubled: int = 0


async def lagging(seen: Seen) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(0.01)
        seen.lag.append(1000 * (time.perf_counter() - begun - 0.01))


async def one(wire: Discord, number: int, file: dict[str, Any] | None, seen: Seen) -> None:
    begun = time.perf_counter()
    who = {"author": 10_000 + number, "guild": False}
    if file is None:
        asked = await wire.slash("eta", iter=str(number % 5000), ms=3995.11, total="6000", **who)
    else:
        asked = await wire.slash("eta", attachments=(file,), total="9000000", **who)
    try:
        await wire.until(lambda: asked.kind is not None, 10)
        seen.acknowledged.append(1000 * (time.perf_counter() - begun))
        await wire.until(lambda: asked.original and asked.original["components"], 120)
    except TimeoutError:
        seen.lost += 1
        return
    (seen.answered if file is None else seen.files).append(1000 * (time.perf_counter() - begun))
    seen.doubled += len(asked.followups)


async def picture(wire: Discord, number: int, seen: Seen) -> None:
    """Paste a log that nobody pasted before, then press the button below the answer."""
    author = 10_000 + number
    pasted = "".join(f"iter {n}: loss 3.1, time {3000 + number % 999 + n % 7}.11ms, mfu 2.31%\n" for n in range(10, 300, 10))
    asked = await wire.slash("eta", text=pasted, total="6000", author=author, guild=False)
    try:
        card = await wire.until(lambda: asked.original and asked.original["components"] and asked.original, 10)
        seen.acknowledged.append(1000 * (time.monotonic() - asked.asked_at))
        begun = time.perf_counter()
        button = next(custom_id for custom_id in buttons_of(card).values() if "plot" in custom_id)
        clicked = await wire.click(card, button, author=author, guild=False)
        await wire.until(lambda: clicked.kind is not None, 10)
        seen.acknowledged.append(1000 * (time.perf_counter() - begun))
        await wire.until(lambda: card["attachments"], 30)
    except TimeoutError:
        seen.lost += 1
        return
    seen.pictures.append(1000 * (time.perf_counter() - begun))
    seen.doubled += len(asked.followups) + len(clicked.followups)


async def load(seconds: float) -> Seen:
    wire, seen = Discord(), Seen()
    await wire.start()
    discord.http.Route.BASE = wire.api
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(wire.gateway.url)
    big = wire.attach("train.log", b"".join(LINE % n for n in range(170_000)))
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(f"sqlite+aiosqlite:///{Path(folder) / 'mata.db'}")
        await memory.start()
        client = Mata(Options(cdn=f"http://127.0.0.1:{wire.port}"), memory)
        serving = asyncio.create_task(client.start("test-token"))
        await wire.until(lambda: client.get_guild(payloads.GUILD) is not None)
        for warming in (one(wire, 0, None, Seen()), one(wire, 1, big, Seen()), picture(wire, 2, Seen())):
            await warming  # what is loaded once is not what is measured
        watching = asyncio.create_task(lagging(seen))
        asked = []
        begun = time.perf_counter()
        for number in range(3, int(RATE * seconds) + 3):
            await asyncio.sleep(max(begun + number / RATE - time.perf_counter(), 0))
            file = big if number % FILE_EVERY == 0 else None
            asks = picture(wire, number, seen) if number % PICTURE_EVERY == 1 else one(wire, number, file, seen)
            asked.append(asyncio.create_task(asks))
        await asyncio.gather(*asked)
        watching.cancel()
        await client.close()
        with contextlib.suppress(asyncio.CancelledError):
            await serving
        await memory.close()
    await wire.stop()
    return seen


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values) or [float("nan")]
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=60)
    seconds = options.parse_args().seconds
    seen = asyncio.run(load(seconds))
    print(f"{RATE} interactions/s for {seconds:g} s, {len(seen.files)} files of 8 MB read and {len(seen.pictures)} pictures drawn; milliseconds")
    for name in ("acknowledged", "answered", "files", "pictures", "lag"):
        values = getattr(seen, name)
        shown = "  ".join(f"p{round(100 * share)} {quantile(values, share):.1f}" for share in (0.5, 0.9, 0.99))
        print(f"{name:13} n {len(values):5}  {shown}  max {max(values, default=float('nan')):.1f}")
    print(f"lost {seen.lost}, doubled {seen.doubled}")
    over = [f"{name} p{100 * share:g}" for name, share, most in WANTED if quantile(getattr(seen, name), share) >= most]
    print(f"not as wanted: {', '.join(over) or 'nothing'}")
    return int(bool(over or seen.lost or seen.doubled))


if __name__ == "__main__":
    sys.exit(main())
