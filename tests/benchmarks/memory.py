"""Memory of the bot's process: with no server and with a thousand, and over a million messages.

    python -m tests.benchmarks.memory [--messages 1000000] [--servers 1000]

The real process on SQLite over a real websocket. Most messages are chatter in channels that nobody watches, one in
ten in one that is watched, one in fifty asks: pasted logs of many kinds and tables with names never seen before.
The slope is a straight line through the later half, with its 95 % interval from the scatter of the blocks.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from estimators.reading.formats import all_formats
from tests.benchmarks.flood import Flooded, flooded, typical
from tests.discord import payloads

LIMIT_MB, BLOCK = 150.0, 1_000
WATCHED_EVERY, ASKED_EVERY = 10, 50
NOISE = 1.0  # megabytes over all messages that the allocator may keep one day and give back the next


def servers(count: int) -> list[dict[str, Any]]:
    """So many typical servers; the first is the one where people speak."""
    return [typical(payloads.GUILD), *(typical((5000 + n) << 22) for n in range(count - 1))]


def questions(dice: random.Random) -> Iterator[str]:
    """Logs of every format in turn, and tables whose columns bear ever new names."""
    texts = [example.text[:1800] for fmt in all_formats() for example in fmt.examples]
    while True:
        yield dice.choice(texts)
        columns = ",".join(f"metric_{dice.randrange(10**9)}" for _ in range(4))
        yield f"step,time,{columns}\n" + "".join(f"{n},{n * 2.5},1,2,3,4\n" for n in range(1, 9))


def block(process: Flooded, guilds: Sequence[dict[str, Any]], asked: Iterator[str], dice: random.Random) -> list[str]:
    """So many events as the gateway sends them."""
    events = []
    for number in range(BLOCK):
        author = 50_000 + dice.randrange(200_000)
        guild = dice.choice(guilds)
        if number % ASKED_EVERY == 0:
            text, channel = f"<@{payloads.BOT}> {next(asked)}", guild["channels"][1]
        elif number % WATCHED_EVERY == 0:
            guild = guilds[0]
            text, channel = process.chatter(), guild["channels"][0]
        else:
            text, channel = process.chatter(), dice.choice(guild["channels"][1:])
        events.append(process.event(text, int(guild["id"]), int(channel["id"]), author))
    return events


async def idle(count: int) -> float:
    """Megabytes of the process once it has seen so many servers."""
    with tempfile.TemporaryDirectory() as home:
        async with flooded(Path(home), servers(count)) as process:
            await asyncio.sleep(2)
            return process.megabytes()


async def streamed(messages: int, count: int) -> tuple[list[float], int]:
    """Megabytes after each block of messages, and how many of them were answered."""
    dice, answers, seen = random.Random(1), 0, []
    guilds = servers(count)
    asked = questions(dice)
    watched = (payloads.GUILD, int(guilds[0]["channels"][0]["id"]))
    with tempfile.TemporaryDirectory() as home:
        async with flooded(Path(home), guilds, [watched]) as process:
            for _ in itertools.repeat(None, messages // BLOCK):
                await process.send(block(process, guilds, asked, dice))
                await process.caught_up()
                answers += sum(call.method == "POST" and "/messages" in call.path for call in process.wire.rest.calls)
                process.forget()
                seen.append(process.megabytes())
    return seen, answers


def slope(seen: Sequence[float]) -> tuple[float, float]:
    """Megabytes a million messages over the later half, and half the width of the 95 % interval."""
    half = seen[len(seen) // 2 :]
    at = [n * BLOCK / 1e6 for n in range(len(half))]
    line = statistics.linear_regression(at, half)
    scatter = [y - line.intercept - line.slope * x for x, y in zip(at, half, strict=True)]
    spread = statistics.pstdev(at) * len(at) ** 0.5
    return line.slope, 1.96 * statistics.stdev(scatter) / spread


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--messages", type=int, default=1_000_000)
    options.add_argument("--servers", type=int, default=1000)
    chosen = options.parse_args()
    few, many = asyncio.run(idle(1)), asyncio.run(idle(chosen.servers))
    each = (many - few) / (chosen.servers - 1) * 1000
    print(f"1 server {few:.1f} MB, {chosen.servers:,} servers {many:.1f} MB: {each:.1f} MB for 1,000 servers", flush=True)
    seen, answers = asyncio.run(streamed(chosen.messages, chosen.servers))
    for number in range(max(len(seen) // 10, 1) - 1, len(seen), max(len(seen) // 10, 1)):
        print(f"after {(number + 1) * BLOCK:9,} messages {seen[number]:6.1f} MB")
    per_million, width = slope(seen)
    level = abs(per_million) <= max(width, NOISE)
    print(f"{answers:,} answered; slope {per_million:+.2f} MB a million messages, +- {width:.2f}: {'level' if level else 'not level'}")
    print(f"most {max(seen):.1f} MB with {chosen.servers:,} servers (wanted: under {LIMIT_MB:g})")
    return int(not level or max(seen) >= LIMIT_MB)


if __name__ == "__main__":
    sys.exit(main())
