"""What needs memory, through the real client and over real sockets: on both stores, in both languages, restarted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bot import keeping
from bot.memory import Finish, Memory, Place, new_reminder
from bot.memory.personal import personal_tables
from tests.bot.runs import a_run
from tests.discord import openapi, payloads
from tests.discord.conftest import Connect
from tests.discord.faults import Fault, Kind
from tests.discord.server import Discord, buttons_of, text_of
from tests.stores import KINDS, need_server, opened, store_url

LOG = "\n".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 30.00%" for n in range(10, 110, 10)) + "\nmax_iters = 6000"
PERSON = 42
T = TypeVar("T")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgresql":
        need_server()
    with store_url(request.param, tmp_path) as found:
        yield found


@pytest.fixture
async def memory(url: str) -> AsyncIterator[Memory]:
    async with opened(url) as found:
        yield found


async def asked(wire: Discord, **who: Any) -> dict[str, Any]:
    """Ask about a log by command; the card."""
    answered = await wire.slash("eta", text=LOG, **who)
    return await shown(wire, answered)


async def shown(wire: Discord, answered: Any) -> dict[str, Any]:
    await wire.until(lambda: answered.original and text_of(answered.original))
    found: dict[str, Any] = answered.original
    return found


async def clicked(wire: Discord, message: dict[str, Any], label: str, **who: Any) -> Any:
    return await wire.click(message, buttons_of(message)[label], **who)


async def kept_run(memory: Memory, person: int = PERSON) -> Any:
    return (await until(lambda: memory.runs.of(person, datetime.now(UTC)), bool))[0]


async def test_a_run_is_listed_named_and_forgotten(wire: Discord, connect: Connect, memory: Memory) -> None:
    async with connect(memory):
        await asked(wire)
        run = await kept_run(memory)
        listed = await shown(wire, await wire.slash("runs"))
        assert "<t:" in text_of(listed)
        chosen = select_of(listed)
        one = await shown_by(wire, await pick(wire, listed, chosen, run.id), "Rename")
        form = await clicked(wire, one, "Rename")
        await wire.until(lambda: form.modal)
        named = await wire.submit(form.modal["custom_id"], {"value": "bert *base*"}, on=one)
        await wire.until(lambda: named.original and "bert base" in text_of(named.original))
        await clicked(wire, one, "Forget")
        await wire.until(lambda: "Forgotten" in text_of(one))
        assert await memory.runs.of(PERSON, datetime.now(UTC)) == []


@pytest.mark.parametrize(("locale", "title", "arranged"), [
    ("en-US", "Your runs", "I will remind you"),
    ("ar", "تدريباتك", "سأذكّرك"),
])  # fmt: skip
async def test_in_a_direct_message_the_reminder_comes_there(
    wire: Discord, connect: Connect, memory: Memory, locale: str, title: str, arranged: str
) -> None:
    who = {"guild": False, "locale": locale}
    async with connect(memory):
        await asked(wire, **who)
        await kept_run(memory)
        assert title in text_of(await shown(wire, await wire.slash("runs", **who)))
        assert arranged in text_of(await shown(wire, await wire.slash("remind", after="1 s", **who)))
        await wire.until(lambda: sent_reminders(wire, channel=str(5000 + PERSON)))
    assert await memory.reminders.waiting(PERSON) == []


async def test_a_later_paste_is_the_same_run_and_moves_its_reminder(
    wire: Discord, connect: Connect, memory: Memory
) -> None:
    more = "\n".join(f"iter {n}: loss 2.9, time 7990.22ms, mfu 15.00%" for n in range(110, 210, 10))
    async with connect(memory):
        await asked(wire)
        first = await kept_run(memory)
        await shown(wire, await wire.slash("remind", at="expected"))
        [before] = await memory.reminders.waiting(PERSON)
        await shown(wire, await wire.slash("eta", text=more))
        runs = await until(lambda: memory.runs.of(PERSON, datetime.now(UTC)), lambda found: found[0].run.done == 200)
    assert [run.id for run in runs] == [first.id]
    assert len(runs[0].run.observations) == 20
    [after] = await memory.reminders.waiting(PERSON)
    assert after.due_at > before.due_at


async def until(ask: Callable[[], Awaitable[T]], holds: Callable[[T], bool]) -> T:
    """Ask again and again until the answer holds; the answer."""
    async with asyncio.timeout(8):
        while not holds(found := await ask()):  # noqa: ASYNC110 - another process has no event for us
            await asyncio.sleep(0.005)
    return found


async def test_language_is_kept_for_the_next_process(wire: Discord, connect: Connect, memory: Memory) -> None:
    async with connect(memory):
        told = await shown(wire, await wire.slash("language", to="ar"))
        assert "بالعربية" in text_of(told)
    async with connect(memory):
        assert "المتبقي" in text_of(await asked(wire))
        told = await shown(wire, await wire.slash("language", to="auto"))
    assert (await memory.people.settings(PERSON)).language is None


@pytest.mark.parametrize(("locale", "labels"), [
    ("en-US", ("Remind me", "At the expected finish", "Cancel")),
    ("ar", ("ذكّرني", "عند الانتهاء المتوقع", "إلغاء")),
])  # fmt: skip
async def test_remind_me_is_arranged_and_cancelled_after_a_restart(
    wire: Discord, connect: Connect, memory: Memory, locale: str, labels: tuple[str, str, str]
) -> None:
    async with connect(memory):
        card = await asked(wire, locale=locale)
        await kept_run(memory)
    async with connect(memory):
        offer = await shown(wire, await clicked(wire, card, labels[0], locale=locale))
        await clicked(wire, offer, labels[1], locale=locale)
        await wire.until(lambda: labels[2] in buttons_of(offer))
        [waiting] = await memory.reminders.waiting(PERSON)
        assert (waiting.kind, waiting.language) == ("expected", locale[:2])
    async with connect(memory):
        await clicked(wire, offer, labels[2], locale=locale)
        await wire.until(lambda: not buttons_of(offer))
    assert await memory.reminders.waiting(PERSON) == []


@pytest.mark.parametrize(("after", "kept"), [("90 min", 1), ("ساعتان", 1), ("soon", 0), ("9 years", 0)])
async def test_remind_after_a_time_of_choice(
    wire: Discord, connect: Connect, memory: Memory, after: str, kept: int
) -> None:
    async with connect(memory):
        await shown(wire, await wire.slash("remind", after=after))
    assert len(await memory.reminders.waiting(PERSON)) == kept


async def test_a_due_reminder_mentions_its_owner_alone_and_asks_whether_it_is_done(
    wire: Discord, connect: Connect, memory: Memory
) -> None:
    async with connect(memory):
        await asked(wire)
        run = await kept_run(memory)
    due = datetime.now(UTC) - timedelta(minutes=5)
    place = Place(payloads.CHANNEL, payloads.GUILD)
    reminder = new_reminder(PERSON, place, "expected", due, run_id=run.id, language="en")
    assert await memory.reminders.add(reminder, due)
    async with connect(memory):
        posted = await wire.until(lambda: sent_reminders(wire))
        [message] = posted
        assert f"<@{PERSON}>" in text_of(message)
        assert "late" in text_of(message)
        bodies = [c.body for c in wire.rest.calls if isinstance(c.body, dict)]
        [body] = [found for found in bodies if found.get("nonce") == reminder.nonce]
        assert body["enforce_nonce"] is True
        assert [str(user) for user in body["allowed_mentions"]["users"]] == [str(PERSON)]
        assert not body["allowed_mentions"].get("parse")
        other = await clicked(wire, message, "Just now", author=7)
        await wire.until(lambda: other.original)
        assert (await memory.outcomes.coverage()).told == 0
        await clicked(wire, message, "Just now")
        await wire.until(lambda: "outside the band" in text_of(message))
    coverage = await memory.outcomes.coverage()
    assert (coverage.hits, coverage.told) == (0, 1)


async def test_earlier_is_asked_for_and_still_running_offers_another_reminder(
    wire: Discord, connect: Connect, memory: Memory
) -> None:
    async with connect(memory):
        await asked(wire)
        run = await kept_run(memory)
    due = datetime.now(UTC)
    for kind in ("expected", "chosen"):
        place = Place(payloads.CHANNEL, payloads.GUILD)
        await memory.reminders.add(new_reminder(PERSON, place, kind, due, run_id=run.id, language="en"), due)
    async with connect(memory):
        await wire.until(lambda: len(sent_reminders(wire)) == 2)
        first, second = sent_reminders(wire)
        await clicked(wire, first, "Still running")
        await wire.until(lambda: "At the late end" in buttons_of(first))
        form = await clicked(wire, second, "Earlier")
        await wire.until(lambda: form.modal)
        await wire.submit(form.modal["custom_id"], {"value": "whenever"}, on=second)
        await wire.until(lambda: "did not understand" in text_of(second))
        await wire.submit(form.modal["custom_id"], {"value": "20 min"}, on=second)
        await wire.until(lambda: "Thank you" in text_of(second))
    assert (await memory.outcomes.coverage()).told == 1


async def test_a_reminder_goes_by_direct_message_where_the_channel_is_gone(
    wire: Discord, connect: Connect, memory: Memory
) -> None:
    gone = Place(404404, payloads.GUILD)
    reminder = new_reminder(PERSON, gone, "chosen", datetime.now(UTC), run_id=None, language="ar")
    await memory.reminders.add(reminder, datetime.now(UTC))
    wire.faults.append(not_found("/channels/404404/messages"))
    async with connect(memory):
        await wire.until(lambda: sent_reminders(wire, channel=str(5000 + PERSON)))
    assert await memory.reminders.waiting(PERSON) == []


async def all_kept(memory: Memory) -> None:
    """Wait until what was asked has left a row in every table of a person: the answer does not wait for them."""
    async with asyncio.timeout(8):
        while not all((await memory.personal.count(PERSON)).values()):  # noqa: ASYNC110 - the store has no event
            await asyncio.sleep(0.005)


async def test_privacy_exports_every_row_and_deletes_all(wire: Discord, connect: Connect, memory: Memory) -> None:
    async with connect(memory) as client:
        await asked(wire)
        await wire.say(f"<@{payloads.BOT}> {LOG}")
        run = await kept_run(memory)
        await shown(wire, await wire.slash("language", to="en"))
        later = datetime.now(UTC) + timedelta(days=1)
        await memory.reminders.add(new_reminder(PERSON, Place(1), "chosen", later, run_id=run.id, language="en"), later)
        await all_kept(memory)
        panel = await shown(wire, await wire.slash("privacy"))
        exported = await clicked(wire, panel, "Export as a file")
        await wire.until(lambda: exported_file(wire))
        told = json.loads(exported_file(wire))
        counts = await memory.personal.count(PERSON)
        assert {name: len(rows) for name, rows in told["tables"].items()} == counts
        assert set(told["tables"]) == {table.name for table in personal_tables()}
        assert told["tables"]["runs"][0]["observations"]["step"]
        await clicked(wire, panel, "Delete everything")
        await wire.until(lambda: "Yes, delete everything" in buttons_of(panel))
        await clicked(wire, panel, "Yes, delete everything")
        await wire.until(lambda: "Deleted" in text_of(panel))
        assert not any((await memory.personal.count(PERSON)).values())
        assert (await client.preferences.person(PERSON)).language is None
        assert exported.original is not None


def held_back(monkeypatch: pytest.MonkeyPatch, part: Any, name: str) -> asyncio.Event:
    """Make a store slow: what it is asked waits until the event is set."""
    opened_again, asked_of_it = asyncio.Event(), getattr(part, name)

    async def slowly(*args: Any, **named: Any) -> Any:
        await opened_again.wait()
        return await asked_of_it(*args, **named)

    monkeypatch.setattr(part, name, slowly)
    return opened_again


async def test_what_follows_a_run_that_is_not_kept_yet_belongs_to_it(
    wire: Discord, connect: Connect, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connect(memory):
        store = held_back(monkeypatch, memory.runs, "remember")
        records = LOG.removesuffix("\nmax_iters = 6000")
        await shown(wire, await wire.slash("eta", text=records))
        later = await wire.say(f"<@{payloads.BOT}> total 6000")
        (reply,) = await wire.until(lambda: wire.replies(later))
        assert "6 h 32 min" in text_of(reply)
        assert not (await memory.personal.count(PERSON))["runs"]
        store.set()
        await until(
            lambda: memory.runs.of(PERSON, datetime.now(UTC)), lambda runs: [r.run.total for r in runs] == [6000]
        )


async def test_a_slow_store_is_waited_for_and_the_person_told_so(
    wire: Discord, connect: Connect, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SECONDS", 0.05)
    async with connect(memory):
        store = held_back(monkeypatch, memory.people, "choose")
        answered = await wire.slash("language", to="ar")
        await wire.until(lambda: answered.original)
        assert not text_of(answered.original)
        store.set()
        assert "العربية" in text_of(await shown(wire, answered))
        assert (await memory.people.settings(PERSON)).language == "ar"


async def test_an_answer_waits_for_a_slow_store_once(
    wire: Discord, connect: Connect, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connect(memory):
        store = held_back(monkeypatch, memory.people, "settings")
        later = held_back(monkeypatch, memory.runs, "latest")
        later.set()
        first = await wire.say(f"<@{payloads.BOT}> iter=100 ms=3995.11 total=6000", author=PERSON)
        await wire.until(lambda: wire.replies(first))
        follows = await wire.say(f"<@{payloads.BOT}> iter=100 ms=3995.11", author=PERSON + 1)
        (asks,) = await wire.until(lambda: wire.replies(follows))
        assert "total" in text_of(asks)
        store.set()


async def test_settings_are_for_managers(
    wire: Discord, connect: Connect, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with connect(memory):
        member = payloads.member
        monkeypatch.setattr(payloads, "member", lambda *who: {**member(*who), "permissions": "2048"})
        refused = await shown(wire, await wire.slash("settings", language="ar"))
        assert "Only members who may manage" in text_of(refused)
        assert (await memory.guilds.settings(payloads.GUILD)).language is None


async def test_settings_are_kept_and_shown(wire: Discord, connect: Connect, memory: Memory) -> None:
    async with connect(memory):
        told = await shown(wire, await wire.slash("settings", language="ar", verbosity="short"))
        assert "short" in text_of(told)
        assert (await memory.guilds.settings(payloads.GUILD)).language == "ar"
        later = await wire.say(f"<@{payloads.BOT}> iter=100 ms=3995 total=6000")
        (reply,) = await wire.until(lambda: wire.replies(later))
        assert "المتبقي" in text_of(reply)


async def test_a_store_that_fails_costs_no_answer(wire: Discord, connect: Connect, memory: Memory) -> None:
    async with connect(memory):
        await memory.close()
        memory.database.on_connect.append("no such statement")
        assert "left" in text_of(await asked(wire))
        told = await shown(wire, await wire.slash("runs"))
        assert "cannot keep" in text_of(told)
        memory.database.on_connect.clear()
        memory.database.forgive()
        assert "left" in text_of(await asked(wire))
        await kept_run(memory)


def sent_reminders(wire: Discord, channel: str = str(payloads.CHANNEL)) -> list[dict[str, Any]]:
    nonces = {message for (where, _), message in wire.rest.nonces.items() if where == channel}
    return [m for key, m in wire.rest.messages.items() if key in nonces and f"<@{PERSON}>" in text_of(m)]


def select_of(message: dict[str, Any]) -> str:
    [found] = [part["custom_id"] for part in openapi.parts(message["components"]) if part["type"] == 3]
    return str(found)


async def pick(wire: Discord, message: dict[str, Any], custom_id: str, value: str) -> Any:
    data = {"custom_id": custom_id, "component_type": 3, "values": [value]}
    return await wire.interact(3, data, on=message)


async def shown_by(wire: Discord, answered: Any, label: str) -> dict[str, Any]:
    await wire.until(lambda: answered.original and label in buttons_of(answered.original))
    found: dict[str, Any] = answered.original
    return found


def exported_file(wire: Discord) -> bytes | None:
    files = [data for call in wire.rest.calls for data in call.files.values() if data.startswith(b'{"exported_at"')]
    return files[0] if files else None


def not_found(path: str) -> Any:
    return Fault("POST", path, Kind.STATUS, times=100, status=404, code=10003)


async def test_a_role_may_be_required(
    wire: Discord, connect: Connect, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    role, member = 777, payloads.member
    await memory.guilds.choose(payloads.GUILD, datetime.now(UTC), role_id=role)
    async with connect(memory):
        monkeypatch.setattr(payloads, "member", lambda *who: {**member(*who), "permissions": "2048"})
        refused = await shown(wire, await wire.slash("eta", text=LOG))
        assert "only a certain role" in text_of(refused)
        assert "left" in text_of(await asked(wire, guild=False))


@pytest.mark.parametrize("by", ["server", "person"])
async def test_a_short_answer_has_the_time_and_the_band_and_no_advice(
    wire: Discord, connect: Connect, memory: Memory, by: str
) -> None:
    async with connect(memory):
        full = text_of(await asked(wire))
        if by == "server":
            await shown(wire, await wire.slash("settings", verbosity="short"))
        else:
            await shown(wire, await wire.slash("language", to="en", answers="short"))
        short = text_of(await asked(wire))
    assert "6 h 32 min 51 s" in short
    assert len(short) < len(full)


async def test_about_tells_the_measured_coverage(wire: Discord, connect: Connect, memory: Memory) -> None:
    now = datetime.now(UTC)
    finish = Finish(now, now + timedelta(hours=1), now + timedelta(hours=2))
    for hours in (1, 1, 1, 5):
        key = await memory.runs.remember(PERSON, Place(1), a_run(2), now, finish=finish)
        await memory.outcomes.record(key, PERSON, now + timedelta(hours=hours))
    async with connect(memory):
        told = text_of(await shown(wire, await wire.slash("about")))
    assert "Of 4 runs" in told
    assert "75%" in told
