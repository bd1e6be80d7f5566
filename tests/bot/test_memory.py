"""What is kept can be had again, exactly, on both databases."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np
import pytest

from bot.memory import Finish, KnownReply, Memory, Place, new_reminder
from bot.memory.numbers import ARRAYS, NOT_KEPT
from estimators import Clock, Observations, Pause, PauseKind, Run, Session, Settings, estimate
from tests.bot.runs import a_run

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOME = Place(channel_id=10, guild_id=1)
DIRECT = Place(channel_id=99)
SARA, OMAR = 2**62 + 1, 2


async def test_a_run_comes_back_as_it_was(memory: Memory) -> None:
    run = a_run(
        settings=Settings(evaluation_interval=250, gpu="A100", compile=True),
        pauses=(Pause(PauseKind.EVALUATION, 100.0, 31.5), Pause(PauseKind.CHECKPOINT, 150.0)),
        sessions=(Session(0, 20, 7.0),),
        pace=Decimal("3.99511"),
        total_source="log",
    )
    finish = Finish(NOW + timedelta(hours=1), NOW + timedelta(hours=2), NOW + timedelta(hours=3))
    key = await memory.runs.remember(SARA, HOME, run, NOW, finish=finish)
    found = await memory.runs.latest(SARA, HOME, NOW)
    assert found is not None
    assert (found.id, found.owner_id, found.place, found.finish) == (key, SARA, HOME, finish)
    again = found.run
    for name in ("format", "unit", "done", "total", "pace", "settings", "pauses", "sessions", "total_source"):
        assert getattr(again, name) == getattr(run, name), name
    for name in ("step", "elapsed", "step_time", "stamps", "mfu"):
        np.testing.assert_array_equal(getattr(again.observations, name), getattr(run.observations, name))
    assert again.observations.clock is Clock.STAMPS


def distinct(record: object) -> dict[str, object]:
    """A value for every field of a record that differs from its default, so that a field not kept shows."""
    one = {float: 7.5, bool: True, int: 3}
    made = {}
    for number, field in enumerate(fields(record)):  # type: ignore[arg-type]
        default = getattr(record, field.name)
        made[field.name] = one.get(type(default), 100.5 + number)
    return made


async def test_every_field_of_a_run_is_kept_but_the_sentences(memory: Memory) -> None:
    n = 5
    given = {f.name: np.arange(1.0, n + 1) + k for k, f in enumerate(fields(Observations)) if f.name in ARRAYS}
    seen = Observations(**given, clock=Clock.ELAPSED, tick=0.5, step_time_span="epoch", origin=12.5)
    stated = {**distinct(Settings()), "gpu": "A100", "precision": "bf16", "compile": True}
    run = a_run(
        observations=seen, settings=Settings(**stated), pace=Decimal("1.5"), pace_source="record", total_source="log",
        pauses=(Pause(PauseKind.OTHER, 3.0, 1.0),), sessions=(Session(0, 5, 1.0),), printed_remaining=99.5,
        printed_scope="epoch", finished=True, pieces=(2, 4),
    )  # fmt: skip
    key = await memory.runs.remember(SARA, HOME, run, NOW)
    found = await memory.runs.get(key)
    assert found is not None
    for field in fields(Run):
        if field.name not in {*NOT_KEPT, "observations"}:
            assert getattr(found.run, field.name) == getattr(run, field.name), field.name
    for field in fields(Observations):
        np.testing.assert_array_equal(getattr(found.run.observations, field.name), getattr(seen, field.name))


async def test_decimals_keep_every_digit(memory: Memory) -> None:
    run = a_run(pace=Decimal("0.12345678901234567890123456789"), total=Decimal("1E+15"))
    key = await memory.runs.remember(SARA, HOME, run, NOW)
    found = await memory.runs.get(key)
    assert found is not None
    assert found.run.pace == Decimal("0.12345678901234567890123456789")
    assert found.run.total == Decimal("1E+15")


async def test_a_long_log_is_thinned_and_keeps_its_ends_and_its_newest_half(memory: Memory) -> None:
    run = a_run(50_000)
    await memory.runs.remember(SARA, HOME, run, NOW)
    found = await memory.runs.latest(SARA, HOME, NOW)
    assert found is not None
    seen = found.run.observations
    assert len(seen) == 2000
    assert seen.step[0] == run.observations.step[0]
    np.testing.assert_array_equal(seen.step[-1000:], run.observations.step[-1000:])
    np.testing.assert_allclose(seen.step_time, 0.25)


async def test_thinning_keeps_the_mean_of_what_it_joins(memory: Memory) -> None:
    step = np.arange(1, 4001, dtype=float)
    times = np.where(step % 2 == 0, 1.0, 3.0)
    times[100:200] = np.nan
    seen = Observations(
        step=step, elapsed=np.cumsum(np.nan_to_num(times, nan=2.0)), step_time=times, clock=Clock.ELAPSED
    )
    key = await memory.runs.remember(SARA, HOME, a_run(observations=seen), NOW)
    found = await memory.runs.get(key)
    assert found is not None
    kept = found.run.observations
    joined = kept.step_time[1:1000]
    assert np.nanmean(joined) == pytest.approx(2.0, abs=0.01)


async def test_an_estimate_from_a_thinned_log_is_the_same_within_a_tenth_of_a_percent(memory: Memory) -> None:
    dice = np.random.default_rng(1)
    step = np.arange(1, 8001, dtype=float)
    times = dice.normal(2.0, 0.1, step.size) + np.where(step % 250 == 0, 31.0, 0.0)
    seen = Observations(step=step, elapsed=np.cumsum(times), clock=Clock.STAMPS, tick=0.001, step_time=times)
    run = a_run(observations=seen, done=Decimal(8000), total=Decimal(60000), total_source="log")
    key = await memory.runs.remember(SARA, HOME, run, NOW)
    found = await memory.runs.get(key)
    assert found is not None
    assert len(found.run.observations) < len(seen)
    whole, kept = estimate(run), estimate(found.run)
    assert kept.expected == pytest.approx(whole.expected, rel=1e-3)
    assert kept.pessimistic == pytest.approx(whole.pessimistic, rel=1e-2)


async def test_the_latest_run_is_of_this_person_in_this_place(memory: Memory) -> None:
    await memory.runs.remember(SARA, HOME, a_run(format="first"), NOW)
    await memory.runs.remember(SARA, HOME, a_run(format="second"), NOW + timedelta(minutes=1))
    await memory.runs.remember(SARA, DIRECT, a_run(format="direct"), NOW + timedelta(minutes=2))
    await memory.runs.remember(OMAR, HOME, a_run(format="his"), NOW + timedelta(minutes=3))
    found = await memory.runs.latest(SARA, HOME, NOW + timedelta(minutes=4))
    assert found is not None
    assert found.run.format == "second"
    assert [r.run.format for r in await memory.runs.of(SARA, NOW)] == ["direct", "second", "first"]
    assert await memory.runs.latest(OMAR, DIRECT, NOW) is None


async def test_a_run_is_overwritten_by_its_owner_only(memory: Memory) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(), NOW)
    same = await memory.runs.remember(SARA, HOME, a_run(done=Decimal(300)), NOW, run_id=key)
    other = await memory.runs.remember(OMAR, HOME, a_run(done=Decimal(1)), NOW, run_id=key)
    assert same == key
    assert other != key
    found = await memory.runs.get(key)
    assert found is not None
    assert found.run.done == 300
    assert await memory.runs.get(key, OMAR) is None
    assert not await memory.runs.forget(key, OMAR)
    assert not await memory.runs.rename(key, OMAR, "mine")


async def test_runs_expire_after_thirty_days_and_are_bounded(memory: Memory) -> None:
    await memory.runs.remember(SARA, HOME, a_run(), NOW)
    late = NOW + timedelta(days=30, seconds=1)
    assert await memory.runs.latest(SARA, HOME, late) is None
    assert await memory.sweep(late) == 1
    for minute in range(105):
        await memory.runs.remember(OMAR, HOME, a_run(2), NOW + timedelta(minutes=minute))
    assert len(await memory.runs.of(OMAR, NOW, most=500)) == 100


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  bert   base ", "bert base"),
        ("تجربة أولى", "تجربة أولى"),
        ("@everyone [x](http://e)\u202e`rm`", "everyone xhttperm"),
        ("x" * 400, "x" * 40),
        ("\u200f\n", None),
        (None, None),
    ],
)
async def test_a_name_is_short_and_harmless(memory: Memory, given: str | None, kept: str | None) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW)
    assert await memory.runs.rename(key, SARA, given)
    found = await memory.runs.get(key, SARA)
    assert found is not None
    assert found.name == kept
    assert not set(found.name or "") & set("@`[]()<>\u202e\u200f\n")


async def test_settings_of_people_and_servers(memory: Memory) -> None:
    assert (await memory.people.settings(SARA)).language is None
    await memory.people.choose(SARA, NOW, language="ar")
    await memory.people.choose(SARA, NOW, verbosity="short")
    mine = await memory.people.settings(SARA)
    assert (mine.language, mine.verbosity) == ("ar", "short")
    await memory.people.choose(SARA, NOW, language=None)
    assert (await memory.people.settings(SARA)).language is None

    await memory.guilds.choose(1, NOW, language="ar", role_id=2**60)
    await memory.guilds.watch(1, 10, NOW, watched=True)
    await memory.guilds.watch(1, 10, NOW, watched=True)
    await memory.guilds.watch(1, 11, NOW, watched=True)
    await memory.guilds.watch(1, 11, NOW, watched=False)
    theirs = await memory.guilds.settings(1)
    assert (theirs.language, theirs.role_id, theirs.watched) == ("ar", 2**60, frozenset({10}))
    assert await memory.guilds.watched_channels() == frozenset({10})
    await memory.guilds.forget(1)
    assert (await memory.guilds.settings(1)).watched == frozenset()


async def test_an_answer_is_found_by_its_source_and_by_itself(memory: Memory) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW)
    link = KnownReply(source_id=5, reply_id=6, channel_id=10, owner_id=SARA, run_id=key)
    await memory.replies.link(link, NOW)
    assert await memory.replies.to(5) == link
    assert await memory.replies.named(6) == link
    await memory.replies.link(replace(link, reply_id=7), NOW)
    assert await memory.replies.named(6) is None
    await memory.runs.forget(key, SARA)
    assert await memory.replies.to(5) == replace(link, reply_id=7, run_id=None)
    await memory.replies.unlink(5)
    assert await memory.replies.to(5) is None


async def test_answers_are_bounded_in_number_and_time(memory: Memory) -> None:
    for number in range(205):
        link = KnownReply(number, 1000 + number, 10, SARA, run_id="never-kept")
        await memory.replies.link(link, NOW + timedelta(seconds=number))
    assert await memory.replies.to(4) is None
    assert await memory.replies.to(5) is not None
    assert await memory.sweep(NOW + timedelta(days=8)) == 200


async def test_an_outcome_counts_once_and_names_no_one(memory: Memory) -> None:
    finish = Finish(NOW + timedelta(hours=1), NOW + timedelta(hours=2), NOW + timedelta(hours=3))
    inside, after, bare = [
        await memory.runs.remember(SARA, HOME, a_run(2), NOW, finish=f)
        for f in (finish, finish, Finish(None, None, None))
    ]
    assert (await memory.outcomes.coverage()).share is None
    assert await memory.outcomes.record(inside, OMAR, NOW) is None
    assert await memory.outcomes.record(inside, SARA, NOW + timedelta(minutes=90)) is True
    assert await memory.outcomes.record(inside, SARA, NOW + timedelta(minutes=90)) is None
    assert await memory.outcomes.record(after, SARA, NOW + timedelta(hours=4)) is False
    assert await memory.outcomes.record(bare, SARA, NOW) is None
    coverage = await memory.outcomes.coverage()
    assert (coverage.hits, coverage.told, coverage.share) == (1, 2, 0.5)
    assert await memory.runs.latest(SARA, HOME, NOW) is None
    await memory.personal.delete(SARA)
    assert (await memory.outcomes.coverage()).told == 2


async def test_a_run_that_outlasts_its_band_is_a_miss_before_it_ends(memory: Memory) -> None:
    finish = Finish(NOW + timedelta(hours=1), NOW + timedelta(hours=2), NOW + timedelta(hours=3))
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW, finish=finish)
    assert not await memory.outcomes.still_running(key, SARA, NOW + timedelta(hours=2))
    assert not await memory.outcomes.still_running(key, OMAR, NOW + timedelta(hours=4))
    assert await memory.outcomes.still_running(key, SARA, NOW + timedelta(hours=4))
    assert await memory.runs.latest(SARA, HOME, NOW) is not None
    assert await memory.outcomes.record(key, SARA, NOW + timedelta(hours=5)) is None
    assert await memory.runs.latest(SARA, HOME, NOW) is None
    coverage = await memory.outcomes.coverage()
    assert (coverage.hits, coverage.told) == (0, 1)


async def test_reminders_follow_a_newer_estimate(memory: Memory) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW)
    hour = timedelta(hours=1)
    for kind in ("expected", "pessimistic", "chosen"):
        assert await memory.reminders.add(new_reminder(SARA, HOME, kind, NOW + hour, run_id=key, language="en"), NOW)
    later = Finish(NOW, NOW + 2 * hour, NOW + 3 * hour)
    await memory.runs.remember(SARA, HOME, a_run(3), NOW, finish=later, run_id=key)
    waiting = {r.kind: r.due_at for r in await memory.reminders.waiting(SARA)}
    assert waiting == {"chosen": NOW + hour, "expected": NOW + 2 * hour, "pessimistic": NOW + 3 * hour}


async def test_a_run_outlives_its_reminder(memory: Memory) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW)
    far = new_reminder(SARA, HOME, "expected", NOW + timedelta(days=60), run_id=key, language="ar")
    assert await memory.reminders.add(far, NOW)
    await memory.runs.remember(SARA, HOME, a_run(3), NOW, run_id=key)
    assert await memory.sweep(NOW + timedelta(days=59)) == 0
    assert [r.id for r in await memory.reminders.waiting(SARA)] == [far.id]
    await memory.runs.forget(key, SARA)
    assert await memory.reminders.waiting(SARA) == []


async def test_one_kind_of_reminder_a_run_and_a_bounded_number_a_person(memory: Memory) -> None:
    key = await memory.runs.remember(SARA, HOME, a_run(2), NOW)
    for _ in range(3):
        assert await memory.reminders.add(new_reminder(SARA, HOME, "expected", NOW, run_id=key, language="en"), NOW)
    assert len(await memory.reminders.waiting(SARA)) == 1
    added = [
        await memory.reminders.add(new_reminder(SARA, HOME, "chosen", NOW, run_id=None, language="en"), NOW)
        for _ in range(30)
    ]
    assert sum(added) == 24
    first = (await memory.reminders.waiting(SARA))[0]
    assert not await memory.reminders.cancel(first.id, OMAR)
    assert await memory.reminders.cancel(first.id, SARA)
    assert not await memory.reminders.cancel(first.id, SARA)
