"""CatBoost on the console."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

_TIME = rb"(?:\d++(?:\.\d++)?+[a-z]{1,2} ?)++"

FORMAT = Format(
    name="CatBoost",
    source="https://github.com/catboost/catboost/blob/master/catboost/libs/logging/profile_info.cpp",
    notes=(
        "The iteration counts from 0. `total` is the time since the start, `remaining` the tool's estimate for the whole "
        "fit. Early stopping can end it sooner. The number of iterations (1000 by default) is not printed."
    ),
    needles=(b"remaining:",),
    records=(
        rb"(?m)^(?:[^\n]{0,60}[ \t])??(?P<step>\d++):\t[^\n]{0,300}?\btotal: (?P<elapsed_clock>" + _TIME
        + rb")\t++remaining: (?P<eta_clock>" + _TIME + rb")",
    ),
    settings=(rb"\biterations[\"']?[:=] ?(?P<total>\d++)",),
    unit=Unit.TREE,
    step_first=0,
    certainty=0.95,
    examples=(
        Example(
            "Learning rate set to 0.05\n0:\tlearn: 0.6900000\ttotal: 100ms\tremaining: 1m 39s\n"
            "99:\tlearn: 0.5000000\ttest: 0.5100000\tbest: 0.5100000 (99)\ttotal: 10s\tremaining: 1m 30s\n"
            "199:\tlearn: 0.4000000\ttest: 0.4100000\tbest: 0.4100000 (199)\ttotal: 20s\tremaining: 1m 20s\n",
            {"done": 200, "total": 1000, "unit": "tree", "observations": 3, "elapsed": 19.9},
        ),
        Example(
            "model = CatBoostRegressor(iterations=500, verbose=100)\n100:\tlearn: 0.5000000\ttotal: 1m 41s\tremaining: 6m 39s\n",
            {"done": 101, "total": 500, "step_time": 1.0},
        ),
    ),
)  # fmt: skip
