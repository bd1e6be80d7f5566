"""darknet, the original and AlexeyAB's."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="darknet",
    source="https://github.com/AlexeyAB/darknet/blob/master/src/detector.c",
    notes=(
        "`k: loss, avg` comes when iteration k is done. `seconds` is that one iteration, loading and resizing left out. "
        "max_batches stands only in the cfg; AlexeyAB's fork prints `hours left` for the run."
    ),
    needles=(b" seconds, ",),
    records=(
        rb"(?m)^(?: {0,4}\(next mAP calculation at \d++ iterations\) ?)?(?:Last accuracy [^\n]{0,60}?)?[ \t]{0,4}(?P<step>\d++)(?:, [\d.]++)?: -?[\d.na]++, -?[\d.na]++ avg(?: loss)?, "
        rb"[\d.]++ rate, (?P<time_s>[\d.]++) seconds, \d++ images(?:, (?P<eta_h>[\d.]++) hours left)?",
    ),
    settings=(rb"\bmax_batches ?= ?(?P<total>\d++)",),
    pauses=((PauseKind.EVALUATION, rb"\bcalculation mAP "), (PauseKind.CHECKPOINT, rb"(?m)^Saving weights to ")),
    unit=Unit.ITERATION,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "max_batches = 6000\nLoaded: 0.000041 seconds\nRegion 82 Avg IOU: 0.5, Class: 0.9, Obj: 0.8\n"
            "100: 1.387448, 0.973583 avg, 0.001000 rate, 0.500000 seconds, 6400 images\n101: 1.287448, 0.963583 avg, 0.001000 rate, 0.500000 seconds, 6464 images\n"
            "102: 1.287448, 0.963583 avg, 0.001000 rate, 0.500000 seconds, 6528 images\n",
            {"done": 102, "total": 6000, "unit": "iteration", "observations": 3, "elapsed": 1.0},
        ),
        Example(
            "\n (next mAP calculation at 5400 iterations) \n 5000: 1.141248, 0.943821 avg loss, 0.000261 rate, 0.500000 seconds, 240000 images, 0.138889 hours left\n"
            "Loaded: 0.000041 seconds\n",
            {"done": 5000, "total": 6000, "step_time": 0.5},
        ),
    ),
)  # fmt: skip
