"""OpenAI Spinning Up's progress.txt."""

from dataclasses import replace

from estimators.reading import columns
from estimators.reading.format import Example, Format

_GROUPS = {b"Epoch": "epoch", b"Time": "elapsed_s"}


def _derive(fmt: Format, text: bytes) -> Format:
    """Fit the rows to the header; on-policy algorithms count epochs from 0, off-policy ones from 1."""
    found = columns.fitted(fmt, text, b"\t", _GROUPS, frozenset({"epoch", "elapsed_s"}))
    return replace(found, epoch_first=0 if columns.first_value(found, text, "epoch") == 0 else 1)


FORMAT = Format(
    name="Spinning Up progress.txt",
    source="https://github.com/openai/spinningup/blob/master/spinup/utils/logx.py",
    notes=(
        "Tab separated; one row an epoch, written when it is over; `Time` is the seconds since the start. The names of the "
        "columns vary with the algorithm, and the number of epochs is not in the file."
    ),
    needles=(b"EpRet\t", b"TotalEnvInteracts"),
    records=(rb"(?m)^Epoch\t[^\n]{0,2000}?\tTime(?P<elapsed_s>)",),
    certainty=0.95,
    derive=_derive,
    examples=(
        Example(
            "Epoch\tAverageEpRet\tEpLen\tTotalEnvInteracts\tTime\n0\t-210.0\t86.7\t4000\t3.0\n1\t-162.4\t86.0\t8000\t6.0\n2\t-154.8\t98.6\t12000\t9.5\n",
            {"done": 3, "missing": {"total"}, "unit": "epoch", "observations": 3, "elapsed": 6.5},
        ),
    ),
)
