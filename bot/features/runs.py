"""``/runs``: a person's runs with their finish times; name one, forget one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import app_commands, ui

from bot.button_state import State, of_match, template, unpacked
from bot.buttons import OwnedButton, not_yours
from bot.feature import Feature
from bot.keeping import FIELD, Asking, Told, form, tell
from bot.language import catalogue, say
from bot.memory import Remembered

if TYPE_CHECKING:
    from bot.app import Mata

MOST_SHOWN = 20


@app_commands.command(name="runs")
async def runs(interaction: discord.Interaction[Mata]) -> None:
    """See the messages ``command-runs-*``."""
    await tell(interaction, list_runs)


async def list_runs(asking: Asking) -> Told:
    """Return the list of the person's runs, with a menu to choose one."""
    found = await asking.memory.runs.of(asking.asker.person, asking.app.now(), most=MOST_SHOWN)
    if not found:
        return Told(asking.say("runs-none"))
    lines = [asking.say("runs-title"), *(f"- {described(asking.language, run)}" for run in found)]
    return Told("\n".join(lines), (Choice(State(asking.asker.person, asking.language), found),))


def run_name(language: str, run: Remembered) -> str:
    """Return the run's name, else what it is: its log's format."""
    if run.name:
        return run.name
    return say(language, "runs-question") if run.run.format == "question" else run.run.format


def described(language: str, run: Remembered) -> str:
    """Return one run in two lines: its name and how far it is, and when it finishes."""
    number = catalogue()[language].number
    total = number(run.run.total) if run.run.total is not None else ""
    far = say(language, "runs-done" if total else "runs-open", done=number(run.run.done), total=total)
    name = say(language, "runs-name", name=run_name(language, run))
    return "\n".join((f"{name}\n  {far}", f"  {finishing(language, run)}"))


def finishing(language: str, run: Remembered) -> str:
    """Return when the run finishes, as Discord shows it in the reader's own zone."""
    if run.finished_at is not None:
        return say(language, "runs-finished", at=stamp(run.finished_at, "F"))
    if run.finish.expected is None:
        return say(language, "runs-no-finish")
    return say(language, "runs-finish", at=stamp(run.finish.expected, "F"), left=stamp(run.finish.expected, "R"))


def stamp(at: datetime, style: str) -> str:
    """Return an instant that Discord counts down by itself."""
    return f"<t:{int(at.timestamp())}:{style}>"


class Choice(ui.DynamicItem[ui.Select[Any]], template=template("run")):
    """A menu of the person's runs."""

    def __init__(self, state: State, runs: Sequence[Remembered] = ()) -> None:
        options = [
            discord.SelectOption(label=run_name(state.language, run)[:100], value=run.id) for run in runs[:MOST_SHOWN]
        ]
        select: ui.Select[Any] = ui.Select(
            custom_id=state.custom_id("run"), options=options, placeholder=say(state.language, "runs-choose")
        )
        super().__init__(select)
        self.state = state

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Rebuild the menu from what its custom id says."""
        return cls(of_match(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the chosen run, if it is the owner who chose."""
        if interaction.client.stopping:
            return
        try:
            if interaction.user.id != self.state.owner:
                await not_yours(interaction, self.state)
                return
            data: dict[str, Any] = dict(interaction.data or {})
            chosen = str((data.get("values") or [""])[0])
            await tell(interaction, lambda asking: show_one(asking, chosen), replaces=True)
        except Exception as error:
            await interaction.client.failed(error, interaction)


async def show_one(asking: Asking, run_id: str) -> Told:
    """Return one run with what can be done to it."""
    run = await asking.memory.runs.get(run_id, asking.asker.person)
    if run is None:
        return Told(asking.say("runs-gone"))
    state = State(asking.asker.person, asking.language, run.id)
    return Told(described(asking.language, run), (Rename(state), Forget(state), Back(state)))


class Rename(OwnedButton, template=template("rename")):
    """Asks for a name."""

    action = "rename"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Show the form."""
        language = self.state.language
        await interaction.client.delivery.open(
            interaction,
            form(
                self.state.custom_id("rename"),
                title=say(language, "button-rename"),
                label=say(language, "runs-rename-label"),
                hint=say(language, "runs-rename-hint"),
            ),
        )


async def renamed(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Name the run as the form says; an empty name takes the old one away."""
    state = unpacked(custom_id)
    if state is None or state.owner != interaction.user.id:
        return

    async def rename(asking: Asking) -> Told:
        await asking.memory.runs.rename(state.key, state.owner, str(values.get(FIELD) or ""))
        return await show_one(asking, state.key)

    await tell(interaction, rename, replaces=True)


class Forget(OwnedButton, template=template("forget")):
    """Forgets the run and its reminders."""

    action = "forget"
    style = discord.ButtonStyle.danger

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Delete it and show what is left."""

        async def forget(asking: Asking) -> Told:
            await asking.memory.runs.forget(self.state.key, self.state.owner)
            asking.app.recent_runs.pop(self.state.key)
            asking.app.latest_runs.drop(lambda _, run: run.id == self.state.key)
            asking.app.apart.pop((self.state.owner, self.state.key))
            left = await list_runs(asking)
            return Told("\n\n".join((asking.say("runs-forgotten"), left.text)), left.buttons)

        await tell(interaction, forget, replaces=True)


class Back(OwnedButton, template=template("runs")):
    """Back to the list."""

    action = "runs"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Show the list again."""
        await tell(interaction, list_runs, replaces=True)


feature = Feature(commands=(runs,), items=(Choice, Rename, Forget, Back), modals={"rename": renamed})
