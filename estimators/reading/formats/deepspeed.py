"""The DeepSpeed engine's own lines, and DeepSpeed-Chat's headers."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import Settings, Unit


def updates(said: Settings) -> Settings:
    """Turn micro batches of an epoch into optimizer updates; without the accumulation they say nothing of them."""
    if said.steps_per_epoch is None:
        return said
    steps = said.steps_per_epoch / said.gradient_accumulation if said.gradient_accumulation else None
    return replace(said, steps_per_epoch=steps)


FORMAT = Format(
    name="DeepSpeed",
    source="https://github.com/deepspeedai/DeepSpeed/blob/master/deepspeed/utils/timer.py",
    notes=(
        "`step` and `global_step` count optimizer updates over the whole run (skipped ones included), `micro_step` "
        "restarts. No total is printed: it follows from epochs x micro batches / accumulation or the script's own pair."
    ),
    needles=(b"skipped=", b"SamplesPerSec="),
    records=(
        rb"\[Rank \d++\] step=(?P<step>\d++), skipped=\d++, lr=",
        rb"/global_step=(?P<step>\d++), (?:RunningAvg)?SamplesPerSec=",
        rb":stop\] \d++/(?P<step>\d++), (?:RunningAvg)?SamplesPerSec=",
    ),
    settings=(
        rb"Beginning of Epoch \d++/(?P<epochs>\d++), Total Micro Batches:? (?P<batches>\d++)\b",
        rb"gradient_accumulation_steps \.{2,60} (?P<gradient_accumulation>\d++)",
        rb"\[Step \d++/(?P<total>\d++)\]",
    ),
    plan=updates,
    unit=Unit.STEP,
    certainty=0.79,
    examples=(
        Example(
            "[2025-01-02 10:00:00,101] [INFO] [config.py:958:print]   gradient_accumulation_steps .. 4\n"
            "Beginning of Epoch 1/2, Total Micro Batches 460\n"
            "[2025-01-02 10:00:30,500] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=6, lr=[9.6e-06, 9.6e-06], mom=[(0.9, 0.95), (0.9, 0.95)]\n"
            "[2025-01-02 10:00:30,510] [INFO] [timer.py:199:stop] epoch=0/micro_step=40/global_step=10, RunningAvgSamplesPerSec=17.38, CurrSamplesPerSec=17.8\n"
            "[2025-01-02 10:00:50,500] [INFO] [logging.py:96:log_dist] [Rank 0] step=20, skipped=6, lr=[9.6e-06, 9.6e-06], mom=[(0.9, 0.95), (0.9, 0.95)]\n",
            {"done": 20, "total": 230, "unit": "step", "observations": 2, "elapsed": 20.0},
        ),
        Example(
            "[2025-03-02 08:00:00,000] [INFO] [logging.py:107:log_dist] [Rank 0] step=1, skipped=0, lr=[2e-05], mom=[(0.9, 0.999)]\n"
            "[Step 1/100] Loss: 5.4901\n"
            "[2025-03-02 08:00:02,000] [INFO] [logging.py:107:log_dist] [Rank 0] step=2, skipped=0, lr=[2e-05], mom=[(0.9, 0.999)]\n"
            "[Step 2/100] Loss: 5.2420\n",
            {"done": 2, "total": 100, "observations": 2, "elapsed": 2.0},
        ),
        Example(
            "[2022-08-29 06:58:56,176] [INFO] [timer.py:198:stop] 0/20, RunningAvgSamplesPerSec=232.7340551694273, CurrSamplesPerSec=227.4\n"
            "[2022-08-29 06:59:18,687] [INFO] [timer.py:198:stop] 0/30, RunningAvgSamplesPerSec=232.7340551694273, CurrSamplesPerSec=227.4\n",
            {"done": 30, "missing": {"total"}, "observations": 2, "elapsed": 22.511},
        ),
    ),
)
