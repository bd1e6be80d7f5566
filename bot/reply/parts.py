"""Answer -> Reply: every sentence of the answer, in its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from bot.answer import Answer
from bot.language import Language, catalogue
from bot.numbers import exact, rounded
from bot.reply.reply import Reply, Row, TipLine
from estimators import Ambiguous, Estimate, Message, Note, Scenario, Tip, Trend

Where: TypeAlias = Literal["terminal", "discord"]

#: Most tips, findings and notes about the reading that are shown at once.
TIPS, FINDINGS, NOTES = 2, 3, 4
#: What a single number is worth: said once, as what the band rests on.
PRIORS = frozenset({"finding-one-number", "finding-first-number", "finding-first-evaluation"})
#: ``expected`` is mentioned beside ``remaining`` when it differs by more than this share.
NOTABLE = 0.02
#: A pace of more digits than this was divided, not written.
ENDLESS = 20
#: A p-value below this is written as below it.
SMALLEST_P = 0.001


def parts(answer: Answer, where: Where = "discord", zone: tzinfo = UTC, language: Language | None = None) -> Reply:
    """Say an answer: ``where`` and ``zone`` decide how instants are written, ``language`` overrides the answer's."""
    speaker = _Speaker(answer, where, zone, language or catalogue()[answer.language])
    if answer.status == "estimate" and answer.estimate is not None:
        return speaker.estimate(answer.estimate)
    return speaker.needs() if answer.status == "needs" else speaker.nothing()


class _Speaker:
    """One answer, one language, one place: what every sentence needs."""

    def __init__(self, answer: Answer, where: Where, zone: tzinfo, language: Language) -> None:
        self.answer, self.where, self.zone, self.language = answer, where, zone, language
        self.say = language.say
        self.empty = Reply(language=language.code, status=answer.status)

    def estimate(self, found: Estimate) -> Reply:
        """Everything about a run that is known."""
        if found.basis == "floor":
            return self.planned(found)
        remaining = float(found.remaining)
        changed = (self.answer.changed,) if self.answer.changed else ()
        return replace(
            self.empty,
            headline=self.say("reply-headline", seconds=found.remaining),
            finish=self.finish(remaining),
            sum_label=self.say("reply-sum-label", unit=found.unit),
            sum=self.sum(found),
            band=self.say("reply-band", low=found.optimistic, high=found.pessimistic),
            basis=self.basis(found),
            expected=self.expected(found),
            read=self.read(found.done, found.total, found.unit, found.observations, found.assumptions),
            findings=self.notes((*changed, *[f for f in found.findings if f.id not in PRIORS][:FINDINGS])),
            trend=self.trend(found.trend) if found.trend else "",
            scenarios_title=self.say("reply-scenarios-title") if found.scenarios else "",
            scenarios_head=self.head() if found.scenarios else None,
            scenarios=tuple(self.row(row, found.unit) for row in found.scenarios),
            tips_title=self.say("reply-tips-title") if found.tips else "",
            tips=tuple(map(self.tip, found.tips[:TIPS])),
            paste=self.say("reply-paste-one" if found.observations < 2 else "reply-paste-more"),
            finish_at=self.answer.finish(remaining),
            optimistic_at=self.answer.finish(found.optimistic),
            pessimistic_at=self.answer.finish(found.pessimistic),
        )

    def planned(self, found: Estimate) -> Reply:
        """A run that has not shown its pace: a range, and neither a sum nor a finish that look exact."""
        low, high = found.optimistic, found.pessimistic
        return replace(
            self.empty,
            headline=self.say("reply-headline-before", low=low, high=high, seconds=found.expected),
            basis=self.say("reply-basis-floor", records=0),
            read=self.read(found.done, found.total, found.unit, 0, found.assumptions),
            findings=self.notes(found.findings[:FINDINGS]),
            scenarios_title=self.say("reply-scenarios-title") if found.scenarios else "",
            scenarios_head=self.head() if found.scenarios else None,
            scenarios=tuple(self.row(row, found.unit) for row in found.scenarios),
            paste=self.say("reply-paste-one"),
            finish_at=self.answer.finish(found.expected),
            optimistic_at=self.answer.finish(low),
            pessimistic_at=self.answer.finish(high),
        )

    def needs(self) -> Reply:
        """The pace as far as it is known, and one question."""
        reading, sample = self.answer.reading, self.answer.per_thousand
        run = reading.run
        unit = run.unit if run else "iteration"
        missing = "-and-".join(sorted(reading.missing))
        headline = ""
        if sample is not None:
            headline = self.say("reply-pace", seconds=sample.step_time, unit=unit, thousand=sample.remaining)
        return replace(
            self.empty,
            headline=headline,
            read=self.read(run.done, run.total, unit, len(run.observations), run.assumptions) if run else (),
            question=self.say(f"reply-question-{missing}", unit=unit),
        )

    def nothing(self) -> Reply:
        """One sentence about what is wrong."""
        problem = self.answer.reading.problem
        if problem is None:
            return replace(self.empty, problem=self.say("problem-not-a-log"))
        choices: tuple[Note, ...] = problem.args.get("choices", ()) if isinstance(problem, Ambiguous) else ()
        args = {name: value for name, value in problem.args.items() if name != "choices"}
        return replace(self.empty, problem=self.say(f"problem-{problem.id}", **args), choices=self.notes(choices))

    def basis(self, found: Estimate) -> str:
        """What the band rests on; of a single number the finding about it says so."""
        prior = self.notes(finding for finding in found.findings if finding.id in PRIORS)
        return prior[0] if prior else self.say(f"reply-basis-{found.basis}", records=found.observations)

    def finish(self, seconds: float) -> str:
        at = self.answer.finish(seconds)
        return self.say("reply-finish", when=self.moment(at)) if at else self.say("reply-finish-never")

    def moment(self, at: datetime | None, short: bool = False) -> str:
        """Discord's timestamp, which counts in every reader's zone, or the local date and time."""
        if at is None:
            return self.say("never")
        if self.where == "discord":
            unix = round(at.timestamp())
            return f"<t:{unix}:R>" if short else f"<t:{unix}:F> (<t:{unix}:R>)"
        return self.language.moment(at.astimezone(self.zone), self.answer.asked_at.astimezone(self.zone))

    def sum(self, found: Estimate) -> str:
        """The formula; a pace that is itself an endless quotient is rounded, and says so by its sign."""
        left, pace, product = found.total - found.done, found.step_time, found.remaining
        if len(pace.as_tuple().digits) > ENDLESS:
            shown = {"pace": rounded(pace, 9), "product": rounded(product, 12)}
            return self.say("reply-sum-about", left=exact(left), **shown)
        return self.say("reply-sum", left=exact(left), pace=exact(pace), product=exact(product))

    def expected(self, found: Estimate) -> str:
        remaining = float(found.remaining)
        if abs(found.expected - remaining) <= NOTABLE * max(remaining, 1.0):
            return ""
        return self.say("reply-expected-later" if found.expected > remaining else "reply-expected-sooner",
                        seconds=found.expected)  # fmt: skip

    def read(
        self, done: Decimal, total: Decimal | None, unit: str, records: int, assumptions: Iterable[Message | Note]
    ) -> tuple[str, ...]:
        """What was read, what was set aside, what was assumed."""
        reading = self.answer.reading
        log = reading.format not in (None, "question")
        source = self.say("reply-read-log", format=reading.format, records=records) if log else ""
        state = self.say("reply-read-total" if total is not None else "reply-read-done",
                         done=done, total=total or 0, unit=unit)  # fmt: skip
        followed = (self.say("reply-read-followed"),) if self.answer.followed else ()
        notes = self.notes((*reading.ignored, *assumptions))
        return tuple(line for line in (state, source, *followed, *notes[:NOTES]) if line)

    def notes(self, notes: Iterable[Message | Note]) -> tuple[str, ...]:
        """Sentences of messages; the same sentence once."""
        return tuple(dict.fromkeys(self.say(note.id, **note.args) for note in notes))

    def trend(self, trend: Trend) -> str:
        return self.say(
            f"reply-trend-{trend.direction}",
            share=abs(trend.per_1000),
            p=f"= {trend.p_value:.2g}" if trend.p_value >= SMALLEST_P else f"< {SMALLEST_P}",
            average=trend.moving_average,
            window=trend.window,
        )

    def head(self) -> Row:
        return Row(*(self.say(f"reply-scenarios-{column}") for column in ("name", "pace", "remaining", "finish")))

    def row(self, scenario: Scenario, unit: str) -> Row:
        cells = {
            "name": self.say(f"scenario-{scenario.id}", **_said(scenario.args)),
            "pace": self.say("reply-scenario-pace", seconds=scenario.step_time, unit=unit),
            "remaining": self.language.duration(scenario.remaining),
            "finish": self.moment(self.answer.finish(float(scenario.remaining)), short=True),
        }
        return Row(**cells, line=self.say("reply-scenario-row", **cells))

    def tip(self, tip: Tip) -> TipLine:
        saves = tip.typical_saving or tip.saving
        text = self.say(f"tip-{tip.id}", **_said(tip.args))
        return TipLine(
            text=text if tip.evidence else self.say("reply-tip-general", text=text),
            saving=self.say("reply-tip-saving", seconds=saves) if saves > 0 else "",
            source=tip.source,
            evidence=tip.evidence,
        )


def _said(args: dict[str, Any]) -> dict[str, Any]:
    """Only what has a value: a message never names the rest."""
    return {name: value for name, value in args.items() if value is not None}
