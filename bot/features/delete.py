"""The delete button: whoever asked takes the answer away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.button_state import template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature

if TYPE_CHECKING:
    from bot.app import Mata


class Delete(OwnedButton, template=template("delete")):
    """Deletes the message that it stands on."""

    action = "delete"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Acknowledge, then delete: as the interaction's own answer, which needs no permission."""
        delivery = interaction.client.delivery
        await delivery.first(interaction.response.defer)
        await delivery.gone(interaction.delete_original_response)


def button(shown: Shown) -> Delete:
    """Offer it on every card."""
    return Delete(shown.state())


feature = Feature(items=(Delete,), button=button, order=90)
