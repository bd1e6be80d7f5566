"""``/about``: what Mata is and what its numbers mean."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.app import asker_of
from bot.feature import Feature
from bot.features.done import coverage_sentence
from bot.keeping import SECONDS, Asking, Told, asked
from bot.language import say
from bot.reply.card import note
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata


def release() -> str:
    """Return the installed version."""
    try:
        return version("mata-bot")
    except PackageNotFoundError:
        return "0"


@app_commands.command(name="about")
async def about(interaction: discord.Interaction[Mata]) -> None:
    """See the messages ``about`` and ``coverage-*``."""

    async def measured(asking: Asking) -> Told:
        return Told(await coverage_sentence(asking))

    app, asker = interaction.client, asker_of(interaction)
    language = await app.exchange.language_of(asker)
    coverage = await asked(app, asker, language, measured, seconds=SECONDS, otherwise="coverage-none")
    text = "\n\n".join((say(language, "about", version=release()), coverage.text))
    await Response(app.delivery, interaction, private=True).show(note(text))


feature = Feature(commands=(about,))
