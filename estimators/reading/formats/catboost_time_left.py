"""CatBoost's catboost_info/time_left.tsv."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="CatBoost time_left.tsv",
    source="https://github.com/catboost/catboost/blob/master/catboost/libs/loggers/catboost_logger_helpers.cpp",
    notes="`iter` counts from 0; `Passed` since the start and `Remaining` of the whole fit are milliseconds.",
    needles=(b"Passed\tRemaining",),
    records=(rb"(?m)^(?P<step>\d++)\t(?P<elapsed_ms>\d++)\t(?P<eta_ms>\d++)(?!\S)",),
    unit=Unit.TREE,
    step_first=0,
    certainty=0.95,
    examples=(
        Example(
            "iter\tPassed\tRemaining\n0\t200\t99800\n1\t400\t99600\n2\t600\t99400\n3\t800\t99200\n",
            {"done": 4, "total": 500, "unit": "tree", "observations": 4, "elapsed": 0.6},
        ),
    ),
)
