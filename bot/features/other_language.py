"""The other-language button: the same answer in the next language, in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.again import again
from bot.app import asker_of
from bot.button_state import State, template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.intake import Refused
from bot.language import languages
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata


def other(language: str) -> str:
    """Return the language after this one."""
    known = languages()
    return known[(known.index(language) + 1) % len(known)] if language in known else known[0]


class OtherLanguage(OwnedButton, template=template("other")):
    """Says the answer again; its label is in the language that it leads to."""

    action = "other"

    def __init__(self, state: State) -> None:
        super().__init__(state, label_language=other(state.language))

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Answer from the run's numbers; the instant of the question stays."""
        app, asker = interaction.client, asker_of(interaction)
        run = await app.exchange.run_of(self.state)
        if run is None:
            refused = Refused("error-forgotten")
            await app.exchange.refuse(asker, refused, Response(app.delivery, interaction, private=True))
            return
        shown_at = interaction.message.created_at if interaction.message else app.now()
        asked_at = run.asked_at if run.place.channel_id else shown_at
        found = again(run.run, other(self.state.language), asked_at)
        await app.exchange.show(asker, found, Response(app.delivery, interaction, replaces=True), self.state.key)


def button(shown: Shown) -> OtherLanguage | None:
    """Offer it on every card about a run."""
    return OtherLanguage(shown.state()) if shown.answer.run is not None else None


feature = Feature(items=(OtherLanguage,), button=button, order=80)
