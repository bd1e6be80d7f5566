"""Every way to ask "how long is left" is understood when it stands alone: it follows up an earlier run."""

from __future__ import annotations

import pytest

from estimators.reading.question import Question, ask

ASKED = """
how long is left?
how much time is left?
how much longer?
when will it finish?
when does it end?
when will my training be done?
when is it done?
when will training complete?
ETA?
time left?
time remaining?
what's the eta
how long until it's done?
how much time remains?
what is the remaining time?
how long to go?
متى ينتهي التدريب؟
متى ينتهي؟
متى سينتهي؟
كم بقي؟
كم تبقى من الوقت؟
كم الوقت المتبقي؟
كم من الوقت بقي؟
كم باقي؟
متى يخلص؟
كم بقى له؟
كم باقي له
كم باقي على نهاية التدريب؟
متى راح يخلص؟
متى بيخلص؟
فاضل كام؟
فاضل قد إيه؟
هيخلص إمتى؟
هيخلص امتى
إمتى هيخلص؟
لسه قد إيه؟
لسه فاضل كتير؟
قديش ضل؟
قديش ضايل؟
قديش باقي؟
ايمتى بيخلص؟
إيمتى بيخلص
شو باقي؟
قديش بعد بده؟
أديش ضل له؟
شحال بقى؟
شحال باقي؟
شحال مازال؟
وقتاش يسالي؟
فوقاش غادي يسالي؟
قداش مازال؟
قداش باقي؟
وقتاش يكمل؟
شقد باقي؟
شكد بقى؟
شوكت يخلص؟
جم باقي؟
شكثر باقي؟
والآن؟
وهلق؟
ودلوقتي؟
والحين؟
ودابا؟
وهسه؟
now?
and now?
what about now?
""".strip().splitlines()


@pytest.mark.parametrize("text", ASKED)
def test_asked_alone(text: str) -> None:
    question = ask(text)
    assert isinstance(question, Question)
    assert question.kind == "follow-up"
    assert question.missing == {"total", "pace"}


@pytest.mark.parametrize("text", ASKED)
def test_asked_with_numbers(text: str) -> None:
    arabic = any("\u0621" <= letter <= "\u064a" for letter in text)
    rest = " وصلت 100 من 6000 وكل خطوة تاخذ 4 ثواني" if arabic else " I'm at step 100 of 6000 and a step takes 4 s"
    for words in (f"{text}{rest}", f"{rest}. {text}"):
        question = ask(words)
        assert isinstance(question, Question)
        assert (question.run.done, question.run.total, question.run.pace) == (100, 6000, 4)
