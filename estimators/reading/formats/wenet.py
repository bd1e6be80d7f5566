"""WeNet and WeSpeaker's ASR kin."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="WeNet",
    source="https://github.com/wenet-e2e/wenet/blob/main/wenet/utils/train_utils.py",
    notes="`Batch e/b` is epoch and batch, no pair of done and total; both 0-based, stamped, every rank prints. CV lines are validation.",
    needles=(b"TRAIN Batch ", b"TRAIN | "),
    records=(
        rb"TRAIN (?:\| (?:steps_per_sec|steps/sec) [\d.]++ ?\| )?(?:\| )?Batch (?P<epoch>\d++)/(?P<batch>\d++) loss ",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"CV Batch \d++/0 "),
        (PauseKind.CHECKPOINT, rb"\[Rank 0\] Checkpoint: save to checkpoint "),
    ),
    unit=Unit.STEP,
    epoch_first=0,
    batch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "2023-03-21 09:55:00,000 DEBUG TRAIN Batch 0/0 loss 385.101212 loss_att 101.1 loss_ctc 402.1 lr 0.00000008 rank 0\n"
            "2023-03-21 09:55:40,000 DEBUG TRAIN Batch 0/100 loss 285.101212 loss_att 91.1 loss_ctc 302.1 lr 0.00000808 rank 0\n"
            "2023-03-21 09:56:20,000 DEBUG TRAIN Batch 0/200 loss 185.101212 loss_att 81.1 loss_ctc 202.1 lr 0.00001608 rank 0\n"
            "2023-03-21 09:57:00,000 DEBUG CV Batch 0/0 loss 25.1 loss_att 21.1 loss_ctc 22.1 history loss 24.1 rank 0\n",
            {"done": 201, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 80.0},
        ),
    ),
)
