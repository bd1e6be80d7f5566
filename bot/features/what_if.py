"""The What-if button: a case to compare with, its row put into the card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord

from bot.again import compared
from bot.button_state import template
from bot.buttons import OwnedButton
from bot.exchange import Shown
from bot.feature import Feature
from bot.forms import Field, filled, form
from bot.language import say
from bot.replacing import replace_card

if TYPE_CHECKING:
    from bot.app import Mata

ACTION, FORM, MOST = "whatif", "case", 100


class WhatIf(OwnedButton, template=template(ACTION)):
    """Opens the form for the case."""

    action = ACTION

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Ask for the case."""
        language = self.state.language
        field = Field("case", say(language, "form-case-label"), say(language, "form-case-example"), most=MOST)
        opened = form(self.state.custom_id(FORM), say(language, "form-case-title"), [field])
        await interaction.client.delivery.open(interaction, opened)


async def submitted(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Answer again with the case beside."""
    given = await filled(interaction, custom_id)
    if given is not None:
        found = compared(given.run.run, given.state.language, given.run.asked_at, str(values.get("case") or ""))
        await replace_card(interaction, given, found)


def button(shown: Shown) -> WhatIf | None:
    """Offer it below an estimate."""
    return WhatIf(shown.state()) if shown.answer.status == "estimate" else None


feature = Feature(items=(WhatIf,), modals={FORM: submitted}, button=button, order=30)
