"""build-nanogpt (the GPT-2 reproduction) and its forks."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="build-nanogpt",
    source="https://github.com/karpathy/build-nanogpt/blob/master/train_gpt2.py",
    notes=(
        "The counter starts at 0, so a line of step k means k + 1 steps done. `dt` is the wall time of that one step; "
        "some forks start its timer before the evaluation, then it holds the evaluation too. No total is printed."
    ),
    needles=(b"| tok/sec",),
    records=(
        rb"step {1,8}(?P<step>\d++)(?:/(?P<total>\d++))? ?\| ?(?:train )?[Ll]oss:? {0,12}(?:nan|inf|[\d.]++)[^\n]{0,160}?"
        rb"\| dt: {0,8}(?:(?P<time_ms>[\d.]++) ?ms|(?P<time_s>[\d.]++) ?s)\b ?\| tok/sec",
        rb"oss at step {1,8}(?P<step>\d++)[^\n]{0,80}?\| dt: {0,8}(?P<time_ms>[\d.]++) ?ms ?\| tok/sec",
    ),
    pauses=((PauseKind.EVALUATION, rb"(?m)^validation loss: "), (PauseKind.EVALUATION, rb"(?m)^HellaSwag accuracy: ")),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    examples=(
        Example(
            "total desired batch size: 524288\nvalidation loss: 10.9501\nHellaSwag accuracy: 2471/10042=0.2461\n"
            "step     0 | loss: 10.955029 | lr 8.3916e-07 | norm: 15.3920 | dt: 31500.00ms | tok/sec: 16644.06\n"
            "step     1 | loss: 10.904219 | lr 1.6783e-06 | norm: 14.9112 | dt: 350.00ms | tok/sec: 1497965.71\n"
            "step     2 | loss: 10.831442 | lr 2.5175e-06 | norm: 14.1011 | dt: 352.00ms | tok/sec: 1489454.55\n"
            "step     3 | loss: 10.712212 | lr 3.3566e-06 | norm: 13.0014 | dt: 348.00ms | tok/sec: 1506574.71\n",
            {"done": 4, "missing": {"total"}, "observations": 4, "elapsed": 1.05, "unit": "step"},
        ),
        Example(
            "max_steps = 19073\nstep   500 | loss: 4.312907 | lr 4.2042e-04 | norm: 0.5120 | dt: 338.50ms | tok/sec: 1548856\n",
            {"done": 501, "total": 19073, "step_time": 0.3385, "observations": 1},
        ),
    ),
)
