"""What if: the pace improves, the run stops earlier, there are more devices. Exact decimals throughout.

A row is ``(total - done) x step time``. Where a pace has to be divided, the remaining time is divided itself and
rounded once, to nine digits after the point.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, TypeAlias

import numpy as np

from estimators.exact import remaining
from estimators.forecast.bound import GOOD_MFU, hardware
from estimators.forecast.sessions import Change, Structure
from estimators.result import Scenario
from estimators.run import Run, Unit, WhatIf

__all__ = ["EFFICIENCY", "asked", "defaults", "lasting_slowdown", "scenarios"]

#: Share of the ideal speed-up that data parallelism keeps: one machine, several machines (Goyal et al. 2017,
#: https://arxiv.org/abs/1706.02677, about 0.9 from 8 to 256 GPUs; less on slow links).
EFFICIENCY = (Decimal("0.9"), Decimal("0.8"))
ONE_MACHINE = 8
FINEST, NANO = Decimal("1e-18"), Decimal("1e-9")
#: Seconds per unit before a division, and what to divide by.
Pace: TypeAlias = tuple[Decimal, Decimal]
_WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)
SLOWER = 0.08  # a change of pace worth a row, relative
FEWEST, PART = 10, 0.10  # records, and share of the session, on each side of it
GAIN = 0.03  # a default row must differ by this share from the pace of today


def scenarios(
    run: Run, pace: Decimal, what_if: Sequence[WhatIf] = (), structure: Structure | None = None
) -> tuple[Scenario, ...]:
    """Rows of the table: what was asked for, else those that the run itself gives a reason for.

    >>> run = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000))
    >>> [str(row.remaining) for row in scenarios(run, Decimal("3.99511"), [WhatIf(step_time=Decimal("0.2"))])]
    ['23571.14900', '1180.0']
    """
    stays = _row(run, "stays", {}, (pace, Decimal(1)))
    more = [row for wish in what_if for row in asked(run, pace, wish)] if what_if else defaults(run, pace, structure)
    return (stays, *more) if more else ()


def asked(run: Run, pace: Decimal, wish: WhatIf) -> list[Scenario]:
    """Rows that answer one what-if question; none if it changes nothing."""
    step_time = wish.step_time if wish.step_time is not None else pace
    faster = wish.speedup if wish.speedup is not None and wish.speedup > 0 else Decimal(1)
    names = [name for name in ("step_time", "total", "speedup", "gpus") if getattr(wish, name) is not None]
    args: dict[str, Any] = {name: getattr(wish, name) for name in names if name != "step_time"}
    if not names or step_time <= 0:
        return []
    if wish.gpus is not None and wish.gpus > 0:
        return _devices(run, (step_time, faster), wish, args)
    identity = {"step_time": "pace", "total": "stop", "speedup": "speedup"}.get(names[0], "changed")
    if wish.total is not None and wish.total <= run.done:
        identity = "stop-passed"
    elif len(names) > 1:
        identity = "changed"
    return [_row(run, identity, args, (step_time, faster), wish.total)]


def defaults(run: Run, pace: Decimal, structure: Structure | None = None) -> list[Scenario]:
    """Rows for which the run or the hardware gives a reason; nothing is made up."""
    rows = []
    known = structure is not None and any(g.period is not None or g.source != "gaps" for g in structure.pauses)
    quiet = structure.quiet_pace if structure is not None and known else 0.0
    if 0 < quiet < (1 - GAIN) * float(pace):
        rows.append(_row(run, "without-pauses", {}, _decimal(quiet)))
    change = lasting_slowdown(run, structure)
    if change is not None:
        rows.append(_row(run, "earlier-pace", {"step": change.step}, _decimal(change.before)))
    found = hardware(run, float(pace))
    if found is not None and found.good < pace * Decimal(1 - GAIN):
        args = {"gpu": found.device.name, "gpus": found.count, "share": GOOD_MFU}
        rows.append(_row(run, "good-mfu", args, (found.good, Decimal(1))))
    return rows


def lasting_slowdown(run: Run, structure: Structure | None) -> Change | None:
    """The last change of pace, if it was for the worse and both sides of it were seen for long enough."""
    if structure is None or not structure.changes or run.unit in {Unit.TREE, Unit.TRIAL}:
        return None
    change, step = structure.changes[-1], run.observations.step
    place = int(np.searchsorted(step, change.step))
    earlier = (change.step - float(step[0])) / float(step[-1] - step[0])
    if change.after < (1 + SLOWER) * change.before or min(place, len(step) - place) < FEWEST:
        return None
    return change if PART <= earlier <= 1 - PART else None


def _devices(run: Run, pace: Pace, wish: WhatIf, args: dict[str, Any]) -> list[Scenario]:
    """The ideal row, and the one that a share of the ideal leaves."""
    assert wish.gpus is not None  # noqa: S101
    now = wish.gpus_now or Decimal(str(run.settings.gpus or 1))
    step_time, faster = _WIDE.multiply(pace[0], now), _WIDE.multiply(pace[1], wish.gpus)
    args = {**args, "now": now}
    ideal = _row(run, "gpus-ideal", args, (step_time, faster), wish.total)
    if wish.gpus <= now:
        return [ideal]
    share = EFFICIENCY[int(wish.gpus > ONE_MACHINE)]
    usual = max(_WIDE.multiply(faster, share), _WIDE.multiply(pace[1], now))
    return [ideal, _row(run, "gpus-usual", {**args, "share": share}, (step_time, usual), wish.total)]


def _row(run: Run, identity: str, args: dict[str, Any], pace: Pace, total: Decimal | None = None) -> Scenario:
    end = total if total is not None else run.total
    assert end is not None  # noqa: S101
    step_time = _divided(*pace, FINEST)
    left = _divided(remaining(run.done, max(end, run.done), pace[0]), pace[1], NANO)
    said = {**args, "seconds": step_time, "unit": run.unit.value}
    return Scenario(id=identity, args=said, step_time=step_time, remaining=left)


def _divided(value: Decimal, by: Decimal, digits: Decimal) -> Decimal:
    """The quotient without an exponent, rounded once if it does not come out even."""
    if by == 1:
        return _plain(value)
    found = _WIDE.divide(value, by)
    return _plain(found if found == found.quantize(digits, context=_WIDE) else found.quantize(digits, context=_WIDE))


def _decimal(seconds: float) -> Pace:
    return _plain(Decimal(f"{seconds:.6g}")), Decimal(1)


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent."""
    return Decimal(format(value, "f")) if value else Decimal(0)
