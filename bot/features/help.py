"""``/help``: what can be sent, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.feature import Feature
from bot.telling import tell

if TYPE_CHECKING:
    from bot.app import Mata


@app_commands.command(name="help")
async def help_command(interaction: discord.Interaction[Mata]) -> None:
    """See the message ``help``."""
    await tell(interaction, "help")


feature = Feature(commands=(help_command,))
