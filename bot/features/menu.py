"""The message's own menu, "When will it finish?": somebody's log, answered without any intent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.ask import ask
from bot.exchange import Question
from bot.feature import Feature
from bot.language import DEFAULT, say
from bot.messages import readable_files, text_of

if TYPE_CHECKING:
    from bot.app import Mata


async def when(interaction: discord.Interaction[Mata], message: discord.Message) -> None:
    """See the message ``menu-eta``."""
    await ask(interaction, text_of(message), readable_files(message), Question("", fresh=True))


when_menu = app_commands.ContextMenu(name=say(DEFAULT, "menu-eta"), callback=when, extras={"message": "menu-eta"})
feature = Feature(commands=(when_menu,))
