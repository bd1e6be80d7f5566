"""How long a run may be silent before something is wrong: learnt from its own intervals and its known pauses."""

from __future__ import annotations

from collections import deque

import numpy as np

from estimators import Run
from estimators.run import Array

LONGEST, FEW = 2.0, 10.0  # times the longest wait so far, and how much more while few were seen
USUAL = 20.0  # times the usual wait
UNSEEN, UNSEEN_MOST = 0.1, 900.0  # of the time so far may go into a first pause, at most so many seconds
PLANNED = 1 / 3  # of the work between two announced pauses may go into one that was not seen yet
NOISE = 120.0  # shorter silences mean nothing: buffers, slow disks, a busy machine
LEAST, BEFORE, EARLY = 3, 900.0, 30.0  # waits to judge by; seconds, and times the longest wait, before there are
REMEMBERED = 1000


class Patience:
    """Waits between records: those that the log shows, and those that were waited here (output is buffered)."""

    def __init__(self) -> None:
        self._waited: deque[float] = deque(maxlen=REMEMBERED)

    def waited(self, seconds: float) -> None:
        """Take the time between two arrivals of records."""
        self._waited.append(seconds)

    def longest(self, run: Run | None) -> float:
        """Return the longest wait so far (seconds)."""
        return max((*self._waited, *_shown(run)), default=0.0)

    def seconds(self, run: Run | None) -> float:
        """Return after how many seconds of silence the run of these records has stalled."""
        shown = _shown(run)
        waits = np.array([*self._waited, *shown])
        longest = float(waits.max(initial=0.0))
        if len(waits) < LEAST:
            return max(BEFORE, EARLY * longest, EARLY * _step_time(run))
        usual = float(np.median(shown if len(shown) >= LEAST else waits))
        first_pause = min(UNSEEN * float(waits.sum()), UNSEEN_MOST) if longest < 3 * usual else 0.0
        return max(NOISE, longest * (LONGEST + FEW / len(waits)), usual * USUAL, first_pause, _planned(run))


def _shown(run: Run | None) -> Array:
    """The waits between records that the log itself shows, and the pauses that it prints."""
    if run is None or len(run.observations.elapsed) < 2:
        return np.empty(0)
    gaps = np.diff(run.observations.elapsed[-REMEMBERED - 1 :])
    return np.array([*gaps, *(pause.seconds for pause in run.pauses[-REMEMBERED:] if pause.seconds is not None)])


def _step_time(run: Run | None) -> float:
    return float(run.pace) if run is not None and run.pace is not None else 0.0


def _planned(run: Run | None) -> float:
    """Return what an announced pause may take that no interval has shown: the first evaluation, an epoch's end."""
    if run is None or len(run.observations) < 2 or not run.observations.elapsed[-1] > 0:
        return 0.0
    step, said = run.observations.step, run.settings
    pace = float(run.observations.elapsed[-1] / (step[-1] - step[0]))
    periods = (said.evaluation_interval, said.checkpoint_interval, said.sampling_interval, said.steps_per_epoch)
    unseen = [period for period in periods if period and step[-1] // period <= step[0] // period]
    return PLANNED * pace * max(unseen, default=0.0)
