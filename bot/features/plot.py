"""The Plot button: the picture is put into the card that is there already, with its description."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

import discord

from bot.again import again
from bot.app import asker_of
from bot.button_state import template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.intake import Refused
from bot.reply.chart import FEWEST, alternative, chart
from bot.surface import Response
from bot.worker import NotDone

if TYPE_CHECKING:
    from bot.app import Mata

NAME = "mata.png"


class Plot(OwnedButton, template=template("plot")):
    """Draws the run behind the card."""

    action = "plot"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Draw from the run's numbers; the text stays as it is."""
        app, asker = interaction.client, asker_of(interaction)
        surface = Response(app.delivery, interaction, replaces=True)
        await surface.thinking()
        run = await app.exchange.run_of(self.state)
        found = again(run.run, self.state.language, run.asked_at) if run is not None else None
        picture = chart(found, UTC) if found is not None else None
        if found is None or picture is None:
            await app.exchange.refuse(asker, Refused("error-forgotten"), surface)
            return
        try:
            png = await app.charts.png(picture)
        except NotDone:  # the card is worth more than the picture
            await app.exchange.show(asker, found, surface, self.state.key)
            return
        file = discord.File(BytesIO(png), NAME, description=alternative(found))
        await app.exchange.show(asker, found, surface, self.state.key, file)


def button(shown: Shown) -> Plot | None:
    """Offer it where there are records to draw."""
    run = shown.answer.run
    drawable = shown.answer.status == "estimate" and run is not None and len(run.observations) >= FEWEST
    return Plot(shown.state()) if drawable else None


feature = Feature(items=(Plot,), button=button, order=20)
