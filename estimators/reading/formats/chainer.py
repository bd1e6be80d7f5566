"""Chainer's LogReport file."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

_KEY = rb"(?=[^{}]{0,4000}?\"%s\": (?P<%s>[\d.]++))"

FORMAT = Format(
    name="Chainer LogReport",
    source="https://github.com/chainer/chainer/blob/master/chainer/training/extensions/log_report.py",
    notes=(
        "A JSON list with one key a line, in any order; `iteration` counts over the run from 1, `elapsed_time` is seconds since "
        "the start, from 0 again after a resume. The total is not in the file."
    ),
    needles=(b'"elapsed_time"',),
    records=(rb"\{" + _KEY % (b"iteration", b"step") + _KEY % (b"elapsed_time", b"elapsed_s") + _KEY % (b"epoch", b"epoch") + rb"[^{}]{0,4000}\}",),
    unit=Unit.ITERATION,
    epoch_first=0,
    certainty=0.95,
    examples=(
        Example(
            '[\n    {\n        "main/loss": 2.3,\n        "elapsed_time": 10.0,\n        "epoch": 0,\n        "iteration": 100\n    },\n'
            '    {\n        "main/loss": 2.1,\n        "elapsed_time": 20.0,\n        "epoch": 0,\n        "iteration": 200\n    },\n'
            '    {\n        "main/loss": 1.9,\n        "elapsed_time": 31.0,\n        "epoch": 0,\n        "iteration": 300\n    }\n]\n',
            {"done": 300, "missing": {"total"}, "unit": "iteration", "observations": 3, "elapsed": 21.0},
        ),
    ),
)  # fmt: skip
