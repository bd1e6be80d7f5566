"""llm.c on CPU: the plain C program."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="llm.c (CPU)",
    source="https://github.com/karpathy/llm.c/blob/master/train_gpt2.c",
    notes="0-based counter; `took` is the time of that one step without validation and sampling; no total is printed.",
    needles=(b"(took ",),
    records=(rb"step {1,4}(?P<step>\d++): (?:train )?loss [\d.a-z]++ \(took (?P<time_ms>[\d.]++) ?ms\)",),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    examples=(
        Example(
            "val loss 5.325529\nstep 0: train loss 4.677779 (took 1979.000000 ms)\nstep 1: train loss 5.191576 (took 1700.000000 ms)\n"
            "step 2: train loss 4.438685 (took 1710.000000 ms)\n",
            {"done": 3, "missing": {"total"}, "observations": 3, "elapsed": 3.41},
        ),
        Example(
            "step 39: train loss 3.970751 (took 1912.230000 ms)\n",
            {"done": 40, "step_time": 1.91223, "observations": 1},
        ),
    ),
)
