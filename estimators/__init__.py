"""When will it finish? The pure core: text and numbers in, values out.

>>> from estimators import read, estimate
>>> reading = read("/eta iter=100 ms=3995.11 total=6000")
>>> estimate(reading.run).remaining
Decimal('23571.14900')
"""

from estimators.estimating import estimate
from estimators.live import Live
from estimators.outcome import Ambiguous, Impossible, NotALog, Problem, Reading, TooLarge
from estimators.reading import looks_like_log, read
from estimators.result import Estimate, Message, Scenario, Tip, Trend
from estimators.run import Clock, Note, Observations, Pause, PauseKind, Run, Session, Settings, Unit, WhatIf

__all__ = [
    "Ambiguous",
    "Clock",
    "Estimate",
    "Impossible",
    "Live",
    "Message",
    "NotALog",
    "Note",
    "Observations",
    "Pause",
    "PauseKind",
    "Problem",
    "Reading",
    "Run",
    "Scenario",
    "Session",
    "Settings",
    "Tip",
    "TooLarge",
    "Trend",
    "Unit",
    "WhatIf",
    "estimate",
    "looks_like_log",
    "read",
]
