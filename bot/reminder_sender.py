"""A due reminder -> Discord: in the channel where it was asked for, else by direct message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import discord

from bot.button_state import State
from bot.delivery import Delivery
from bot.language import say
from bot.memory import CannotKeep, Memory, Remembered, Reminding
from bot.reminders import Unreachable
from bot.reply.card import note

#: The answers to "done already?": what each button's custom id begins with.
ANSWERS = ("donenow", "doneago", "notyet")
STYLES = {"donenow": discord.ButtonStyle.success}


class DiscordSender:
    """Sends under the reminder's own nonce, so that Discord drops a double; mentions its owner alone."""

    def __init__(self, client: discord.Client, delivery: Delivery, memory: Memory, now: Callable[[], datetime]) -> None:
        self._client, self._delivery, self._memory, self._now = client, delivery, memory, now

    async def remind(self, reminder: Reminding, late: timedelta | None) -> None:
        """Send one reminder with the question whether the run is done."""
        run = None
        with suppress(CannotKeep):  # a reminder without the run's name is better than none
            run = await self._memory.runs.get(reminder.run_id) if reminder.run_id else None
        await self._send(reminder, reminder_view(reminder, run, late, self._now()))

    async def summarise(self, newest: Reminding, count: int) -> None:
        """Say once that reminders fell due while Mata was away."""
        text = say(newest.language, "reminder-summary", count=count)
        await self._send(newest, _shown(newest.owner_id, text))

    async def _send(self, reminder: Reminding, view: discord.ui.LayoutView) -> None:
        mentions = discord.AllowedMentions(
            everyone=False, roles=False, replied_user=False, users=[discord.Object(reminder.owner_id)]
        )
        channel = self._client.get_partial_messageable(reminder.place.channel_id, guild_id=reminder.place.guild_id)
        try:
            try:
                await self._delivery.send(channel, reminder.nonce, view=view, mentions=mentions)
            except (discord.Forbidden, discord.NotFound):
                direct = await self._direct(reminder.owner_id)
                await self._delivery.send(direct, reminder.nonce, view=view, mentions=mentions)
        except (discord.Forbidden, discord.NotFound) as error:
            raise Unreachable from error

    async def _direct(self, owner: int) -> discord.abc.Messageable:
        opened = await self._delivery.persist(lambda: self._client.create_dm(discord.Object(owner)))
        assert opened is not None  # noqa: S101 - only an interaction can be answered already
        return opened


def reminder_view(
    reminder: Reminding, run: Remembered | None, late: timedelta | None, now: datetime
) -> discord.ui.LayoutView:
    """Return what a reminder shows: its sentence, how late it is, and the question whether the run is done."""
    language = reminder.language
    name = run.name if run and run.name else ""
    lines = [say(language, f"reminder-{reminder.kind}", name=name or say(language, "reminder-your-run"))]
    if late is not None:
        lines.append(say(language, "reminder-late", seconds=late.total_seconds()))
    if run is None or run.finished_at is not None:
        return _shown(reminder.owner_id, "\n".join(lines))
    if run.finish.pessimistic is not None and now < run.finish.pessimistic:
        lines.append(say(language, "reminder-latest", at=f"<t:{int(run.finish.pessimistic.timestamp())}:R>"))
    lines.append(say(language, "reminder-question"))
    state = State(reminder.owner_id, language, run.id)
    buttons = [
        discord.ui.Button[Any](
            label=say(language, f"button-{answer}"),
            style=STYLES.get(answer, discord.ButtonStyle.secondary),
            custom_id=state.custom_id(answer),
        )
        for answer in ANSWERS
    ]
    return _shown(reminder.owner_id, "\n".join(lines), buttons)


def _shown(owner: int, text: str, buttons: Sequence[discord.ui.Item[Any]] = ()) -> discord.ui.LayoutView:
    # the mention stands on a line of its own: it is Latin in every language
    return note(f"<@{owner}>\n{text}", buttons, "estimate")
