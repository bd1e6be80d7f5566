"""nanoswe, a relative of nanochat with stamped lines."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="nanoswe",
    source="https://github.com/karpathy/nanochat/blob/master/scripts/base_train.py",
    notes="0-based counter of six digits, stamped at the end of the step; `dt_ms` is that step alone. No total is printed.",
    needles=(b"dt_ms ",),
    records=(
        rb"step (?P<step>\d++)(?:/(?P<total>\d++))? \| loss [\d.a-z]++[^\n]{0,160}?\| dt_ms (?P<time_ms>[\d.]++)",
    ),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    examples=(
        Example(
            "[2026-06-25 19:33:47] step 000000 | loss 10.398314 | lrm 0.0250 | dt_ms 54852.9\n"
            "[2026-06-25 19:33:54] step 000001 | loss 10.201910 | lrm 0.0500 | dt_ms 7201.4\n"
            "[2026-06-25 19:34:01] step 000002 | loss 9.900812 | lrm 0.0750 | dt_ms 7190.2\n",
            {"done": 3, "missing": {"total"}, "observations": 3, "elapsed": 14.0},
        ),
        Example(
            "[2026-06-25 21:00:00] step 000720 | loss 3.120000 | lrm 1.0000 | dt_ms 7150.5\n",
            {"done": 721, "step_time": 7.1505, "observations": 1},
        ),
    ),
)
