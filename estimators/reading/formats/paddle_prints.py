"""Paddle scripts that print `total used time`."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="Paddle print",
    source="https://github.com/PaddlePaddle/Paddle",
    notes="`total used time` is seconds since the start; the step is that of the epoch, whose length is not printed.",
    needles=(b"total used time",),
    records=(rb"\bEpoch:? (?P<epoch>\d++), Step:? (?P<batch>\d++), total used time:? (?P<elapsed_s>[\d.]++)",),
    epoch_first=None,
    batch_first=None,
    certainty=0.93,
    examples=(
        Example(
            "Epoch 0, Step 0, total used time 2.5 (s), avg loss so far is 0.5\nEpoch 0, Step 50, total used time 52.5 (s), avg loss so far is 0.4\n"
            "Epoch 0, Step 100, total used time 102.5 (s), avg loss so far is 0.4\n",
            {"done": 101, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 100.0},
        ),
    ),
)
