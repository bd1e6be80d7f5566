"""The button under a card that took two messages together: "This is another run"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.again import again
from bot.apart import known_apart, own_key, put_apart
from bot.app import asker_of
from bot.button_state import template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.intake import Refused
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata


class Another(OwnedButton, template=template("another")):
    """Answers the later message by itself; the earlier run is kept as it was before."""

    action = "another"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Put the answer about the message alone in place of the card."""
        app, asker, key = interaction.client, asker_of(interaction), own_key(self.state)
        apart = await known_apart(app, self.state)
        if apart is None:
            await self._shown_before(interaction)
            return
        found = again(apart.alone, self.state.language, apart.joined_at)
        await app.exchange.show(asker, found, Response(app.delivery, interaction, replaces=True), key)
        await put_apart(app, asker, self.state.key, apart)

    async def _shown_before(self, interaction: discord.Interaction[Mata]) -> None:
        """Answer from what the button carries: pressed twice, or the earlier run has gone on since."""
        app, asker, key = interaction.client, asker_of(interaction), own_key(self.state)
        run = await app.exchange.run_of(replace(self.state, key=key))
        if run is None:
            surface = Response(app.delivery, interaction, private=True)
            await app.exchange.refuse(asker, Refused("error-forgotten"), surface)
            return
        found = again(run.run, self.state.language, run.asked_at)
        await app.exchange.show(asker, found, Response(app.delivery, interaction, replaces=True), key)


def button(shown: Shown) -> Another | None:
    """Offer it where the message was taken together with an earlier one."""
    return Another(shown.other_state()) if shown.alone is not None else None


feature = Feature(items=(Another,), button=button, order=15)
