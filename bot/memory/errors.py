"""What can go wrong with memory. Nothing here may stop an answer.

``MemoryProblem``
 |- ``CannotKeep``      the store cannot be used now; ``reason`` says why, and trying later is right
 |- ``Refusal``         the store must not be used so; ``id`` names the sentence (``memory-<id>``)
"""

from __future__ import annotations

from typing import Literal

Reason = Literal["locked", "read-only", "full", "gone", "slow", "other"]

_SIGNS: dict[Reason, str] = {
    "locked": "database is locked|database table is locked|lock_not_available|LockNotAvailable",
    "read-only": "readonly|read-only|Read-only|ReadOnly|Permission denied|InsufficientPrivilege",
    "full": "is full|No space left|DiskFull|Quota exceeded",
    "gone": "unable to open|no such table|UndefinedTable|InvalidCatalogName|refused|closed|Connect|disk I/O error"
    "|malformed|not a database|Shutdown|terminat|FileNotFound",
}


class MemoryProblem(Exception):  # noqa: N818 - the words of the house
    """Something about what is kept did not work."""


class CannotKeep(MemoryProblem):
    """The store cannot be used now; say so and go on (message ``memory-cannot-keep``)."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Refusal(MemoryProblem):
    """The store must not be used in this way; ``id`` is the sentence's message id."""

    def __init__(self, id: str, **args: str) -> None:  # noqa: A002 - Fluent's own word
        super().__init__(f"{id} {args}" if args else id)
        self.id = id
        self.args_for_sentence = args


def reason_of(error: BaseException) -> Reason:
    """Name what a database driver's error means, from its text and type; never returns the text itself."""
    if isinstance(error, TimeoutError):
        return "slow"
    seen = f"{type(error).__name__} {error} {type(getattr(error, 'orig', None)).__name__}"
    return next((reason for reason, signs in _SIGNS.items() if any(s in seen for s in signs.split("|"))), "other")
