"""``/formats``: which logs are read, as the folder of formats says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.feature import Feature
from bot.telling import tell
from estimators.reading.formats import all_formats

if TYPE_CHECKING:
    from bot.app import Mata


@app_commands.command(name="formats")
async def formats(interaction: discord.Interaction[Mata]) -> None:
    """See the message ``formats``."""
    known = sorted({found.name for found in all_formats()})
    await tell(interaction, "formats", count=len(known), names=" · ".join(known))


feature = Feature(commands=(formats,))
