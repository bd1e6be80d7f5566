"""One record at a time, in constant memory, with the answer of the batch on the same records."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from estimators.estimating import estimate
from estimators.forecast.thinning import KEPT
from estimators.result import Estimate
from estimators.run import Clock, Observations, Pause, PauseKind, Run, Settings, Unit

PAUSES = 4096  # pauses remembered


class Live:
    """A run that is being watched.

    Keeps every ``stride``-th record and the last one, as ``thinning.thin`` does with a whole log; when there are
    more than KEPT the stride doubles. So after any number of records ``estimate(total)`` gives the very times
    that ``estimate`` gives for a run with all of them.

    >>> live = Live()
    >>> for step in range(0, 1001, 10):
    ...     _ = live.observe(step, step * 0.5)
    >>> live.estimate(6000).remaining
    Decimal('2500.0')
    """

    __slots__ = ("_clock", "_elapsed", "_last", "_pauses", "_settings", "_step", "_stride", "_tick", "_unit", "seen")

    def __init__(
        self,
        unit: Unit = Unit.STEP,
        clock: Clock = Clock.ELAPSED,
        tick: float = 0.0,
        settings: Settings | None = None,
        pauses: Sequence[Pause] = (),
    ) -> None:
        self._unit, self._clock, self._tick = unit, clock, tick
        self._settings = settings or Settings()
        self._pauses = list(pauses)
        self._step: list[float] = []
        self._elapsed: list[float] = []
        self._last = (-np.inf, -np.inf)
        self._stride = 1
        self.seen = 0

    def observe(self, step: float, elapsed: float) -> bool:
        """Take one record: units done and seconds on any clock that only grows. False if it does not advance."""
        last = self._last
        if not step > last[0] or not elapsed >= last[1]:
            return False
        if self.seen and (self.seen - 1) % self._stride == 0:
            self._step.append(last[0])
            self._elapsed.append(last[1])
            if len(self._step) > KEPT:
                del self._step[1::2]
                del self._elapsed[1::2]
                self._stride *= 2
        self._last = (step, elapsed)
        self.seen += 1
        return True

    def paused(self, kind: PauseKind, step: float, seconds: float | None = None) -> None:
        """Take a pause that was announced; the latest PAUSES are remembered."""
        self._pauses.append(Pause(kind, step, seconds))
        if len(self._pauses) > PAUSES:
            del self._pauses[0]

    def run(self, total: float | Decimal | str) -> Run:
        """The run as far as it was seen, thinned."""
        if not self.seen:
            raise ValueError("nothing was observed yet")
        step, elapsed = [*self._step, self._last[0]], [*self._elapsed, self._last[1]]
        clock = np.array(elapsed) - elapsed[0]
        observations = Observations(step=np.array(step), elapsed=clock, clock=self._clock, tick=self._tick)
        return Run(
            format="live",
            unit=self._unit,
            done=_decimal(self._last[0]),
            total=_decimal(total),
            observations=observations,
            settings=self._settings,
            pauses=tuple(self._pauses),
        )

    def estimate(self, total: float | Decimal | str) -> Estimate:
        """Say how long the run has still to go; at least two records with some time between them."""
        return estimate(self.run(total)).model_copy(update={"observations": self.seen})


def _decimal(value: float | Decimal | str) -> Decimal:
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
