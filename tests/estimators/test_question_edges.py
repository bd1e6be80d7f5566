"""Rare ways to say the numbers of a run: totals by name, ratios through other units, spans, shares, and what cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from estimators import Impossible, NotALog, Run, Unit, WhatIf, read


def run_of(text: str) -> Run:
    found = read(text).run
    assert found is not None, text
    return found


def problem_of(text: str) -> object:
    return read(text).problem


@pytest.mark.parametrize(
    ("text", "unit", "done", "total", "pace"),
    [
        ("step 100 of total 6000, 3 s per step", Unit.STEP, 100, 6000, 3),
        ("100 of the total 6000 steps, 3 s each", Unit.STEP, 100, 6000, 3),
        ("step 100 of steps 6000, 3 s per step", Unit.STEP, 100, 6000, 3),
        ("epoch 3 out of total 10, 12 min per epoch, how long?", Unit.EPOCH, 3, 10, 720),
        ("we are at the 3rd of 10 epochs, each takes 5 min, how long?", Unit.EPOCH, 3, 10, 300),
        ("now at the 3rd, 10 epochs in all, 5 min per epoch, how long?", Unit.EPOCH, 0, 10, 300),
        ("steps left: 500, total steps: 1000, 3 s per step", Unit.STEP, 500, 1000, 3),
        ("500 of 6000 steps left, 3 s per step", Unit.STEP, 5500, 6000, 3),
        ("left: 500/6000 steps, 3 s per step", Unit.STEP, 5500, 6000, 3),
        ("100 steps done, 5900 steps left, 6000 steps total, 3 s per step", Unit.STEP, 100, 6000, 3),
        ("step 100 after 5 min, total 6000", Unit.STEP, 100, 6000, 3),
        ("step 100 in 5 min, total 6000 steps", Unit.STEP, 100, 6000, 3),
        ("6 min for step 100, total 6000", Unit.STEP, 100, 6000, 360),
        ("12 min for epoch 3, total 10 epochs", Unit.EPOCH, 3, 10, 720),
        ("every 5 minutes 100 steps, total 6000", Unit.STEP, 0, 6000, 3),
        ("100 steps done, per minute: 20 steps, total 6000 steps", Unit.STEP, 100, 6000, 3),
        ("20 % done per hour", Unit.PERCENT, 20, 100, 180),
        ("it took 6 min for 5 %", Unit.PERCENT, 5, 100, 72),
        ("total 100 %, 40 % done after 2 hours", Unit.PERCENT, 40, 100, 180),
        ("40 % done, 2 hours elapsed, it's 10 min", Unit.PERCENT, 40, 100, 180),
        ("step is at about is 4 s, 100 of 6000 steps", Unit.STEP, 100, 6000, 4),
        ("3 minutes per %, 40 % done", Unit.PERCENT, 40, 100, 180),
        ("from 30 % to 20 % took an hour", Unit.PERCENT, 30, 100, 120),
        ("from 10 % to 300 steps took 5 min, total 6000", Unit.STEP, 600, 6000, 1),
        ("step 100 of 6000, 3 s per step, how long? twenty and", Unit.STEP, 100, 6000, 3),
        ("وصلت 100 من 6000 والتكرار يأخذ ساعتين ونصف ساعة", Unit.ITERATION, 100, 6000, 9000),
        ("وصلت 100 من 6000 والتكرار يأخذ ساعتين إلا ربع ساعة", Unit.ITERATION, 100, 6000, 6300),
        ("ثانية/تكرار: 0.5، وصلت 100 من 6000", Unit.ITERATION, 100, 6000, "0.5"),
    ],
)
def test_what_is_done_of_how_much_and_how_fast(text: str, unit: Unit, done: int, total: int, pace: int | str) -> None:
    run = run_of(text)
    assert (run.unit, run.done, run.total, run.pace) == (unit, done, total, Decimal(pace))


@pytest.mark.parametrize(
    ("text", "unit", "pace"),
    [
        ("batch size 32, 1000 samples per second, 100 of 6000 steps, when done?", Unit.STEP, Decimal(32) / 1000),
        ("step 100 of 6000, 20 minutes per epoch, 500 steps per epoch", Unit.STEP, Decimal(1200) / 500),
        ("steps per epoch: 500, epoch 3 of 10, 2 s per step", Unit.EPOCH, Decimal(1000)),
        ("500 steps each, 10 epochs, 2 s per step", Unit.EPOCH, Decimal(1000)),
        ("tokens per step: 1024, total 1e9 tokens, 3 s per step", Unit.TOKEN, Decimal(3) / 1024),
        (
            "epoch 2 of 10, 512 tokens per step, 100 steps per epoch, 5000 tokens per second",
            Unit.EPOCH,
            Decimal(512 * 100) / 5000,
        ),
    ],
)
def test_a_pace_in_another_unit_goes_through_what_one_holds_of_the_other(text: str, unit: Unit, pace: Decimal) -> None:
    run = run_of(text)
    assert (run.unit, run.pace) == (unit, pace)


@pytest.mark.parametrize(
    ("text", "identity", "args"),
    [
        ("2000 steps left, total 1000 steps, 3 s per step", "contradiction", {}),
        ("900000000000000 steps done, 900000000000000 steps left, 3 s per step", "too-large", {"name": "total"}),
        ("epoch 3 of 10, 500000000 steps per epoch, 99999999999999 s per step", "too-large", {"name": "pace"}),
        ("total 10 tokens, 1e-20 s per step, 1e12 tokens per step", "zero-pace", {}),
        ("1e30 thirds of the epochs, total 6000 epochs", "too-large", {"name": "percent"}),
    ],
)
def test_numbers_that_cannot_be_are_named(text: str, identity: str, args: dict[str, str]) -> None:
    assert problem_of(text) == Impossible(identity, args)


def test_a_rate_of_backward_steps_is_no_pace() -> None:
    run = run_of("from 200 to 100 took 5 min")
    assert (run.done, run.total) == (200, None)


def test_a_page_of_words_is_no_question() -> None:
    line = "please tell me how long this training of 6000 steps at 3 s per step will take " * 7
    assert len(line) < 600
    assert problem_of("\n".join([line] * 3)) == NotALog("not-a-log")
    assert read(line[: len(line) // 7]).run is not None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("batch size 32*1024, total 6000 steps, 3 s per step", 32 * 1024),
        ("batch size 32 x 1024, total 6000 steps, 3 s per step", 32 * 1024),
        ("tokens per step: 1024, total 1e9 tokens, 3 s per step", 1024),
    ],
)
def test_the_tokens_of_a_step(text: str, tokens: int) -> None:
    assert run_of(text).settings.tokens_per_step == tokens


def test_a_model_of_no_parameters_does_not_take_the_next_number() -> None:
    run = run_of("model with 0 parameters 100 of 6000 steps, 3 s per step")
    assert (run.settings.parameters, run.done, run.total) == (None, 100, 6000)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("what if on 8x gpu", WhatIf(gpus=Decimal(8))),
        ("what if 8 * A100", WhatIf(gpus=Decimal(8))),
        ("what if on gpu and 4 gpus", WhatIf(gpus=Decimal(4))),
        ("what if it took half the time per step?", WhatIf(speedup=Decimal(2))),
        ("what if it were a third per step?", WhatIf(speedup=Decimal(3))),
        ("what if it takes half as long", WhatIf(speedup=Decimal(2))),
        ("ماذا لو نصف لكل خطوة", WhatIf(speedup=Decimal(2))),
        ("ماذا لو أخذ نصف الوقت؟", WhatIf(speedup=Decimal(2))),
    ],
)
def test_conditions(text: str, wish: WhatIf) -> None:
    (asked,) = read(text).what_if
    assert asked == wish
    assert "." not in str(asked.speedup)


@pytest.mark.parametrize(
    "text",
    ["what if I stop at 0 steps?", "what if I train for 1e400 steps?", "what if I use 0 GPUs", "what if it runs on A100?",
     "what if 0 thirds?", "what if I use more GPUs?"],
)  # fmt: skip
def test_conditions_that_change_nothing(text: str) -> None:
    assert problem_of(text) == NotALog("not-a-log")


@pytest.mark.parametrize(("total", "identity"), [(50, "done-exceeds-total"), (100, "finished")])
def test_a_total_given_beside_a_question_must_lie_ahead(total: int, identity: str) -> None:
    problem = read("step 100 of 6000, 3 s per step", total=total).problem
    assert problem == Impossible(identity, {"done": Decimal(100), "total": Decimal(total)})


def test_a_time_per_step_beyond_any_run_is_too_large() -> None:
    assert problem_of("seconds per step 1e20, step 100 of 6000") == Impossible("too-large", {"name": "pace"})
