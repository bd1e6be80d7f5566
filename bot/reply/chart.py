"""Answer -> picture: the step time so far, and the remaining time as a fan to the finish.

matplotlib's object API only (never pyplot: no global state). matplotlib shapes and orders Arabic by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from io import BytesIO
from typing import Any

import numpy as np

from bot.answer import Answer
from bot.language import catalogue
from estimators.forecast import view

#: Points drawn at most: what a phone can show.
POINTS = 400
#: Records below which a line over steps shows nothing.
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that is drawn, plain values only: it crosses to the worker process and is the cache's key."""

    steps: tuple[float, ...]
    seconds: tuple[float, ...]  # per unit, one an interval
    average: tuple[float, ...]
    warm_up: float | None  # the step up to which the run warmed up
    pauses: tuple[tuple[float, float], ...]  # (step, seconds per unit) of intervals that hold a pause
    changes: tuple[float, ...]
    start: datetime  # the moment of the question, in the reader's zone
    remaining: tuple[float, float, float]  # optimistic, expected, pessimistic seconds
    left: float  # units
    words: dict[str, str] = field(default_factory=dict, hash=False)
    right_to_left: bool = False


def chart(answer: Answer, zone: tzinfo, language: str | None = None) -> Chart | None:
    """Choose what to draw for an estimate; ``None`` where there are too few records to show."""
    run, found = answer.run, answer.estimate
    looked = view(run) if run is not None and len(run.observations) >= FEWEST else None
    if found is None or looked is None:
        return None
    seen, parts = looked.observations, looked.structure
    steps, pace = seen.step[1:], parts.pace
    average = np.convolve(pace, np.ones(_window(len(pace))) / _window(len(pace)), mode="valid")
    held = ~parts.quiet
    held[: parts.warm_up] = False
    plain = np.flatnonzero(~held)
    keep = plain[np.unique(np.linspace(0, len(plain) - 1, min(POINTS, len(plain))).astype(int))]
    at = np.flatnonzero(held)[-POINTS:]
    speaker = catalogue()[language or answer.language]
    unit, moment = speaker.say(f"unit-{found.unit}"), answer.asked_at.astimezone(zone)
    named = ("pace", "average", "warm-up", "pause", "change", "left", "expected", "optimistic", "pessimistic")
    return Chart(
        steps=tuple(steps[keep].tolist()),
        seconds=tuple(pace[keep].tolist()),
        average=tuple(np.interp(keep, np.arange(len(pace) - len(average), len(pace)), average).tolist()),
        warm_up=float(seen.step[parts.warm_up]) if parts.warm_up else None,
        pauses=tuple(zip(steps[at].tolist(), pace[at].tolist(), strict=True)),
        changes=tuple(float(change.step) for change in parts.changes),
        start=moment,
        remaining=(found.optimistic, found.expected, found.pessimistic),
        left=float(found.total - found.done),
        words={name: speaker.say(f"chart-{name}", unit=unit, zone=moment.tzname() or "") for name in named},
        right_to_left=speaker.code == "ar",
    )


def alternative(answer: Answer, language: str | None = None) -> str:
    """Say in words what the picture shows, for those who do not see it."""
    found = answer.estimate
    assert found is not None  # noqa: S101
    speaker = catalogue()[language or answer.language]
    return speaker.say(
        "chart-alternative", low=found.optimistic, seconds=found.expected, high=found.pessimistic,
        pace=found.step_time, unit=found.unit,
    )  # fmt: skip


def draw(picture: Chart) -> bytes:
    """Return the picture as PNG: 1600 x 1200, so that it is sharp on a phone in Discord's dark theme."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 6), dpi=200, facecolor=_BACK, layout="constrained")
    above, below = figure.subplots(2, 1, height_ratios=(3, 2))
    _pace(above, picture)
    _fan(below, picture)
    out = BytesIO()
    canvas: Any = FigureCanvasAgg(figure)
    canvas.print_png(out, pil_kwargs={"compress_level": 3})
    return out.getvalue()


_BACK, _INK, _FAINT = "#313338", "#dbdee1", "#5c5f66"
_PACE, _AVERAGE, _PAUSE, _FAN = "#7cc4ff", "#ffd166", "#ff6b6b", "#43b581"


def _window(count: int) -> int:
    return max(2, min(50, count // 8 or 2))


def _axes(axes: Any, title: str, right_to_left: bool) -> None:
    axes.set_facecolor(_BACK)
    axes.tick_params(colors=_INK, labelsize=11)
    axes.grid(color=_FAINT, linewidth=0.4)
    for side in axes.spines.values():
        side.set_color(_FAINT)
    axes.set_title(title, color=_INK, fontsize=14, loc="right" if right_to_left else "left", parse_math=False)


def _legend(axes: Any, right_to_left: bool) -> None:
    axes.legend(
        fontsize=10, facecolor=_BACK, edgecolor=_FAINT, labelcolor=_INK, loc="upper right",
        markerfirst=not right_to_left, alignment="right" if right_to_left else "left",
    )  # fmt: skip


def _pace(axes: Any, picture: Chart) -> None:
    words = picture.words
    _axes(axes, words["pace"], picture.right_to_left)
    axes.plot(picture.steps, picture.seconds, color=_PACE, linewidth=1.0, alpha=0.8)
    axes.plot(picture.steps, picture.average, color=_AVERAGE, linewidth=2.2, label=words["average"])
    if picture.warm_up is not None:
        axes.axvspan(picture.steps[0], picture.warm_up, color=_PAUSE, alpha=0.18, label=words["warm-up"], linewidth=0)
    if picture.pauses:
        steps, seconds = zip(*picture.pauses, strict=True)
        usual = np.interp(steps, picture.steps, picture.seconds)
        axes.vlines(steps, usual, seconds, color=_PAUSE, linewidth=0.8, alpha=0.7)
        axes.plot(steps, seconds, "o", color=_PAUSE, markersize=4, label=words["pause"])
    for index, step in enumerate(picture.changes):
        axes.axvline(step, color=_FAN, linewidth=1.4, linestyle="--", label=words["change"] if index == 0 else None)
    drawn = [*picture.seconds, *(seconds for _, seconds in picture.pauses)]
    top = float(np.quantile(drawn, 0.98)) * 1.3
    axes.set_ylim(0, max(top, float(np.max(picture.average)) * 1.1))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    _legend(axes, picture.right_to_left)


def _fan(axes: Any, picture: Chart) -> None:
    from matplotlib import dates

    date2num: Any = dates.date2num
    words, start = picture.words, picture.start
    finishes = [start + timedelta(seconds=min(seconds, 3e9)) for seconds in picture.remaining]
    low, middle, high = (float(date2num(at)) for at in finishes)
    begin, left = float(date2num(start)), picture.left
    _axes(axes, words["left"], picture.right_to_left)
    axes.fill([begin, low, high], [left, 0, 0], color=_FAN, alpha=0.25, linewidth=0)
    axes.plot([begin, middle], [left, 0], color=_FAN, linewidth=2.4, label=words["expected"])
    axes.plot([begin, low], [left, 0], color=_PACE, linewidth=1.2, linestyle="--", label=words["optimistic"])
    axes.plot([begin, high], [left, 0], color=_PAUSE, linewidth=1.2, linestyle="--", label=words["pessimistic"])
    locator: Any = dates.AutoDateLocator(tz=start.tzinfo, minticks=3, maxticks=7)  # type: ignore[no-untyped-call]
    hours: Any = dates.ConciseDateFormatter
    axes.xaxis.set_major_locator(locator)
    form = hours(locator, tz=start.tzinfo, formats=_DATES, zero_formats=_DATES, show_offset=False)
    axes.xaxis.set_major_formatter(form)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.set_ylim(0, left * 1.05)
    _legend(axes, picture.right_to_left)


#: Digits only: the same in every language.
_DATES = ["%Y", "%Y-%m", "%m-%d", "%H:%M", "%H:%M", "%H:%M:%S"]
