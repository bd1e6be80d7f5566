"""The number that was missing: a button on the card, a form, and the answer in place of the question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.again import completed, missing
from bot.button_state import State, template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.forms import Field, filled, form
from bot.language import say
from bot.replacing import replace_card

if TYPE_CHECKING:
    from bot.app import Mata

ACTION, FORM = "number", "given"


class GiveNumber(OwnedButton, template=template(ACTION)):
    """Opens the form for what is missing."""

    action = ACTION
    style = discord.ButtonStyle.primary

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Ask for each missing number."""
        run = await interaction.client.exchange.run_of(self.state)
        lacks = missing(run.run) if run else frozenset({"total"})
        await interaction.client.delivery.open(interaction, asking(self.state, lacks))


def asking(state: State, lacks: frozenset[str]) -> ui.Modal:
    """Return the form: one field for each missing number."""
    language = state.language
    fields = [
        Field(name, say(language, f"form-number-{name}"), say(language, f"form-number-{name}-example"))
        for name in sorted(lacks)
    ]
    return form(state.custom_id(FORM), say(language, "form-number-title"), fields)


async def submitted(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Put the answer in place of the question."""
    given = await filled(interaction, custom_id)
    if given is not None:
        typed = {name: str(values.get(name) or "") for name in ("total", "pace")}
        found = completed(given.run.run, given.state.language, interaction.client.now(), **typed)
        await replace_card(interaction, given, found)


def button(shown: Shown) -> GiveNumber | None:
    """Offer the form where a number is missing."""
    return GiveNumber(shown.state()) if shown.answer.status == "needs" else None


feature = Feature(items=(GiveNumber,), modals={FORM: submitted}, button=button, order=10)
