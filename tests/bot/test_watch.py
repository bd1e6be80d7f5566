"""``mata watch``: what a growing log means, moment by moment; the file, the pipe, and the one message in Discord."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.answer import Request, answer
from bot.language import catalogue
from bot.tracking.history import History
from bot.tracking.publisher import Publisher
from bot.tracking.sources import File
from bot.tracking.state import Phase, Shown, State
from bot.tracking.watcher import Watcher
from bot.tracking.webhook import Hook, Webhook
from bot.tracking.words import Words
from tests.bot.webhook_server import URL, Webhooks

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def lines(first: int, last: int, loss: str = "3.1") -> bytes:
    stamp = datetime(2026, 11, 23, 11, tzinfo=UTC)
    return b"".join(
        f"{stamp + timedelta(seconds=4 * n):%Y-%m-%d %H:%M:%S} step {n}/100 loss {loss}\n".encode() for n in range(first, last + 1)
    )


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher(History("en", None), NOW)


class TestWatcher:
    def test_it_says_what_ask_says_of_the_same_lines(self, watcher: Watcher) -> None:
        watcher.feed(lines(1, 40), NOW)
        state = watcher.look(at(2))
        asked = answer(Request(lines(1, 40), NOW, "en"))
        assert state.phase is Phase.RUNNING
        assert state.answer is not None
        assert state.answer.estimate == asked.estimate
        assert state.band is not None

    def test_nothing_new_for_long_is_a_stall_said_once_and_over_when_it_goes_on(self, watcher: Watcher) -> None:
        watcher.feed(lines(1, 40), NOW)
        assert watcher.look(at(2)).phase is Phase.RUNNING
        assert watcher.look(at(60)).phase is Phase.RUNNING
        assert watcher.look(at(3600)).phase is Phase.STALLED
        assert watcher.look(at(3700)).phase is Phase.STALLED
        assert [state.phase for state in watcher.take_alarms()] == [Phase.STALLED]
        watcher.feed(lines(41, 42), at(3800))
        assert watcher.look(at(3802)).phase is Phase.RUNNING
        assert watcher.take_alarms() == []

    def test_a_loss_that_is_no_number_is_an_alarm(self, watcher: Watcher) -> None:
        watcher.feed(lines(1, 40), NOW)
        watcher.look(at(2))
        watcher.feed(lines(41, 43, "nan"), at(12))
        assert watcher.look(at(14)).phase is Phase.DIVERGED
        assert [state.phase for state in watcher.take_alarms()] == [Phase.DIVERGED]

    def test_a_run_that_reaches_its_total_has_finished(self, watcher: Watcher) -> None:
        watcher.feed(lines(1, 100), NOW)
        assert watcher.look(at(2)).phase is Phase.FINISHED

    @pytest.mark.parametrize(("last", "phase"), [(40, Phase.CUT), (100, Phase.FINISHED)])
    def test_a_pipe_that_closes_ends_the_run(self, watcher: Watcher, last: int, phase: Phase) -> None:
        watcher.feed(lines(1, last), NOW)
        assert watcher.end(Phase.CUT, at(1)).phase is phase
        assert [state.phase for state in watcher.take_alarms()] == [phase]

    def test_a_log_that_nobody_writes_any_more_is_dead_sooner_than_stalled(self, watcher: Watcher) -> None:
        watcher.feed(lines(1, 40), NOW, live=False)
        assert watcher.look(at(60), writer=True).phase is Phase.RUNNING
        assert watcher.look(at(60), writer=False).phase is Phase.DEAD

    def test_a_missing_total_is_asked_for_and_can_be_given(self) -> None:
        record = b"iter 10: loss 3.1, time 4000.00ms, mfu 2.31%\niter 20: loss 3.1, time 4000.00ms, mfu 2.31%\n"
        without, given = Watcher(History("en", None), NOW), Watcher(History("en", "6000"), NOW)
        for one in (without, given):
            one.feed(record, NOW)
        assert without.look(at(2)).phase is Phase.NEEDS
        assert given.look(at(2)).total == 6000


class TestFile:
    def test_it_comes_later_grows_is_cut_short_and_is_replaced(self, tmp_path: Path) -> None:
        path = tmp_path / "train.log"
        file = File(path)
        assert file.poll() == b""
        assert not file.there()
        path.write_bytes(b"one\n")
        assert file.poll() == b"one\n"
        with path.open("ab") as added:
            added.write(b"two\n")
        assert file.poll() == b"two\n"
        path.write_bytes(b"x\n")
        assert file.poll() == b"\nx\n"
        (tmp_path / "next").write_bytes(b"three\n")
        (tmp_path / "next").replace(path)
        assert file.poll() == b"\n"
        assert file.poll() == b"three\n"
        file.close()


@pytest.mark.parametrize(("code", "wanted"), [
    ("en", ("40 of 100", "Finishes", "With 80% probability")),
    ("ar", ("40 من 100", "الانتهاء", "باحتمال 80%")),
])  # fmt: skip
def test_what_stands_in_discord_is_said_in_both_languages(code: str, wanted: tuple[str, ...]) -> None:
    watcher = Watcher(History(code, None), NOW)
    watcher.feed(lines(1, 40, "3.1 canary-55a1"), NOW)
    said = Words(catalogue()[code], UTC).discord(watcher.look(at(2)), at(2), "night run")
    assert all(part in said for part in wanted)
    assert "<t:" in said
    assert "canary-55a1" not in said
    assert len(said) <= 2000


@pytest.fixture
async def discord_there() -> AsyncIterator[Webhooks]:
    async with Webhooks() as server:
        yield server


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def publisher(discord_there: Webhooks) -> AsyncIterator[tuple[Publisher, Clock, list[str]]]:
    hook, clock, lost = Hook.of(URL, discord_there.api), Clock(), list[str]()
    assert hook is not None
    async with aiohttp.ClientSession() as session:
        yield Publisher(Webhook(hook, session), clock, lost.append), clock, lost


def shown(percent: int, phase: Phase = Phase.RUNNING) -> Shown:
    return Shown(phase, percent, None, None)


Published = tuple[Publisher, Clock, list[str]]


class TestPublisher:
    async def test_one_message_is_edited_at_most_once_a_minute(self, discord_there: Webhooks, publisher: Published) -> None:
        told, clock, _ = publisher
        told.show(shown(1), "1 %")
        await told.step()
        told.show(shown(1), "1 % again")
        assert told.wait() is None
        told.show(shown(2), "2 %")
        assert told.wait() == 60
        told.show(shown(3), "3 %")
        clock.now = 60
        assert told.wait() == 0
        await told.step()
        assert [method for method, _ in discord_there.calls] == ["POST", "PATCH"]
        assert [message["content"] for message in discord_there.messages.values()] == ["3 %"]
        assert all(body["allowed_mentions"] == {"parse": []} for _, body in discord_there.calls)

    async def test_an_alarm_is_a_message_of_its_own_and_does_not_wait(self, discord_there: Webhooks, publisher: Published) -> None:
        told, _, _ = publisher
        told.show(shown(1), "1 %")
        await told.step()
        told.alarm("stalled")
        assert told.wait() == 0
        await told.step()
        assert [message["content"] for message in discord_there.messages.values()] == ["1 %", "stalled"]

    @pytest.mark.parametrize(("fault", "wait"), [("429", 7.5), ("html", 30.0), ("503", 2.0), ("reset", 2.0)])
    async def test_what_could_not_be_said_is_said_later(
        self, discord_there: Webhooks, publisher: Published, fault: str, wait: float
    ) -> None:
        told, clock, lost = publisher
        discord_there.faults.append(fault)
        told.alarm("stalled")
        await told.step()
        assert told.wait() == wait
        clock.now += wait
        await told.step()
        assert told.wait() is None
        assert [message["content"] for message in discord_there.messages.values()] == ["stalled"]
        assert lost == []

    async def test_a_deleted_message_is_posted_anew(self, discord_there: Webhooks, publisher: Published) -> None:
        told, clock, _ = publisher
        told.show(shown(1), "1 %")
        await told.step()
        discord_there.messages.clear()
        clock.now = 60
        told.show(shown(2), "2 %")
        await told.step()
        assert told.wait() == 0
        await told.step()
        assert [message["content"] for message in discord_there.messages.values()] == ["2 %"]

    async def test_a_webhook_that_is_gone_is_told_once_and_left_alone(self, discord_there: Webhooks, publisher: Published) -> None:
        told, _, lost = publisher
        discord_there.faults.append("unknown")
        told.alarm("stalled")
        await told.step()
        told.alarm("finished")
        assert lost == ["unknown"]
        assert told.wait() is None

    async def test_the_last_state_does_not_wait_for_its_minute(self, discord_there: Webhooks, publisher: Published) -> None:
        told, _, _ = publisher
        told.show(shown(1), "1 %")
        await told.step()
        told.show(shown(100, Phase.FINISHED), "finished")
        told.finish()
        await told.run()
        assert [message["content"] for message in discord_there.messages.values()] == ["finished"]


@pytest.mark.parametrize("url", ["", "https://example.org" + URL[19:], URL.replace("https", "http"), URL + "/../x", "discord.com"])
def test_only_discords_own_webhooks_are_taken(url: str) -> None:
    assert Hook.of(url) is None


@pytest.mark.parametrize(("code", "ended"), [("en", "The run ended before its total"), ("ar", "انتهى التدريب قبل اكتماله")])
async def test_the_command_follows_a_pipe_and_keeps_discord_up_to_date(discord_there: Webhooks, code: str, ended: str) -> None:
    given = {"MATA_DISCORD_API": discord_there.api, "MATA_WEBHOOK": URL, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "watch", "-", "--lang", code,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, **given},
    )  # fmt: skip
    said, _ = await process.communicate(lines(1, 40, "3.1 canary-55a1"))
    assert process.returncode == 0, said.decode()
    assert ended in said.decode()
    contents = [message["content"] for message in discord_there.messages.values()]
    assert any(ended in content for content in contents)
    assert not any("canary-55a1" in text or "abcdefghijklmnop" in text for text in (*contents, said.decode()))


def test_a_state_that_says_the_same_is_not_said_again() -> None:
    state = State(Phase.READING)
    assert not Shown.of(state).differs(Shown.of(state))
