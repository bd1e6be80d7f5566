"""A form's answer takes the place of the card it was opened from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.answer import Answer
from bot.reply import parts
from bot.reply.card import card
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata
    from bot.forms import Filled


async def replace_card(interaction: discord.Interaction[Mata], given: Filled, found: Answer) -> None:
    """Show the answer in place of the card; what cannot be is told to its writer alone, and the card stays."""
    app = interaction.client
    if found.status == "none":
        await Response(app.delivery, interaction, private=True).show(card(parts(found, "discord")))
    else:
        surface = Response(app.delivery, interaction, replaces=True)
        await app.exchange.show(given.asker, found, surface, given.state.key)
