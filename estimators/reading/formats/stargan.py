"""StarGAN and others with `Elapsed [...], Iteration [k/n]`."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="StarGAN",
    source="https://github.com/yunjey/stargan/blob/master/solver.py",
    notes="`Elapsed` is the time since the start, whole seconds; `Iteration` counts over the run.",
    needles=(b"Elapsed [", b"Elapsed time ["),
    records=(rb"\bElapsed(?: time)? \[(?P<elapsed_clock>(?:\d++ days?, )?+[\d:]++)\], Iteration \[(?P<step>\d++)/(?P<total>\d++)\]",),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "Elapsed [0:00:10], Iteration [10/200000], D/loss_real: 0.1, D/loss_fake: 0.2\nElapsed [0:00:20], Iteration [20/200000], D/loss_real: 0.1, D/loss_fake: 0.2\n",
            {"done": 20, "total": 200000, "unit": "iteration", "observations": 2, "elapsed": 10.0},
        ),
    ),
)
