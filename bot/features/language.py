"""``/language``: the language that Mata speaks to a person, wherever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.app import asker_of
from bot.feature import Feature
from bot.keeping import Asking, Told, asked, show_told
from bot.language import DEFAULT, choose, languages, say
from bot.memory import PersonSettings, Verbosity
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata

AUTOMATIC = "auto"
LANGUAGES = [
    app_commands.Choice(name=say(DEFAULT, f"command-language-to-choice-{code}"), value=code)
    for code in (*languages(), AUTOMATIC)
]
ANSWERS = [
    app_commands.Choice(name=say(DEFAULT, f"command-language-answers-choice-{word}"), value=word)
    for word in ("full", "short")
]


@app_commands.command(name="language")
@app_commands.choices(to=LANGUAGES, answers=ANSWERS)
async def language(interaction: discord.Interaction[Mata], to: str, answers: str | None = None) -> None:
    """See the messages ``command-language-*``."""
    app, asker = interaction.client, asker_of(interaction)
    before = await app.preferences.person(asker.person)
    code = None if to == AUTOMATIC else to
    verbosity: Verbosity | None = "short" if answers == "short" else "full" if answers == "full" else before.verbosity
    app.preferences.choose(asker.person, PersonSettings(code, verbosity))
    spoken = choose(code, asker.locale)

    async def keep(asking: Asking) -> Told:
        await asking.memory.people.choose(asker.person, app.now(), language=code, verbosity=verbosity)
        return Told(asking.say("language-chosen" if code else "language-automatic"))

    surface = Response(app.delivery, interaction, private=True)
    await show_told(surface, asked(app, asker, spoken, keep, otherwise="language-not-kept"))


feature = Feature(commands=(language,))
