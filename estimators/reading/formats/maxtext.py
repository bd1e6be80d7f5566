"""MaxText."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="MaxText",
    source="https://github.com/AI-Hypercomputer/maxtext/blob/main/src/MaxText/metric_logger.py",
    notes="0-based step, printed when it is complete, with its own seconds; the total is `steps` in the printed configuration.",
    needles=(b"completed step: ",),
    records=(rb"completed step: (?P<step>\d++), seconds: (?P<time_s>[\d.]++), ",),
    settings=(rb"Config param steps: (?P<total>\d++)",),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "Config param steps: 150\ncompleted step: 0, seconds: 41.200, TFLOP/s/device: 3.100, Tokens/s/device: 198.835, total_weights: 65536, loss: 10.871\n"
            "completed step: 1, seconds: 2.000, TFLOP/s/device: 64.110, Tokens/s/device: 4096.000, total_weights: 65536, loss: 9.686\n"
            "completed step: 2, seconds: 2.010, TFLOP/s/device: 63.790, Tokens/s/device: 4075.622, total_weights: 65536, loss: 9.012\n",
            {"done": 3, "total": 150, "unit": "step", "observations": 3, "elapsed": 4.01},
        ),
        Example(
            "completed step: 700, seconds: 3.250, TFLOP/s/device: 120.100, loss: 3.512\n",
            {"done": 701, "missing": {"total"}, "step_time": 3.25, "observations": 1},
        ),
    ),
)
