"""llm.c on GPUs, and its PyTorch reference."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="llm.c",
    source="https://github.com/karpathy/llm.c/blob/master/train_gpt2.cu",
    notes=(
        "Counter of steps done and total in one pair. The milliseconds are those of that step alone: evaluation, "
        "HellaSwag, sampling and checkpoints are not in them. The percentage is MFU and no progress."
    ),
    needles=(b"tok/s",),
    records=(
        rb"step {1,8}(?P<step>\d++)/ {0,8}(?P<total>\d++) \| (?:train )?loss {1,8}-?[\d.a-z]++[^\n|]{0,24}\|[^\n]{0,120}?"
        rb"\| {0,2}\(?(?P<time_ms>[\d.]++) ms \|(?: (?P<mfu>-?[\d.]++)% \w{1,8} MFU \|)?",
        rb"step {1,8}(?P<step>\d++)/ {0,8}(?P<total>\d++): train loss [\d.]++[^\n]{0,40}?\((?P<time_ms>[\d.]++) ms, [\d.]++ tok/s\)",
    ),
    pauses=((PauseKind.EVALUATION, rb"(?m)^val loss [\d.]++$"), (PauseKind.EVALUATION, rb"(?m)^HellaSwag: ")),
    unit=Unit.STEP,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "val loss 11.009521\n"
            "step    1/18865 | loss 11.009340 (+nanz)| norm 15.4242 (+nanz)| lr 8.57e-07 | 3056.36 ms | 42.6% bf16 MFU | 171540 tok/s\n"
            "step    2/18865 | loss 10.964920 (+nanz)| norm 15.2212 (+nanz)| lr 1.71e-06 | 2752.00 ms | 47.3% bf16 MFU | 190488 tok/s\n"
            "step    3/18865 | loss 10.876012 (+nanz)| norm 14.8713 (+nanz)| lr 2.57e-06 | 2748.00 ms | 47.4% bf16 MFU | 190650 tok/s\n",
            {"done": 3, "total": 18865, "observations": 3, "elapsed": 5.5},
        ),
        Example(
            "step  812/10000 | train loss 4.912034 | norm 0.9121 | lr 6.00e-04 | (512.34 ms | 1023320 tok/s)\n",
            {"done": 812, "total": 10000, "step_time": 0.51234, "observations": 1},
        ),
    ),
)
