"""nnU-Net, versions 1 and 2."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="nnU-Net",
    source="https://github.com/MIC-DKFZ/nnUNet/blob/master/nnunetv2/training/nnUNetTrainer/nnUNetTrainer.py",
    notes=(
        "Epochs count from 0; `Epoch time: s` (version 1: `This epoch took s`) comes when the epoch is over, validation "
        "included. The number of epochs (1000 for the ordinary trainer) is never printed."
    ),
    needles=(b"Epoch time: ", b"This epoch took "),
    headers=(rb"\b[Ee]poch:? {1,3}(?P<epoch>\d++) {0,2}(?=\n|\Z)",),
    records=(
        rb"\bEpoch time: (?P<time_s>[\d.]++) s",
        rb"\bThis epoch took (?P<time_s>[\d.]++) s",
    ),
    epoch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "2024-09-02 13:00:00.000000: \n2024-09-02 13:00:00.000000: Epoch 0 \n2024-09-02 13:00:00.000000: Current learning rate: 0.01 \n"
            "2024-09-02 13:01:40.000000: train_loss -0.1 \n2024-09-02 13:01:40.000000: Epoch time: 100.0 s \n"
            "2024-09-02 13:01:42.000000: Epoch 1 \n2024-09-02 13:03:12.000000: train_loss -0.2 \n2024-09-02 13:03:12.000000: Epoch time: 90.0 s \n",
            {"done": 2, "missing": {"total"}, "unit": "epoch", "observations": 2, "elapsed": 92.0},
        ),
        Example(
            "2024-09-02 13:00:00.000000: \nepoch:  40\n2024-09-02 13:16:33.000000: train loss : -0.8588\n2024-09-02 13:17:30.000000: This epoch took 993.158662 s\n",
            {"done": 41, "missing": {"total"}, "step_time": 993.158662},
        ),
    ),
)
