"""LLaMA-Factory's trainer_log.jsonl."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="LLaMA-Factory",
    source="https://github.com/hiyouga/LLaMA-Factory/blob/main/src/llamafactory/train/callbacks.py",
    notes=(
        "`current_steps` of `total_steps` optimizer updates, `elapsed_time` since this session's start, in whole seconds "
        "with everything in it; `remaining_time` is the tool's own estimate of the run. A resumed run is appended: "
        "the clock restarts, the counter goes on."
    ),
    needles=(b'"current_steps"',),
    records=(
        rb'"current_steps": ?(?P<step>\d++), ?"total_steps": ?(?P<total>\d++),[^\n]{0,600}?"elapsed_time": ?"(?P<elapsed_clock>[^"\n]{1,40})"'
        rb'(?:, ?"remaining_time": ?"(?P<eta_clock>[^"\n]{1,40})")?',
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            '{"current_steps": 10, "total_steps": 8660, "loss": 2.4977, "lr": 5.7e-07, "epoch": 0.0046, "percentage": 0.12, "elapsed_time": "0:00:24", "remaining_time": "5:58:33", "throughput": "0.00", "total_tokens": 0}\n'
            '{"current_steps": 20, "total_steps": 8660, "loss": 2.7655, "lr": 1.1e-06, "epoch": 0.0092, "percentage": 0.23, "elapsed_time": "0:00:47", "remaining_time": "5:41:14", "throughput": "0.00", "total_tokens": 0}\n'
            '{"current_steps": 20, "total_steps": 8660, "eval_loss": 2.7101, "epoch": 0.0092, "percentage": 0.23, "elapsed_time": "0:00:52", "remaining_time": "6:15:22"}\n'
            '{"current_steps": 30, "total_steps": 8660, "loss": 2.6655, "lr": 1.7e-06, "epoch": 0.0139, "percentage": 0.35, "elapsed_time": "0:01:15", "remaining_time": "6:00:02", "throughput": "0.00", "total_tokens": 0}\n',
            {"done": 30, "total": 8660, "unit": "step", "observations": 3, "elapsed": 51.0},
        ),
        Example(
            '{"current_steps": 4000, "total_steps": 8660, "loss": 1.2, "learning_rate": 5.7e-07, "epoch": 1.8, "percentage": 46.19, "elapsed_time": "1 day, 2:46:40", "remaining_time": "1 day, 7:11:51"}\n',
            {"done": 4000, "total": 8660, "step_time": 24.1, "observations": 1},
        ),
    ),
)
