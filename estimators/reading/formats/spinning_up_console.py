"""OpenAI Spinning Up on the console: boxed tables."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="Spinning Up",
    source="https://github.com/openai/spinningup/blob/master/spinup/utils/logx.py",
    notes="One box an epoch: `Epoch` in its first row, `Time` (seconds since the start) in its last.",
    needles=(b"EpRet |", b"TotalEnvInteracts |"),
    headers=(rb"\| {1,30}Epoch \| {1,30}(?P<epoch>\d++) \|",),
    records=(rb"\| {1,30}Time \| {1,30}(?P<elapsed_s>[\d.]++(?:e\+?\d++)?) \|",),
    epoch_first=None,
    certainty=0.95,
    examples=(
        Example(
            "---------------------------------------\n|             Epoch |               0 |\n|      AverageEpRet |            -210 |\n"
            "| TotalEnvInteracts |           4e+03 |\n|              Time |             3.5 |\n---------------------------------------\n"
            "---------------------------------------\n|             Epoch |               1 |\n|      AverageEpRet |            -110 |\n"
            "| TotalEnvInteracts |           8e+03 |\n|              Time |             6.5 |\n---------------------------------------\n",
            {"done": 2, "missing": {"total"}, "unit": "epoch", "observations": 2, "elapsed": 3.0},
        ),
    ),
)
