"""LightGBM."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="LightGBM",
    source="https://github.com/microsoft/LightGBM/blob/master/python-package/lightgbm/callback.py",
    notes=(
        "`[k]` counts boosting rounds done, without a time; the command line prints `seconds elapsed, finished iteration k`. "
        "Early stopping can end it sooner."
    ),
    needles=(b"]\t", b"finished iteration"),
    records=(
        rb"(?:(?<=\n)|(?<=[ \t\]]))\[(?P<step>\d++)\]\t(?:training|valid_\d++|cv_agg|[\w-]{1,40})'s [\w@. -]{1,40}: -?[\d.]++",
        rb"\b(?P<elapsed_s>[\d.]++) seconds elapsed, finished iteration (?P<step>\d++)",
    ),
    settings=(rb"\bnum_boost_round=(?P<total>\d++)", rb"\bn_estimators=(?P<total>\d++)", rb"\bnum_(?:iterations|trees) ?= ?(?P<total>\d++)"),
    unit=Unit.TREE,
    certainty=0.93,
    examples=(
        Example(
            "[LightGBM] [Info] 0.500000 seconds elapsed, finished iteration 1\n[LightGBM] [Info] 1.000000 seconds elapsed, finished iteration 2\n"
            "[LightGBM] [Info] 1.500000 seconds elapsed, finished iteration 3\n",
            {"done": 3, "missing": {"total"}, "unit": "tree", "observations": 3, "elapsed": 1.0},
        ),
        Example(
            "num_boost_round=1000\nTraining until validation scores don't improve for 50 rounds\n[100]\ttraining's l2: 0.5\tvalid_1's l2: 0.6\n[200]\ttraining's l2: 0.4\tvalid_1's l2: 0.5\n",
            {"done": 200, "total": 1000, "missing": {"pace"}, "unit": "tree"},
        ),
    ),
)  # fmt: skip
