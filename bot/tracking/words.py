"""A state in words: for a terminal, for one line, for Discord. Numbers and our own words; never a line of the log."""

from __future__ import annotations

from datetime import datetime, tzinfo
from decimal import Decimal

from bot.language import Language
from bot.tracking.state import Phase, State

FULL, EMPTY = "█", "░"
BAR, BAR_IN_DISCORD = 30, 20


def bar(state: State, cells: int = BAR) -> str:
    """Return the bar; its full end comes first, so that it stands where the reader's language begins."""
    full = round((state.share or 0.0) * cells)
    return FULL * full + EMPTY * (cells - full)


class Words:
    """Says states in one language and one time zone."""

    def __init__(self, language: Language, zone: tzinfo) -> None:
        self.language, self._zone = language, zone
        self._say = language.say

    def screen(self, state: State, now: datetime, cells: int = BAR) -> list[str]:
        """Return the lines that are drawn again and again."""
        lines = [self._progress(state, bar(state, cells)), self.headline(state, now)]
        if state.band is not None:
            low, plain, high = (self._instant(at, now) for at in state.band)
            lines += [self._say("track-finish", when=plain), self._say("track-band", low=low, high=high)]
        return [line for line in lines if line]

    def line(self, state: State, now: datetime) -> str:
        """Return everything on one line, which begins in the language."""
        headline = "" if state.phase is Phase.RUNNING else self.headline(state, now)
        if state.band is None or state.share is None:
            return " · ".join(filter(None, (self._progress(state, ""), headline)))
        low, plain, high = (self._instant(at, now) for at in state.band)
        told = self._say(
            "track-line", share=_whole(state.share), left=self._left(state, now), finish=plain, low=low, high=high
        )
        return " · ".join(filter(None, (told, headline)))

    def clock(self, now: datetime) -> str:
        """Return the time of day."""
        return now.astimezone(self._zone).strftime("%H:%M")

    def headline(self, state: State, now: datetime) -> str:
        """Return the one sentence that matters most."""
        match state.phase:
            case Phase.RUNNING:
                return self._say(
                    "track-running", seconds=self._left(state, now), pace=self._pace(state), unit=state.unit
                )
            case Phase.NEEDS:
                return self._needs(state)
            case Phase.READING:
                return self._problem(state)
        open_end = state.phase is Phase.CUT and state.total is None
        counted = {"done": state.done or 0, "total": state.total or 0, "unit": state.unit}
        return self._say(f"track-{state.phase}{'-open' * open_end}", quiet=state.quiet, usual=state.usual, **counted)

    def discord(self, state: State, now: datetime, name: str = "") -> str:
        """Return the message that is kept up to date; instants count down by themselves in every reader's zone."""
        headline = self.headline(state, now) if state.phase is not Phase.RUNNING else ""
        lines = [f"**{name}**" if name else "", headline and f"**{headline}**"]
        lines.append(self._progress(state, bar(state, BAR_IN_DISCORD)))
        if state.band is not None:
            low, plain, high = (round(at.timestamp()) for at in state.band)
            lines.append(self._say("track-finish", when=f"<t:{plain}:F> (<t:{plain}:R>)"))
            lines.append(self._say("track-band", low=f"<t:{low}:f>", high=f"<t:{high}:f>"))
        return _directed("\n".join(filter(None, lines)))

    def alarm(self, state: State, now: datetime, name: str = "") -> str:
        """Return the message that rings."""
        lines = (f"**{name}**" if name else "", self.headline(state, now), self._progress(state, ""))
        return _directed("\n".join(filter(None, lines)))

    def _progress(self, state: State, drawn: str) -> str:
        if state.share is None or state.done is None or state.total is None:
            return ""
        args = {"share": _whole(state.share), "done": state.done, "total": state.total, "unit": state.unit}
        return self._say("track-bar", bar=drawn, **args) if drawn else self._say("track-progress", **args)

    def _left(self, state: State, now: datetime) -> float:
        """What is left now: the last record may have come a while ago."""
        at = state.band[1] if state.band else None
        return max((at - now).total_seconds(), 0.0) if at is not None else 0.0

    def _pace(self, state: State) -> Decimal:
        found = state.answer.estimate if state.answer else None
        return found.step_time if found else Decimal(0)

    def _needs(self, state: State) -> str:
        answer = state.answer
        sample = answer.per_thousand if answer else None
        if answer is None or sample is None:
            return self._say("track-needs-pace")
        return self._say(
            "track-needs-total", done=sample.done, unit=sample.unit, pace=sample.step_time, thousand=sample.remaining
        )

    def _problem(self, state: State) -> str:
        problem = state.answer.reading.problem if state.answer else None
        if problem is None or problem.id in ("not-a-log", "empty"):
            return self._say("track-reading")
        return self._say(f"problem-{problem.id}", **{k: v for k, v in problem.args.items() if k != "choices"})

    def _instant(self, at: datetime, now: datetime) -> str:
        """Return the time, with the day where it is another one."""
        there, here = at.astimezone(self._zone), now.astimezone(self._zone)
        return there.strftime("%H:%M") if there.date() == here.date() else self.language.moment(there, here)


def _whole(share: float) -> Decimal:
    """A share as whole percents, rounded down: 100 % is the end and nothing before it."""
    return Decimal(int(100 * share)) / 100


def _directed(text: str) -> str:
    from bot.reply.card import directed  # noqa: PLC0415 - brings discord.py, which a terminal alone does not need

    return directed(text)
