"""A question that comes by an interaction: admit it, gather what was given, answer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

import discord

from bot.app import asker_of
from bot.delivery import Undeliverable
from bot.exchange import INLINE, Asker, Question
from bot.intake import File, Refused
from bot.language import say
from bot.reply.card import note
from bot.surface import Response, Surface
from bot.tokens import tokens_in

if TYPE_CHECKING:
    from bot.app import Mata


def waiting(app: Mata, asker: Asker) -> Refused | None:
    """Return why the person has to wait, if they have."""
    seconds = app.guard.wait(asker.person, asker.channel, asker.guild)
    return Refused("error-wait", {"seconds": ceil(seconds)}) if seconds > 0 else None


async def ask(
    interaction: discord.Interaction[Mata],
    text: str,
    files: Sequence[File],
    question: Question,
    *,
    private: bool = False,
) -> None:
    """Answer an interaction; it is put off only where a file has to be read first."""
    app, asker = interaction.client, asker_of(interaction)
    refused = waiting(app, asker)
    surface = Response(app.delivery, interaction, private=private or refused is not None)
    if refused is not None:
        await app.exchange.refuse(asker, refused, surface)
    else:
        await answer(app, asker, surface, text, files, question)


async def answer(
    app: Mata, asker: Asker, surface: Surface, text: str, files: Sequence[File], question: Question
) -> None:
    """Gather text and files, then answer on the surface."""
    if files or len(text) > INLINE:
        await surface.thinking()
    gathered = await app.intake.gather(text, files)
    if isinstance(gathered, Refused):
        await app.exchange.refuse(asker, gathered, surface)
    else:
        await app.exchange.hold(asker, replace(question, text=gathered), surface)
        await warn(app, asker, surface, gathered)


async def warn(app: Mata, asker: Asker, surface: Surface, text: str | bytes) -> None:
    """Tell a person, and nobody else, that an access token stands in what they sent."""
    found = tokens_in(text)
    if not found:
        return
    language = await app.exchange.language_of(asker)
    with suppress(discord.HTTPException, Undeliverable, OSError):  # the answer is out; their door may be closed
        await surface.whisper(note(say(language, "token-seen", names=", ".join(found))))
