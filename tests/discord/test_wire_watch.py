"""Watched channels: a certain log is answered, a missing total gets a reaction, everything else silence."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app import Mata
from bot.memory import Memory
from tests.discord import payloads
from tests.discord.conftest import Connect
from tests.discord.server import Discord, text_of
from tests.stores import opened

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LOG = "max_iters = 6000\n" + "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(10, 110, 10))
RECORD = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"


@pytest.fixture
async def memory(tmp_path: Path) -> AsyncIterator[Memory]:
    async with opened(f"sqlite+aiosqlite:///{tmp_path / 'mata.db'}") as found:
        yield found


@pytest.fixture
async def watching(connect: Connect, memory: Memory) -> AsyncIterator[Mata]:
    await memory.guilds.watch(payloads.GUILD, payloads.CHANNEL, NOW, watched=True)
    async with connect(memory, message_content=True) as client:
        yield client


async def test_a_certain_log_is_answered_and_the_answer_follows_it(wire: Discord, watching: Mata) -> None:
    pasted = await wire.say(LOG)
    (reply,) = await wire.until(lambda: wire.replies(pasted))
    assert "6,000" in text_of(reply)
    await wire.until(lambda: watching.followed.get(int(pasted["id"])))
    await wire.edit(pasted, LOG.replace("6000", "9000"))
    await wire.until(lambda: "9,000" in text_of(reply))
    await wire.delete(pasted)
    await wire.until(lambda: reply["id"] not in wire.rest.messages)


async def test_a_missing_total_gets_a_reaction_and_no_words(wire: Discord, watching: Mata) -> None:
    pasted = await wire.say(RECORD)
    await wire.until(lambda: wire.rest.reactions)
    assert wire.rest.reactions == [(pasted["id"], "⏳")]
    assert wire.replies(pasted) == []
    assert watching.user is not None


@pytest.mark.parametrize(
    "text",
    [
        "100% agree, see you at 6 tomorrow",
        "/eta iter=100 ms=3995 total=6000",
        "it took 3 hours for epoch 2 of 5, not bad",
        "Downloading model.bin:  45%|████▌     | 45/100 [00:10<00:12,  4.5MB/s]",
    ],
)
async def test_anything_else_is_met_with_silence(wire: Discord, watching: Mata, text: str) -> None:
    quiet = await wire.say(text)
    loud = await wire.say(LOG, author=43)
    await wire.until(lambda: wire.replies(loud))
    assert wire.replies(quiet) == []
    assert wire.rest.reactions == []
    assert watching.user is not None


async def test_without_the_intent_nothing_is_watched(wire: Discord, connect: Connect, memory: Memory) -> None:
    await memory.guilds.watch(payloads.GUILD, payloads.CHANNEL, NOW, watched=True)
    async with connect(memory):
        quiet = await wire.say(LOG)
        asked = await wire.say(LOG, dm=True)
        await wire.until(lambda: wire.replies(asked))
    assert wire.replies(quiet) == []
