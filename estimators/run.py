"""What a text says about one training run, in one vocabulary.

Everything here is a value: frozen, without behaviour that needs a clock. Times are seconds, counters are
"units done" (see :class:`Unit`); a duration and an instant are never the same field.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
EMPTY: Array = np.empty(0)


class Unit(StrEnum):
    """What the run counts. ``ITERATION`` is what a log calls so; ``STEP`` is one optimizer update."""

    ITERATION = "iteration"
    STEP = "step"
    EPOCH = "epoch"
    BATCH = "batch"
    TOKEN = "token"  # noqa: S105 - a unit of text, no secret
    SAMPLE = "sample"
    PERCENT = "percent"
    TRIAL = "trial"
    TREE = "tree"


class Clock(StrEnum):
    """Where elapsed time comes from, best first."""

    STAMPS = "stamps"  # time stamps on the lines: wall clock, everything is in it
    ELAPSED = "elapsed"  # an elapsed-time field: wall clock of the tool's own timer
    INTERVALS = "intervals"  # printed durations that cover the work between records
    STEP_TIMES = "step-times"  # summed step times: pauses are not in them
    ARRIVAL = "arrival"  # the moments at which pastes arrived
    NONE = "none"  # one number, no clock


class PauseKind(StrEnum):
    EVALUATION = "evaluation"
    CHECKPOINT = "checkpoint"
    SAMPLING = "sampling"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence in no language yet: a message id and its arguments (numbers and short words of ours).

    Never carries text that a user wrote.
    """

    id: str
    args: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pause:
    """Something that is no step, as a line of the log tells it: where it stood and, if printed, what it took."""

    kind: PauseKind
    step: float  # units done when it happened
    seconds: float | None = None  # its own duration where the log prints one


@dataclass(frozen=True, slots=True)
class Session:
    """The stretch between restarts: records ``start:stop`` of the text, and the step it began at."""

    start: int
    stop: int
    first_step: float


@dataclass(frozen=True, slots=True)
class Settings:
    """Totals and schedules that the text states outside its records; ``None`` where it does not.

    Intervals are in the run's unit, times in seconds.
    """

    total: float | None = None
    epochs: float | None = None
    steps_per_epoch: float | None = None
    evaluation_interval: float | None = None
    checkpoint_interval: float | None = None
    log_interval: float | None = None
    sampling_interval: float | None = None
    max_seconds: float | None = None  # a wall-clock cap: the run may end before its total
    patience: float | None = None  # early stopping: the run may end before its total
    batch: float | None = None
    context: float | None = None
    tokens_per_step: float | None = None
    gradient_accumulation: float | None = None
    parameters: float | None = None
    layers: float | None = None
    width: float | None = None  # embedding size: heads x head size
    gpu: str | None = None  # a row of gpus.toml, never free text
    gpus: float | None = None
    precision: str | None = None
    compile: bool | None = None

    def merged(self, other: Settings) -> Settings:
        """This one, with what only ``other`` knows filled in."""
        missing = {k: v for k in self.__slots__ if getattr(self, k) is None and (v := getattr(other, k)) is not None}
        return replace(self, **missing)


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Records of the last session, one entry a record, all arrays of equal length n.

    ``step``: units done when the record became visible, strictly increasing.
    ``elapsed``: seconds since the first of these records, never decreasing; its source is ``clock``.
    ``step_time``: printed seconds per unit (nan where the record has none); ``step_time_span`` says of what.
    ``work``: tokens or samples per unit where the log prints them and they vary, else empty.
    ``data_time``: printed seconds per unit spent waiting for data (nan or empty).
    ``mfu``: printed model FLOPs utilisation, 0..1 (nan or empty).
    ``epoch``: epoch number of each record, 0-based (nan or empty).
    ``stamps``: POSIX seconds (the log's own clock, zone unknown) or empty.
    ``origin``: what the tool's own elapsed-time field showed at the first record, nan where there is none.
    """

    step: Array = field(default_factory=lambda: EMPTY)
    elapsed: Array = field(default_factory=lambda: EMPTY)
    clock: Clock = Clock.NONE
    tick: float = 0.0  # the clock's resolution in seconds
    step_time: Array = field(default_factory=lambda: EMPTY)
    step_time_span: str = "interval"  # "step" | "interval" | "epoch" | "session": what the printed mean covers
    work: Array = field(default_factory=lambda: EMPTY)
    data_time: Array = field(default_factory=lambda: EMPTY)
    mfu: Array = field(default_factory=lambda: EMPTY)
    epoch: Array = field(default_factory=lambda: EMPTY)
    stamps: Array = field(default_factory=lambda: EMPTY)
    origin: float = float("nan")

    def __len__(self) -> int:
        return len(self.step)


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One run as far as the text shows it.

    ``done`` and ``total`` are in ``unit``. ``pace`` is the one exact number when the text gave one
    (seconds per unit, to the digits that were written); then ``observations`` may be empty.
    ``printed_remaining`` is the tool's own estimate in seconds, evidence only; ``printed_scope`` is
    "run" or "epoch".
    """

    format: str
    unit: Unit
    done: Decimal
    total: Decimal | None = None
    pace: Decimal | None = None
    pace_source: str = "given"  # "given" | "record" | "first-record": what the single number was
    observations: Observations = field(default_factory=Observations)
    settings: Settings = field(default_factory=Settings)
    sessions: tuple[Session, ...] = ()
    pauses: tuple[Pause, ...] = ()
    total_source: str | None = None  # "log" | "settings" | "given" | "printed-eta"
    printed_remaining: float | None = None
    printed_scope: str = "run"
    finished: bool = False
    assumptions: tuple[Note, ...] = ()
    warnings: tuple[Note, ...] = ()  # lines of the log that speak for themselves (dataloader restarts, TF32 off ...)
    pieces: tuple[int, ...] = ()  # records before which the time since the previous one is a guess (merged pastes)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change that somebody asks about; ``None`` is a field that stays as it is.

    ``step_time`` in seconds per unit, ``total`` in units, ``gpus`` how many there would be in all (``gpus_now``
    how many there are, 1 unless told), ``speedup`` a factor on the pace ("twice as fast" is 2).
    """

    step_time: Decimal | None = None
    total: Decimal | None = None
    gpus: Decimal | None = None
    gpus_now: Decimal | None = None
    speedup: Decimal | None = None
