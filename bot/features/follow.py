"""The answer follows its source: edited, it is answered anew in place; deleted, it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.ask import waiting
from bot.feature import Feature
from bot.features.message import Addressed, addressed, respond
from bot.following import digest, forget, reply_to, withdraw
from bot.messages import asker, text_of
from bot.surface import Reply

if TYPE_CHECKING:
    from bot.app import Mata


async def on_raw_message_edit(app: Mata, event: discord.RawMessageUpdateEvent) -> None:
    """Answer an edited message anew, in place."""
    message = event.message
    if message.edited_at is None or message.author.bot:
        return
    if event.message_id in app.meanwhile:
        app.meanwhile[event.message_id].append(message)
        return
    followed = await reply_to(app, event.message_id)
    how = addressed(app, message) or Addressed(by_name=False, by_reply=False)  # in a watched channel
    if followed is None or followed.digest == digest(text_of(message)):
        return
    if waiting(app, asker(message)) is not None:
        return
    try:
        await respond(app, message, Reply(app.delivery, message, followed.reply_id), how)
    except (discord.NotFound, discord.Forbidden):
        await forget(app, event.message_id)  # somebody deleted the answer: it stays away


async def on_raw_message_delete(app: Mata, event: discord.RawMessageDeleteEvent) -> None:
    """Delete the answer to a deleted message."""
    await _gone(app, event.message_id)


async def on_raw_bulk_message_delete(app: Mata, event: discord.RawBulkMessageDeleteEvent) -> None:
    """Delete the answers to messages that a moderator deleted together."""
    for message_id in event.message_ids:
        await _gone(app, message_id)


async def _gone(app: Mata, source_id: int) -> None:
    if source_id in app.meanwhile:
        app.meanwhile[source_id].append(None)
    else:
        await withdraw(app, source_id)


feature = Feature(
    listeners={
        "raw_message_edit": on_raw_message_edit,
        "raw_message_delete": on_raw_message_delete,
        "raw_bulk_message_delete": on_raw_bulk_message_delete,
    }
)
