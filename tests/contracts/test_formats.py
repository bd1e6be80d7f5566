"""Every format that is in the folder keeps the promises of a format; nobody adds it to a list."""

from __future__ import annotations

import re
from re import _parser as sre  # type: ignore[attr-defined]

import pytest

from estimators import looks_like_log, read
from estimators.reading import fields
from estimators.reading.format import Example, Format
from estimators.reading.formats import all_formats

FORMATS = all_formats()
EXAMPLES = [pytest.param(f, e, id=f"{f.name}-{i}") for f in FORMATS for i, e in enumerate(f.examples)]
VARIANTS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "carriage-returns": lambda text: text.replace("\n", "\r"),
    "coloured": lambda text: "".join(f"\x1b[32m{line}\x1b[0m\n" for line in text.splitlines()),
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "fenced": lambda text: f"```\n{text}```\n",
    "rank": lambda text: "".join(f"[rank0]: {line}\n" for line in text.splitlines()),
    "container": lambda text: "".join(f"trainer-1  | {line}\n" for line in text.splitlines()),
    "truncated": lambda text: text + text.splitlines()[-1][: len(text.splitlines()[-1]) // 3],
    "arabic-digits": lambda text: text.translate({ord("0") + i: 0x660 + i for i in range(10)}),
}


def judge(reading: object, expect: dict[str, object]) -> None:
    run = reading.run  # type: ignore[attr-defined]
    assert run is not None, reading.problem  # type: ignore[attr-defined]
    seen = run.observations
    facts = {
        "done": lambda: float(run.done),
        "total": lambda: float(run.total),
        "unit": lambda: run.unit.value,
        "missing": lambda: reading.missing,  # type: ignore[attr-defined]
        "observations": lambda: len(seen),
        "epochs": lambda: run.settings.epochs,
        "elapsed": lambda: pytest.approx(float(seen.elapsed[-1]), rel=1e-6),
        "step_time": lambda: pytest.approx(
            float(run.pace) if run.pace is not None else float(seen.step_time[-1]), rel=1e-6
        ),
    }
    assert {key: facts[key]() for key in expect} == expect


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
def test_a_format_says_where_it_comes_from_and_shows_examples(fmt: Format) -> None:
    assert fmt.source.startswith("https://")
    assert fmt.examples
    assert fmt.notes
    assert fmt.needles


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
def test_patterns_are_linear_and_speak_the_vocabulary(fmt: Format) -> None:
    for pattern in (*fmt.patterns, *fmt.header_patterns, *fmt.setting_patterns, *fmt.pause_patterns):
        assert all(fields.known(group) for group in pattern.groupindex), pattern.groupindex
        unbounded = [op for op in walk(sre.parse(pattern.pattern)) if op[0] in (sre.MAX_REPEAT, sre.MIN_REPEAT)]
        for _, (_, most, _) in unbounded:
            assert most is not sre.MAXREPEAT, f"unbounded backtracking in {pattern.pattern!r}"


def walk(tree: object):  # type: ignore[no-untyped-def]
    """Every operation of a parsed pattern, however deep."""
    for op in tree:  # type: ignore[attr-defined]
        yield op
        for part in op[1] if isinstance(op[1], tuple) else ():
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, sre.SubPattern):
                    yield from walk(inner)


@pytest.mark.parametrize(("fmt", "example"), EXAMPLES)
def test_an_example_means_what_it_says(fmt: Format, example: Example) -> None:
    reading = read(example.text)
    assert reading.format == fmt.name
    judge(reading, dict(example.expect))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("fmt", "example"), EXAMPLES)
def test_a_variant_means_the_same(fmt: Format, example: Example, variant: str) -> None:
    reading = read(VARIANTS[variant](example.text))
    assert reading.format == fmt.name
    judge(reading, dict(example.expect))


@pytest.mark.parametrize(("fmt", "example"), EXAMPLES)
def test_what_is_read_as_a_log_looks_like_one_before(fmt: Format, example: Example) -> None:
    reading = read(example.text)
    assert reading.format == fmt.name
    assert looks_like_log(example.text, reading.certainty)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
def test_no_other_format_claims_an_example_with_more_certainty(fmt: Format) -> None:
    for example in fmt.examples:
        rivals = [f.name for f in FORMATS if f is not fmt and f.certainty > fmt.certainty and f.count(example.text.encode())]
        assert not rivals


def test_names_are_unique() -> None:
    names = [f.name for f in FORMATS]
    assert len(set(names)) == len(names)
    assert all(re.search(r"\w", name) for name in names)
