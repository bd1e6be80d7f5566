"""verl's console logger: one long line a step (its bar is tqdm)."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

#: Anything up to the field, but never past the beginning of another step's line.
_FIELDS = rb"(?:[^\nts]++|(?!timing_s/step:|(?<![\w/])step:\d)[ts])*+"

FORMAT = Format(
    name="verl",
    source="https://github.com/volcengine/verl/blob/main/verl/utils/logger/aggregate_logger.py",
    notes="`step` counts updates done; `timing_s/step` is that step's seconds with generation, validation and saving. The bar has the total.",
    needles=(b"timing_s/step:",),
    records=(rb"(?<![\w/])step:(?P<step>\d++) - " + _FIELDS + rb"timing_s/step:(?P<time_s>[\d.]++)",),
    unit=Unit.STEP,
    time_span="step",
    certainty=0.58,
    examples=(
        Example(
            "(TaskRunner pid=138690) Total training steps: 240\n"
            "(TaskRunner pid=138690) step:1 - actor/entropy:0.21 - training/global_step:1 - timing_s/gen:90.0 - timing_s/step:150.0 - perf/throughput:812.1\n"
            "(TaskRunner pid=138690) step:2 - actor/entropy:0.20 - training/global_step:2 - timing_s/gen:80.0 - timing_s/step:131.5 - perf/throughput:912.1\n"
            "(TaskRunner pid=138690) step:3 - actor/entropy:0.20 - training/global_step:3 - timing_s/gen:80.0 - timing_s/step:132.5 - perf/throughput:910.1\n",
            {"done": 3, "total": 240, "unit": "step", "observations": 3, "elapsed": 264.0},
        ),
        Example(
            "step:40 - global_seqlen/min:1200 - critic/score/mean:0.05 - timing_s/step:195.0 - timing_per_token_ms/gen:0.1\n",
            {"done": 40, "missing": {"total"}, "step_time": 195.0, "observations": 1},
        ),
    ),
)
