"""Buttons that outlive a restart and obey their owner alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar, Self

import discord
from discord import ui

from bot.button_state import State, of_match, template
from bot.language import say
from bot.reply.card import note
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata


class OwnedButton(ui.DynamicItem[ui.Button[Any]], template=template("none")):
    """A button of a card. A subclass names its ``action``, the same word in its template, and does ``pressed``."""

    action: ClassVar[str] = "none"
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, state: State, label_language: str | None = None) -> None:
        label = say(label_language or state.language, f"button-{self.action}")
        super().__init__(ui.Button(label=label, style=self.style, custom_id=state.custom_id(self.action)))
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the button from what its custom id says."""
        return cls(of_match(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button is for, if it is its owner who presses it."""
        app: Mata = interaction.client
        if app.stopping:
            return
        try:
            if interaction.user.id == self.state.owner:
                await self.pressed(interaction)
            else:
                await not_yours(interaction, self.state)
        except Exception as error:  # the one place where a button's failure ends
            await app.failed(error, interaction)

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Do what the button is for."""
        raise NotImplementedError


async def not_yours(interaction: discord.Interaction[Mata], state: State) -> None:
    """Tell somebody else, and only them, whose card it is."""
    sentence = note(say(state.language, "error-not-yours"))
    await Response(interaction.client.delivery, interaction, private=True).show(sentence)
