"""RLlib: results printed as YAML, result.json, progress.csv, Tune's table of trials."""

from estimators.reading import columns
from estimators.reading.format import Example, Format

_GROUPS = {b"training_iteration": "step", b"iter": "step", b"time_total_s": "elapsed_s", b"total time (s)": "elapsed_s"}
_NEEDED = frozenset({"step", "elapsed_s"})


def _derive(fmt: Format, text: bytes) -> Format:
    """Fit the rows to a header where one names the columns."""
    for separator in (b",", b"|"):
        found = columns.fitted(fmt, text, separator, _GROUPS, _NEEDED)
        if found is not fmt:
            return found
    return fmt


FORMAT = Format(
    name="RLlib",
    source="https://github.com/ray-project/ray/blob/master/python/ray/tune/trainable/trainable.py",
    notes=(
        "`training_iteration` counts the iterations done, `time_total_s` the seconds of training in them. The stop criterion "
        "stands in the configuration (`training_iteration: 200` under `stop`)."
    ),
    needles=(b"training_iteration", b"total time (s)"),
    headers=(rb"\btime_total_s: (?P<elapsed_s>[\d.]++)",),
    records=(
        rb"(?m)^ {0,4}training_iteration: (?P<step>\d++)(?=\n)",
        rb"\"training_iteration\": (?P<step>\d++),[^\n]{0,400}?\"time_total_s\": (?P<elapsed_s>[\d.]++)",
    ),
    certainty=0.93,
    derive=_derive,
    examples=(
        Example(
            "Result for PPO_CartPole-v0_0:\n  time_this_iter_s: 5.0\n  time_total_s: 5.0\n  timestamp: 1600000000\n  training_iteration: 1\n  trial_id: abc\n"
            "Result for PPO_CartPole-v0_0:\n  time_this_iter_s: 5.0\n  time_total_s: 10.0\n  timestamp: 1600000005\n  training_iteration: 2\n  trial_id: abc\n",
            {"done": 2, "missing": {"total"}, "observations": 2, "elapsed": 5.0},
        ),
        Example(
            "| Trial name        | status   | loc            |   iter |   total time (s) |     ts |   reward |\n"
            "|-------------------+----------+----------------+--------+------------------+--------+----------|\n"
            "| PPO_CartPole_abc  | RUNNING  | 127.0.0.1:1234 |     10 |             50.0 |  40000 |    150.2 |\n",
            {"done": 10, "missing": {"total"}, "step_time": 5.0},
        ),
    ),
)  # fmt: skip
