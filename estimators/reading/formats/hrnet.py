"""HRNet, PIDNet, DDRNet and others of that semantic segmentation family."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind

FORMAT = Format(
    name="HRNet",
    source="https://github.com/HRNet/HRNet-Semantic-Segmentation/blob/HRNet-OCR/lib/core/function.py",
    notes=(
        "Epoch and iteration count from 0. `Time` is the mean of the seconds per iteration since the epoch began, to two "
        "decimals; the validation between epochs is not in it. A resumed run begins at a later epoch without a word."
    ),
    needles=(b"Iter:[",),
    records=(
        rb"\bEpoch: ?\[(?P<epoch>\d++)/(?P<epochs>\d++)\] Iter: ?\[(?P<batch>\d++)/(?P<batches>\d++)\], Time: (?P<time_s>[\d.]++)",
    ),
    pauses=((PauseKind.CHECKPOINT, rb"(?m)^=> saving checkpoint to "), (PauseKind.EVALUATION, rb"\bLoss: [\d.]++, MeanIU: ")),
    epoch_first=0,
    batch_first=0,
    time_span="epoch",
    certainty=0.95,
    examples=(
        Example(
            "Epoch: [0/20] Iter:[0/100], Time: 2.00, lr: [0.0], Loss: 11.51\nEpoch: [0/20] Iter:[50/100], Time: 0.50, lr: [0.01], Loss: 4.85\n"
            "Epoch: [0/20] Iter:[90/100], Time: 0.40, lr: [0.01], Loss: 4.85\n=> saving checkpoint to output/\n"
            "Loss: 2.478, MeanIU:  0.0518, Best_mIoU:  0.0518\nEpoch: [1/20] Iter:[0/100], Time: 2.00, lr: [0.0], Loss: 3.51\n",
            {"done": 101, "total": 2000, "unit": "step", "epochs": 20, "observations": 4, "elapsed": 40.0},
        ),
        Example(
            "Epoch: [352/520] Iter:[90/495], Time: 0.31, lr: [0.004], Loss: 1.36, Acc:0.81\n",
            {"done": 174331, "total": 257400, "step_time": 0.31},
        ),
    ),
)  # fmt: skip
