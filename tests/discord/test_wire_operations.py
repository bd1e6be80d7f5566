"""An outage of Discord fails readiness, never liveness; requests are counted by kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from bot.app import Mata
from bot.features.figures import bring
from bot.health import Health
from bot.memory import Memory, Place, new_reminder
from tests.discord import payloads
from tests.discord.conftest import Connect
from tests.discord.server import Discord
from tests.stores import opened


async def status(port: int, path: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status


async def test_an_outage_fails_readiness_and_not_liveness(wire: Discord, mata: Mata) -> None:
    async with Health(mata.metrics, mata.serving).listening("127.0.0.1", 0) as port:
        await wire.until(mata.serving)
        assert (await status(port, "/readyz"), await status(port, "/healthz")) == (200, 200)
        await wire.stop()
        await wire.until(lambda: not mata.serving())
        assert (await status(port, "/readyz"), await status(port, "/healthz")) == (503, 200)


async def test_what_happens_is_counted(wire: Discord, mata: Mata) -> None:
    await wire.until(mata.serving)
    answered = await wire.slash("eta", iter="100", ms="3995.11", total="6000")
    await wire.until(lambda: answered.original)
    await wire.gateway.drop()
    await wire.until(lambda: b'mata_gateway_total{event="resumed"} 1.0' in mata.metrics.exposed())
    figures = mata.metrics.exposed().decode()
    assert 'mata_answers_total{outcome="estimate"} 1.0' in figures
    assert 'mata_rest_total{route="interaction",status="2xx"} ' in figures
    assert 'mata_gateway_total{event="ready"} 1.0' in figures
    assert "mata_guilds 1.0" in figures
    assert 'mata_shard_delay_seconds{shard="0"} ' in figures
    assert 'mata_waiting{work="reading"} 0.0' in figures


async def test_reminders_and_told_finishes_are_counted(wire: Discord, connect: Connect, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    async with opened(f"sqlite:///{tmp_path / 'mata.db'}") as memory, connect(memory) as client:
        await add_reminder(memory, now - timedelta(minutes=2))
        await wire.until(lambda: b'mata_reminders_total{outcome="late"} 1.0' in client.metrics.exposed())
        await bring(client, memory)
        assert b"mata_reminders_due 0.0" in client.metrics.exposed()
        assert b'mata_finishes_told{band="inside"} 0.0' in client.metrics.exposed()


async def test_a_reminder_that_nobody_sends_is_seen(tmp_path: Path, mata: Mata) -> None:
    async with opened(f"sqlite:///{tmp_path / 'mata.db'}") as memory:  # nobody sends from this one
        await add_reminder(memory, datetime.now(UTC) - timedelta(minutes=2))
        await bring(mata, memory)
    assert b"mata_reminders_due 1.0" in mata.metrics.exposed()


async def add_reminder(memory: Memory, due: datetime) -> None:
    reminder = new_reminder(42, Place(payloads.CHANNEL), "chosen", due, run_id=None, language="en")
    await memory.reminders.add(reminder, due)
