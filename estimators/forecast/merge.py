"""Several pastes of one run as one run: in any order, overlapping or not.

Every paste keeps its own clock. Clocks are joined by what the log itself shows (time stamps, the tool's elapsed
time, a step that both pastes hold), else by the moments at which the pastes arrived, else the steps between them
are taken at the pace of the pastes and the answer says so. Gaps of the last kind are worked out anew with every
paste, so the order in which pastes come does not matter.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from estimators.forecast.pieces import Piece, assemble, join, pieces
from estimators.run import Array, Note, Observations, Pause, Run

FAR = 4.0  # pastes of one run do not differ in pace by more than this factor
CHANGED = 0.03  # a change of pace below this share is not told
GAP = "note-gap-at-mean-pace"

#: When the last record of either run arrived, POSIX seconds.
Arrivals = tuple[float | None, float | None]


def same_run(a: Run, b: Run) -> bool:
    """Whether format, counter, total and pace of two pastes can belong to one run."""
    if a.format != b.format or a.unit != b.unit:
        return False
    if a.total is not None and b.total is not None and a.total != b.total:
        return False
    known = [pace for pace in (_pace_of(a), _pace_of(b)) if pace is not None]
    return len(known) < 2 or max(known) <= FAR * min(known)


def merge(a: Run, b: Run, arrived: Arrivals = (None, None)) -> Run | None:
    """One run from two pastes of it; ``None`` where they cannot be one.

    What only one of them knows (total, settings, pauses) the merged run knows too.
    """
    if not same_run(a, b):
        return None
    both = [*_with_arrival(a, arrived[0]), *_with_arrival(b, arrived[1])]
    later, earlier = (a, b) if _rank(a) >= _rank(b) else (b, a)
    observations, guesses = assemble(join(both), _usual(a, b), FAR)
    notes = {note.id: note for run in (earlier, later) for note in run.assumptions if note.id != GAP}
    if guesses:
        notes[GAP] = Note(GAP)
    return replace(
        later,
        total=later.total if later.total is not None else earlier.total,
        total_source=later.total_source or earlier.total_source,
        pace=None if len(observations) > 1 else later.pace,
        observations=observations if len(observations) > 1 else later.observations,
        pieces=guesses,
        settings=later.settings.merged(earlier.settings),
        pauses=tuple(sorted({*a.pauses, *b.pauses}, key=_when)),
        assumptions=tuple(notes[identity] for identity in sorted(notes)),
        warnings=tuple({note.id: note for run in (earlier, later) for note in run.warnings}.values()),
    )


def changed(before: Run, after: Run) -> Note | None:
    """What changed since the paste ``before``: the pace of the records of ``after`` that came later.

    ``share`` is the relative change of the step time, ``direction`` is "slower", "faster" or "same".
    """
    old, new = before.observations, after.observations
    if len(old) < 2 or len(new) < 2 or not new.step[-1] > old.step[-1]:
        return None
    first = max(0, int(np.searchsorted(new.step, old.step[-1], side="right")) - 1)
    first = min(first, len(new) - 2)
    then, now = _mean(old.step, old.elapsed), _mean(new.step[first:], new.elapsed[first:])
    if not then > 0 or not now > 0:
        return None
    share = now / then - 1
    direction = "same" if abs(share) < CHANGED else "slower" if share > 0 else "faster"
    args = {"share": abs(share), "direction": direction, "done": float(new.step[-1] - old.step[-1])}
    return Note("finding-since-last-paste", {**args, "unit": after.unit.value})


def _with_arrival(run: Run, arrived: float | None) -> list[Piece]:
    """The pieces of a run; only its last record is known to have arrived at ``arrived``."""
    seen = run.observations
    if not len(seen):
        seen = Observations(step=np.array([float(run.done)]), elapsed=np.zeros(1))
    return pieces(seen, run.pieces, arrived)


def _pace_of(run: Run) -> float | None:
    seen = run.observations
    if len(seen) > 1 and seen.elapsed[-1] > 0:
        return _mean(seen.step, seen.elapsed)
    return float(run.pace) if run.pace is not None and run.pace > 0 else None


def _usual(a: Run, b: Run) -> float | None:
    """The pace to take where no clock shows it and no piece has one."""
    known = [pace for pace in (_pace_of(a), _pace_of(b)) if pace is not None]
    return sum(known) / len(known) if known else None


def _mean(step: Array, elapsed: Array) -> float:
    return float((elapsed[-1] - elapsed[0]) / (step[-1] - step[0]))


def _rank(run: Run) -> tuple[float, int, float]:
    return float(run.done), len(run.observations), float(run.pace or 0)


def _when(pause: Pause) -> tuple[float, str, float]:
    return pause.step, pause.kind.value, pause.seconds or 0.0
