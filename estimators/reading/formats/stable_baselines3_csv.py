"""Stable-Baselines3's progress.csv."""

from estimators.reading import columns
from estimators.reading.format import Example, Format
from estimators.run import Unit

_GROUPS = {b"time/total_timesteps": "step", b"time/time_elapsed": "elapsed_s"}


def _derive(fmt: Format, text: bytes) -> Format:
    return columns.fitted(fmt, text, b",", _GROUPS, frozenset({"step", "elapsed_s"}))


FORMAT = Format(
    name="Stable-Baselines3 progress.csv",
    source="https://github.com/DLR-RM/stable-baselines3/blob/master/stable_baselines3/common/logger.py",
    notes=(
        "The order of the columns differs from run to run. `time/total_timesteps` counts environment steps and goes over the "
        "requested number up to a whole rollout; `time/time_elapsed` is whole seconds since learn() began and stays empty in "
        "rows of an evaluation."
    ),
    needles=(b"time/total_timesteps",),
    records=(rb"(?m)^(?:[a-z_/]++,)++(?P<step>)time/total_timesteps",),
    settings=(rb"\btotal_timesteps[\"']?(?: ?[=:] ?| )(?P<total>\d[\d_]*+(?:e\d)?)",),
    unit=Unit.STEP,
    certainty=0.95,
    derive=_derive,
    examples=(
        Example(
            "rollout/ep_len_mean,time/time_elapsed,time/total_timesteps,rollout/ep_rew_mean,time/fps\n600.0,0,2048,-1183.1,3079\n"
            "600.0,2,4096,-1286.2,2036\n,,4100,-1200.0,\n600.0,4,6144,-1273.5,1787\n",
            {"done": 6144, "missing": {"total"}, "unit": "step", "elapsed": 4.0},
        ),
    ),
)  # fmt: skip
