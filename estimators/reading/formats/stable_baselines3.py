"""Stable-Baselines3 on the console: boxed tables."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

_NUMBER = rb"[\d.]++(?:e\+?\d++)?"

FORMAT = Format(
    name="Stable-Baselines3",
    source="https://github.com/DLR-RM/stable-baselines3/blob/master/stable_baselines3/common/logger.py",
    notes=(
        "One box per rollout; `time_elapsed` (seconds since learn() began) stands directly above `total_timesteps` "
        "(environment steps done). Boxes of an evaluation have no time_elapsed. The planned number is not printed."
    ),
    needles=(b"total_timesteps",),
    records=(
        rb"\btime_elapsed {1,40}\| {0,4}(?P<elapsed_s>" + _NUMBER + rb") {0,40}\|\n[^\n]{0,60}?\btotal[_ ]timesteps {1,40}\| {0,4}(?P<step>" + _NUMBER + rb") {0,40}\|",
    ),
    settings=(rb"\btotal_timesteps[\"']?(?: ?[=:] ?| )(?P<total>\d[\d_]*+(?:e\d)?)",),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "-----------------------------------------\n| rollout/                |             |\n|    ep_rew_mean          | 12.5        |\n"
            "| time/                   |             |\n|    fps                  | 512         |\n|    iterations           | 2           |\n"
            "|    time_elapsed         | 8           |\n|    total_timesteps      | 4096        |\n-----------------------------------------\n"
            "| time/                   |             |\n|    fps                  | 512         |\n|    iterations           | 4           |\n"
            "|    time_elapsed         | 16          |\n|    total_timesteps      | 8192        |\n-----------------------------------------\n",
            {"done": 8192, "missing": {"total"}, "unit": "step", "observations": 2, "elapsed": 8.0},
        ),
    ),
)  # fmt: skip
