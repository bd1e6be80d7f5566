"""What if, asked beside a question: every usual way to put it, in the reply of both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from bot.answer import Request, answer
from bot.reply.parts import parts

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ETA = "/eta iter=100 ms=3995.11 total=6000"


def remaining(text: str, what_if: str | None = None) -> dict[str, Decimal]:
    found = answer(Request(text, NOW, what_if=what_if))
    assert found.estimate is not None
    return {row.id: row.remaining for row in found.estimate.scenarios}


@pytest.mark.parametrize(
    ("what_if", "row", "seconds"),
    [
        ("200 ms", "pace", "1180"),
        ("0.2 s/it", "pace", "1180"),
        ("0.2 ثانية", "pace", "1180"),
        ("ماذا لو صار 0.2 ثانية", "pace", "1180"),
        ("what if it improves to 200 ms", "pace", "1180"),
        ("stop at 4000", "stop", "15580.929"),
        ("4000 iterations", "stop", "15580.929"),
        ("لو توقفت عند 4000", "stop", "15580.929"),
        ("two GPUs", "gpus-ideal", "11785.5745"),
        ("بطاقتان", "gpus-ideal", "11785.5745"),
        ("twice as fast", "speedup", "11785.5745"),
    ],
)
def test_the_option_takes_every_usual_way_to_put_it(what_if: str, row: str, seconds: str) -> None:
    assert remaining(ETA, what_if)[row] == Decimal(seconds)


@pytest.mark.parametrize(
    ("text", "row", "seconds"),
    [
        ("100/6000 at 3.99511 s/it. What if it improves to 200 ms?", "pace", "1180"),
        ("iter=100 ms=3995.11 total=6000 وماذا لو صار 0.2 ثانية", "pace", "1180"),
        ("100/6000 at 3.99511 s/it, what if I stop at 4000", "stop", "15580.929"),
        ("100/6000 at 3.99511 s/it, what if two GPUs", "gpus-ideal", "11785.5745"),
    ],
)
def test_sentences_ask_it_too(text: str, row: str, seconds: str) -> None:
    assert remaining(text)[row] == Decimal(seconds)


@pytest.mark.parametrize("nonsense", ["", "hello", "0", "-5 s/it", "1e999 s", "🙂", "total"])
def test_nonsense_asks_for_nothing(nonsense: str) -> None:
    assert remaining(ETA, nonsense) == {}


@pytest.mark.parametrize(("language", "cell"), [("en", "19 min 40 s"), ("ar", "19 دقيقة 40 ثانية")])
def test_the_table_stands_in_the_reply(language: str, cell: str) -> None:
    reply = parts(answer(Request(ETA, NOW, language=language, what_if="200 ms")))
    assert reply.scenarios_title
    assert [row.remaining for row in reply.scenarios][1] == cell
    assert all(row.name and row.pace and row.finish for row in reply.scenarios)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_before_a_run_nothing_looks_exact(language: str) -> None:
    text = "how long will 6,000 iterations of a 124M model at 491,520 tokens per step take on 8 A100?"
    reply = parts(answer(Request(text, NOW, language=language)))
    assert "26" in reply.headline
    assert "13" in reply.headline
    assert not reply.sum
    assert not reply.finish
    assert not reply.band
    assert any("PaLM" in line and "A100" in line for line in reply.read)
