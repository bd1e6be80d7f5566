"""Chainer on the console: ProgressBar and PrintReport."""

from estimators.reading import columns
from estimators.reading.format import Example, Format
from estimators.run import Unit

_GROUPS = {b"epoch": "epoch", b"iteration": "step", b"elapsed_time": "elapsed_s"}


def _derive(fmt: Format, text: bytes) -> Format:
    """Fit the rows to PrintReport's header where it names an elapsed time."""
    for needed in ({"step", "elapsed_s"}, {"epoch", "elapsed_s"}):
        found = columns.fitted(fmt, text, b" ", _GROUPS, frozenset(needed))
        if found is not fmt:
            return found
    return fmt


FORMAT = Format(
    name="Chainer",
    source="https://github.com/chainer/chainer/tree/master/chainer/training/extensions",
    notes=(
        "ProgressBar: `k iter, e epoch / E epochs` with iterations done over the run, the share of the run above it, its "
        "remaining time below it. PrintReport: a table; `elapsed_time` is seconds since the start, epochs are those done."
    ),
    needles=(b"iters/sec", b"elapsed_time"),
    headers=(rb"\btotal \[[#. ]{1,80}\] {1,4}(?P<percent>[\d.]++)%",),
    records=(
        rb"\b(?P<step>\d++) iter, (?P<epoch>\d++) epoch(?: / (?P<epochs>\d++) epochs)?\s{1,12}(?P<rate>[\d.]++) iters/sec\. "
        rb"Estimated time to finish: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++)",
    ),
    unit=Unit.ITERATION,
    certainty=0.94,
    derive=_derive,
    examples=(
        Example(
            "     total [#######...........................................] 15.00%\nthis epoch [###...............] 25.00%\n"
            "      1500 iter, 3 epoch / 20 epochs\n    25.000 iters/sec. Estimated time to finish: 0:05:40.\n",
            {"done": 1500, "total": 10000, "unit": "iteration", "step_time": 0.04},
        ),
        Example(
            "epoch       iteration   main/loss   validation/main/loss  elapsed_time\n1           600         0.192        0.101                 10.5\n"
            "2           1200        0.092        0.081                 20.5\n3           1800        0.062        0.071                 31.5\n",
            {"done": 1800, "missing": {"total"}, "unit": "iteration", "observations": 3, "elapsed": 21.0},
        ),
    ),
)  # fmt: skip
