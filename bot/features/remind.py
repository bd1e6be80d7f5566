"""Reminders: at the expected finish, at its late end, or at a time of choice; kept until they are sent."""

from __future__ import annotations

import asyncio
import os
import re
import secrets
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import discord
from discord import app_commands, ui

from bot.button_state import State, template, unpacked
from bot.buttons import OwnedButton
from bot.feature import Feature
from bot.features.runs import run_name, stamp
from bot.keeping import FIELD, Asking, Told, form, tell
from bot.language import DEFAULT, say
from bot.memory import Memory, Remembered, ReminderKind, new_reminder
from bot.reminder_sender import DiscordSender
from bot.reminders import Reminders
from estimators.units import parse_duration

if TYPE_CHECKING:
    from bot.app import Mata
    from bot.exchange import Shown

KINDS: tuple[ReminderKind, ...] = ("expected", "pessimistic")
STOP_SECONDS = 5.0
SOONEST, FARTHEST = Decimal(1), Decimal(366 * 86400)
DISCORD_STAMP = re.compile(r"\s*<t:(\d{1,11})(?::[a-zA-Z])?>\s*")


@dataclass(frozen=True, slots=True)
class Sending:
    """The sending task of one client."""

    reminders: Reminders
    task: asyncio.Task[None]


_sending: WeakKeyDictionary[Any, Sending] = WeakKeyDictionary()


@app_commands.command(name="remind")
@app_commands.choices(
    at=[app_commands.Choice(name=say(DEFAULT, f"command-remind-at-choice-{kind}"), value=kind) for kind in KINDS]
)
async def remind(
    interaction: discord.Interaction[Mata],
    at: str | None = None,
    after: app_commands.Range[str, 1, 100] | None = None,
) -> None:
    """See the messages ``command-remind-*``."""

    async def arrange(asking: Asking) -> Told:
        run = await asking.memory.runs.latest(asking.asker.person, asking.asker.place, asking.app.now())
        if after is not None:
            return await chosen_time(asking, run, after)
        if run is None:
            return Told(asking.say("remind-no-run"))
        return await at_finish(asking, run, "pessimistic" if at == "pessimistic" else "expected")

    await tell(interaction, arrange)


async def at_finish(asking: Asking, run: Remembered, kind: ReminderKind) -> Told:
    """Arrange a reminder at the expected or the late end of a run."""
    due = run.finish.expected if kind == "expected" else run.finish.pessimistic
    if due is None:
        return Told(asking.say("runs-no-finish"))
    return await _add(asking, run, kind, max(due, asking.app.now()))


async def chosen_time(asking: Asking, run: Remembered | None, wish: str) -> Told:
    """Arrange a reminder after the duration, or at the Discord time stamp, that a person wrote."""
    now = asking.app.now()
    seconds = _seconds(wish, now)
    if seconds is None:
        return Told(asking.say("remind-not-understood"))
    if not SOONEST <= seconds <= FARTHEST:
        return Told(asking.say("remind-too-far"))
    return await _add(asking, run, "chosen", now + timedelta(seconds=float(seconds)))


def _seconds(wish: str, now: datetime) -> Decimal | None:
    stamped = DISCORD_STAMP.fullmatch(wish)
    if stamped:
        return Decimal(int(stamped[1])) - Decimal(int(now.timestamp()))
    seconds = parse_duration(wish)
    return seconds if isinstance(seconds, Decimal) else None


async def _add(asking: Asking, run: Remembered | None, kind: ReminderKind, due: datetime) -> Told:
    asker = asking.asker
    reminder = new_reminder(
        asker.person, asker.place, kind, due, run_id=run.id if run else None, language=asking.language
    )
    if not await asking.memory.reminders.add(reminder, asking.app.now()):
        return Told(asking.say("remind-too-many"))
    wake(asking.app)
    name = run_name(asking.language, run) if run else asking.say("reminder-your-run")
    text = asking.say("remind-arranged", name=name, at=stamp(due, "F"), left=stamp(due, "R"))
    return Told(text, (Cancel(State(asker.person, asking.language, reminder.id)),))


class RemindMe(OwnedButton, template=template("remind")):
    """On a card: asks when."""

    action = "remind"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Offer the moments, privately."""
        await tell(interaction, lambda asking: offered(asking, self.state.key))


async def offered(asking: Asking, run_id: str) -> Told:
    """Return the moments at which the person can be reminded of a run."""
    run = await asking.memory.runs.get(run_id, asking.asker.person)
    if run is None:
        return Told(asking.say("runs-gone"))
    state = State(asking.asker.person, asking.language, run_id)
    lines = [asking.say("remind-when")]
    ends = {"expected": run.finish.expected, "pessimistic": run.finish.pessimistic}
    lines += [asking.say(f"remind-{kind}", at=stamp(at, "F")) for kind, at in ends.items() if at is not None]
    fixed = (AtExpected, AtPessimistic) if run.finish.expected is not None else ()
    return Told("\n".join(lines), tuple(button(state) for button in (*fixed, AtChosen)))


class AtExpected(OwnedButton, template=template("remexp")):
    """At the expected finish."""

    action = "remexp"
    kind: ReminderKind = "expected"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Arrange it in place of the offer."""

        async def arrange(asking: Asking) -> Told:
            run = await asking.memory.runs.get(self.state.key, self.state.owner)
            return await at_finish(asking, run, self.kind) if run else Told(asking.say("runs-gone"))

        await tell(interaction, arrange, replaces=True)


class AtPessimistic(AtExpected, template=template("rempes")):
    """At the late end of the estimate."""

    action = "rempes"
    kind = "pessimistic"


class AtChosen(OwnedButton, template=template("remat")):
    """At a time of choice."""

    action = "remat"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Show the form."""
        await interaction.client.delivery.open(
            interaction,
            form(
                self.state.custom_id("remat"),
                title=say(self.state.language, "remind-form-title"),
                label=say(self.state.language, "remind-form-label"),
                hint=say(self.state.language, "remind-form-hint"),
            ),
        )


async def chose(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Arrange what the form says."""
    state = unpacked(custom_id)
    if state is None or state.owner != interaction.user.id:
        return

    async def arrange(asking: Asking) -> Told:
        run = await asking.memory.runs.get(state.key, state.owner) if state.key else None
        return await chosen_time(asking, run, str(values.get(FIELD) or ""))

    await tell(interaction, arrange, replaces=interaction.message is not None)


class Cancel(OwnedButton, template=template("remno")):
    """Takes a reminder back."""

    action = "remno"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Delete it; its id stands where a run's stands elsewhere."""

        async def cancel(asking: Asking) -> Told:
            gone = await asking.memory.reminders.cancel(self.state.key, self.state.owner)
            return Told(asking.say("remind-cancelled" if gone else "remind-gone"))

        await tell(interaction, cancel, replaces=True)


def button(shown: Shown) -> ui.Item[Any] | None:
    """Offer "Remind me" where there is a finish to be reminded of."""
    return RemindMe(shown.state()) if shown.reply.finish_at is not None else None


def wake(app: Mata) -> None:
    """Let the sending task look again."""
    sending = _sending.get(app)
    if sending is not None:
        sending.reminders.wake()


async def start(app: Mata) -> None:
    """Begin to send, once the client may use Discord's API."""
    if app.memory is None:
        return
    sender = DiscordSender(app, app.delivery, app.memory, app.now)
    reminders = Reminders(app.memory, sender, worker=worker_name(app.memory), now=app.now, tally=app.reminders)
    _sending[app] = Sending(reminders, asyncio.create_task(reminders.run(), name="mata: reminders"))


async def stop(app: Mata) -> None:
    """Finish what is being sent."""
    sending = _sending.pop(app, None)
    if sending is not None:
        sending.reminders.stop()
        with suppress(TimeoutError):  # what was claimed and not marked is sent by the next process
            async with asyncio.timeout(STOP_SECONDS):
                await sending.task


def worker_name(memory: Memory) -> str:
    """Return the name of this process among those that share the store; alone, it is the same after a restart."""
    if not memory.shared:
        return "the only one"
    return f"{socket.gethostname()[:32]} {os.getpid()} {secrets.token_hex(4)}"


feature = Feature(
    commands=(remind,),
    items=(RemindMe, AtExpected, AtPessimistic, AtChosen, Cancel),
    modals={"remat": chose},
    button=button,
    order=60,
    start=start,
    stop=stop,
)
