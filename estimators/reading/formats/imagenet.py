"""pytorch/examples imagenet and the many scripts after its layout."""

from estimators.reading.format import Example, Format
from estimators.reading.shaping import from_zero

FORMAT = Format(
    name="PyTorch ImageNet example",
    source="https://github.com/pytorch/examples/blob/main/imagenet/main.py",
    notes=(
        "`Epoch: [e][b/n]  Time cur (mean)`: epoch from 0, batch from 0 (newer: from 1); the time in brackets is the mean of "
        "the epoch, data loading included. `Test:` rows have the same columns. The number of epochs stands in the arguments."
    ),
    needles=(b"Epoch: [", b"Epoch:["),
    records=(
        rb"\bEpoch: ?\[(?P<epoch>\d++)(?:/(?P<epochs>\d++))?\] ?\[ {0,8}(?P<batch>\d++)/(?P<batches>\d++)\][\t ,]{1,6}(?:[^\n]{0,60}?[\t ,])??"
        rb"(?:Batch )?[Tt]ime:? {0,4}[\d.]++s? \( {0,4}(?P<time_s>[\d.]++)s?\)(?:[\t ,]{1,6}Data:? {0,4}[\d.e-]++s? \( {0,4}(?P<data_s>[\d.e-]++)s?\))?",
    ),
    settings=(rb"--epochs[ =](?P<epochs>\d++)",),
    epoch_first=0,
    batch_first=0,
    time_span="epoch",
    certainty=0.93,
    shape=from_zero,
    examples=(
        Example(
            "Namespace(arch='resnet50', epochs=90, start_epoch=0, batch_size=256)\n"
            "Epoch: [0][  0/5000]\tTime  5.000 ( 5.000)\tData  4.000 ( 4.000)\tLoss 6.9e+00 (6.9e+00)\tAcc@1   0.00 (  0.00)\n"
            "Epoch: [0][ 10/5000]\tTime  0.500 ( 1.000)\tData  0.000 ( 0.400)\tLoss 6.9e+00 (6.9e+00)\tAcc@1   0.00 (  0.00)\n"
            "Epoch: [0][ 20/5000]\tTime  0.500 ( 0.750)\tData  0.000 ( 0.200)\tLoss 6.9e+00 (6.9e+00)\tAcc@1   0.00 (  0.00)\n"
            "Test: [  0/196]\tTime  4.000 ( 4.000)\tLoss 4.1 (4.1)\n",
            {"done": 21, "total": 450000, "unit": "step", "epochs": 90, "observations": 3, "elapsed": 10.75},
        ),
        Example(
            "2024-08-27 16:54:17,091 [train.py:209] INFO Epoch: [19][280/1100]\tTime 0.805 (0.784)\tData 0.027 (0.042)\tLoss 2.647 (2.490)\n",
            {"done": 21181, "missing": {"total"}, "step_time": 0.784},
        ),
    ),
)  # fmt: skip
