"""OpenNMT-py, old and new."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="OpenNMT-py",
    source="https://github.com/OpenNMT/OpenNMT-py/blob/master/onmt/utils/statistics.py",
    notes=(
        "Steps done and total; `sec` is whole seconds since training began, validation included. The pair before tok/s "
        "is source and target speed, `acc` a percentage of tokens: neither is progress."
    ),
    needles=(b"; acc:", b" tok/s"),
    records=(
        rb"Step {1,8}(?P<step>\d++)(?:/ {0,10}(?P<total>\d++))?; acc: {1,8}[\d.a-z]++; [^\n]{0,200}?\btok/s; {1,10}(?P<elapsed_s>\d++) sec",
        rb"Epoch {1,4}(?P<epoch>\d++), {1,10}(?P<batch>\d++)/ {0,10}(?P<batches>\d++); acc: {1,8}[\d.]++; [^\n]{0,160}?(?P<elapsed_s>\d++) s elapsed",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"Validation perplexity: "),
        (PauseKind.CHECKPOINT, rb"Saving checkpoint \S{1,80}_step_(?P<step>\d++)"),
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "[2024-01-09 16:24:40,000 INFO] Step 50/ 1000; acc:   2.80; ppl: 15983.68; xent: 9.68; lr: 1.00000; 12495/12418 tok/s;      6 sec\n"
            "[2024-01-09 16:24:44,000 INFO] Step 100/ 1000; acc:   4.10; ppl: 7983.68; xent: 8.98; lr: 1.00000; 16395/16318 tok/s;     10 sec\n"
            "[2024-01-09 16:24:48,000 INFO] Step 150/ 1000; acc:   4.80; ppl: 5983.68; xent: 8.70; lr: 1.00000; 16495/16418 tok/s;     14 sec\n"
            "[2024-01-09 16:24:50,000 INFO] Validation perplexity: 812.1\n",
            {"done": 150, "total": 1000, "unit": "step", "observations": 3, "elapsed": 8.0},
        ),
        Example(
            "Step 5000/100000; acc: 61.2; ppl:  7.2; xent: 1.9; lr: 0.00125; sents:  250120; bsz: 3912/4012/50; 41200/42010 tok/s;   1000 sec;\n",
            {"done": 5000, "total": 100000, "step_time": 0.2, "observations": 1},
        ),
    ),
)
