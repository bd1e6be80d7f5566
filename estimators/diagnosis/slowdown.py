"""Steps get slower and slower: memory that grows or fragments, heat, sequences that lengthen."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Unit

BLOCKS = 8
FEWEST = 40
GROWTH = 0.08
AGREE = 0.85  # share of the pairs of blocks that rise: Kendall's tau of 0.7


def _speak(case: Case) -> Advice | None:
    """Back to the pace of the first eighth at best, half of that typically."""
    parts, seen = case.structure, case.run.observations
    paces = parts.pace[parts.quiet] if len(parts.pace) else parts.pace
    if len(paces) < FEWEST or case.run.unit in {Unit.TREE, Unit.TRIAL} or len(seen.work):
        return None
    blocks = np.array([np.median(block) for block in np.array_split(paces, BLOCKS)])
    rising = np.sign(blocks[None, :] - blocks[:, None])[np.triu_indices(BLOCKS, 1)]
    first, last = float(blocks[0]), float(blocks[-1])
    steps_up = np.diff(blocks)
    gradual = float(steps_up.max()) < 0.6 * (last - first)
    if first <= 0 or float((rising > 0).mean()) < AGREE or last < (1 + GROWTH) * first or not gradual:
        return None
    best = min((last - first) * case.left, case.remaining / 2)
    if not case.worth(best):
        return None
    args = {"first": first, "last": last, "share": last / first - 1, "unit": case.unit}
    return Advice(args, best, best / 2)


tip = Rule(
    id="slowdown",
    evidence="forty quiet intervals or more whose pace rises steadily, by 8 % or more",
    source="PyTorch, understanding CUDA memory usage: https://docs.pytorch.org/docs/stable/torch_cuda_memory.html",
    speak=_speak,
    examples=(observed(np.linspace(0.5, 0.7, 160), 20_000),),
    counter_examples=(
        observed(np.linspace(0.5, 0.505, 160), 20_000),
        observed(np.linspace(0.5, 0.7, 160), 20_000, unit=Unit.TREE),
        observed(np.repeat((0.5, 0.7), 80), 20_000),
    ),
)
