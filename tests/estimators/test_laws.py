"""Laws of the estimate, whatever the run."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from estimators import Clock, Observations, Run, Unit, estimate
from estimators.exact import remaining
from estimators.forecast.merge import merge
from estimators.forecast.thinning import KEPT, thin
from estimators.live import Live

counts = st.integers(0, 10**9)
paces = st.decimals("0.000001", "100000", allow_nan=False, allow_infinity=False, places=6)


@st.composite
def runs(draw: st.DrawFn, least: int = 3) -> Run:
    """A run with wild records: any pace, any noise, pauses anywhere."""
    size = draw(st.integers(least, 80))
    units = np.array(draw(st.lists(st.integers(1, 50), min_size=size, max_size=size)), dtype=float)
    paces = np.array(draw(st.lists(st.floats(0.01, 100), min_size=size, max_size=size)))
    tick = draw(st.sampled_from([0.0, 0.001, 1.0, 60.0]))
    steps, elapsed = np.cumsum(units), np.cumsum(units * paces)
    if tick:
        elapsed = np.floor(elapsed / tick) * tick
    seen = Observations(step=steps, elapsed=elapsed - elapsed[0], clock=Clock.ELAPSED, tick=tick)
    total = int(steps[-1]) + draw(st.integers(1, 10**6))
    pace = None if seen.elapsed[-1] > 0 else Decimal(1)
    return Run("test", Unit.STEP, Decimal(int(steps[-1])), Decimal(total), pace=pace, observations=seen)


@given(counts, counts, paces)
def test_remaining_is_exact(done: int, left: int, pace: Decimal) -> None:
    run = Run("question", Unit.STEP, Decimal(done), Decimal(done + left), pace=pace)
    found = estimate(run).remaining
    _, digits, exponent = pace.as_tuple()
    assert isinstance(exponent, int)
    assert found * 10 ** (-exponent) == left * int("".join(map(str, digits)))


@given(counts, st.integers(1, 10**6), paces, st.integers(1, 10**4))
def test_remaining_is_free_of_scale(done: int, left: int, pace: Decimal, scale: int) -> None:
    plain = remaining(Decimal(done), Decimal(done + left), pace)
    assert remaining(Decimal(done), Decimal(done + left), pace * scale) == plain * scale
    assert remaining(Decimal(done * scale), Decimal((done + left) * scale), pace) == plain * scale


@given(counts, st.integers(2, 10**6), paces, st.data())
def test_more_done_never_means_more_remaining_at_the_same_pace(
    done: int, left: int, pace: Decimal, data: st.DataObject
) -> None:
    more = data.draw(st.integers(1, left))
    run = Run("question", Unit.STEP, Decimal(done), Decimal(done + left), pace=pace)
    before, after = estimate(run), estimate(replace(run, done=Decimal(done + more)))
    assert after.remaining <= before.remaining
    assert after.expected <= before.expected


@settings(max_examples=200, deadline=None)
@given(runs())
def test_optimistic_expected_pessimistic(run: Run) -> None:
    found = estimate(run)
    assert 0 <= found.optimistic <= found.expected <= found.pessimistic
    assert np.isfinite(found.pessimistic)
    assert found.remaining == (found.total - found.done) * found.step_time


@settings(max_examples=100, deadline=None)
@given(runs())
def test_a_clock_in_other_units_changes_nothing_but_the_unit(run: Run) -> None:
    scaled = replace(
        run,
        pace=None if run.pace is None else run.pace * 4,
        observations=replace(run.observations, elapsed=run.observations.elapsed * 4, tick=run.observations.tick * 4),
    )
    before, after = estimate(run), estimate(scaled)
    np.testing.assert_allclose(after.expected, 4 * before.expected, rtol=1e-6)
    np.testing.assert_allclose(after.pessimistic, 4 * before.pessimistic, rtol=1e-6)


def _cut(run: Run, start: int, stop: int) -> Run:
    seen = run.observations
    part = replace(
        seen,
        step=seen.step[start:stop],
        elapsed=seen.elapsed[start:stop] - seen.elapsed[start],
        clock=Clock.STAMPS,
        stamps=seen.elapsed[start:stop] + 1.7e9,
    )
    return replace(run, done=Decimal(int(part.step[-1])), pace=None, observations=part)


@settings(max_examples=100, deadline=None)
@given(runs(least=12), st.data())
def test_splitting_a_session_changes_nothing_and_the_order_of_pastes_does_not_matter(
    run: Run, data: st.DataObject
) -> None:
    size = len(run.observations)
    first, second = data.draw(st.integers(2, size - 8)), data.draw(st.integers(1, 4))
    parts = [_cut(run, 0, first), _cut(run, first, first + second), _cut(run, first + second, size)]
    whole = estimate(_cut(run, 0, size)) if run.observations.elapsed[-1] > 0 else None
    for order in permutations(parts):
        joined: Run | None = order[0]
        for part in order[1:]:
            joined = merge(joined, part) if joined is not None else None
        if joined is None:  # parts too different in pace are taken for different runs: never a wrong answer
            return
        assert joined.pieces == ()
        if whole is not None:
            found = estimate(joined)
            np.testing.assert_allclose(found.expected, whole.expected, rtol=1e-4)
            assert found.observations == whole.observations


@settings(max_examples=50, deadline=None)
@given(runs())
def test_live_and_batch_give_the_same_answer(run: Run) -> None:
    live = Live(clock=Clock.ELAPSED, tick=run.observations.tick)
    for step, elapsed in zip(run.observations.step, run.observations.elapsed, strict=True):
        assert live.observe(float(step), float(elapsed))
    if run.observations.elapsed[-1] <= 0 or run.total is None:
        return
    left, right = live.estimate(run.total), estimate(run)
    assert left.remaining == right.remaining
    assert (left.expected, left.optimistic, left.pessimistic) == (right.expected, right.optimistic, right.pessimistic)


@settings(max_examples=10, deadline=None)
@given(st.integers(KEPT - 2, 5 * KEPT), st.integers(0, 2**32 - 1))
def test_live_keeps_what_the_batch_keeps(size: int, seed: int) -> None:
    elapsed = np.cumsum(np.random.default_rng(seed).integers(1, 9, size).astype(float))
    seen = Observations(step=np.arange(1.0, size + 1), elapsed=elapsed - elapsed[0])
    live = Live()
    for step, time in zip(seen.step.tolist(), elapsed.tolist(), strict=True):
        live.observe(step, time)
    kept, thinned = live.run(10**6).observations, thin(seen)
    np.testing.assert_array_equal(kept.step, thinned.step)
    np.testing.assert_array_equal(kept.elapsed, thinned.elapsed)
    np.testing.assert_array_equal(thin(thinned).step, thinned.step)
    assert len(kept) <= KEPT + 1
