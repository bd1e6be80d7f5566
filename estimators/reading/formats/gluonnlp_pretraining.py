"""GluonNLP's pre-training scripts."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="GluonNLP pre-training",
    source="https://github.com/dmlc/gluon-nlp/blob/v0.10.x/scripts/bert/pretraining_utils.py",
    notes="Steps done; `latency` is the mean time of a step over the interval, `time` the whole interval's.",
    needles=(b" ms/step", b"tks/s"),
    records=(
        rb"\[step (?P<step>\d++)\]\s{1,3}mlm_loss=[^\n]{0,160}?\btime=(?P<interval_s>[\d.]++)(?:, latency=(?P<time_ms>[\d.]++) ms/step)?",
    ),
    settings=(rb"\bnum_steps=(?P<total>\d++)",),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "Namespace(batch_size=256, num_steps=1000, warmup_ratio=0.01)\n"
            "[step 50]\tmlm_loss=7.90000\tmlm_acc=10.0\tnsp_loss=0.60\tnsp_acc=60.0\tthroughput=12.3K tks/s\tlr=0.0001000 time=12.50, latency=250.0 ms/step\n"
            "[step 100]\tmlm_loss=7.40000\tmlm_acc=11.0\tnsp_loss=0.60\tnsp_acc=60.0\tthroughput=12.3K tks/s\tlr=0.0001000 time=12.00, latency=240.0 ms/step\n",
            {"done": 100, "total": 1000, "unit": "step", "observations": 2, "elapsed": 12.0},
        ),
        Example(
            "[step 500]\tmlm_loss=5.1\tmlm_acc=21.0\tnsp_loss=0.50\tnsp_acc=70.0\tthroughput=12.3K tks/s\tlr=0.0001000 time=12.00, latency=240.0 ms/step\n",
            {"done": 500, "missing": {"total"}, "step_time": 0.24, "observations": 1},
        ),
    ),
)
