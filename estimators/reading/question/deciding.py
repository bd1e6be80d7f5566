"""Facts -> a run: units brought together, the numbers checked, what is missing named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from estimators.outcome import Impossible
from estimators.reading.question.counts import STEPS
from estimators.reading.question.facts import Facts, Progress, family
from estimators.run import Note, Run, Settings, Unit
from estimators.units.limits import checked, divide, multiply, rounded_count

_HUNDRED = Decimal(100)
_COUNTED = ("done", "total", "left", "worked", "typical")


@dataclass(frozen=True, slots=True)
class Known:
    """The run as far as the text says, and which of its numbers the text really states."""

    run: Run
    stated: frozenset[str]


def decide(facts: Facts, settings: Settings) -> Known | Impossible:
    """Make one run of ``facts``, or say why they cannot be."""
    problem = _odd_number(facts)
    if problem is not None:
        return problem
    counter = _counter(facts, settings)
    counts = _counts(counter)
    if isinstance(counts, Impossible):
        return counts
    problem = _beyond_reason(zip(("done", "total"), counts, strict=True))
    if problem is not None:
        return problem
    done, total = (None if value is None else rounded_count(value) for value in counts)
    pace = _pace(facts, counter, done, settings)
    problem = _impossible(done, total, pace)
    if problem is not None:
        return problem
    unit = counter.unit or _pace_unit(facts)
    stated = {name for name, value in (("done", done), ("total", total), ("pace", pace)) if value is not None}
    run = Run(
        format="question",
        unit=unit or Unit.ITERATION,
        done=_plain(done) if done is not None else Decimal(0),
        total=None if total is None else _plain(total),
        pace=None if pace is None else _plain(pace),
        settings=settings,
        total_source=None if total is None else "given",
        assumptions=tuple(_notes(facts, counter, done)),
    )
    return Known(run, frozenset(stated))


def _odd_number(facts: Facts) -> Impossible | None:
    """Refuse what is no number that a run can have."""
    times = [*(value for value, _ in facts.paces), facts.elapsed, facts.guessed_pace]
    stated = [("pace", value) for value in (*times, *facts.ratios.values())]
    stated += [("percent", facts.percent), ("done", facts.started)]
    for counter in facts.counters.values():
        stated += [(name, getattr(counter, name)) for name in _COUNTED]
    problem = _beyond_reason(stated)
    if problem is not None:
        return problem
    facts.percent = None if facts.percent is None else rounded_count(facts.percent)
    for counter in facts.counters.values():
        for name in _COUNTED:
            value = getattr(counter, name)
            setattr(counter, name, None if value is None else rounded_count(value))
    return _contradiction(facts, times)


def _beyond_reason(numbers: Iterable[tuple[str, Decimal | None]]) -> Impossible | None:
    """Say of the first number that no run can have why not."""
    for name, value in numbers:
        problem = None if value is None else checked(value, name)
        if isinstance(problem, Impossible):
            return problem
    return None


def _contradiction(facts: Facts, times: list[Decimal | None]) -> Impossible | None:
    if any(value is not None and not checked(value) for value in times):
        return Impossible("zero-pace", {})
    if facts.percent is not None and facts.percent > _HUNDRED:
        return Impossible("done-exceeds-total", {"done": facts.percent, "total": _HUNDRED})
    return Impossible("contradiction", {}) if facts.contradiction else None


def _counter(facts: Facts, settings: Settings) -> Progress:
    """Choose the counter that the answer is about, and fill it from what belongs to it."""
    counters = {unit: counter for unit, counter in facts.counters.items() if counter or counter.timed is not None}
    nested = _nested(counters, facts)
    if nested is not None:
        return nested
    unnamed = counters.pop(None, None)
    paced = family(_pace_unit(facts))
    ranked = sorted(
        counters.values(),
        key=lambda c: (
            c.total is not None,
            _rate(facts, family(c.unit), settings) is not None,
            family(c.unit) is paced,
        ),
    )
    if not ranked:
        return _with_percent(unnamed or Progress(), facts)
    counter = ranked[-1]
    if unnamed is not None:
        for name in _COUNTED:
            if getattr(counter, name) is None:
                setattr(counter, name, getattr(unnamed, name))
    return _with_percent(counter, facts)


def _with_percent(counter: Progress, facts: Facts) -> Progress:
    if facts.percent is None:
        return counter
    if counter.total is not None and counter.done is None:
        counter.done = divide(multiply(counter.total, facts.percent), _HUNDRED)
        return counter
    return counter if counter else Progress(Unit.PERCENT, facts.percent, _HUNDRED)


def _nested(counters: dict[Unit | None, Progress], facts: Facts) -> Progress | None:
    """Epoch 3 of 10, step 100 of 500: the steps of all epochs, unless the step counts through the whole run."""
    epoch, step = counters.get(Unit.EPOCH), counters.get(Unit.STEP)
    if epoch is None or step is None or family(_pace_unit(facts)) is Unit.EPOCH:
        return None
    if epoch.done is None or epoch.total is None or step.done is None or not step.total or not epoch.total:
        return None
    through = divide(step.done, step.total) * epoch.total
    if step.unit is not Unit.BATCH and epoch.done - 1 < through <= epoch.done:
        return step
    current = max(epoch.done - 1, Decimal(0))
    done, total = current * step.total + step.done, epoch.total * step.total
    facts.notes.append(Note("question-steps-within-epoch", {"epoch": epoch.done, "steps": step.total}))
    return Progress(step.unit, done, total)


def _counts(counter: Progress) -> tuple[Decimal | None, Decimal | None] | Impossible:
    done, total, left = counter.done, counter.total, counter.left
    if counter.inside and done is not None and done > 0:
        done -= 1
    if done is None and counter.worked is not None and (left is not None or total is None or counter.worked < total):
        done = None if left is not None and total is not None else counter.worked
    if total is None and left is None and done is not None and counter.timed is not None and counter.timed > done:
        total = counter.timed
    if left is not None:
        if total is None:
            total = left + (done or 0)
        elif done is None:
            if left > total:
                return Impossible("contradiction", {})
            done = total - left
        elif done + left != total:
            return Impossible("contradiction", {})
    return done, total


def _pace_unit(facts: Facts) -> Unit | None:
    return next((unit for _, unit in reversed(facts.paces) if unit is not None), None)


def _rate(facts: Facts, unit: Unit | None, settings: Settings) -> Decimal | None:
    """The stated pace in seconds per ``unit`` (a family), through the ratios where it is in another."""
    found = None
    for pace, per in facts.paces:
        if (per is None and unit is not Unit.PERCENT) or unit is None or family(per) is unit:
            found = pace
            continue
        factor = _factor(family(per), unit, _ratios(facts, settings))
        if factor is not None:
            found = divide(multiply(pace, factor[0]), factor[1])
    return found


def _ratios(facts: Facts, settings: Settings) -> dict[tuple[Unit | None, Unit | None], Decimal]:
    ratios: dict[tuple[Unit | None, Unit | None], Decimal] = {}
    for (unit, per), value in facts.ratios.items():
        ratios[unit, per or (Unit.EPOCH if unit is Unit.STEP else Unit.STEP)] = value
    if settings.tokens_per_step is not None:
        ratios.setdefault((Unit.TOKEN, Unit.STEP), Decimal(settings.tokens_per_step))
    if settings.batch is not None:
        ratios.setdefault((Unit.SAMPLE, Unit.STEP), Decimal(settings.batch))
    return ratios


def _factor(
    one: Unit | None, other: Unit | None, ratios: dict[tuple[Unit | None, Unit | None], Decimal]
) -> tuple[Decimal, Decimal] | None:
    """How many of ``one`` make one ``other``, as a fraction."""
    if ratios.get((one, other)):
        return ratios[one, other], Decimal(1)
    if ratios.get((other, one)):
        return Decimal(1), ratios[other, one]
    for (small, big), value in ratios.items():
        if small is one and ratios.get((big, other)):
            return value * ratios[big, other], Decimal(1)
    return None


def _pace(facts: Facts, counter: Progress, done: Decimal | None, settings: Settings) -> Decimal | None:
    unit = family(counter.unit)
    found = _rate(facts, unit, settings)
    if found is not None:
        return found
    if facts.elapsed is not None and done is not None and done > 0:
        if unit is Unit.PERCENT and facts.unrounded_percent is not None:
            return divide(facts.elapsed, facts.unrounded_percent).normalize()
        since = facts.started if facts.started < done else Decimal(0)
        return divide(facts.elapsed, done - since)
    if facts.guessed_pace is not None and counter and not facts.paces and facts.elapsed is None:
        facts.notes.append(Note("question-time-is-per-unit", {"seconds": facts.guessed_pace}))
        return facts.guessed_pace
    return None


def _impossible(done: Decimal | None, total: Decimal | None, pace: Decimal | None) -> Impossible | None:
    beyond = _beyond_reason([("pace", pace)])
    if beyond is not None:
        return beyond
    if pace is not None and not checked(pace):
        return Impossible("zero-pace", {})
    if total is None:
        return None
    if done is not None and done > total:
        return Impossible("done-exceeds-total", {"done": done, "total": total})
    if not total or done == total:
        return Impossible("nothing-left", {"total": total})
    return None


def _notes(facts: Facts, counter: Progress, done: Decimal | None) -> list[Note]:
    notes = list(facts.notes)
    if counter.inside and counter.done is not None:
        notes.append(Note("question-inside-epoch", {"epoch": counter.done, "done": counter.done - 1}))
    elif counter.position and counter.unit in {*STEPS, Unit.EPOCH} and counter.done is not None:
        notes.append(Note("question-counter-is-done", {"done": counter.done, "unit": str(counter.unit)}))
    if counter.left is not None and done is None:
        notes.append(Note("question-counted-from-now", {"left": counter.left}))
    return notes


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent, which would show in answers."""
    exponent = value.as_tuple().exponent
    return Decimal(int(value)) if isinstance(exponent, int) and exponent > 0 else value
