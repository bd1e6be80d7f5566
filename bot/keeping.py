"""Commands and buttons that ask memory: answered privately, with a sentence where it cannot be used now."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.app import asker_of
from bot.exchange import Asker
from bot.language import say
from bot.memory import CannotKeep, Memory
from bot.preferences import PATIENT
from bot.reply.card import note
from bot.surface import Response, Surface

if TYPE_CHECKING:
    from bot.app import Mata

SECONDS = 1.5  # of the three that Discord gives for the first word
FORM_SECONDS = 900.0
FIELD = "value"
CANNOT = "memory-cannot-keep"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said, and the buttons below it."""

    text: str
    buttons: Sequence[ui.Item[Any]] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks memory for what, in which language."""

    app: Mata
    memory: Memory
    asker: Asker
    language: str

    def say(self, message_id: str, **args: Any) -> str:
        """Return a message in the person's language."""
        return say(self.language, message_id, **args)


Work: TypeAlias = Callable[[Asking], Awaitable[Told]]


async def tell(interaction: discord.Interaction[Mata], work: Work, *, replaces: bool = False) -> None:
    """Answer with what ``work`` says, seen by the person alone; ``replaces`` puts it in place of what was clicked."""
    app = interaction.client
    asker = asker_of(interaction)
    language = await app.exchange.language_of(asker)
    surface = Response(app.delivery, interaction, private=True, replaces=replaces)
    await show_told(surface, asked(app, asker, language, work))


async def show_told(surface: Surface, asking: Coroutine[Any, Any, Told]) -> None:
    """Show what is told; memory that is slow gets the time it needs, and the person an acknowledgement."""
    telling = asyncio.ensure_future(asking)
    if not (await asyncio.wait({telling}, timeout=SECONDS))[0]:
        await surface.thinking()
    told = await telling
    await surface.show(note(told.text, told.buttons))


async def asked(
    app: Mata, asker: Asker, language: str, work: Work, *, seconds: float = PATIENT, otherwise: str = CANNOT
) -> Told:
    """Return what ``work`` says, or that nothing can be kept now."""
    if app.memory is not None:
        try:
            async with asyncio.timeout(seconds):
                return await work(Asking(app, app.memory, asker, language))
        except (CannotKeep, TimeoutError):
            pass
    return Told(say(language, otherwise))


def form(custom_id: str, *, title: str, label: str, hint: str, value: str | None = None) -> ui.Modal:
    """Return a form with one field; its answer comes to the feature's ``modals`` under ``FIELD``."""
    modal = ui.Modal(title=title, custom_id=custom_id, timeout=FORM_SECONDS)
    field: ui.TextInput[Any] = ui.TextInput(custom_id=FIELD, default=value, max_length=100, required=False)
    modal.add_item(ui.Label(text=label, description=hint, component=field))
    return modal
