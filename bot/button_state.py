"""What a button knows, in the hundred characters of its custom id: it works after any restart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.numbers import rounded
from estimators import Run, Unit

MOST = 100
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_UNITS = {unit: _DIGITS[n] for n, unit in enumerate(Unit)}
_OF_UNIT = {letter: unit for unit, letter in _UNITS.items()}
_NUMBER = r"[0-9.]{0,18}"
#: ``m1.<action>.<owner>.<language>.<run id>.<unit>.<done>.<total>.<pace>``; the parts cannot hold a colon.
FIELDS = (
    r"(?P<owner>[0-9a-z]{1,14}):(?P<language>[a-zA-Z-]{2,5}):(?P<key>[\w-]{0,12}):"
    rf"(?P<unit>[0-9a-z]?):(?P<done>{_NUMBER}):(?P<total>{_NUMBER}):(?P<pace>{_NUMBER})"
)


@dataclass(frozen=True, slots=True)
class State:
    """Whose card it is, its language, the run's id, and the run's numbers in case the run is forgotten."""

    owner: int
    language: str
    key: str = ""
    run: Run | None = None

    def custom_id(self, action: str) -> str:
        """Pack it for a button or a modal; at most 100 characters."""
        run = self.run
        numbers = (
            (_UNITS[run.unit], _packed(run.done), _packed(run.total), _packed(run.pace)) if run else ("", "", "", "")
        )
        return ":".join(("m1", action, _base36(self.owner), self.language[:5], self.key, *numbers))


def template(action: str) -> re.Pattern[str]:
    """Return the pattern of an action's custom ids."""
    return re.compile(rf"m1:{action}:{FIELDS}")


def action_of(custom_id: str) -> str:
    """Return the action of a custom id of ours, or the empty string."""
    parts = custom_id.split(":")
    return parts[1] if len(parts) == 9 and parts[0] == "m1" else ""


def unpacked(custom_id: str) -> State | None:
    """Return what a custom id says, ``None`` where it is not one of ours."""
    match = re.fullmatch(rf"m1:[a-z]{{1,8}}:{FIELDS}", custom_id)
    return of_match(match) if match else None


def of_match(match: re.Match[str]) -> State:
    """Return the state of a custom id that fits the template."""
    owner = int(match["owner"], 36)
    return State(owner, match["language"], match["key"], _run(match))


def _run(match: re.Match[str]) -> Run | None:
    unit, done = _OF_UNIT.get(match["unit"]), _number(match["done"])
    if unit is None or done is None:
        return None
    total = _number(match["total"])
    source = "given" if total is not None else None
    return Run("question", unit, done, total, _number(match["pace"]), total_source=source)


def _packed(number: Decimal | None) -> str:
    """At most 18 characters: what does not fit loses its last decimals."""
    if number is None:
        return ""
    return next((text for digits in (18, 16, 14, 10, 6) if len(text := rounded(number, digits)) <= 18), "")


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
