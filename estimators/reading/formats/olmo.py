"""OLMo and OLMo-core."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="OLMo",
    source="https://github.com/allenai/OLMo/blob/main/olmo/train.py",
    notes="Steps done and total in one pair, stamped; the indented lines below are metrics. A run may go on one interval.",
    needles=(b"[step=",),
    records=(
        rb"\[step=(?P<step>\d++)/(?:(?P<total>[\d_]++)|[\w.+]{1,16})(?:, ?epoch=\d++)?(?:, ?eta=(?P<eta_clock>(?:\d++ days?, )?\d++:\d\d:\d\d|[\dhdms, ]{2,20}))?\]",
    ),
    pauses=(
        (PauseKind.CHECKPOINT, rb"Saving (?:legacy )?(?:sharded |unsharded )?checkpoint"),
        (PauseKind.EVALUATION, rb"\[eval_step=1/"),
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "2025-12-26 19:17:38.772\thost:0\tolmo.train:990\tINFO\t[step=10/1000,epoch=0]\n    optim/total_grad_norm=12.31\n"
            "    train/CrossEntropyLoss=9.099\n    throughput/total_tokens=20,480\n    throughput/device/batches_per_second=0.5\n"
            "2025-12-26 19:17:58.772\thost:0\tolmo.train:990\tINFO\t[step=20/1000,epoch=0]\n    train/CrossEntropyLoss=8.599\n"
            "2025-12-26 19:18:18.972\thost:0\tolmo.train:990\tINFO\t[step=30/1000,epoch=0]\n    train/CrossEntropyLoss=8.199\n",
            {"done": 30, "total": 1000, "unit": "step", "observations": 3, "elapsed": 40.2},
        ),
        Example(
            "2026-01-03 08:00:00.000\thost:0\tolmo_core.train.callbacks.console_logger:80\tINFO\t[step=500/20000,epoch=1,eta=8:07:30]\n"
            "2026-01-03 08:01:30.000\thost:0\tolmo_core.train.callbacks.console_logger:80\tINFO\t[step=560/20000,epoch=1,eta=8:06:00]\n",
            {"done": 560, "total": 20000, "observations": 2, "elapsed": 90.0},
        ),
    ),
)
