"""Counts, durations and rates as people and tools write them, in exact decimals."""

from estimators.units.parsing import Rate, clock_seconds, parse_count, parse_duration, parse_rate
from estimators.units.script import DIGITS, fold, plain_digits

__all__ = ["DIGITS", "Rate", "clock_seconds", "fold", "parse_count", "parse_duration", "parse_rate", "plain_digits"]
