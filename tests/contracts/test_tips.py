"""Every tip, found by walking: it speaks on its examples, is silent on its counter-examples, in both languages."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import estimators.diagnosis
from bot.language import catalogue, languages
from estimators import Run, estimate
from estimators.diagnosis import Case, Rule, advise, observed, rules
from estimators.forecast.sessions import structure

RULES = rules()
EXAMPLES = [pytest.param(rule, run, id=f"{rule.id}-{i}") for rule in RULES for i, run in enumerate(rule.examples)]
COUNTERS = [pytest.param(rule, run, id=f"{rule.id}-{i}") for rule in RULES for i, run in enumerate(rule.counter_examples)]


def case(run: Run) -> Case:
    assert run.total is not None
    parts = structure(run.observations, run.settings, float(run.total), run.pauses)
    left = float(run.total - run.done)
    pace = parts.quiet_pace or float(run.pace or 0)
    return Case(run, parts, left * pace + sum(group.cost * group.left for group in parts.pauses))


def test_one_file_a_tip() -> None:
    folder = Path(estimators.diagnosis.__file__).parent
    files = {path.stem for path in folder.glob("[!_]*.py")}
    assert {rule.id for rule in RULES} == {name.replace("_", "-") for name in files}


@pytest.mark.parametrize(("rule", "run"), EXAMPLES)
def test_a_tip_speaks_on_its_example(rule: Rule, run: Run) -> None:
    found = case(run)
    advice = rule.speak(found)
    assert advice is not None
    assert 0 <= advice.typical <= advice.best <= found.remaining
    assert rule.id in {tip.id for tip in advise(run, found.structure, found.remaining)}


@pytest.mark.parametrize(("rule", "run"), COUNTERS)
def test_a_tip_is_silent_on_its_counter_example(rule: Rule, run: Run) -> None:
    assert rule.speak(case(run)) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_tip_names_its_evidence_and_its_source(rule: Rule) -> None:
    assert rule.examples
    assert rule.counter_examples
    assert rule.evidence.startswith("none") == rule.general
    assert re.fullmatch(r"[^:]{4,100}: https://[\w./-]{8,120}\.?[\w/-]*", rule.source)


@pytest.mark.parametrize(("rule", "run"), EXAMPLES)
@pytest.mark.parametrize("language", languages())
def test_a_tip_says_its_numbers_in_every_language(rule: Rule, run: Run, language: str) -> None:
    found = case(run)
    tip = next(tip for tip in advise(run, found.structure, found.remaining) if tip.id == rule.id)
    said = catalogue()[language].say(f"tip-{tip.id}", **tip.args)
    assert re.search(r"\d", said)
    assert any(isinstance(value, int | float) and math.isfinite(value) for value in tip.args.values())
    assert "{" not in said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_advice_for_a_run_that_is_over_in_a_moment(rule: Rule) -> None:
    run = rule.examples[0]
    assert advise(run, case(run).structure, 30.0) == ()


@settings(max_examples=60, deadline=None)
@given(
    seconds=st.lists(st.floats(0.01, 100.0), min_size=2, max_size=80),
    total=st.integers(81, 200_000),
    accumulation=st.sampled_from([None, 4.0]),
    evaluation=st.sampled_from([None, 5.0, 20.0]),
)
def test_the_savings_never_add_up_to_more_than_what_remains(
    seconds: list[float], total: int, accumulation: float | None, evaluation: float | None
) -> None:
    run = observed(
        seconds, total, data_time=[0.5] * (len(seconds) + 1), mfu=[0.01] * (len(seconds) + 1), format="nanoGPT",
        gradient_accumulation=accumulation, evaluation_interval=evaluation,
    )  # fmt: skip
    found = estimate(run)
    assert sum(tip.saving for tip in found.tips) <= float(found.remaining)
    assert all(0 <= tip.typical_saving <= tip.saving for tip in found.tips)


def test_general_checks_come_last_and_are_labelled() -> None:
    short = estimate(observed(np.full(6, 2.0), 5_000, mfu=[0.01] * 7, format="nanoGPT"))
    kinds = [tip.evidence for tip in short.tips]
    assert kinds == [True, False, False]
    assert all(tip.saving == 0 for tip in short.tips if not tip.evidence)


def test_many_clean_records_need_no_advice() -> None:
    assert estimate(observed(np.full(300, 0.5), 5_000)).tips == ()
