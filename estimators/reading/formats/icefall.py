"""icefall (k2): Zipformer, Conformer and the rest."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="icefall",
    source="https://github.com/k2-fsa/icefall/blob/master/egs/librispeech/ASR/zipformer/train.py",
    notes=(
        "0-based batch within the epoch, stamped, printed by every rank. Neither the batches of an epoch nor, outside the "
        "parameter dump, the number of epochs is printed; durations of batches vary."
    ),
    needles=(b"tot_loss[", b"batch_idx_train: "),
    records=(
        rb"Epoch (?P<epoch>\d++), batch (?P<batch>\d++), (?:global_batch_idx: \d++, )?(?:batch size: \d++, )?(?:train_)?loss\[",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"Epoch \d++, validation: "),
        (PauseKind.CHECKPOINT, rb"Saving checkpoint to "),
    ),
    unit=Unit.STEP,
    batch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "2022-10-01 12:00:00,000 INFO [train.py:990] (0/2) {'num_epochs': 30, 'start_epoch': 1, 'log_interval': 50}\n"
            "2022-10-01 12:01:00,000 INFO [train.py:812] (0/2) Epoch 1, batch 0, loss[loss=7.91, simple_loss=7.1, over 5000 frames. ], tot_loss[loss=7.91, over 5000.00 frames. ], batch size: 12, lr: 2.25e-02\n"
            "2022-10-01 12:01:00,002 INFO [train.py:812] (1/2) Epoch 1, batch 0, loss[loss=7.71, simple_loss=7.0, over 5000 frames. ], tot_loss[loss=7.71, over 5000.00 frames. ], batch size: 11, lr: 2.25e-02\n"
            "2022-10-01 12:01:30,000 INFO [train.py:812] (0/2) Epoch 1, batch 50, loss[loss=1.31, simple_loss=1.2, over 5100 frames. ], tot_loss[loss=1.41, over 230000.00 frames. ], batch size: 12, lr: 2.35e-02\n"
            "2022-10-01 12:01:30,002 INFO [train.py:812] (1/2) Epoch 1, batch 50, loss[loss=1.21, simple_loss=1.1, over 5100 frames. ], tot_loss[loss=1.31, over 230000.00 frames. ], batch size: 14, lr: 2.35e-02\n"
            "2022-10-01 12:02:00,500 INFO [train.py:812] (0/2) Epoch 1, batch 100, loss[loss=1.11, simple_loss=1.0, over 5100 frames. ], tot_loss[loss=1.21, over 430000.00 frames. ], batch size: 12, lr: 2.45e-02\n",
            {"done": 101, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 60.5, "epochs": 30},
        ),
        Example(
            "2023-05-01 09:00:00,000 INFO [train.py:1021] Epoch 3, batch 1000, loss[loss=0.31], tot_loss[loss=0.33], batch size: 72, lr: 2.45e-02, grad_scale: 16.0\n"
            "2023-05-01 09:00:40,000 INFO [train.py:1021] Epoch 3, batch 1050, loss[loss=0.30], tot_loss[loss=0.33], batch size: 75, lr: 2.45e-02, grad_scale: 16.0\n",
            {"missing": {"total"}, "observations": 2, "elapsed": 40.0},
        ),
    ),
)
