"""``/privacy``: what is kept about a person, as a file, or gone."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands, ui

from bot.app import asker_of
from bot.button_state import State, template
from bot.buttons import OwnedButton
from bot.feature import Feature
from bot.keeping import Asking, Told, asked, tell
from bot.reply.card import note
from bot.surface import Response

if TYPE_CHECKING:
    from bot.app import Mata

FILE = "mata-data.json"
MOST_PLAIN = 4 << 20
SECONDS = 30.0


@app_commands.command(name="privacy")
async def privacy(interaction: discord.Interaction[Mata]) -> None:
    """See the messages ``command-privacy-*``."""

    async def show(asking: Asking) -> Told:
        rows = await asking.memory.personal.count(asking.asker.person)
        state = State(asking.asker.person, asking.language)
        text = "\n\n".join(
            (
                asking.say("privacy-kept"),
                asking.say("privacy-rows", runs=rows["runs"], reminders=rows["reminders"], rows=sum(rows.values())),
                asking.say("privacy-never"),
            )
        )
        return Told(text, (Export(state), Delete(state)))

    await tell(interaction, show)


class Export(OwnedButton, template=template("pexport")):
    """Everything as a file."""

    action = "pexport"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Send the person, and only them, every row about them."""
        app, asker = interaction.client, asker_of(interaction)
        surface = Response(app.delivery, interaction, private=True)
        await surface.thinking()
        files: list[discord.File] = []

        async def gather(asking: Asking) -> Told:
            tables = await asking.memory.personal.export(asker.person)
            files.append(await asyncio.to_thread(_file, app.now().isoformat(), asker.person, tables))
            return Told(asking.say("privacy-exported", rows=sum(map(len, tables.values()))))

        told = await asked(app, asker, await app.exchange.language_of(asker), gather, seconds=SECONDS)
        view = note(told.text)
        for file in files:
            view.add_item(ui.File(f"attachment://{file.filename}"))
        await surface.show(view, tuple(files))


class Delete(OwnedButton, template=template("pdelete")):
    """Asks once more."""

    action = "pdelete"
    style = discord.ButtonStyle.danger

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Ask whether they mean it."""

        async def ask(asking: Asking) -> Told:
            return Told(asking.say("privacy-sure"), (DeleteForGood(self.state),))

        await tell(interaction, ask, replaces=True)


class DeleteForGood(OwnedButton, template=template("psure")):
    """Deletes."""

    action = "psure"
    style = discord.ButtonStyle.danger

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Delete every row about the person, in the store and in this process."""

        async def delete(asking: Asking) -> Told:
            rows = await asking.memory.personal.delete(asking.asker.person)
            forget_here(asking.app, asking.asker.person)
            return Told(asking.say("privacy-deleted", rows=rows))

        await tell(interaction, delete, replaces=True)


def forget_here(app: Mata, person: int) -> None:
    """Drop what this process holds about a person beside the store."""
    app.preferences.drop_person(person)
    app.recent_runs.drop(lambda _, run: run.owner_id == person)
    app.latest_runs.drop(lambda _, run: run.owner_id == person)
    app.apart.drop(lambda key, _: isinstance(key, tuple) and key[0] == person)


def _file(exported_at: str, person: int, tables: dict[str, list[dict[str, Any]]]) -> discord.File:
    everything = {"exported_at": exported_at, "user_id": person, "tables": tables}
    raw = json.dumps(everything, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    if len(raw) > MOST_PLAIN:
        return discord.File(io.BytesIO(gzip.compress(raw)), filename=f"{FILE}.gz")
    return discord.File(io.BytesIO(raw), filename=FILE)


feature = Feature(commands=(privacy,), items=(Export, Delete, DeleteForGood))
