"""modded-nanogpt speed runs, parameter-golf and their forks."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_STOP = 1  # the pattern of the line that a wall-clock cap writes when it ends the run


def capped(table: Table) -> Table:
    """End the run where the wall-clock cap has ended it."""
    stopped = len(table) > 0 and table.kind[-1] == _STOP
    return table.with_columns(total=np.full(len(table), table["step"][-1])) if stopped else table


FORMAT = Format(
    name="modded-nanogpt",
    source="https://github.com/KellerJordan/modded-nanogpt/blob/master/train_gpt.py",
    notes=(
        "`train_time` is the running training clock; validation stops it, so the wall clock runs ahead of it. Older "
        "versions set it to zero after ten warm-up steps. `step_avg` is the mean since then. In parameter-golf a "
        "wall-clock cap (max_wallclock_seconds) usually ends the run before the printed total."
    ),
    needles=(b"step_avg:", b"train_time:"),
    records=(
        rb"step:(?<!_step:)(?P<step>\d++)/(?P<total>\d++) [^\n]{0,160}?\b(?:train_time|t|time):(?:(?P<elapsed_ms>[\d.]++)ms|(?P<elapsed_s>[\d.]++)s)\b"
        rb"(?: step_avg:(?:(?P<time_ms>[\d.]++)|nan|inf)ms)?",
        rb"stopping_early: wallclock_cap train_time:(?P<elapsed_ms>[\d.]++)ms step:(?P<step>\d++)/",
    ),
    shape=capped,
    settings=(rb"MAX_WALLCLOCK_SECONDS[:=] ?(?P<max_seconds>\d[\d.]*+)",),
    unit=Unit.STEP,
    time_span="session",
    certainty=0.95,
    examples=(
        Example(
            "warmup_step:20/20\nstep:0/6200 val_loss:10.8258 train_time:0ms step_avg:nanms\n"
            "step:10/6200 train_loss:7.1010 train_time:31000ms step_avg:nanms\nstep:11/6200 train_loss:7.0020 train_time:210ms step_avg:nanms\n"
            "step:12/6200 train_loss:6.9811 train_time:420ms step_avg:nanms\nstep:13/6200 train_loss:6.9120 train_time:630ms step_avg:210.00ms\n"
            "step:14/6200 train_loss:6.8821 train_time:842ms step_avg:210.50ms\n",
            {"done": 14, "total": 6200, "unit": "step", "observations": 6, "elapsed": 31.842},
        ),
        Example(
            "step:1500/3375 val_loss:3.51200 train_time:720.495s step_avg:480.33ms\n",
            {"done": 1500, "total": 3375, "step_time": 0.48033, "observations": 1},
        ),
        Example(
            "max_wallclock_seconds:600.000\nstep:200/20000 train_loss:4.1200 train_time:8680ms step_avg:43.40ms\n"
            "step:400/20000 train_loss:3.8200 train_time:17360ms step_avg:43.40ms\n"
            "step:400/20000 val_loss:3.8001 val_bpb:1.6121 train_time:17370ms step_avg:43.43ms\n",
            {"done": 400, "total": 20000, "observations": 2, "elapsed": 8.68},
        ),
    ),
)
