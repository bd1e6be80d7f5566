"""The answer to one question, and the function that makes it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value with no field that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Message(Value):
    """A sentence in no language yet: message id and arguments (numbers and words of ours, never the user's)."""

    id: str
    args: dict[str, Any] = Field(default_factory=dict)


class Tip(Value):
    """Advice with its evidence. Savings are seconds of this run's remaining time, at best and typically."""

    id: str  # the message id is tip-<id>
    args: dict[str, Any] = Field(default_factory=dict)
    saving: float = 0.0
    typical_saving: float = 0.0
    evidence: bool = True  # False: a general check, shown last and labelled so
    source: str = ""  # name and link of the tool's own documentation


class Scenario(Value):
    """What if: one row of the table. Decimal where the arithmetic is exact."""

    id: str  # the message id is scenario-<id>
    args: dict[str, Any] = Field(default_factory=dict)
    step_time: Decimal
    remaining: Decimal


class Trend(Value):
    """Is the step time falling, steady or rising, with the test that says so."""

    direction: Literal["falling", "steady", "rising"]
    per_1000: float  # relative change of step time per 1,000 units
    p_value: float  # Mann-Kendall on the quiet paces
    moving_average: float  # seconds per unit over the latest window
    window: int  # records in that window


class Estimate(Value):
    """How long the run has still to go. All times in seconds.

    ``remaining`` is exact at the observed pace: ``(total - done) x step_time`` in decimals.
    ``expected`` is what will probably happen; ``optimistic`` and ``pessimistic`` are the 10 % and 90 %
    quantile of the same forecast.
    """

    remaining: Decimal
    expected: float
    optimistic: float
    pessimistic: float
    step_time: Decimal
    done: Decimal
    total: Decimal
    unit: str
    observations: int
    basis: Literal["prior", "calibrated", "floor"] = "prior"  # what the band rests on
    elapsed: float = 0.0  # seconds that the observations cover
    assumptions: tuple[Message, ...] = ()
    findings: tuple[Message, ...] = ()
    tips: tuple[Tip, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    trend: Trend | None = None
