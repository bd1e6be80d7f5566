"""Messages of a watched channel that hold no log: how many one core looks through in a second.

    python -m tests.benchmarks.sniff [--messages 30000]

The real process over a real websocket; its processor time is counted, from the frame to the decision to be silent.
Beside it the same messages in a channel that nobody watches: what the library and the connection cost by themselves.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.flood import Flooded, flooded, typical
from tests.discord import payloads

WANTED = 3000
ROUNDS = 5


async def rate(process: Flooded, channel: int, count: int) -> float:
    """Messages a second of the process's own time."""
    events = [process.event(process.chatter(), payloads.GUILD, channel, 50_000 + n) for n in range(count)]
    await process.caught_up()
    before = process.seconds()
    await process.send(events)
    await process.caught_up()
    return count / (process.seconds() - before)


async def measured(messages: int) -> tuple[float, float]:
    """Watched and unwatched, the best of several rounds of each in turn: other work only makes them slower."""
    watched, unwatched = [], []
    with tempfile.TemporaryDirectory() as home:
        guild = typical(payloads.GUILD)
        here, there = int(guild["channels"][0]["id"]), int(guild["channels"][1]["id"])
        async with flooded(Path(home), [guild], [(payloads.GUILD, here)]) as process:
            await rate(process, here, 2000)
            for _ in range(ROUNDS):
                watched.append(await rate(process, here, messages // ROUNDS))
                unwatched.append(await rate(process, there, messages // ROUNDS))
            spoken = [call for call in process.wire.rest.calls if call.method in {"POST", "PUT"} and "/channels/" in call.path]
            assert not spoken, "one of the messages was taken for a log"
    return max(watched), max(unwatched)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--messages", type=int, default=30_000)
    watched, unwatched = asyncio.run(measured(options.parse_args().messages))
    print(f"watched, no log in it   {watched:7,.0f} messages/s of one core, {1e6 / watched:.0f} us each (wanted: {WANTED:,}/s)")
    print(f"not watched             {unwatched:7,.0f} messages/s of one core, {1e6 / unwatched:.0f} us each")
    return int(watched < WANTED)


if __name__ == "__main__":
    sys.exit(main())
