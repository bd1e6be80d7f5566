"""Watched channels: silence is the default, an answer only where a log is certain, a reaction where a total lacks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import discord

from bot.ask import waiting
from bot.exchange import INLINE, Question
from bot.feature import Feature
from bot.features.message import KINDS, addressed
from bot.following import link, reply_to
from bot.intake import File, Refused
from bot.messages import asker, readable_files, text_of
from bot.surface import Reply
from bot.worker import NotDone
from estimators import Reading, looks_like_log, read

if TYPE_CHECKING:
    from bot.app import Mata

CERTAIN = 0.75  # a bare progress bar may be a download
SHORTEST = 20  # characters: no line of a log is shorter
UNFINISHED = "\N{HOURGLASS WITH FLOWING SAND}"


async def on_message(app: Mata, message: discord.Message) -> None:
    """Answer a log that somebody pasted into a watched channel."""
    guild = message.guild
    if guild is None or not app.options.message_content or app.preferences.unwatched(message.channel.id):
        return
    text, files = text_of(message), readable_files(message)
    if not _worth(message, text, files) or addressed(app, message) is not None:
        return
    if not await app.preferences.watches(message.channel.id) or not app.guard.first(message.id):
        return
    if not await app.preferences.may_use(guild.id, message.author):
        return
    with suppress(discord.Forbidden, discord.NotFound, NotDone):
        await _consider(app, message, text)


def _worth(message: discord.Message, text: str, files: Sequence[File]) -> bool:
    """Tell whether a person wrote what may be a log: most messages end here."""
    if message.author.bot or message.webhook_id is not None or message.type not in KINDS:
        return False
    return bool(files) or (len(text) >= SHORTEST and looks_like_log(text, CERTAIN))


async def begin(app: Mata) -> None:
    """Ask which channels are watched before the first message comes."""
    app.preferences.unwatched(0)


async def _consider(app: Mata, message: discord.Message, text: str) -> None:
    gathered = await app.intake.gather(text, readable_files(message))
    if isinstance(gathered, Refused) or await reply_to(app, message.id) is not None:
        return
    reading: Reading = read(gathered) if len(gathered) <= INLINE else await app.worker.run(read, gathered)
    if reading.run is None or reading.format in (None, "question") or reading.certainty < CERTAIN:
        return
    if reading.missing:
        await app.delivery.persist(lambda: message.add_reaction(UNFINISHED))
        return
    if waiting(app, asker(message)) is not None:
        return
    surface = Reply(app.delivery, message)
    await app.exchange.hold(asker(message), Question(gathered, fresh=True, quiet=True), surface)
    if surface.shown_id is not None:
        await link(app, message, surface.shown_id, text)


feature = Feature(listeners={"message": on_message}, start=begin)
