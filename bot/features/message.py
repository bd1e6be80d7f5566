"""Messages: everything by direct message, in servers what names Mata or replies to it; else silence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.ask import answer, waiting
from bot.exchange import Question
from bot.feature import Feature
from bot.following import link, reply_to, withdraw
from bot.intake import Refused
from bot.messages import (
    asker,
    card_state,
    is_direct,
    is_reply_to,
    mentions,
    readable_files,
    text_of,
)
from bot.surface import Reply

if TYPE_CHECKING:
    from bot.app import Mata

KINDS = (discord.MessageType.default, discord.MessageType.reply)


@dataclass(frozen=True, slots=True)
class Addressed:
    """How a message turned to Mata."""

    by_name: bool
    by_reply: bool


def addressed(app: Mata, message: discord.Message) -> Addressed | None:
    """Return how the message turned to Mata, ``None`` where it did not."""
    me = app.user
    if me is None or message.author.bot or message.webhook_id is not None or message.type not in KINDS:
        return None
    named, replied = is_direct(message) or mentions(message, me.id), is_reply_to(message, me.id)
    return Addressed(named, replied) if named or replied else None


async def on_message(app: Mata, message: discord.Message) -> None:
    """Answer a message that turned to Mata, once however often the gateway repeats it."""
    how = addressed(app, message)
    if how is None or not app.guard.first(message.id) or await reply_to(app, message.id) is not None:
        return
    person = asker(message)
    refused = waiting(app, person) or await left_out(app, message)
    surface = Reply(app.delivery, message)
    if refused is not None:
        if app.guard.tell_once(person.person):
            with suppress(discord.Forbidden, discord.NotFound):
                await app.exchange.refuse(person, refused, surface)
        return
    try:
        with suppress(discord.Forbidden, discord.NotFound):  # not allowed to speak here, or the place is gone
            await respond(app, message, surface, how)
    except Exception as error:  # whoever turned to Mata is told
        await app.failed_on(person, surface, error)


async def left_out(app: Mata, message: discord.Message) -> Refused | None:
    """Return why the writer gets no answer here, where the server's managers left them out."""
    may = await app.preferences.may_use(message.guild.id if message.guild else None, message.author)
    return None if may else Refused("guild-not-you")


async def respond(app: Mata, message: discord.Message, surface: Reply, how: Addressed) -> None:
    """Answer the message on the surface; what became of it meanwhile is followed at once."""
    befell = app.meanwhile.setdefault(message.id, [])
    try:
        await _respond(app, message, surface, how)
    finally:
        app.meanwhile.pop(message.id, None)
    if not befell or surface.shown_id is None:
        return
    latest = befell[-1]
    if latest is None:
        await withdraw(app, message.id)
    elif text_of(latest) != text_of(message):
        await respond(app, latest, Reply(app.delivery, latest, surface.shown_id), how)


async def _respond(app: Mata, message: discord.Message, surface: Reply, how: Addressed) -> None:
    text, files = text_of(message), readable_files(message)
    if how.by_name and not how.by_reply and not text and not files and isinstance(shown := _replied(message), discord.Message):
        text, files = text_of(shown), readable_files(shown)  # "@Mata" in reply to somebody's log
        if not text and not files:  # only with the Message Content intent does Discord show it
            await app.exchange.refuse(asker(message), Refused("intake-hidden"), surface)
            return
    card = card_state(_replied(message)) if how.by_reply else None
    known = await app.exchange.run_of_card(card, message.author.id)
    question = Question("", run=known, quiet=not how.by_name)
    await answer(app, asker(message), surface, text, files, question)
    if surface.shown_id is not None:
        await link(app, message, surface.shown_id, text)


def _replied(message: discord.Message) -> object:
    return message.reference.resolved if message.reference else None


feature = Feature(listeners={"message": on_message})
