"""What the store gives and takes: values without SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from estimators import Run

ReminderKind = Literal["expected", "pessimistic", "chosen"]
Verbosity = Literal["short", "full"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was asked: a channel of a server, or a direct or private one (no ``guild_id``)."""

    channel_id: int
    guild_id: int | None = None


@dataclass(frozen=True, slots=True)
class Finish:
    """The estimated end as instants (aware UTC), ``None`` past the calendar's end."""

    optimistic: datetime | None
    expected: datetime | None
    pessimistic: datetime | None


@dataclass(frozen=True, slots=True, eq=False)
class Remembered:
    """A kept run with whose it is and what was last estimated for it."""

    id: str
    owner_id: int
    place: Place
    run: Run
    name: str | None
    asked_at: datetime
    finish: Finish
    finished_at: datetime | None
    updated_at: datetime


@dataclass(frozen=True, slots=True, eq=False)
class Apart:
    """Two messages that were taken together: the run as it was before, and the later message by itself."""

    before: Run
    asked_at: datetime
    finish: Finish
    alone: Run
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class PersonSettings:
    """What a person chose; ``None`` where they did not."""

    language: str | None = None
    verbosity: Verbosity | None = None


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What a server's managers chose; no ``role_id`` means everyone may use Mata."""

    language: str | None = None
    verbosity: Verbosity | None = None
    role_id: int | None = None
    watched: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownReply:
    """An answer of Mata and the message it answers."""

    source_id: int
    reply_id: int
    channel_id: int
    owner_id: int
    run_id: str | None


@dataclass(frozen=True, slots=True)
class Reminding:
    """One reminder, asked for or due."""

    id: str
    owner_id: int
    place: Place
    run_id: str | None
    kind: ReminderKind
    language: str
    due_at: datetime
    nonce: str
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often real runs ended inside the band: ``hits`` of ``told``."""

    hits: int
    told: int

    @property
    def share(self) -> float | None:
        """Hits over all, 0..1; ``None`` before the first outcome."""
        return self.hits / self.told if self.told else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one shard of ``shards`` stood in Discord's stream of events."""

    shard: int
    shards: int
    session: str
    sequence: int
    gateway: str
