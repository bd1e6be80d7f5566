"""The schema: what is kept, every column with the sentence that deploy/PRIVACY.md prints about it.

``info["person"]`` of a table names the column that says whose row it is; ``None`` means the row belongs to no
person. Export and deletion walk this, so a new table is covered by declaring it.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.memory.columns import Exact, Instant

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Whole numbers are 64 bit: Discord's ids need it."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger, datetime: Instant, Decimal: Exact, float: Double}


def kept(sentence: str, *args: Any, **options: Any) -> Mapped[Any]:
    """Declare a column together with the sentence that explains it to the person it is about."""
    return mapped_column(*args, info={"sentence": sentence}, **options)


class Person(Base):
    """What a person set for themselves."""

    __tablename__ = "people"
    __table_args__ = ({"info": {"person": "user_id"}},)

    user_id: Mapped[int] = kept("your Discord id", primary_key=True, autoincrement=False)
    language: Mapped[str | None] = kept("the language you chose", String(8))
    verbosity: Mapped[str | None] = kept("short or full answers, if you chose", String(8))
    updated_at: Mapped[datetime] = kept("when you last changed a setting")


class Guild(Base):
    """What a server's managers set."""

    __tablename__ = "guilds"
    __table_args__ = ({"info": {"person": None}},)

    guild_id: Mapped[int] = kept("the server's id", primary_key=True, autoincrement=False)
    language: Mapped[str | None] = kept("the server's default language", String(8))
    verbosity: Mapped[str | None] = kept("short or full answers in this server", String(8))
    role_id: Mapped[int | None] = kept("the role that may use Mata here; empty: everyone")
    updated_at: Mapped[datetime] = kept("when the settings were last changed")


class WatchedChannel(Base):
    """A channel in which the server's managers asked Mata to look for logs."""

    __tablename__ = "watched_channels"
    __table_args__ = ({"info": {"person": None}},)

    channel_id: Mapped[int] = kept("the watched channel's id", primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = kept("the server's id", index=True)
    since: Mapped[datetime] = kept("since when the channel is watched")


class KeptRun(Base):
    """One training run of one person: its numbers, never its text."""

    __tablename__ = "runs"
    __table_args__ = (
        Index(None, "owner_id", "channel_id", "updated_at"),
        {"info": {"person": "owner_id"}},
    )

    id: Mapped[str] = kept("a random id of the run", String(16), primary_key=True)
    owner_id: Mapped[int] = kept("your Discord id")
    guild_id: Mapped[int | None] = kept("the server where you asked; empty in a direct message")
    channel_id: Mapped[int] = kept("the channel where you asked")
    format: Mapped[str] = kept("the name of the log format", String(40))
    unit: Mapped[str] = kept("what the log counts", String(16))
    name: Mapped[str | None] = kept("a name, only if you gave the run one", String(60))
    done: Mapped[Decimal] = kept("units done")
    total: Mapped[Decimal | None] = kept("units in all")
    pace: Mapped[Decimal | None] = kept("seconds a unit, where you gave one number")
    details: Mapped[dict[str, Any]] = kept("settings the log stated (numbers), and where each number came from", JSON)
    observations: Mapped[bytes] = kept("counters and times of at most 2,000 log records, as numbers", LargeBinary)
    asked_at: Mapped[datetime] = kept("when the last estimate was made")
    optimistic_at: Mapped[datetime | None] = kept("the estimated finish, early end of the band")
    expected_at: Mapped[datetime | None] = kept("the estimated finish")
    pessimistic_at: Mapped[datetime | None] = kept("the estimated finish, late end of the band")
    finished_at: Mapped[datetime | None] = kept("when you said the run was done")
    judged_at: Mapped[datetime | None] = kept("when its estimate was counted as right or wrong: once a run")
    created_at: Mapped[datetime] = kept("when the run was first seen")
    updated_at: Mapped[datetime] = kept("when the run last changed")
    expires_at: Mapped[datetime] = kept("when this row is deleted: 30 days after the last change", index=True)


class Join(Base):
    """What two of your messages that were taken together were apart, in case you say that they are two runs."""

    __tablename__ = "joins"
    __table_args__ = ({"info": {"person": "owner_id"}},)

    run_id: Mapped[str] = kept(
        "the run they were taken together for; with it this row goes",
        String(16),
        ForeignKey("runs.id", ondelete="CASCADE"),
        primary_key=True,
    )
    owner_id: Mapped[int] = kept("your Discord id", index=True)
    before: Mapped[dict[str, Any]] = kept("the run as it was before the later message: numbers", JSON)
    before_observations: Mapped[bytes] = kept("its counters and times, as numbers", LargeBinary)
    asked_at: Mapped[datetime] = kept("when its estimate was made")
    optimistic_at: Mapped[datetime | None] = kept("its estimated finish, early end of the band")
    expected_at: Mapped[datetime | None] = kept("its estimated finish")
    pessimistic_at: Mapped[datetime | None] = kept("its estimated finish, late end of the band")
    alone: Mapped[dict[str, Any]] = kept("the later message by itself: numbers", JSON)
    alone_observations: Mapped[bytes] = kept("its counters and times, as numbers", LargeBinary)
    joined_at: Mapped[datetime] = kept("when the later message came")


class Reply(Base):
    """Which message of Mata's answers which message, so that an edit or a deletion is followed."""

    __tablename__ = "replies"
    __table_args__ = (Index(None, "owner_id", "created_at"), {"info": {"person": "owner_id"}})

    source_id: Mapped[int] = kept("the id of your message or command", primary_key=True, autoincrement=False)
    reply_id: Mapped[int] = kept("the id of Mata's answer", index=True)
    channel_id: Mapped[int] = kept("the channel of both")
    owner_id: Mapped[int] = kept("your Discord id")
    run_id: Mapped[str | None] = kept(
        "the run it is about", String(16), ForeignKey("runs.id", ondelete="SET NULL"), index=True
    )
    created_at: Mapped[datetime] = kept("when Mata answered")
    expires_at: Mapped[datetime] = kept("when this row is deleted: 7 days after the answer", index=True)


class Reminder(Base):
    """A message to be sent once, at an instant."""

    __tablename__ = "reminders"
    __table_args__ = (
        Index("ix_reminders_waiting", "closed_at", "due_at"),
        {"info": {"person": "owner_id"}},
    )

    id: Mapped[str] = kept("a random id of the reminder", String(16), primary_key=True)
    owner_id: Mapped[int] = kept("your Discord id", index=True)
    guild_id: Mapped[int | None] = kept("the server to remind you in; empty in a direct message")
    channel_id: Mapped[int] = kept("the channel to remind you in")
    run_id: Mapped[str | None] = kept(
        "the run it is about", String(16), ForeignKey("runs.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = kept("expected, pessimistic, or a time you chose", String(12))
    language: Mapped[str] = kept("the language to remind you in", String(8))
    due_at: Mapped[datetime] = kept("when it is due")
    nonce: Mapped[str] = kept("a random number by which Discord drops a doubled message", String(25))
    attempts: Mapped[int] = kept("how often sending was tried", Integer, default=0)
    claimed_by: Mapped[str | None] = kept("the process that is sending it", String(64))
    claimed_until: Mapped[datetime | None] = kept("until when that process has it to itself")
    sent_at: Mapped[datetime | None] = kept("when it was sent")
    closed_at: Mapped[datetime | None] = kept("when it was settled; settled reminders go after 7 days")
    created_at: Mapped[datetime] = kept("when you asked for it")


class Outcome(Base):
    """How an estimate came out. No person, server or run is named."""

    __tablename__ = "outcomes"
    __table_args__ = ({"info": {"person": None}},)

    id: Mapped[int] = kept(
        "a running number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    month: Mapped[str] = kept("the month, no finer", String(7))
    hit: Mapped[bool] = kept("whether the run ended inside the band", Boolean)
    side: Mapped[int] = kept("-1 before the band, 0 inside, 1 after", SmallInteger)
    expected_seconds: Mapped[float] = kept("what was expected")
    optimistic_seconds: Mapped[float] = kept("the early end of the band")
    pessimistic_seconds: Mapped[float] = kept("the late end of the band")
    actual_seconds: Mapped[float | None] = kept("what it really took; empty where only 'not yet' is known")


class GatewaySession(Base):
    """Where a connection to Discord stood, so that a process that comes back can ask for what it missed."""

    __tablename__ = "gateway_sessions"
    __table_args__ = ({"info": {"person": None}},)

    shard_id: Mapped[int] = kept("the number of the connection", Integer, primary_key=True, autoincrement=False)
    shard_count: Mapped[int] = kept("of how many", Integer, primary_key=True, autoincrement=False)
    session_id: Mapped[str] = kept("Discord's name for it", String(64))
    sequence: Mapped[int] = kept("the number of the last event before which everything was answered")
    gateway: Mapped[str] = kept("the address at which Discord lets it be taken up again", String(200))
    updated_at: Mapped[datetime] = kept("when it stood there; not used after an hour")


def kept_run(run_id: str | None) -> Any:
    """Return an SQL value: ``run_id`` if that run is kept, else null. It may have expired or never have been kept."""
    return select(KeptRun.id).where(KeptRun.id == run_id).scalar_subquery() if run_id else None
