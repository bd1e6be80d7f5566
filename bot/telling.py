"""Commands that tell something: one text, in the asker's language, for the asker alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.app import asker_of
from bot.language import say
from bot.reply.card import note
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata


async def tell(interaction: discord.Interaction[Mata], message_id: str, **args: Any) -> None:
    """Answer with a message, seen by the asker alone."""
    app = interaction.client
    language = await app.exchange.language_of(asker_of(interaction))
    surface = Response(app.delivery, interaction, private=True)
    await surface.show(note(say(language, message_id, **args)))
