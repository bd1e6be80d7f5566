"""The Wrong? button: a form filled with what was understood; its correction becomes the answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord

from bot.again import corrected, understood
from bot.app import asker_of
from bot.button_state import template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.forms import Field, filled, form
from bot.intake import Refused
from bot.language import say
from bot.replacing import replace_card
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata

ACTION, FORM = "wrong", "right"


class Wrong(OwnedButton, template=template(ACTION)):
    """Opens the form with the numbers that the answer rests on."""

    action = ACTION

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Show what was understood."""
        app, language, run = interaction.client, self.state.language, self.state.run
        if run is None:
            surface = Response(app.delivery, interaction, private=True)
            await app.exchange.refuse(asker_of(interaction), Refused("error-forgotten"), surface)
            return
        fields = [
            Field(name, say(language, f"form-right-{name}"), say(language, f"form-right-{name}-example"), value)
            for name, value in understood(run).items()
        ]
        await app.delivery.open(interaction, form(self.state.custom_id(FORM), say(language, "form-right-title"), fields))


async def submitted(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Answer with the corrected numbers."""
    given = await filled(interaction, custom_id)
    if given is not None:
        typed = {name: str(values.get(name) or "") for name in ("done", "total", "pace")}
        shown = given.state.run or given.run.run
        found = corrected(given.run.run, shown, given.state.language, interaction.client.now(), typed)
        await replace_card(interaction, given, found)


def button(shown: Shown) -> Wrong | None:
    """Offer it below an estimate."""
    return Wrong(shown.state()) if shown.answer.status == "estimate" else None


feature = Feature(items=(Wrong,), modals={FORM: submitted}, button=button, order=60)
