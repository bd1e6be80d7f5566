"""Forms of short fields; the answer to one is found by its custom id, also after a restart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.app import asker_of
from bot.button_state import State, unpacked
from bot.buttons import not_yours
from bot.exchange import Asker
from bot.intake import Refused
from bot.memory import Remembered
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata

SECONDS = 900.0  # as long as Discord keeps a form's interaction alive


@dataclass(frozen=True, slots=True)
class Field:
    """One line to fill in, with what stands in it already."""

    name: str
    label: str
    hint: str
    value: str = ""
    most: int = 40


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that its owner sent, and the run that it is about."""

    state: State
    asker: Asker
    run: Remembered


def form(custom_id: str, title: str, fields: Iterable[Field]) -> ui.Modal:
    """Return the form."""
    modal = ui.Modal(title=title, custom_id=custom_id, timeout=SECONDS)
    for field in fields:
        line: ui.TextInput[Any] = ui.TextInput(
            custom_id=field.name, max_length=field.most, placeholder=field.hint, default=field.value[: field.most]
        )
        modal.add_item(ui.Label(text=field.label, component=line))
    return modal


async def filled(interaction: discord.Interaction[Mata], custom_id: str) -> Filled | None:
    """Return who filled in which run's form; ``None`` where it is not theirs, or the run is forgotten: then it is said."""
    app, state = interaction.client, unpacked(custom_id)
    if state is None:
        return None
    if interaction.user.id != state.owner:
        await not_yours(interaction, state)
        return None
    asker, run = asker_of(interaction), await app.exchange.run_of(state)
    if run is None:
        await app.exchange.refuse(asker, Refused("error-forgotten"), Response(app.delivery, interaction, private=True))
        return None
    return Filled(state, asker, run)
