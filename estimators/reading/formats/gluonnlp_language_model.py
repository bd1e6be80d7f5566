"""GluonNLP language models: what an epoch cost, validation included."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="GluonNLP language model",
    source="https://github.com/dmlc/gluon-nlp/blob/v0.10.x/scripts/language_model/word_language_model.py",
    notes="0-based epochs; `time cost` is the whole epoch with its validation. The number of epochs stands in Namespace only.",
    needles=(b"] time cost ",),
    records=(rb"\[Epoch (?P<epoch>\d++)\] time cost (?P<interval_s>[\d.]++) ?s, valid",),
    unit=Unit.EPOCH,
    epoch_first=0,
    examples=(
        Example(
            "Namespace(batch_size=20, bptt=35, epochs=750, log_interval=200)\n"
            "[Epoch 0 Batch 2000/2983] current loss 5.70, ppl 298.59, throughput 1422.01 samples/s, lr 18.86\n"
            "[Epoch 0] throughput 50428.87 samples/s\n[Epoch 0] time cost 43.80s, valid loss 5.43, valid ppl 228.54, lr 20.00\n"
            "[Epoch 0] test loss 5.34, test ppl 209.29\n[Epoch 1] throughput 51828.96 samples/s\n"
            "[Epoch 1] time cost 42.70s, valid loss 5.15, valid ppl 173.08, lr 20.00\n",
            {"done": 2, "total": 750, "unit": "epoch", "observations": 2, "elapsed": 42.7},
        ),
        Example(
            "[Epoch 0] time cost 12.00s, valid loss 6.41, valid ppl 608.12\n[Epoch 1] time cost 11.00s, valid loss 6.01, valid ppl 407.48\n"
            "[Epoch 2] time cost 11.50s, valid loss 5.91, valid ppl 368.71\n",
            {"done": 3, "missing": {"total"}, "observations": 3, "elapsed": 22.5},
        ),
    ),
)
