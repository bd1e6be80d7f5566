"""What if: exact decimals, recomputed with fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import catalogue, languages
from estimators import Run, Scenario, Settings, Unit, estimate
from estimators.diagnosis import observed
from estimators.diagnosis._rule import cycle
from estimators.run import WhatIf

RUN = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal("3.99511"))


def rows(*wishes: WhatIf, run: Run = RUN) -> dict[str, Scenario]:
    return {row.id: row for row in estimate(run, wishes).scenarios}


def rounded(value: Fraction) -> Decimal:
    """To nine digits after the point, half to even, as one rounding of the exact value."""
    return Decimal(round(value * 10**9)).scaleb(-9)


def test_it_stays_as_it_is() -> None:
    found = rows(WhatIf(step_time=Decimal("0.2")))
    assert found["stays"].remaining == Decimal("23571.149")
    assert list(found) == ["stays", "pace"]


@pytest.mark.parametrize(("pace", "remaining"), [("0.2", "1180"), ("0.15", "885"), ("0.200", "1180")])
def test_it_improves(pace: str, remaining: str) -> None:
    row = rows(WhatIf(step_time=Decimal(pace)))["pace"]
    assert row.step_time == Decimal(pace)
    assert row.remaining == Decimal(remaining)


def test_it_stops_at_4000() -> None:
    assert rows(WhatIf(total=Decimal(4000)))["stop"].remaining == Decimal("15580.929")


def test_stopping_where_it_already_is_leaves_nothing() -> None:
    assert rows(WhatIf(total=Decimal(100)))["stop-passed"].remaining == 0
    assert rows(WhatIf(total=Decimal(7)))["stop-passed"].remaining == 0


def test_two_devices_are_ideal_and_usual() -> None:
    found = rows(WhatIf(gpus=Decimal(2)))
    assert found["gpus-ideal"].remaining == Decimal("11785.5745")
    assert found["gpus-usual"].remaining == rounded(Fraction("23571.149") / 2 / Fraction("0.9"))
    assert found["gpus-usual"].args["share"] == Decimal("0.9")


def test_devices_count_from_those_there_are() -> None:
    eight = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal("3.99511"), settings=Settings(gpus=8))
    found = rows(WhatIf(gpus=Decimal(16)), run=eight)
    assert found["gpus-ideal"].remaining == Decimal("11785.5745")
    assert found["gpus-usual"].args["share"] == Decimal("0.8")
    fewer = rows(WhatIf(gpus=Decimal(4)), run=eight)
    assert fewer["gpus-ideal"].remaining == Decimal("47142.298")
    assert "gpus-usual" not in fewer


def test_changes_together() -> None:
    row = rows(WhatIf(step_time=Decimal("0.2"), total=Decimal(4000)))["changed"]
    assert row.remaining == Decimal(780)


def test_several_wishes_in_one_question() -> None:
    found = rows(WhatIf(step_time=Decimal("0.2")), WhatIf(total=Decimal(4000)), WhatIf(speedup=Decimal(3)))
    assert list(found) == ["stays", "pace", "stop", "speedup"]
    assert found["speedup"].remaining == rounded(Fraction("23571.149") / 3)


@pytest.mark.parametrize("wish", [WhatIf(), WhatIf(step_time=Decimal(0)), WhatIf(step_time=Decimal(-1))])
def test_a_wish_that_means_nothing_changes_nothing(wish: WhatIf) -> None:
    assert rows(wish) == {}


@settings(max_examples=200, deadline=None)
@given(
    done=st.integers(0, 10**9),
    left=st.integers(1, 10**9),
    pace=st.decimals("0.000001", "100000", places=6),
    devices=st.integers(2, 4096),
    stop=st.integers(1, 2 * 10**9),
)
def test_to_the_digit(done: int, left: int, pace: Decimal, devices: int, stop: int) -> None:
    run = Run("question", Unit.STEP, Decimal(done), Decimal(done + left), pace)
    found = rows(WhatIf(gpus=Decimal(devices)), WhatIf(total=Decimal(stop)), run=run)
    exact = left * Fraction(pace)
    assert Fraction(found["stays"].remaining) == exact
    ideal = found["gpus-ideal"]
    assert abs(Fraction(ideal.remaining) - exact / devices) <= Fraction(1, 2 * 10**9)
    assert abs(Fraction(ideal.step_time) - Fraction(pace) / devices) <= Fraction(1, 2 * 10**18)
    stopped = found.get("stop") or found["stop-passed"]
    assert Fraction(stopped.remaining) == max(0, stop - done) * Fraction(pace)


def test_nothing_is_made_up_without_evidence() -> None:
    assert estimate(RUN).scenarios == ()


def test_pauses_and_an_earlier_pace_are_reasons() -> None:
    paused = rows(run=observed(cycle(0.5, 20.0, 100, 6), 10_000, evaluation_interval=100))
    assert paused["without-pauses"].remaining == Decimal(9400) * Decimal("0.5")
    slower = rows(run=observed(np.repeat((0.5, 0.7), 80), 20_000))
    assert slower["earlier-pace"].step_time == Decimal("0.5")
    assert slower["earlier-pace"].remaining == 19_840 * Decimal("0.5")


@pytest.mark.parametrize("language", languages())
def test_every_row_is_said_in_every_language(language: str) -> None:
    wishes = (
        WhatIf(step_time=Decimal("0.2")), WhatIf(total=Decimal(4000)), WhatIf(total=Decimal(7)), WhatIf(gpus=Decimal(2)),
        WhatIf(speedup=Decimal("1.5")), WhatIf(speedup=Decimal(2), total=Decimal(4000)),
    )  # fmt: skip
    for row in estimate(RUN, wishes).scenarios:
        assert catalogue()[language].say(f"scenario-{row.id}", **row.args)
