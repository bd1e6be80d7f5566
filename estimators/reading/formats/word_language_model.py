"""PyTorch's word language model, AWD-LSTM, Transformer-XL and the many scripts after them."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="word language model",
    source="https://github.com/pytorch/examples/blob/main/word_language_model/main.py",
    notes=(
        "0-based batch of the epoch, or (Transformer-XL) the global step; `ms/batch` is the mean over the log interval, "
        "evaluation left out. The line at the end of an epoch has the epoch's time with evaluation."
    ),
    needles=(b"ms/batch ",),
    records=(
        rb"\| epoch {1,4}(?P<epoch>\d++) \| {1,8}(?P<batch>\d++)/ {0,8}(?P<batches>\d++) batches \|[^\n]{0,40}?\bms/batch {1,6}(?P<time_ms>[\d.]++)",
        rb"\| epoch {1,4}(?P<epoch>\d++) step {1,10}(?P<step>\d++) \| {1,8}\d++ batches \|[^\n]{0,40}?\bms/batch {1,6}(?P<time_ms>[\d.]++)",
    ),
    settings=(rb"\bmax_step(?: :|=) ?(?P<total>\d++)",),
    pauses=(
        (PauseKind.EVALUATION, rb"\| end of epoch "),
        (
            PauseKind.EVALUATION,
            rb"\| Eval {1,5}\d++ at step {1,10}(?P<step>\d++) \| time: {1,5}(?P<interval_s>[\d.]++)s",
        ),
    ),
    unit=Unit.STEP,
    batch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "Namespace(batch_size=20, bptt=35, epochs=6, log_interval=200)\n"
            "| epoch   1 |   200/  664 batches | lr 20.00 | ms/batch 20.00 | loss  7.10 | ppl  1211.00\n"
            "| epoch   1 |   400/  664 batches | lr 20.00 | ms/batch 18.00 | loss  6.40 | ppl   601.00\n"
            "| epoch   1 |   600/  664 batches | lr 20.00 | ms/batch 18.00 | loss  6.20 | ppl   492.00\n"
            "-----------------------------------------------------------------------------------------\n"
            "| end of epoch   1 | time: 13.90s | valid loss  5.90 | valid ppl   365.00\n"
            "| epoch   2 |   200/  664 batches | lr 20.00 | ms/batch 18.00 | loss  6.00 | ppl   403.00\n",
            {"done": 865, "total": 3984, "unit": "step", "observations": 4, "elapsed": 11.952},
        ),
        Example(
            "    - max_step : 400000\n| epoch   1 step      200 |    200 batches | lr 0.00025 | ms/batch 512.00 | loss  7.01 | ppl 1107.6\n"
            "| epoch   1 step      400 |    400 batches | lr 0.00025 | ms/batch 500.00 | loss  6.01 | ppl 407.4\n",
            {"done": 400, "total": 400000, "observations": 2, "elapsed": 100.0},
        ),
    ),
)
