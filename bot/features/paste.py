"""``/paste`` and the Paste-more button: a form for a long log, as text or as files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui

from bot.app import asker_of
from bot.ask import ask
from bot.button_state import State, template, unpacked
from bot.buttons import OwnedButton, not_yours
from bot.exchange import Question, Shown
from bot.feature import Feature
from bot.language import say

if TYPE_CHECKING:
    from bot.app import Mata

ACTION, MORE = "more", "added"
FORM, FORM_SECONDS = "paste", 900.0
MOST_TEXT, MOST_FILES = 4000, 3


@dataclass(slots=True)
class Upload:
    """A file that came with a form."""

    filename: str
    size: int
    url: str
    content_type: str | None


@app_commands.command(name="paste")
async def paste(interaction: discord.Interaction[Mata]) -> None:
    """See the messages ``command-paste-*`` and ``form-paste-*``."""
    app, asker = interaction.client, asker_of(interaction)
    language = await app.exchange.language_of(asker)
    await app.delivery.open(interaction, form(State(asker.person, language)))


class PasteMore(OwnedButton, template=template(ACTION)):
    """Opens the form for later lines of the run that the card is about."""

    action = ACTION

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Ask for the lines."""
        await interaction.client.delivery.open(interaction, form(self.state, MORE))


def form(state: State, action: str = FORM) -> ui.Modal:
    """Return the form: text, files, and the total, each of them optional."""
    language = state.language
    fields: dict[str, ui.Item[Any]] = {
        "text": ui.TextInput(
            custom_id="text", style=discord.TextStyle.paragraph, max_length=MOST_TEXT, required=False
        ),
        "files": ui.FileUpload(custom_id="files", required=False, min_values=0, max_values=MOST_FILES),
        "total": ui.TextInput(custom_id="total", max_length=40, required=False),
    }
    modal = ui.Modal(title=say(language, "form-paste-title"), custom_id=state.custom_id(action), timeout=FORM_SECONDS)
    for name, field in fields.items():
        hint = say(language, f"form-paste-{name}-hint")
        modal.add_item(ui.Label(text=say(language, f"form-paste-{name}"), description=hint, component=field))
    return modal


async def submitted(interaction: discord.Interaction[Mata], _: str, values: Mapping[str, Any]) -> None:
    """Answer what the form holds."""
    await _answer(interaction, values, Question(""))


async def added(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Answer what the form holds as more of the run that the card is about, where it fits; the card stays."""
    state = unpacked(custom_id)
    if state is None:
        return
    if interaction.user.id != state.owner:
        await not_yours(interaction, state)
        return
    card, run = interaction.message, await interaction.client.exchange.run_of(state)
    await _answer(interaction, values, Question("", run=run), private=card is not None and card.flags.ephemeral)


async def _answer(
    interaction: discord.Interaction[Mata], values: Mapping[str, Any], question: Question, *, private: bool = False
) -> None:
    known: dict[str, Any] = dict(dict(interaction.data or {}).get("resolved") or {}).get("attachments", {})  # type: ignore[call-overload]
    files = [upload(known[number]) for number in values.get("files") or () if number in known]
    total = str(values.get("total") or "").strip() or None
    text = str(values.get("text") or "")
    await ask(interaction, text, files, replace(question, total=total), private=private)


def upload(data: Mapping[str, Any]) -> Upload:
    """Return what Discord tells of an uploaded file."""
    return Upload(str(data["filename"]), int(data["size"]), str(data["url"]), data.get("content_type"))


def button(shown: Shown) -> PasteMore | None:
    """Offer it on every card about a run."""
    return PasteMore(shown.state()) if shown.answer.run is not None else None


feature = Feature(
    commands=(paste,), items=(PasteMore,), modals={FORM: submitted, MORE: added}, button=button, order=25
)
