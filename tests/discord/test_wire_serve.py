"""``mata serve`` as a process: it starts, answers, and ends cleanly on SIGTERM with the answer out."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.discord.faults import Fault, Kind
from tests.discord.gateway import IDENTIFY
from tests.discord.server import Discord, text_of

ROOT = Path(__file__).parents[2]
EXACT = "/eta iter=100 ms=3995.11 total=6000"


async def started(wire: Discord, home: Path, **variables: str) -> asyncio.subprocess.Process:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "COVERAGE_PROCESS_CONFIG") if name in os.environ}
    given = {"MATA_TOKEN": "test-token", "MATA_DISCORD_API": wire.api, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", cwd=home, env={**kept, **given, **variables},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


def kept_replies(home: Path) -> int:
    with closing(sqlite3.connect(f"file:{home}/.local/share/mata/mata.db?mode=ro", uri=True)) as store:
        return int(store.execute("select count(*) from replies").fetchone()[0])


async def test_sigterm_finishes_what_is_in_flight(wire: Discord, tmp_path: Path) -> None:
    process = await started(wire, tmp_path)
    await wire.until(lambda: wire.gateway.count(IDENTIFY) == 1, 30)
    wire.faults.append(Fault("POST", r"/channels/\d+/messages$", Kind.STATUS, status=503, times=3))
    asked = await wire.say(EXACT, dm=True)
    await wire.until(lambda: wire.faults[0].times < 3)
    process.send_signal(signal.SIGTERM)
    _, told = await asyncio.wait_for(process.communicate(), 12)
    (reply,) = wire.replies(asked)
    assert "6 h 32 min 51 s" in text_of(reply)
    assert process.returncode == 0, told.decode()
    assert EXACT not in told.decode()


async def test_after_a_kill_buttons_and_answers_go_on(wire: Discord, tmp_path: Path) -> None:
    process = await started(wire, tmp_path)
    await wire.until(lambda: wire.gateway.count(IDENTIFY) == 1, 30)
    asked = await wire.say(EXACT, dm=True)
    (reply,) = await wire.until(lambda: wire.replies(asked))
    await wire.until(lambda: kept_replies(tmp_path))
    process.kill()
    await process.communicate()
    process = await started(wire, tmp_path)
    await wire.until(lambda: wire.gateway.count(IDENTIFY) == 2, 30)
    await wire.edit(asked, "/eta iter=100 ms=2000 total=6000")
    await wire.until(lambda: "11800" in text_of(reply))
    assert len(wire.replies(asked)) == 1
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), 12)
    assert process.returncode == 0


async def test_a_killed_process_leaves_no_worker_behind(wire: Discord, tmp_path: Path) -> None:
    process = await started(wire, tmp_path, MATA_DISCORD_CDN=f"http://127.0.0.1:{wire.port}")
    await wire.until(lambda: wire.gateway.count(IDENTIFY) == 1, 30)
    log = "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(20_000)).encode()
    asked = await wire.slash("eta", total="60000", attachments=(wire.attach("train.log", log),))
    await wire.until(lambda: asked.original and "left" in text_of(asked.original), 30)
    children = children_of(process.pid)
    assert children
    process.kill()
    await process.communicate()
    await wire.until(lambda: not any(alive(child) for child in children), 10)


def children_of(pid: int) -> list[str]:
    """The processes that a process has begun."""
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()


def alive(pid: str) -> bool:
    """Whether a process runs; a dead one that nobody has asked for yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize(
    ("variables", "word"),
    [({"MATA_TOKEN": "wrong"}, "token"), ({"MATA_DATABASE_URL": "mysql://x"}, "MATA_DATABASE_URL"), ({"MATA_SHARD_COUNT": "x"}, "MATA_SHARD_COUNT")],
)  # fmt: skip
async def test_what_stops_the_start_is_one_sentence(
    wire: Discord, tmp_path: Path, variables: dict[str, str], word: str
) -> None:
    process = await started(wire, tmp_path, **variables)
    _, told = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 1
    assert word in told.decode()
    assert "Traceback" not in told.decode()
