"""Optuna's own log lines."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="Optuna",
    source="https://github.com/optuna/optuna/blob/master/optuna/study/_optimize.py",
    notes=(
        "`Trial k finished`, `pruned` or `failed`: trials count from 0, parallel ones end out of order. Their lengths vary "
        "strongly. The number of trials stands only in the call (`n_trials=100`)."
    ),
    needles=(b"Trial ",),
    records=(rb"\bTrial (?P<step>\d++) (?:finished with values?: |pruned\.|failed )",),
    settings=(rb"\bn_trials ?= ?(?P<total>\d++)",),
    unit=Unit.TRIAL,
    step_first=0,
    certainty=0.95,
    examples=(
        Example(
            "study.optimize(objective, n_trials=50)\n[I 2024-01-01 12:00:00,000] A new study created in memory with name: no-name\n"
            "[I 2024-01-01 12:01:00,000] Trial 0 finished with value: 0.5 and parameters: {'x': 1.0}. Best is trial 0 with value: 0.5.\n"
            "[I 2024-01-01 12:02:00,000] Trial 1 pruned. \n[I 2024-01-01 12:04:00,000] Trial 2 finished with value: 0.4 and parameters: {'x': 2.0}. Best is trial 2 with value: 0.4.\n",
            {"done": 3, "total": 50, "unit": "trial", "observations": 3, "elapsed": 180.0},
        ),
    ),
)
