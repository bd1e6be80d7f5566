"""TensorFlow Estimator: BERT, Tensor2Tensor, the official models of TF 1."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="TensorFlow Estimator",
    source="https://github.com/tensorflow/estimator/blob/master/tensorflow_estimator/python/estimator/estimator.py",
    notes=(
        "`step` is the global step; the seconds in brackets are those since the previous such line, checkpoints included. "
        "The total stands in the header (`Num steps`) or in flags."
    ),
    needles=(b"step = ",),
    records=(
        rb"loss = [\d.a-z+-]++, (?:global_)?step = (?P<step>\d++)(?: \((?P<interval_s>[\d.]++) sec\))?",
        rb"step = (?P<step>\d++), loss = [\d.a-z+-]++(?: \((?P<interval_s>[\d.]++) sec\))?",
    ),
    headers=(rb"global_step/sec: (?P<rate>[\d.]++)",),
    pauses=(
        (PauseKind.CHECKPOINT, rb"Saving checkpoints for (?P<step>\d++) into "),
        (PauseKind.EVALUATION, rb"Starting evaluation at "),
    ),
    unit=Unit.STEP,
    examples=(
        Example(
            "INFO:tensorflow:  Num steps = 5468\nINFO:tensorflow:Saving checkpoints for 0 into out/model.ckpt.\nINFO:tensorflow:loss = 1.98956495, step = 0\n"
            "INFO:tensorflow:global_step/sec: 0.693407\nINFO:tensorflow:loss = 0.78956495, step = 100 (144.200 sec)\n"
            "INFO:tensorflow:global_step/sec: 0.693407\nINFO:tensorflow:loss = 0.58956495, step = 200 (144.216 sec)\n",
            {"done": 200, "total": 5468, "unit": "step", "observations": 3, "elapsed": 288.416},
        ),
        Example(
            "I0703 10:00:00.000000 139812 basic_session_run_hooks.py:262] loss = 9.21, step = 1000\n"
            "I0703 10:01:40.000000 139812 basic_session_run_hooks.py:260] loss = 8.91, step = 1100 (99.000 sec)\n",
            {"done": 1100, "missing": {"total"}, "observations": 2, "elapsed": 100.0},
        ),
    ),
)
