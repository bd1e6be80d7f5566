"""nanochat: base, mid and fine-tuning stages."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

_STEP = rb"tep (?<=[Ss]tep )(?P<step>\d{3,}+)(?:/(?P<total>\d++))?(?: \((?P<percent>[\d.]++)%[^)\n]{0,24}\))?"
_END = rb"(?: ?\|(?: epoch: [^|\n]{0,32}\|)? total time: [\d.]++m(?: \| (?:eta|ETA): (?P<eta_min>[\d.]++)m)?)?"

FORMAT = Format(
    name="nanochat",
    source="https://github.com/karpathy/nanochat/blob/master/scripts/base_train.py",
    notes=(
        "0-based counter. `dt` is that step alone; `total time` leaves out the first ten steps and every evaluation and "
        "has two decimals of a minute, so the sum of dt is the better clock. Stages follow each other in one log."
    ),
    needles=(b"step 0", b"step ", b"Step 0"),
    records=(
        _STEP + rb" \| (?:train )?loss: [\d.a-z]++ \|[^\n]{0,160}?\bdt: (?P<time_ms>[\d.]++) ?ms \|"
        rb"(?:[^\n]{0,80}?\b(?:bf16_)?mfu: (?P<mfu>[\d.]++))?" + _END,
        _STEP + rb" \| Training loss: [\d.a-z]++ ?\|[^\n]{0,80}?num_tokens: ",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"Step (?P<step>\d{3,}+) \| (?:Validation (?:bpb|loss)|CORE metric): "),
        (PauseKind.EVALUATION, rb"Step (?P<step>\d{3,}+) \| (?:ChatCORE|mmlu_acc)"),
    ),
    unit=Unit.STEP,
    step_first=0,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "Calculated number of iterations from target data:param ratio: 21,400\nStep 00000 | Validation bpb: 3.2980\n"
            "step 00000/21400 (0.00%) | loss: 11.090355 | lrm: 1.00 | dt: 21011.00ms | tok/sec: 24,953 | mfu: 1.10 | total time: 0.00m\n"
            "step 00001/21400 (0.00%) | loss: 10.808212 | lrm: 1.00 | dt: 480.00ms | tok/sec: 1,092,266 | mfu: 48.20 | total time: 0.00m\n"
            "step 00002/21400 (0.01%) | loss: 10.192812 | lrm: 1.00 | dt: 482.00ms | tok/sec: 1,087,734 | mfu: 48.00 | total time: 0.00m\n",
            {"done": 3, "total": 21400, "unit": "step", "observations": 3, "elapsed": 0.962},
        ),
        Example(
            "step 00398/21400 (1.86%) | loss: 3.694869 | lrm: 1.00 | dt: 478.56ms | tok/sec: 1,095,546 | bf16_mfu: 48.35 | epoch: 1 |"
            " total time: 3.10m | eta: 167.2m\n",
            {"done": 399, "total": 21400, "step_time": 0.47856, "observations": 1},
        ),
        Example(
            "step 00099/00400 (24.75%) | loss: 2.2 | lrm: 1.00 | dt: 500.00ms | tok/sec: 1,048,576 | mfu: 48.35 | total time: 0.74m\n"
            "step 00000 (0.10%) | loss: 1.9 | lrm: 1.00 | dt: 900.00ms | tok/sec: 582,542 | mfu: 26.00 | total time: 0.00m\n"
            "step 00192 (25.00%) | loss: 1.4 | lrm: 1.00 | dt: 450.00ms | tok/sec: 1,165,084 | mfu: 52.00 | total time: 1.36m\n"
            "step 00193 (25.13%) | loss: 1.4 | lrm: 1.00 | dt: 450.00ms | tok/sec: 1,165,084 | mfu: 52.00 | total time: 1.37m\n",
            {"done": 194, "total": 772, "observations": 3},
        ),
    ),
)
