"""Where an answer appears: as the answer of an interaction, or as a reply to a message."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import discord

from bot.delivery import ALREADY_ACKNOWLEDGED, NOBODY, Delivery

Interaction: TypeAlias = discord.Interaction[Any]


class Surface(Protocol):
    """Say that it takes a while, then show; showing again replaces."""

    @property
    def shown_id(self) -> int | None:
        """The id of the message that shows the answer, once known."""

    async def thinking(self) -> None:
        """Say that the answer is under way."""

    async def show(self, view: discord.ui.LayoutView, files: tuple[discord.File, ...] = ()) -> None:
        """Show the answer."""

    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Say something to the person alone, beside the answer."""


class Response:
    """The answer of a command, or of a component: there ``replaces`` puts it in place of the card clicked on."""

    def __init__(
        self, delivery: Delivery, interaction: Interaction, *, private: bool = False, replaces: bool = False
    ) -> None:
        self._delivery, self._interaction = delivery, interaction
        self._private, self._replaces = private, replaces
        self._acknowledged = interaction.response.is_done()
        self.shown_id: int | None = None

    async def thinking(self) -> None:
        """Acknowledge within the three seconds that Discord gives."""
        if self._acknowledged:
            return
        thinking = not self._replaces
        try:
            await self._first(lambda: self._interaction.response.defer(ephemeral=self._private, thinking=thinking))
        except discord.HTTPException as error:
            if error.code != ALREADY_ACKNOWLEDGED:
                raise
            self._acknowledged = True  # by a process that ended before it answered

    async def show(self, view: discord.ui.LayoutView, files: tuple[discord.File, ...] = ()) -> None:
        """Answer, or edit the answer that is there: editing twice is harmless, a follow-up would be said twice."""
        if self._acknowledged:
            edit = self._interaction.edit_original_response
            given: dict[str, Any] = {"attachments": list(files)} if files else {}
            message = await self._delivery.persist(lambda: edit(view=view, allowed_mentions=NOBODY, **given))
            self.shown_id = message.id if message else self.shown_id
        elif self._replaces:
            edit_message = self._interaction.response.edit_message
            await self._first(lambda: edit_message(view=view, allowed_mentions=NOBODY))
            self.shown_id = self._interaction.message.id if self._interaction.message else None
        else:
            send = self._interaction.response.send_message
            await self._first(lambda: send(view=view, ephemeral=self._private, allowed_mentions=NOBODY))

    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Follow up, seen by the person alone. Discord knows no nonce here: rather said twice than never."""
        send = self._interaction.followup.send
        await self._delivery.persist(lambda: send(view=view, ephemeral=True, allowed_mentions=NOBODY))

    async def _first(self, answer: Any) -> None:
        told = await self._delivery.first(answer)
        self._acknowledged = True
        self.shown_id = getattr(told, "message_id", None)


class Reply:
    """A reply to somebody's message; with ``reply_id`` the one that is already there."""

    def __init__(self, delivery: Delivery, source: discord.Message, reply_id: int | None = None) -> None:
        self._delivery, self._source = delivery, source
        self.shown_id = reply_id

    async def thinking(self) -> None:
        """Show the typing mark; an answer does not depend on it."""
        try:
            await self._delivery.persist(self._source.channel.typing, within=1.0, each=1.0)
        except Exception:  # a courtesy
            return

    async def show(self, view: discord.ui.LayoutView, files: tuple[discord.File, ...] = ()) -> None:
        """Reply, or edit the reply."""
        if self.shown_id is not None:
            partial = discord.PartialMessage(channel=self._source.channel, id=self.shown_id)
            given: dict[str, Any] = {"attachments": list(files)} if files else {}
            await self._delivery.edit(partial, view=view, **given)
            return
        reference = self._source.to_reference(fail_if_not_exists=False)
        sent = await self._delivery.send(
            self._source.channel, self._source.id, view=view, reference=reference, mention_author=False
        )
        self.shown_id = sent.id

    async def whisper(self, view: discord.ui.LayoutView) -> None:
        """Write to the person directly."""
        await self._delivery.send(self._source.author, f"w{self._source.id}", view=view)
