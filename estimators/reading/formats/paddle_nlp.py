"""PaddleNLP's scripts."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="PaddleNLP",
    source="https://github.com/PaddlePaddle/PaddleNLP/blob/develop/legacy/examples/benchmark/glue/run_glue.py",
    notes="`global step k` counts over the run from 1, newer scripts add `/total`; `speed` is steps per second since the last line.",
    needles=(b"global step ",),
    records=(
        rb"\bglobal step:? (?P<step>\d++)(?:/(?P<total>\d++))?, (?:epoch:? (?P<epoch>\d++), )?(?:batch:? \d++, )?[^\n]{0,300}?\bspeed:? (?P<rate>[\d.]++) (?:step|it)s?/s",
    ),
    unit=Unit.STEP,
    certainty=0.94,
    examples=(
        Example(
            "global step 100/1000, epoch: 0, batch: 99, rank_id: 0, loss: 0.5, lr: 0.00002, speed: 5.0000 step/s\n"
            "global step 200/1000, epoch: 0, batch: 199, rank_id: 0, loss: 0.4, lr: 0.00002, speed: 4.0000 step/s\n",
            {"done": 200, "total": 1000, "unit": "step", "observations": 2, "elapsed": 25.0},
        ),
    ),
)
