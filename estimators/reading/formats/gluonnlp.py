"""GluonNLP scripts that print batches of an epoch: fine-tuning, translation."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import Settings, Unit


def batches_of_updates(said: Settings) -> Settings:
    """Turn the planned updates into batches: they, not the epochs, end the run."""
    if said.total is None:
        return said
    return replace(said, total=said.total * (said.gradient_accumulation or 1.0), epochs=None)


FORMAT = Format(
    name="GluonNLP",
    source="https://github.com/dmlc/gluon-nlp/blob/v0.10.x/scripts/bert/finetune_classifier.py",
    notes=(
        "Batch of batches within the epoch; epochs from 0 or 1 by script. Stamps are the clock where the logger writes "
        "them. `training steps` are updates, each of `accumulate` batches. `Time cost` on its own belongs to evaluation."
    ),
    needles=(b" Batch ",),
    records=(rb"\[Epoch (?P<epoch>\d++) Batch (?P<batch>\d++)/(?P<batches>\d++)\] (?:avg_|mlm_)?loss=",),
    settings=(rb"\btraining steps=(?P<total>\d++)", rb"\baccumulate=(?P<gradient_accumulation>\d++)"),
    plan=batches_of_updates,
    unit=Unit.STEP,
    epoch_first=None,
    examples=(
        Example(
            "2019-12-20 02:54:03,571 - root - INFO - Namespace(accumulate=4, batch_size=32, epochs=3)\n"
            "2019-12-20 02:55:32,440 - root - INFO - training steps=750\n"
            "2019-12-20 02:56:00,000 - root - INFO - [Epoch 1 Batch 10/1000] loss=0.7335, lr=0.0000001\n"
            "2019-12-20 02:56:11,000 - root - INFO - [Epoch 1 Batch 20/1000] loss=0.7531, lr=0.0000001\n"
            "2019-12-20 02:56:22,500 - root - INFO - [Epoch 1 Batch 30/1000] loss=0.7324, lr=0.0000002\n",
            {"done": 30, "total": 3000, "unit": "step", "observations": 3, "elapsed": 22.5},
        ),
        Example(
            "2020-01-10 10:00:00,000 - root - INFO - [Epoch 0 Batch 100/500] loss=6.3120, ppl=551.20, throughput=41.20K wps, wc=100.00K\n"
            "2020-01-10 10:00:50,000 - root - INFO - [Epoch 0 Batch 200/500] loss=5.9120, ppl=369.40, throughput=41.80K wps, wc=100.00K\n",
            {"done": 200, "missing": {"total"}, "observations": 2, "elapsed": 50.0},
        ),
    ),
)
