"""CycleGAN voice conversion (leimao) and scripts after it."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit


def _shape(table: Table) -> Table:
    """Spread the time of every finished epoch over its iterations; the running one goes on at the last one's pace."""
    rows, ends = table.rows(table.kind == 0), table.rows(table.kind == 1)
    at = np.searchsorted(rows.offset, ends.offset) - 1
    ends, at = ends.rows(at >= 0), at[at >= 0]
    if not len(at):
        return rows
    steps = np.concatenate([[rows["step"][0]], rows["step"][at]])
    known = np.concatenate([[0.0], np.cumsum(ends["interval"])])
    grows = np.concatenate([[True], np.diff(steps) > 0])
    steps, known = steps[grows], known[grows]
    if len(steps) < 2:
        return rows
    pace = (known[-1] - known[-2]) / (steps[-1] - steps[-2])
    elapsed = np.interp(rows["step"], steps, known) + np.maximum(rows["step"] - steps[-1], 0) * pace
    return rows.with_columns(elapsed=elapsed, interval=np.full(len(rows), np.nan))


FORMAT = Format(
    name="CycleGAN voice conversion",
    source="https://github.com/leimao/Voice-Converter-CycleGAN/blob/master/train.py",
    notes="`Iteration` counts over the run and has no time; `Time Elapsed for This Epoch` closes an epoch, without a number.",
    needles=(b"Generator Learning Rate",),
    records=(
        rb"\bIteration: (?P<step>\d++), Generator Learning Rate: ",
        rb"\bTime Elapsed for This Epoch: (?P<interval_clock>[\d:]++)",
    ),
    unit=Unit.ITERATION,
    elapsed_scope="text",
    certainty=0.94,
    shape=_shape,
    examples=(
        Example(
            "Epoch 0\nIteration: 0000000, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.1\n"
            "Iteration: 0000050, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.0\n"
            "Iteration: 0000100, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.0\n"
            "Time Elapsed for This Epoch: 00:01:40\nEpoch 1\n"
            "Iteration: 0000150, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 8.0\n",
            {"done": 150, "missing": {"total"}, "unit": "iteration", "observations": 4, "elapsed": 150.0},
        ),
        Example(
            "Iteration: 0000050, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.1\n"
            "Iteration: 0000100, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.0\n",
            {"done": 100, "missing": {"total", "pace"}, "unit": "iteration"},
        ),
        Example(
            "Iteration: 0000100, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.1\n"
            "Time Elapsed for This Epoch: 00:01:40\nEpoch 2\n"
            "Iteration: 0000150, Generator Learning Rate: 0.0002000, Discriminator Learning Rate: 0.0001000, Generator Loss : 9.0\n",
            {"done": 150, "missing": {"total", "pace"}, "unit": "iteration"},
        ),
    ),
)  # fmt: skip
