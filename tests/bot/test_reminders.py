"""A reminder goes out once: through faults of the sender, of the store, and of other processes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot import reminders
from bot.features.remind import worker_name
from bot.memory import CannotKeep, Memory, Place, Reminding, new_reminder
from bot.reminders import Reminders, Unreachable
from tests.bot.runs import a_run
from tests.stores import opened

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLACE = Place(10, 1)


@dataclass
class Moment:
    """A clock that stands still until it is moved."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Postbox:
    """Keeps what was sent; ``fails`` raises what it returns."""

    sent: list[tuple[str, timedelta | None]] = field(default_factory=list)
    summaries: list[tuple[int, int]] = field(default_factory=list)
    fails: Callable[[Reminding], Exception | None] = lambda _: None

    async def remind(self, reminder: Reminding, late: timedelta | None) -> None:
        await asyncio.sleep(0)
        if error := self.fails(reminder):
            raise error
        self.sent.append((reminder.id, late))

    async def summarise(self, newest: Reminding, count: int) -> None:
        if error := self.fails(newest):
            raise error
        self.summaries.append((newest.owner_id, count))


async def added(memory: Memory, due_at: datetime, owner: int = 1) -> Reminding:
    reminder = new_reminder(owner, PLACE, "chosen", due_at, run_id=None, language="ar")
    assert await memory.reminders.add(reminder, START)
    return reminder


def sending(memory: Memory, box: Postbox, now: Moment, worker: str = "only") -> Reminders:
    return Reminders(memory, box, worker=worker, now=now)


async def test_it_goes_out_when_due_and_once(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    first = await added(memory, START + timedelta(minutes=5))
    task = sending(memory, box, now)
    assert await task.once() == 0
    now.advance(minutes=5)
    assert await task.once() == 1
    now.advance(days=1)
    assert await task.once() == 0
    assert box.sent == [(first.id, None)]
    assert await memory.reminders.waiting(1) == []


async def test_a_late_one_is_marked_late(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    await added(memory, START)
    now.advance(hours=3)
    task = sending(memory, box, now)
    await task.once()
    assert box.sent[0][1] == timedelta(hours=3)
    assert (task.tally.sent, task.tally.late) == (1, 1)


async def test_too_old_ones_are_dropped_with_one_summary_a_person(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    for day in range(3):
        await added(memory, START + timedelta(days=day), owner=1)
    await added(memory, START, owner=2)
    await added(memory, START + timedelta(days=12), owner=2)
    now.advance(days=15)
    task = sending(memory, box, now)
    while await task.once():
        pass
    assert sorted(box.summaries) == [(1, 3), (2, 1)]
    assert len(box.sent) == 1
    assert task.tally.dropped == 4


async def test_a_failing_sender_is_tried_again_later_and_later(memory: Memory) -> None:
    now = Moment()
    tries: list[datetime] = []

    def fail(_: Reminding) -> Exception | None:
        tries.append(now())
        return ConnectionResetError() if len(tries) < 4 else None

    box = Postbox(fails=fail)
    await added(memory, START)
    task = sending(memory, box, now)
    for _ in range(40):
        await task.once()
        now.advance(seconds=1)
    gaps = [(b - a).total_seconds() for a, b in pairwise(tries)]
    assert gaps == [2, 4, 8]
    assert len(box.sent) == 1


async def test_where_nobody_can_be_reached_it_is_given_up(memory: Memory) -> None:
    box = Postbox(fails=lambda _: Unreachable())
    await added(memory, START)
    task = sending(memory, box, Moment())
    assert await task.once() == 1
    assert await task.once() == 0
    assert await memory.reminders.waiting(1) == []
    assert task.tally.failed == 1


async def test_a_dead_process_is_replaced_when_its_lease_ends(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    one = await added(memory, START)
    dead = await memory.reminders.claim("dead", now(), timedelta(seconds=30), oldest=START)
    assert [r.id for r in dead] == [one.id]
    other = sending(memory, box, now, "other")
    assert await other.once() == 0
    assert await memory.reminders.next_at() == START + timedelta(seconds=30)
    now.advance(seconds=30)
    assert await other.once() == 1
    assert [key for key, _ in box.sent] == [one.id]


async def until_claimed(memory: Memory, at: datetime) -> None:
    async with asyncio.timeout(10):
        while await memory.reminders.next_at() != at:
            pass


async def test_what_is_being_sent_stays_claimed(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "RENEW_EVERY", 0.01)
    now, box, arrived = Moment(), Postbox(), asyncio.Event()
    await added(memory, START)

    async def slowly(_: Reminding, __: timedelta | None) -> None:
        await arrived.wait()

    monkeypatch.setattr(box, "remind", slowly)
    slow, other = sending(memory, box, now, "slow"), sending(memory, Postbox(), now, "other")
    round_of_slow = asyncio.create_task(slow.once())
    await until_claimed(memory, now() + reminders.LEASE)
    now.advance(seconds=2)
    await until_claimed(memory, now() + reminders.LEASE)
    now.advance(seconds=2)
    assert await other.once() == 0
    arrived.set()
    assert await round_of_slow == 1


def test_processes_that_share_a_store_have_names_of_their_own(tmp_path: Path) -> None:
    shared, own = Memory("postgresql://nobody@127.0.0.1/none"), Memory(str(tmp_path / "mata.db"))
    assert worker_name(shared) != worker_name(shared)
    assert worker_name(own) == worker_name(own)
    assert len(worker_name(shared)) <= 64


async def test_a_process_that_comes_back_takes_its_own_up_at_once(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    one = await added(memory, START)
    first = await memory.reminders.claim("mata-0", now(), timedelta(seconds=30), oldest=START)
    again = sending(memory, box, now, "mata-0")
    assert await again.once() == 1
    assert box.sent == [(one.id, None)]
    assert first[0].nonce == one.nonce


async def test_processes_share_without_doubling(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("one process only")
    now, boxes = Moment(), [Postbox() for _ in range(4)]
    async with opened(database_url) as memory:
        for number in range(300):
            await added(memory, START, owner=number)

        async def work(number: int) -> None:
            async with opened(database_url) as mine:
                task = sending(mine, boxes[number], now, f"worker-{number}")
                while await task.once():
                    pass

        await asyncio.gather(*map(work, range(4)))
    counts = Counter(key for box in boxes for key, _ in box.sent)
    assert len(counts) == 300
    assert set(counts.values()) == {1}


async def test_what_was_sent_while_the_store_failed_is_not_sent_again(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, box = Moment(), Postbox()
    await added(memory, START)
    task = sending(memory, box, now)

    async def locked(*_: object, **__: object) -> None:
        raise CannotKeep("locked")

    with monkeypatch.context() as broken:
        broken.setattr(memory.reminders, "settle", locked)
        assert await task.once() == 1
    now.advance(minutes=2)
    assert await task.once() == 0
    assert len(box.sent) == 1
    assert await memory.reminders.waiting(1) == []


async def test_the_task_wakes_for_a_new_one_and_stops_when_told(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    task = sending(memory, box, now)
    running = asyncio.create_task(task.run())
    await memory.reminders.next_at()
    await added(memory, START)
    task.wake()
    async with asyncio.timeout(5):
        while not box.sent:
            await memory.reminders.next_at()
    task.stop()
    async with asyncio.timeout(5):
        await running


async def test_a_mistake_in_one_round_does_not_end_the_task(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    box = Postbox()
    task = sending(memory, box, Moment())
    claim, failed = memory.reminders.claim, asyncio.Event()

    async def fails_once(*args: object, **given: object) -> object:
        if not failed.is_set():
            failed.set()
            raise ZeroDivisionError
        return await claim(*args, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(memory.reminders, "claim", fails_once)
    await added(memory, START)
    running = asyncio.create_task(task.run())
    await failed.wait()
    async with asyncio.timeout(5):
        while not box.sent:
            task.wake()
            await memory.reminders.next_at()
    task.stop()
    await running


async def test_a_forgotten_run_reminds_no_one(memory: Memory) -> None:
    now, box = Moment(), Postbox()
    key = await memory.runs.remember(1, PLACE, a_run(2), START)
    reminder = new_reminder(1, PLACE, "expected", START, run_id=key, language="en")
    assert await memory.reminders.add(reminder, START)
    await memory.runs.forget(key, 1)
    assert await sending(memory, box, now).once() == 0
