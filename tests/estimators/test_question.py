"""Commands and free sentences: what they come to, and what they do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estimators.outcome import Impossible, Problem
from estimators.reading.question import Question, ask
from estimators.run import Unit, WhatIf


def understood(text: str) -> Question:
    question = ask(text)
    assert isinstance(question, Question), f"{text!r} came to {question!r}"
    return question


def remaining(text: str) -> Decimal:
    run = understood(text).run
    assert run.total is not None
    assert run.pace is not None
    return (run.total - run.done) * run.pace


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("/eta iter=100 ms=3995.11 total=6000", "23571.149"),
        ("/eta iter=100 ms=3995 total=6000", "23570.5"),
        ("/eta iter 100 ms 3995 total 6000", "23570.5"),
        ("!eta 100/6000 4s", "23600"),
        ("eta 100/6000 3.99s/it", "23541"),
        ("<@123456789012345678> 100/6000 at 4s", "23600"),
        ("total=6000 ms=3995.11 iter=100", "23571.149"),
        ("iter=100,ms=3995,total=6000", "23570.5"),
        ("iter=100; ms=3995; total=6000", "23570.5"),
        ("iter = 100, ms = 3995.11, total = 6000", "23571.149"),
        ("step=.1k s=3.99 max_iters=6_000", "23541"),
        ("s/it=3.99 iter=100 total=6000", "23541"),
        ("it/s=2.5 iter=100 total=6000", "2360"),
        ("pace=3.99s/it done=100 total=6000", "23541"),
        ("done=40% elapsed=2h", "10800"),
        ("elapsed=3h step=5000 total=20000", "32400"),
        ("epochs=10 epoch=3 min=12", "5040"),
        ("tokens_per_step=491520 tok/s=1.2M step=100 total=6000", "2416.64"),
        ("100/6000 at 3.99 s/it", "23541"),
        ("[100/6000] 3.99 s/it", "23541"),
        ("300B tokens at 1.25M tokens/s, 60B done", "192000"),
        ("epoch 3/10, step 100/500, 2 s/step", "7800"),
        ("two thirds done after 2 hours", "3599.99999964"),
        ("halfway done after 3 hours", "10800"),
        ("my training is at 37.5% after 5 hours, when will it be done?", "30000"),
        ("just finished epoch 5/20, took 75 min", "67500"),
        ("each 100 steps take 5 min, 3000 steps remaining", "9000"),
        ("resumed from step 5000, at 6000/10000 after 1 hour", "14400"),
        ("from step 5000 to step 6000 took 1 hour, 10000 total", "14400"),
        ("it went from 20% to 30% in 1 hour", "25200"),
        ("1% every 3 minutes, 40% done", "10800"),
        ("It takes 2 minutes to do 1%, I'm at 40%", "7200"),
        ("100 epochs take 12 hours, 30 done", "30240"),
        ("100 iterations into 6000, 4 s/it", "23600"),
        ("Epoch 2/5, batch 300/1200, 0.1 s/batch", "450"),
        ("من 100 إلى 200 استغرقت 5 دقائق، المجموع 1000", "2400"),
        ("كل 1% ياخذ 3 دقائق ووصلت 40%", "10800"),
        ("عندي 20 إيبوك خلصت منهم 3 وكل واحد ياخذ ساعة", "61200"),
        ("if one step takes 250ms how long do 600000 steps take", "150000"),
        ("hi! my nanoGPT run is at iteration 100 out of 6000, each iteration takes about 3995.11 ms. when will it finish?",
         "23571.149"),
        ("Completed: 100. Total: 6000. Time per iteration: 3995.11 ms.", "23571.149"),
        ("I've completed 100 out of 6,000 iterations. The last iteration took 3995.11 ms.", "23571.149"),
        ("Steps done: 100, steps total: 6000, step time: 3995.11 ms", "23571.149"),
        ("زمن التكرار 3995.11 مللي ثانية، المجموع 6000، وصلت 100", "23571.149"),
        ("كم بقي من الوقت إذا كنت في التكرار 100 من أصل 6000 وكل تكرار يستغرق 3995.11 مللي ثانية؟", "23571.149"),
        ("كم باقي لو كل تكرار ياخذ 4 ثواني وباقي 5900؟", "23600"),
    ],
)  # fmt: skip
def test_remaining_is_exact(text: str, seconds: str) -> None:
    assert remaining(text) == Decimal(seconds)


def test_digits_of_the_pace_are_those_that_were_written() -> None:
    assert str(understood("100/6000 at 3.990 s/it").run.pace) == "3.990"
    assert str(understood("100 iterations took 6 min 40 s, 5900 to go").run.pace) == "4"


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("iter=-5", "negative"),
        ("/eta iter=-5 ms=3995 total=6000", "negative"),
        ("ms=0", "zero-pace"),
        ("iter=100 ms=0 total=6000", "zero-pace"),
        ("0 of 6000 steps at 0 s per step", "zero-pace"),
        ("iter=7000 total=6000", "done-exceeds-total"),
        ("step 7000 of 6000, 4 s per step", "done-exceeds-total"),
        ("/eta 140% done after 2 hours", "done-exceeds-total"),
        ("ms=nan", "not-finite"),
        ("iter=nan total=6000", "not-finite"),
        ("/eta iter=100 ms=inf total=6000", "not-finite"),
        ("/eta iter=100 ms=1e400 total=6000", "too-large"),
        ("iter=1e400 total=6000", "too-large"),
        ("iter=100 total=99999999999999999999", "too-large"),
        ("iter=6000 total=6000 ms=5", "nothing-left"),
        ("iter=100 total=6000 left=10 ms=5", "contradiction"),
        ("iter=100 total=6000 total=7000 ms=5", "contradiction"),
        ("التكرار -5 من 6000، 4 ثوان لكل تكرار", "negative"),
        ("التكرار 7000 من 6000، 4 ثوان لكل تكرار", "done-exceeds-total"),
        ("التكرار 100 من 6000، 0 ثانية لكل تكرار", "zero-pace"),
    ],
)
def test_what_cannot_be_is_a_value(text: str, identity: str) -> None:
    found = ask(text)
    assert isinstance(found, Impossible)
    assert found.id == identity
    assert all(isinstance(value, Decimal | str) for value in found.args.values())


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("iter 100 of 6000, 4 s per iter", "question-counter-is-done"),
        ("in epoch 3 of 10, 12 min per epoch", "question-inside-epoch"),
        ("epoch 3 of 10, step 100 of 500, 2 s/it", "question-steps-within-epoch"),
        ("5900 iterations left at 4 s each", "question-counted-from-now"),
        ("100/6000 4s", "question-time-is-per-unit"),
    ],
)
def test_assumptions_are_said(text: str, note: str) -> None:
    assert note in {one.id for one in understood("/eta " + text).run.assumptions}


@pytest.mark.parametrize(
    ("text", "missing", "stated"),
    [
        ("iteration 100 took 3995 ms", {"total"}, {"done", "pace"}),
        ("iter:100 ms:3995.11", {"total"}, {"done", "pace"}),
        ("when does my training end? step 100 of 6000", {"pace"}, {"done", "total"}),
        ("total 6000", {"pace"}, {"total"}),
        ("how long is left?", {"total", "pace"}, set()),
        ("/eta", {"total", "pace"}, set()),
    ],
)
def test_what_is_missing_is_said(text: str, missing: set[str], stated: set[str]) -> None:
    question = understood(text)
    assert (question.missing, question.stated) == (missing, stated)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("/eta iter=100", "command"),
        ("iter=100 ms=3995 total=6000", "command"),
        ("100/6000 at 3.99 s/it", "sentence"),
        ("total 6000", "follow-up"),
        ("6000 iterations in all", "follow-up"),
        ("and now?", "follow-up"),
        ("والآن؟", "follow-up"),
        ("ودلوقتي؟", "follow-up"),
        ("what if two GPUs", "follow-up"),
        ("وماذا لو صار 0.2 ثانية", "follow-up"),
        ("كم باقي؟", "follow-up"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert understood(text).kind == kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how long for 6000 steps at 0.5 s", "en"),
        ("كم باقي؟ وصلت 100 من 6000 وكل تكرار ياخذ 4 ثواني", "ar"),
        ("وصلت iter 100 من 6000، كل step ياخذ 3.99 s", "ar"),
        ("/eta iter=100 ms=3995 total=6000", None),
        ("/متى تكرار=100 ms=3995 إجمالي=6000", "ar"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert understood(text).language == language


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("what if it improves to 200 ms", WhatIf(step_time=Decimal("0.2"))),
        ("what if it takes 0.2 s/it?", WhatIf(step_time=Decimal("0.2"))),
        ("what if it gets to 5 it/s?", WhatIf(step_time=Decimal("0.2"))),
        ("what if I stop at 4000", WhatIf(total=Decimal(4000))),
        ("what if I stop after 4000 iterations?", WhatIf(total=Decimal(4000))),
        ("what if total=8000", WhatIf(total=Decimal(8000))),
        ("what if two GPUs", WhatIf(gpus=Decimal(2))),
        ("what if we had 8 H100s", WhatIf(gpus=Decimal(8))),
        ("what if it gets twice as fast?", WhatIf(speedup=Decimal(2))),
        ("what if it is 3x faster?", WhatIf(speedup=Decimal(3))),
        ("what if it were 20% faster", WhatIf(speedup=Decimal("1.2"))),
        ("وماذا لو صار 0.2 ثانية", WhatIf(step_time=Decimal("0.2"))),
        ("ماذا لو تحسن إلى ٢٠٠ مللي ثانية؟", WhatIf(step_time=Decimal("0.2"))),
        ("شو لو صار 200 ms", WhatIf(step_time=Decimal("0.2"))),
        ("ولو وقفت عند 4000", WhatIf(total=Decimal(4000))),
        ("ماذا لو توقفت عند الخطوة 4000", WhatIf(total=Decimal(4000))),
        ("ماذا لو بطاقتان", WhatIf(gpus=Decimal(2))),
        ("ماذا لو استخدمت 4 بطاقات", WhatIf(gpus=Decimal(4))),
        ("ماذا لو صار أسرع مرتين", WhatIf(speedup=Decimal(2))),
    ],
)
def test_what_if(text: str, wish: WhatIf) -> None:
    assert understood(text).what_if == (wish,)


def test_what_if_leaves_the_run_as_it_is() -> None:
    question = understood("100/6000 at 3.99 s/it, what if it improves to 200 ms? And what if I stop at 4000?")
    assert (question.run.done, question.run.total, question.run.pace) == (100, 6000, Decimal("3.99"))
    assert question.what_if == (WhatIf(step_time=Decimal("0.2")), WhatIf(total=Decimal(4000)))


def test_an_if_that_states_the_run_is_no_scenario() -> None:
    question = understood("how long if each step takes 4 s and there are 6000 steps?")
    assert question.what_if == ()
    assert question.missing == frozenset()


def test_sizes_and_hardware() -> None:
    question = understood("how long will 6,000 iterations of a 124M model at 491,520 tokens per step take on 8 A100?")
    found = question.run.settings
    assert (question.run.done, question.run.total, question.missing) == (0, 6000, {"pace"})
    assert (found.parameters, found.tokens_per_step, found.gpus) == (124e6, 491520, 8)
    assert found.gpu is not None
    assert "a100" in found.gpu.lower()


def test_batch_and_context_make_tokens() -> None:
    found = understood("6000 steps, batch size 32, context 1024, 0.5 s per step").run.settings
    assert (found.batch, found.context, found.tokens_per_step) == (32, 1024, 32768)


def test_iterations_steps_and_batches_are_one_thing() -> None:
    assert understood("step 100 of 6000, 4 s per iteration").run.unit is Unit.STEP
    assert remaining("step 100 of 6000, 4 s per iteration") == 23600


LOGS_AND_PROGRAMS = [
    "iter 100: loss 3.1, time 3995.11ms",
    "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%",
    "step 250: train loss 5.7206, val loss 5.1432",
    " 25%|██▌       | 40/160 [16:54<55:23, 27.69s/it]",
    "{'loss': 1.23, 'grad_norm': 0.4, 'learning_rate': 1e-5, 'epoch': 0.17}",
    "for step in range(6000): train(step)",
    "def train(steps=6000, ms=5): pass",
    "git commit -m 'iter 3 of 10'",
    "https://example.org/step/100?total=6000",
    "```\niter=100 ms=3995 total=6000\n```",
]


@pytest.mark.parametrize("text", LOGS_AND_PROGRAMS)
def test_logs_and_programs_are_for_others(text: str) -> None:
    assert ask(text) is None


WORDS = """
iter step epoch 100 6000 4 -5 0 1e400 nan of / % = : , . ? per each took takes left done total at after in 3.99 s ms
min h h10m and half a third it what if faster gpus model batch size x 8 A100 tokens/s 12k ال كل تكرار خطوة من بقي
أنجزت 40% خلال ساعتين ساعة ونصف ثانية لكل متى كم باقي و10 دقائق الثالثة مئة وعشرون آلاف ولو وقفت عند بطاقتان
"""
ALPHABET = st.sampled_from(WORDS.split())


@settings(max_examples=400)
@given(st.lists(ALPHABET, max_size=25).map(" ".join) | st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for words in (text, "/eta " + text):
        found = ask(words)
        assert found is None or isinstance(found, Question | Problem)
        if isinstance(found, Question):
            run = found.run
            assert run.done >= 0
            assert run.total is None or run.done < run.total
            assert run.pace is None or (run.pace > 0 and run.pace.is_finite())


@settings(deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 10**7))
def test_numbers_come_back(done: int, left: int, ms: int) -> None:
    total = done + left
    texts = (
        f"/eta iter={done} ms={ms} total={total}",
        f"step {done:,} of {total:,}, {ms} ms per step",
        f"الخطوة {done} من {total}، {ms} مللي ثانية لكل خطوة",
        f"الخطوة {done} من {total}، {ms} مللي ثانية لكل خطوة".translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    )
    for text in texts:
        run = understood(text).run
        assert (run.done, run.total, run.pace) == (done, total, Decimal(ms) / 1000)
