"""XGBoost."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="XGBoost",
    source="https://github.com/dmlc/xgboost/blob/master/python-package/xgboost/callback.py",
    notes="`[k]` counts boosting rounds from 0. No time is printed; the command line puts a clock in front. Early stopping can end it sooner.",
    needles=(b"]\t", b"-rmse:", b"loss:"),
    records=(rb"(?:(?<=\n)|(?<=[ \t\]]))\[(?P<step>\d++)\]\t[\w ]{1,40}-[\w@.+-]{1,40}:-?[\d.]++",),
    settings=(rb"\bnum_boost_round=(?P<total>\d++)", rb"\bn_estimators=(?P<total>\d++)", rb"\bnum_round ?= ?(?P<total>\d++)"),
    unit=Unit.TREE,
    step_first=0,
    certainty=0.93,
    examples=(
        Example(
            "xgb.train(params, dtrain, num_boost_round=500)\n[10:00:00] [0]\ttrain-rmse:0.60000\teval-rmse:0.70000\n[10:00:01] [1]\ttrain-rmse:0.50000\teval-rmse:0.60000\n"
            "[10:00:02] [2]\ttrain-rmse:0.40000\teval-rmse:0.50000\n",
            {"done": 3, "total": 500, "unit": "tree", "observations": 3, "elapsed": 2.0},
        ),
    ),
)
