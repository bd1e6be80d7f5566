"""Marian NMT."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="Marian",
    source="https://github.com/marian-nmt/marian/blob/master/src/training/scheduler.h",
    notes=(
        "`Up.` counts updates; `Time` is since the previous such line without validation, the stamps hold everything. "
        "`Sen.` counts within the epoch. after-batches or after-epochs of 0 mean no plan: early stopping ends the run."
    ),
    needles=(b" : Up. ",),
    records=(
        rb"Ep\. (?P<epoch>\d++)(?:\.\d++)? : Up\. (?P<step>\d[\d,]*+) : Sen\. [\d,]++ : Cost [^\n]{0,120}?: Time (?P<interval_s>[\d.]++)s : ",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"\[valid\] Ep\. [\d.]++ : Up\. (?P<step>\d++) : "),
        (PauseKind.CHECKPOINT, rb"\[training\] Saving training checkpoint"),
    ),
    settings=(rb"\[config\] after: (?P<total>\d++)u\b", rb"\[config\] after: (?P<epochs>\d++)e\b"),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "[2023-09-08 23:50:48] [config] after-batches: 0\n[2023-09-08 23:50:48] [config] early-stopping: 20\n"
            "[2023-09-09 00:02:45] Ep. 1 : Up. 1000 : Sen. 11,826,448 : Cost 8.16687393 : Time 418.52s : 611107.59 words/s : gNorm 1.4980 : L.r. 1.8750e-05\n"
            "[2023-09-09 00:09:45] Ep. 1 : Up. 2000 : Sen. 23,663,821 : Cost 6.10548210 : Time 419.43s : 609109.22 words/s : gNorm 2.3888 : L.r. 3.7500e-05\n"
            "[2023-09-09 00:09:50] [valid] Ep. 1 : Up. 2000 : perplexity : 96.4394 : new best\n"
            "[2023-09-09 00:16:55] Ep. 1 : Up. 3000 : Sen. 35,442,478 : Cost 5.21276331 : Time 424.45s : 606478.69 words/s : gNorm 2.1461 : L.r. 5.6250e-05\n",
            {"done": 3000, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 850.0},
        ),
        Example(
            "[2022-06-29 05:00:00] [config] after-batches: 60000\n"
            "[2022-06-29 05:10:00] Ep. 2 : Up. 500 : Sen. 32,864 : Cost 3.21446133 * 1,203,112 after 43,403,154 : Time 100.00s : 52223.51 words/s\n"
            "[2022-06-29 05:11:40] Ep. 2 : Up. 1,000 : Sen. 64,864 : Cost 3.11446133 * 1,203,112 after 44,403,154 : Time 100.00s : 52223.51 words/s\n",
            {"done": 1000, "total": 60000, "observations": 2, "elapsed": 100.0},
        ),
    ),
)
