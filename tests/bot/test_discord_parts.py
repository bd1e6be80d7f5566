"""The guard, the intake and the delivery by themselves, with a clock of the test's own."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp
import pytest
from yarl import URL

from bot.delivery import Delivery, Times, Undeliverable
from bot.guard import PERSON, Guard, Recent
from bot.intake import MIB, Cdn, Chunks, Intake, Limits, Refused


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Attachment:
    filename: str
    url: str = ""
    size: int = 1
    content_type: str | None = None


class TestRecent:
    def test_it_forgets_the_oldest_and_the_old(self) -> None:
        clock = Clock()
        recent: Recent[int] = Recent(2, 10.0, clock)
        for number in range(3):
            recent.put(number, number)
        assert (recent.get(0), recent.get(1), recent.get(2)) == (None, 1, 2)
        clock.now += 10
        assert recent.get(2) is None
        recent.put(9, 9)
        assert len(recent) == 1


class TestGuard:
    def test_a_message_is_new_once(self) -> None:
        clock = Clock()
        guard = Guard(clock)
        assert guard.first(7)
        assert not guard.first(7)
        assert guard.first(8)

    def test_a_burst_then_one_at_a_time(self) -> None:
        clock = Clock()
        guard = Guard(clock)
        assert [guard.wait(1, None, None) for _ in range(PERSON.burst)] == [0] * PERSON.burst
        wait = guard.wait(1, None, None)
        assert 0 < wait <= PERSON.seconds
        assert guard.wait(2, None, None) == 0
        clock.now += wait
        assert guard.wait(1, None, None) == 0
        assert guard.wait(1, None, None) > 0

    def test_a_refusal_counts_for_nobody(self) -> None:
        guard = Guard(Clock())
        for _ in range(PERSON.burst):
            guard.wait(1, 10, 100)
        for _ in range(50):
            assert guard.wait(1, 10, 100) > 0
        assert guard.wait(2, 10, 100) == 0

    def test_it_stays_small_whoever_asks(self) -> None:
        guard = Guard(Clock())
        for number in range(30_000):
            guard.first(number)
        assert len(guard._seen) <= 10_000


def reading(data: bytes, limits: Limits | None = None) -> Intake:
    @asynccontextmanager
    async def fetch(_: str) -> AsyncIterator[Chunks]:
        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(data), 1000):
                yield data[start : start + 1000]

        yield chunks()

    return Intake(fetch, limits)


class TestIntake:
    async def test_text_and_files_are_read_together(self) -> None:
        got = await reading(b"log").gather("max_iters = 6", [Attachment("a.log"), Attachment("b.log")])
        assert got == b"max_iters = 6\nlog\nlog"

    async def test_a_packed_file_is_unpacked(self) -> None:
        assert await reading(gzip.compress(b"log" * 5000)).gather("", [Attachment("a.gz")]) == b"log" * 5000

    @pytest.mark.parametrize(
        ("files", "data", "refusal"),
        [
            ([Attachment("a.log")] * 4, b"", "intake-too-many"),
            ([Attachment("a.log", size=9 * MIB)], b"", "intake-too-large"),
            ([Attachment("a.log")], b"x" * (8 * MIB + 1), "intake-too-large"),
            ([Attachment("a.gz")], gzip.compress(bytes(17 * MIB)), "intake-inflated"),
            ([Attachment("a.gz")], b"\x1f\x8b not gzip", "intake-broken-archive"),
            ([Attachment("a.png", content_type="image/png")], b"", "intake-not-text"),
        ],
    )
    async def test_what_is_not_read(self, files: list[Attachment], data: bytes, refusal: str) -> None:
        got = await reading(data).gather("", files)
        assert isinstance(got, Refused)
        assert got.id == refusal

    @pytest.mark.parametrize(
        ("address", "allowed"),
        [
            ("https://cdn.discordapp.com/attachments/1/2/a.log?ex=1", True),
            ("https://media.discordapp.net/attachments/1/2/a.log", True),
            ("http://cdn.discordapp.com/a.log", False),
            ("https://cdn.discordapp.com:8443/a.log", False),
            ("https://user@cdn.discordapp.com/a.log", False),
            ("https://cdn.discordapp.com.evil.example/a.log", False),
            ("http://127.0.0.1/a.log", False),
            ("file:///etc/passwd", False),
        ],
    )
    def test_only_discords_cdn(self, address: str, allowed: bool) -> None:
        assert Cdn().allowed(URL(address)) is allowed


class TestDelivery:
    def delivery(self, clock: Clock) -> Delivery:
        return Delivery(clock, clock.sleep, Times(patience=10.0))

    async def test_it_tries_again_after_a_reset(self) -> None:
        clock, tries = Clock(), []

        async def action() -> str:
            tries.append(clock.now)
            if len(tries) < 3:
                raise aiohttp.ClientOSError(104, "Connection reset by peer")
            return "sent"

        assert await self.delivery(clock).persist(action) == "sent"
        assert len(tries) == 3
        assert tries[2] - tries[1] > tries[1] - tries[0]

    async def test_it_gives_up_in_time(self) -> None:
        clock = Clock()

        async def action() -> None:
            raise aiohttp.ServerDisconnectedError

        with pytest.raises(Undeliverable):
            await self.delivery(clock).persist(action)
        assert clock.now <= 1010.0

    async def test_a_bug_is_not_tried_again(self) -> None:
        tries = []

        async def action() -> None:
            tries.append(1)
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await self.delivery(Clock()).persist(action)
        assert len(tries) == 1
