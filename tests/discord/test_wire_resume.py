"""What is asked while no process is there is answered by the next one, once; nothing is answered a second time."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.discord import payloads
from tests.discord.faults import Fault, Kind
from tests.discord.gateway import RESUME
from tests.discord.server import Discord, text_of
from tests.discord.test_wire_serve import EXACT, started

MENTION = f"<@{payloads.BOT}> iter=100 ms=3995.11 total=6000"


def kept_place(home: Path) -> int:
    """The number of the last event that the store knows to be answered; 0 where none is kept."""
    with closing(sqlite3.connect(f"file:{home}/.local/share/mata/mata.db?mode=ro", uri=True)) as store:
        found = store.execute("select max(sequence) from gateway_sessions").fetchone()[0]
    return int(found or 0)


async def serving(wire: Discord, home: Path, **variables: str) -> asyncio.subprocess.Process:
    """A process that has noted where it stands."""
    process = await started(wire, home, **variables)
    await wire.until(wire.gateway.serving, 30)
    assert wire.gateway.session is not None
    sent = wire.gateway.session.sent
    await wire.until(lambda: kept_place(home) == len(sent), 30)
    return process


async def ended(process: asyncio.subprocess.Process) -> str:
    _, told = await asyncio.wait_for(process.communicate(), 15)
    return told.decode()


async def while_away(wire: Discord) -> list[dict[str, Any]]:
    await wire.until(lambda: not wire.gateway.serving())
    return [await wire.say(EXACT, dm=True), await wire.say(MENTION), await wire.say(EXACT, dm=True, author=43)]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
async def test_what_is_asked_while_nobody_is_there_is_answered(wire: Discord, tmp_path: Path, how: signal.Signals) -> None:
    process = await serving(wire, tmp_path)
    before = await wire.say(EXACT, dm=True, author=44)
    await wire.until(lambda: wire.replies(before))
    process.send_signal(how)
    await ended(process)
    asked = await while_away(wire)
    process = await started(wire, tmp_path)
    await wire.until(lambda: all(wire.replies(one) for one in asked), 30)
    after = await wire.say(EXACT, dm=True, author=45)
    await wire.until(lambda: wire.replies(after))
    process.send_signal(signal.SIGTERM)
    told = await ended(process)
    assert process.returncode == 0, told
    assert wire.gateway.count(RESUME) == 1
    assert [len(wire.replies(one)) for one in (before, *asked, after)] == [1] * 5
    assert all("6 h 32 min 51 s" in text_of(wire.replies(one)[0]) for one in asked)


async def test_an_answer_that_was_promised_is_given(wire: Discord, tmp_path: Path) -> None:
    cdn = {"MATA_DISCORD_CDN": f"http://127.0.0.1:{wire.port}"}
    process = await serving(wire, tmp_path, **cdn)
    stalled = Fault("GET", "/cdn/", Kind.STALL, times=9)
    wire.faults.append(stalled)
    file = wire.attach("train.log", b"".join(b"iter %d: loss 3.1, time 3995.11ms\n" % n for n in range(100)))
    asked = await wire.slash("eta", attachments=(file,), total="6000")
    await wire.until(lambda: asked.kind == 5 and stalled.times < 9)
    process.kill()
    await ended(process)
    wire.faults.clear()
    process = await started(wire, tmp_path, **cdn)
    await wire.until(lambda: text_of(asked.original), 30)
    process.send_signal(signal.SIGTERM)
    await ended(process)
    assert asked.followups == []


async def test_a_session_that_discord_forgot_is_begun_anew(wire: Discord, tmp_path: Path) -> None:
    process = await serving(wire, tmp_path)
    process.kill()
    await ended(process)
    wire.gateway.sessions.clear()
    process = await serving(wire, tmp_path)
    asked = await wire.say(EXACT, dm=True)
    await wire.until(lambda: wire.replies(asked))
    process.send_signal(signal.SIGTERM)
    told = await ended(process)
    assert process.returncode == 0, told
    assert len(wire.replies(asked)) == 1
