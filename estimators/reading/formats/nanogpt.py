"""nanoGPT and its forks."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="nanoGPT",
    source="https://github.com/karpathy/nanoGPT/blob/master/train.py",
    notes=(
        "`time` is the wall time of that one iteration, printed every log_interval. Iterations that evaluate hold the "
        "evaluation and the checkpoint in their time. The counter starts at 0 and ends at max_iters, inclusive."
    ),
    needles=(b"iter ",),
    records=(
        rb"\biter (?P<step>\d++)(?:/(?P<total>\d++))?: (?:train )?loss (?:nan|inf|[\d.]++), time (?P<time_ms>[\d.]++)ms"
        rb"(?:, mfu (?P<mfu>-?[\d.]++)%)?",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"\bstep (?P<step>\d++): train loss [\d.a-z]++, val loss"),
        (PauseKind.CHECKPOINT, rb"(?m)^saving checkpoint to "),
    ),
    unit=Unit.ITERATION,
    step_first=1,
    time_span="step",
    examples=(
        Example(
            "iter 100: loss 3.1000, time 3995.11ms, mfu 2.31%\n",
            {"done": 100, "missing": {"total"}, "step_time": 3.99511, "observations": 1},
        ),
        Example(
            "max_iters = 400\nstep 0: train loss 10.9, val loss 10.9\niter 0: loss 10.8, time 9000.00ms, mfu -100.00%\n"
            "iter 10: loss 9.2, time 500.00ms, mfu -100.00%\niter 20: loss 8.1, time 510.00ms, mfu 30.12%\n"
            "iter 30: loss 7.9, time 490.00ms, mfu 30.20%\n",
            {"done": 30, "total": 400, "observations": 4, "elapsed": 15.0},
        ),
    ),
)
