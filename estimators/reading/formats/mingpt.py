"""minGPT."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="minGPT",
    source="https://github.com/karpathy/minGPT/blob/master/projects/adder/adder.py",
    notes="0-based; `iter_dt` is the previous iteration's time (0.00 at iteration 0). max_iters is None by default: endless.",
    needles=(b"iter_dt ",),
    records=(rb"iter_dt (?P<time_ms>[\d.]++)ms; iter (?P<step>\d++): ",),
    settings=(rb"max_iters: (?P<total>\d++)",),
    unit=Unit.ITERATION,
    step_first=0,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "iter_dt 0.00ms; iter 0: train loss 3.17210\niter_dt 50.00ms; iter 10: train loss 2.83026\niter_dt 50.00ms; iter 20: train loss 2.53026\n"
            "iter_dt 50.00ms; iter 30: train loss 2.43026\n",
            {"done": 31, "missing": {"total"}, "unit": "iteration", "observations": 4, "elapsed": 1.5},
        ),
        Example(
            "max_iters: 5000\niter_dt 2490.17ms; iter 1200: train loss 1.9\n",
            {"done": 1201, "total": 5000, "step_time": 2.49017},
        ),
    ),
)
