"""Answer -> one JSON object, its numbers exact."""

from __future__ import annotations

import json
import math
from decimal import Decimal
from typing import Any

from bot.answer import Answer
from bot.language import Language, catalogue
from bot.numbers import exact
from bot.reply import Reply
from estimators import Estimate, Message, Tip


def as_json(answer: Answer, reply: Reply) -> str:
    """Return the answer as the object that ``mata ask --json`` prints; what is not known is ``null``."""
    reading, found, run = answer.reading, answer.estimate, answer.run
    pace, language = found or answer.per_thousand, catalogue()[answer.language]
    return encode(
        {
            "status": answer.status,
            "missing": sorted(reading.missing),
            "problem": reading.problem.id if reading.problem else None,
            "message": reply.problem or reply.question or None,
            "format": reading.format,
            "language": answer.language,
            "unit": str(run.unit) if run else None,
            "done": run.done if run else None,
            "total": run.total if run else None,
            "step_seconds": pace.step_time if pace else None,
            **_times(found),
            "observations": len(run.observations) if run else 0,
            "findings": _findings(found, language),
            "tips": _tips(found, language),
        }
    )


def _times(found: Estimate | None) -> dict[str, Any]:
    return {
        "remaining_seconds": found.remaining if found else None,
        "expected_seconds": found.expected if found else None,
        "optimistic_seconds": found.optimistic if found else None,
        "pessimistic_seconds": found.pessimistic if found else None,
    }


def _findings(found: Estimate | None, language: Language) -> list[dict[str, Any]]:
    messages: tuple[Message, ...] = found.findings if found else ()
    return [{"id": one.id, "text": language.say(one.id, **one.args), "args": one.args} for one in messages]


def _tips(found: Estimate | None, language: Language) -> list[dict[str, Any]]:
    tips: tuple[Tip, ...] = found.tips if found else ()
    return [
        {
            "id": tip.id,
            "text": language.say(f"tip-{tip.id}", **tip.args),
            "saving_seconds": tip.saving,
            "typical_saving_seconds": tip.typical_saving,
            "evidence": tip.evidence,
            "source": tip.source,
            "args": tip.args,
        }
        for tip in tips
    ]


def encode(value: Any) -> str:
    """Write JSON with decimals digit by digit; numbers that JSON cannot say become ``null``.

    >>> from decimal import Decimal
    >>> encode({"remaining_seconds": Decimal("23571.14900"), "done": Decimal("1E+2"), "band": (1.5, float("inf"))})
    '{"remaining_seconds": 23571.149, "done": 100, "band": [1.5, null]}'
    """
    match value:
        case None | bool() | str() | int():
            return json.dumps(str(value) if isinstance(value, str) else value, ensure_ascii=False)
        case Decimal():
            return exact(value) if value.is_finite() else "null"
        case dict():
            return "{" + ", ".join(f"{encode(str(key))}: {encode(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(encode, value)) + "]"
    number = float(value)
    return repr(number) if math.isfinite(number) else "null"
