"""Caffe."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="Caffe",
    source="https://github.com/BVLC/caffe/blob/master/src/caffe/solver.cpp",
    notes=(
        "`Iteration k, loss` comes when k iterations are done. Caffe 1.0 adds `(it/s, seconds/N iters)` since the last "
        "such line. glog stamps carry month and day without a year. `Testing net` and `lr` lines repeat the iteration. "
        "The total is `max_iter` of the solver."
    ),
    needles=(b"Iteration ",),
    records=(
        rb"\bIteration (?P<step>\d++)(?: \((?P<rate>[\d.e+-]++) iter/s, (?P<interval_s>[\d.e+-]++)s/\d++ iters?\))?, loss = ",
    ),
    settings=(rb"\bmax_iter: (?P<total>\d++)",),
    pauses=(
        (PauseKind.EVALUATION, rb"\bIteration (?P<step>\d++), Testing net \(#0\)"),
        (PauseKind.CHECKPOINT, rb"\bSnapshotting (?:solver state )?to "),
    ),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "test_interval: 500\nmax_iter: 45000\nI0304 10:00:00.000000  1860 solver.cpp:337] Iteration 0, Testing net (#0)\n"
            "I0304 10:00:01.000000  1860 solver.cpp:228] Iteration 0, loss = 9.27\n"
            "I0304 10:00:01.000100  1860 sgd_solver.cpp:106] Iteration 0, lr = 0.1\n"
            "I0304 10:00:51.000000  1860 solver.cpp:228] Iteration 100, loss = 8.89\n",
            {"done": 100, "total": 45000, "unit": "iteration", "observations": 2, "elapsed": 50.0},
        ),
        Example(
            "I0304 10:00:51.000000  1860 solver.cpp:218] Iteration 100 (3.2 iter/s, 31.25s/100 iters), loss = 1.33\n",
            {"done": 100, "missing": {"total"}, "step_time": 0.3125},
        ),
    ),
)
