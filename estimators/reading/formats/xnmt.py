"""xnmt."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="xnmt",
    source="https://github.com/neulab/xnmt/blob/master/xnmt/loss_trackers.py",
    notes="`steps` counts updates over the run, `time` D-HH:MM:SS since the start with checkpoints in it. No total: early stopping.",
    needles=(b"train_loss/", b"(steps="),
    records=(
        rb"Epoch [\d.]++: train_loss/\w{1,8}=[\d.a-z]++ \(steps=(?P<step>\d++), [^\n]{0,60}?\btime=(?P<elapsed_clock>[\d:.-]++)\)",
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "[switchout.en-my] Epoch 0.0312: train_loss/word=7.382642 (steps=9, words/sec=4617.07, time=0-00:00:10)\n"
            "[switchout.en-my] Epoch 0.0625: train_loss/word=6.982642 (steps=18, words/sec=8617.07, time=0-00:00:16)\n"
            "[switchout.en-my] Epoch 0.0937: train_loss/word=6.582642 (steps=27, words/sec=8607.07, time=0-00:00:22)\n",
            {"done": 27, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 12.0},
        ),
        Example(
            "[exp] Epoch 10.7557: train_loss/word=4.382642 (steps=3000, words/sec=8617.07, time=1-01:00:00)\n",
            {"done": 3000, "step_time": 30.0, "observations": 1},
        ),
    ),
)
