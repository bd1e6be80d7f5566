"""Which answer belongs to which message, so that the answer follows its source."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.exchange import KEEPING_SECONDS
from bot.memory import KnownReply

if TYPE_CHECKING:
    from bot.app import Mata


@dataclass(frozen=True, slots=True)
class Followed:
    """An answer, the channel it stands in, and a digest of the text it answers: Discord edits messages unasked."""

    reply_id: int
    channel_id: int
    digest: bytes | None = None


def digest(text: str) -> bytes:
    """Return what tells two texts apart without keeping them."""
    return hashlib.blake2b(text.encode(), digest_size=8).digest()


async def link(app: Mata, source: discord.Message, reply_id: int, text: str) -> None:
    """Keep that ``reply_id`` answers ``source``."""
    app.followed.put(source.id, Followed(reply_id, source.channel.id, digest(text)))
    memory = app.memory
    if memory is None:
        return
    key = app.shown_runs.get(reply_id)
    known = KnownReply(source.id, reply_id, source.channel.id, source.author.id, key)
    await app.exchange.kept(lambda: memory.replies.link(known, app.now()), KEEPING_SECONDS)


async def reply_to(app: Mata, source_id: int) -> Followed | None:
    """Return the answer to a message, of this process or an earlier one."""
    followed = app.followed.get(source_id)
    memory = app.memory
    if followed is not None or memory is None:
        return followed
    known = await app.exchange.kept(lambda: memory.replies.to(source_id))
    return Followed(known.reply_id, known.channel_id) if known else None


async def forget(app: Mata, source_id: int) -> None:
    """Forget an answer: it, or its source, is gone."""
    app.followed.pop(source_id)
    memory = app.memory
    if memory is not None:
        await app.exchange.kept(lambda: memory.replies.unlink(source_id))


async def withdraw(app: Mata, source_id: int) -> None:
    """Delete the answer to a message that is gone."""
    followed = await reply_to(app, source_id)
    if followed is None:
        return
    channel = app.get_partial_messageable(followed.channel_id)
    await app.delivery.delete(channel.get_partial_message(followed.reply_id))
    await forget(app, source_id)
