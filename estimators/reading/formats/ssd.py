"""ssd.pytorch and yolact-like prints with `iter k || ... || timer`."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="ssd.pytorch",
    source="https://github.com/amdegroot/ssd.pytorch/blob/master/train.py",
    notes="`iter` counts over the run from 0 as iterations done; `timer` is one iteration. The total (`max_iter`) is not printed.",
    needles=(b"timer:",),
    records=(rb"\biter (?P<step>\d++) \|\| Loss: ?[\d.na]++ ?\|\|(?: timer: (?P<time_s>[\d.]++) ?sec)?",),
    settings=(rb"['\"]max_iter['\"]: (?P<total>\d++)",),
    unit=Unit.ITERATION,
    time_span="step",
    certainty=0.94,
    examples=(
        Example(
            "iter 25740 || Loss: 2.9361 || timer: 0.2500 sec.\niter 25750 || Loss: 2.8361 || timer: 0.2500 sec.\niter 25760 || Loss: 2.7361 || timer: 0.2500 sec.\n",
            {"done": 25760, "missing": {"total"}, "unit": "iteration", "observations": 3, "elapsed": 5.0},
        ),
    ),
)
