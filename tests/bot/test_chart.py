"""The picture: what is chosen, how it is drawn in both languages, the cache, and the button."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from matplotlib.image import imread

from bot.answer import Answer, Request, answer
from bot.charts import Charts
from bot.cli import cli
from bot.language import catalogue, say
from bot.reply.chart import alternative, chart, draw
from tests.bot.simulated import simulated, text_of

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent / "golden"


def seconds(step: int) -> float:
    return 9000.0 if step == 0 else 12000.0 if step % 100 == 0 else 500.0 + step % 7


LOG = "max_iters = 2000\n" + "".join(f"iter {n}: loss 3.1, time {seconds(n):.2f}ms, mfu 12.31%\n" for n in range(0, 800, 10))


def asked(language: str) -> Answer:
    return answer(Request(LOG, NOW, language=language))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_picture_is_the_one_that_was_looked_at(language: str) -> None:
    picture = chart(asked(language), UTC)
    assert picture is not None
    drawn = imread(BytesIO(draw(picture)))[:, :, :3]
    golden = imread(GOLDEN / f"chart-{language}.png")[:, :, :3]
    assert drawn.shape == golden.shape == (1200, 1600, 3)
    assert float(np.mean(np.abs(drawn - golden))) < 0.01  # fonts differ by a shade between platforms


def test_both_languages_show_the_same_numbers_in_other_words() -> None:
    english, arabic = chart(asked("en"), UTC), chart(asked("ar"), UTC)
    assert english is not None
    assert arabic is not None
    assert (english.steps, english.seconds, english.remaining) == (arabic.steps, arabic.seconds, arabic.remaining)
    assert all(english.words[name] != arabic.words[name] for name in english.words)
    assert alternative(asked("en")) != alternative(asked("ar"))
    assert arabic.right_to_left


def test_pauses_and_warm_up_are_marked() -> None:
    picture = chart(asked("en"), UTC)
    assert picture is not None
    assert [step for step, _ in picture.pauses] == [100, 200, 300, 400, 500, 600, 700]
    assert max(picture.seconds) < 1.0


def test_there_is_nothing_to_draw_from_one_number() -> None:
    assert chart(answer(Request("100/6000 at 4 s/it", NOW)), UTC) is None


async def test_the_same_picture_is_drawn_once() -> None:
    charts, picture = Charts(), chart(asked("en"), UTC)
    assert picture is not None
    try:
        first = await charts.png(picture)
        again = chart(asked("en"), UTC)
        assert again is not None
        assert await charts.png(again) is first
    finally:
        charts.close()


@pytest.mark.parametrize(("question", "described"), [("", "Chart:"), ("متى ينتهي؟\n", "رسم بياني")])
async def test_the_button_adds_the_picture_to_the_card(question: str, described: str) -> None:
    async with simulated() as world:
        message = await world.salma.send_dm(question + LOG[:1900])
        card = world.answer_to(message)
        said = text_of(card)
        await world.salma.user.click(card, label=say("ar" if question else "en", "button-plot"))
        drawn = world.answer_to(message)
        assert [file.filename for file in drawn.attachments] == ["mata.png"]
        assert described in json.dumps([part for part in flat(drawn) if "media" in str(part)], ensure_ascii=False)
        assert text_of(drawn).splitlines()[0] == said.splitlines()[0]


def flat(message: object) -> list[dict[str, object]]:
    """Every part of a message's components, the nested ones included."""
    found: list[dict[str, object]] = []

    def walk(part: object) -> None:
        if isinstance(part, dict):
            found.append(part)
            for inner in part.values():
                walk(inner)
        elif isinstance(part, list):
            for inner in part:
                walk(inner)

    walk([part if isinstance(part, dict) else part.to_dict() for part in message.components])  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_terminal_shows_a_line_and_writes_the_picture(language: str, tmp_path: Path) -> None:
    log, png = tmp_path / "train.log", tmp_path / "out.png"
    log.write_text(LOG, encoding="utf-8")
    shown = CliRunner().invoke(cli(catalogue()[language]), ["ask", "--lang", language, "--plot", str(png), str(log)])
    assert shown.exit_code == 0, shown.output
    assert any(set(row) <= set("▁▂▃▄▅▆▇█") and row for row in shown.output.splitlines())
    assert say(language, "cli-plot-saved") in shown.output
    assert png.read_bytes().startswith(b"\x89PNG")


def test_nothing_to_draw_and_nowhere_to_write_are_told(tmp_path: Path) -> None:
    runner, english = CliRunner(), cli(catalogue()["en"])
    told = runner.invoke(english, ["ask", "--plot", str(tmp_path / "x.png"), "100/6000 at 4 s/it"])
    assert say("en", "cli-plot-nothing") in told.output
    (tmp_path / "train.log").write_text(LOG, encoding="utf-8")
    told = runner.invoke(english, ["ask", "--plot", str(tmp_path / "no" / "x.png"), str(tmp_path / "train.log")])
    assert say("en", "cli-plot-unwritable") in told.output
