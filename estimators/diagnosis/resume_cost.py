"""The run was restarted before: what every restart costs, and what checkpoints nearer together would save."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Run, Session

LONG = 60.0  # seconds; what is lost in less than that is not worth more checkpoints


def _speak(case: Case) -> Advice | None:
    """As many restarts for the rest as so far per unit; half of a checkpoint interval is lost at each, on average."""
    restarts, done = len(case.run.sessions) - 1, float(case.run.done)
    every = case.run.settings.checkpoint_interval
    if restarts < 1 or not every or done <= 0:
        return None
    lost = every / 2 * case.pace
    if lost < LONG:
        return None
    ahead = min(restarts / done * case.left * lost, case.remaining / 4)
    if not case.worth(ahead / 2):
        return None
    args = {"count": restarts, "period": every, "unit": case.unit, "lost": lost, "half": every / 2}
    return Advice(args, ahead / 2, ahead / 4)


def _run(every: float | None) -> Run:
    sessions = (Session(0, 40, 0.0), Session(40, 80, 2_000.0), Session(80, 140, 4_000.0))
    return observed(np.full(60, 400.0), 60_000, step=100, checkpoint_interval=every, sessions=sessions)


tip = Rule(
    id="resume-cost",
    evidence="a restart in the log, and the checkpoint interval",
    source="PyTorch, saving and loading a general checkpoint: "
    "https://docs.pytorch.org/tutorials/recipes/recipes/saving_and_loading_a_general_checkpoint.html",
    speak=_speak,
    examples=(_run(2_000),),
    counter_examples=(_run(None), _run(50)),
)
