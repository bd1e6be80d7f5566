"""What a tip is made of: the case it looks at, the advice it gives, and the rule that carries both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np

from estimators.forecast.sessions import Structure
from estimators.run import Array, Clock, Note, Observations, Run, Settings, Unit

SHORTEST = 180.0  # with less than this left (seconds) there is nothing to advise
WORTH_SHARE, WORTH_SECONDS = 0.02, 30.0  # a saving below both is not worth a sentence
RECORDED = frozenset({"step_time", "work", "data_time", "mfu", "epoch", "stamps"})
STEPPED = frozenset({Unit.ITERATION, Unit.STEP, Unit.BATCH})


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One run under examination. ``remaining`` in seconds."""

    run: Run
    structure: Structure
    remaining: float

    @property
    def left(self) -> float:
        """Units still to do."""
        return float(self.run.total - self.run.done) if self.run.total is not None else 0.0

    @property
    def pace(self) -> float:
        """Seconds per unit of a quiet step; the run's one number where there is no more."""
        if self.structure.quiet_pace > 0:
            return self.structure.quiet_pace
        return float(self.run.pace) if self.run.pace is not None else self.remaining / max(self.left, 1e-9)

    @property
    def unit(self) -> str:
        return self.run.unit.value

    @property
    def worth_advice(self) -> bool:
        return self.left > 0 and self.remaining >= SHORTEST and not self.run.finished

    def worth(self, seconds: float) -> bool:
        """Whether a saving of so many seconds deserves a sentence."""
        return seconds >= max(WORTH_SECONDS, WORTH_SHARE * self.remaining)

    def warning(self, identity: str) -> Mapping[str, Any] | None:
        """Arguments of a line of the log that speaks for itself; ``None`` if it is not there."""
        return next((note.args for note in self.run.warnings if note.id == identity), None)


@dataclass(frozen=True, slots=True)
class Advice:
    """What a tip says: the arguments of its message, and seconds saved at best and typically."""

    args: dict[str, Any] = field(default_factory=dict)
    best: float = 0.0
    typical: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A tip. Its message is ``tip-<id>``, its assumption is part of that message.

    ``evidence`` says what it needs, ``source`` names the tool's own documentation with its link. On each of
    ``examples`` it speaks, on each of ``counter_examples`` it is silent. ``general`` marks a check without
    evidence of its own.
    """

    id: str
    evidence: str
    source: str
    speak: Callable[[Case], Advice | None]
    examples: tuple[Run, ...]
    counter_examples: tuple[Run, ...]
    general: bool = False


def observed(seconds: Sequence[float] | Array, total: float, step: int = 1, **more: Any) -> Run:
    """A run whose records stand ``step`` units apart, ``seconds`` between each and the next.

    ``more`` are fields of Run, Observations or Settings by their names.
    """
    time = np.asarray(seconds, dtype=float)
    seen: dict[str, Any] = {name: np.asarray(more.pop(name), float) for name in tuple(more) if name in RECORDED}
    settings = {name: more.pop(name) for name in tuple(more) if name in Settings.__slots__}
    counter = np.arange(len(time) + 1.0) * step
    observations = Observations(
        step=counter,
        elapsed=np.concatenate(([0.0], np.cumsum(time))),
        clock=Clock.STAMPS,
        **seen,
    )
    return Run(
        format=more.pop("format", "example"),
        unit=more.pop("unit", Unit.STEP),
        done=Decimal(int(counter[-1])),
        total=Decimal(str(total)),
        observations=observations,
        settings=Settings(**settings),
        **more,
    )


def warned(identity: str, pace: str = "0.5", total: int = 10_000, **args: Any) -> Run:
    """A run of one number whose log has a line that speaks for itself."""
    return Run("example", Unit.STEP, Decimal(100), Decimal(total), Decimal(pace), warnings=(Note(identity, args),))


def cycle(step: float, pause: float, period: int, cycles: int) -> Array:
    """Seconds of ``cycles`` periods of steps, the last of each with a pause in it."""
    one = np.full(period, step)
    one[-1] += pause
    return np.tile(one, cycles)
