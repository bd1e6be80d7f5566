"""DeepMimic, AWR, MimicKit: the log file of whitespace-separated columns."""

from estimators.reading import columns
from estimators.reading.format import Example, Format
from estimators.run import Unit

_GROUPS = {b"Iteration": "step", b"iter": "step", b"Wall_Time": "elapsed_h", b"wall_time": "elapsed_h"}


def _derive(fmt: Format, text: bytes) -> Format:
    return columns.fitted(fmt, text, b" ", _GROUPS, frozenset({"step", "elapsed_h"}))


FORMAT = Format(
    name="DeepMimic / AWR",
    source="https://github.com/xbpeng/awr/blob/master/learning/rl_agent.py",
    notes=(
        "`Wall_Time` is HOURS since the start. A row is written before the update of its iteration: `Iteration` k means k done. "
        "The planned number is not in the file."
    ),
    needles=(b"Wall_Time", b"wall_time"),
    records=(rb"(?m)^[ \t]*+Iteration[ \t]++Wall_Time(?P<elapsed_h>)",),
    unit=Unit.ITERATION,
    certainty=0.94,
    derive=_derive,
    examples=(
        Example(
            "Iteration                Wall_Time                Samples                  Train_Return\n"
            "0                        0.001                    2048                     10.5\n10                       0.011                    22528                    12.5\n"
            "20                       0.021                    43008                    14.5\n",
            {"done": 20, "missing": {"total"}, "unit": "iteration", "observations": 3, "elapsed": 72.0},
        ),
    ),
)
