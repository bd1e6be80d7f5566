"""What ``/eta`` takes: any typed value, through the command's own parser and the answer."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.features.eta import as_question
from bot.language import catalogue
from bot.reply.text import text as written
from estimators import read
from tests.fuzz.target import execute

words = st.one_of(
    st.text(max_size=30),
    st.integers().map(str),
    st.decimals(allow_nan=True, allow_infinity=True).map(str),
    st.from_regex(r"[0-9٠-٩,.]{1,12} ?[kKMmس%]?(ms|s|epochs?|خطوة)?", fullmatch=True),
    st.sampled_from(["", "nan", "-inf", "1e999", "12k", "1,200", "٣٩٩٥٫١١", "1/3", "100/6000", "total=5", "\u202e100", "\0", "=", "?"]),
)
#: Discord sends doubles, and JSON as Python reads it has room for those that are no numbers.
floats = st.one_of(st.floats(), st.floats(0, 1e6), st.integers(-(2**53), 2**53).map(float))
options = st.fixed_dictionaries(
    {},
    optional={"iter": words, "ms": floats, "s": floats, "total": words},
)


@settings(max_examples=400, deadline=None)
@given(options, st.none() | words, st.none() | words)
def test_any_options_are_answered(given_options: dict[str, object], total: str | None, what_if: str | None) -> None:
    found = execute(f"{as_question(given_options)}\n", total, what_if)
    for code in catalogue().codes:
        assert written(found, "discord", language=catalogue()[code]).strip()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.floats(0.01, 1e6))
def test_good_options_are_answered_exactly(done: int, left: int, ms: float) -> None:
    asked = as_question({"iter": str(done), "ms": ms, "total": str(done + left)})
    run = read(asked).run
    assert run is not None
    assert (run.done, run.total) == (done, done + left)
    assert execute(asked).estimate is not None
