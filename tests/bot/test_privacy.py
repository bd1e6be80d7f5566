"""What is kept is what deploy/PRIVACY.md says; a person's data can be had whole and removed whole; no text is kept."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON, BigInteger, Boolean, Column, DateTime, Integer, LargeBinary, String, insert, select

from bot.answer import Request, answer
from bot.memory import Finish, KnownReply, Memory, Place, naming, new_reminder, reminders, replies, runs
from bot.memory.columns import Exact, Instant
from bot.memory.models import Base
from bot.memory.numbers import packed
from bot.memory.personal import personal_tables
from tests.bot.runs import a_run
from tests.stores import opened

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ME, OTHER = 4242424242, 77
PERSONAL_COLUMNS = {"user_id", "owner_id", "author_id", "person_id", "member_id"}


def statement() -> str:
    return (ROOT / "deploy" / "PRIVACY.md").read_text(encoding="utf-8")


def test_the_statement_lists_every_column_and_no_other() -> None:
    written = dict(re.findall(r"^\| `(\w+\.\w+)` \| (.+) \|$", statement(), re.MULTILINE))
    schema = {f"{t.name}.{c.name}": c.info["sentence"] for t in Base.metadata.sorted_tables for c in t.columns}
    assert written == schema


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        (r"numbers \| (\d+) days after", 30),
        (r"to which message \| (\d+) days", 7),
        (r"at most (\d+) a person \|", 200),
        (r"At most (\d+) runs", 100),
        (r"and (\d+) waiting reminders", 25),
        (r"at most (\d+) letters", 40),
    ],
)
def test_the_statement_states_the_limits_of_the_program(pattern: str, number: int) -> None:
    found = re.search(pattern, statement())
    assert found is not None
    assert int(found[1]) == number
    limits = {runs.KEPT_FOR.days, replies.KEPT_FOR.days, replies.MOST_REPLIES, runs.MOST_RUNS}
    assert number in limits | {reminders.MOST_WAITING, naming.MOST_CHARACTERS}


def test_every_table_says_whose_its_rows_are() -> None:
    for table in Base.metadata.sorted_tables:
        person = table.info["person"]
        assert (person in table.columns) if person else not (PERSONAL_COLUMNS & set(table.columns.keys())), table.name


def some(column: Column[Any], number: int) -> Any:
    """A value that fits the column."""
    kind = column.type
    if isinstance(kind, Instant | DateTime):
        return NOW + timedelta(days=20)
    values: list[tuple[type, Any]] = [
        (Exact, number), (Boolean, True), (BigInteger, number), (Integer, number), (JSON, {"n": number}),
        (LargeBinary, packed(a_run(3))), (String, f"v{number}"),
    ]  # fmt: skip
    return next((value for known, value in values if isinstance(kind, known)), float(number))


async def plant(memory: Memory, person: int, number: int) -> None:
    """Put one row about the person into every table that knows persons, whichever there are."""
    async with memory.database.transaction(write=True) as session:
        for table, whose in personal_tables().items():
            row = {c.name: some(c, number) for c in table.columns}
            row |= {key.parent.name: f"v{number}" for c in table.columns for key in c.foreign_keys}
            await session.execute(insert(table).values({**row, whose: person}))


async def test_export_lists_every_row_of_every_table_and_deletion_leaves_none(memory: Memory) -> None:
    await plant(memory, ME, 1)
    await plant(memory, OTHER, 2)
    exported = json.loads(json.dumps(await memory.personal.export(ME)))
    assert {name: len(rows) for name, rows in exported.items()} == {table.name: 1 for table in personal_tables()}
    for table in personal_tables():
        assert set(exported[table.name][0]) == set(table.columns.keys())
    assert await memory.personal.delete(ME) == len(exported)
    async with memory.database.transaction() as session:
        for table, whose in personal_tables().items():
            people = set(await session.scalars(select(table.c[whose])))
            assert people == {OTHER}, table.name


async def test_deleting_nothing_is_nothing(memory: Memory) -> None:
    assert await memory.personal.delete(ME) == 0
    assert not any((await memory.personal.count(ME)).values())


CANARIES = (
    "hf_Zq8CanaryCanaryCanaryCanary9",
    "canary.internal.example.org",
    "/home/canaryuser/secret-model",
    "wandb_canary_0123456789abcdef0123456789abcdef",
    "MTk4NjIyNDgzNDcxOTI1MjQ4.CanarY.CanaryCanaryCanaryCanaryCan",
    "CanaryLossName",
)
LINES = "\n".join(
    f"canary.internal.example.org | /home/canaryuser/secret-model iter {n}: CanaryLossName 3.1, time 3995.11ms"
    for n in range(10, 300, 10)
)
PASTES = (
    f"HF_TOKEN=hf_Zq8CanaryCanaryCanaryCanary9\nmax_iters = 6000\n{LINES}",
    f"Namespace(token='wandb_canary_0123456789abcdef0123456789abcdef', precision='hf_Zq8CanaryCanaryCanaryCanary9', "
    f"gpu='/home/canaryuser/secret-model', max_steps=9000)\n{LINES}",
    "DISCORD=MTk4NjIyNDgzNDcxOTI1MjQ4.CanarY.CanaryCanaryCanaryCanaryCan\n/eta iter=100 ms=3995.11 total=6000",
    "hf_Zq8CanaryCanaryCanaryCanary9 CanaryLossName 100 of 6000, 4 s each",
)


async def test_planted_secrets_are_nowhere_in_the_store(tmp_path: Path) -> None:
    path = tmp_path / "mata.db"
    kept = 0
    async with opened(f"sqlite:///{path}") as memory:
        for number, paste in enumerate(PASTES):
            found = answer(Request(paste, NOW))
            if found.run is None:
                continue
            kept += 1
            finish = Finish(NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
            key = await memory.runs.remember(ME, Place(number, 1), found.run, NOW, finish=finish)
            await memory.replies.link(KnownReply(number, number, number, ME, key), NOW)
            await memory.reminders.add(new_reminder(ME, Place(1), "chosen", NOW, run_id=key, language="en"), NOW)
        exported = json.dumps(await memory.personal.export(ME))
        on_disk = everything_in(tmp_path)
    on_disk += everything_in(tmp_path)
    assert kept >= 2
    for canary in CANARIES:
        assert canary not in exported
        assert canary.encode() not in on_disk, canary


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
