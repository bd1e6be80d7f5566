"""Mata in SimCord's Discord: the real client in process, its bodies held against the official description."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import simcord
from simcord import actors

from bot.app import Mata, Options
from bot.intake import Chunks
from bot.memory import Memory
from tests.discord import openapi

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Where(StrEnum):
    """Where somebody uses Mata, and how it came there."""

    SERVER = "server"
    DIRECT = "direct message"
    FOREIGN_SERVER = "server that Mata is no member of"  # the person installed it for themselves
    PRIVATE = "private channel"  # a group's, where Mata is no member either


class Simulation:
    """One server with a channel, and Salma, who asks; ``locale`` and ``where`` are what Discord tells of her."""

    def __init__(self, env: simcord.Env, make: Any = None) -> None:
        self.env, self._make = env, make
        self.locale, self.where = "en-US", Where.SERVER
        self._emit, env.backend.emit = env.backend.emit, self._told
        self.guild = env.create_guild()
        self.channel = self.guild.create_text_channel("training")
        self.salma = self.guild.add_member(env.create_user("salma"))
        self.omar = self.guild.add_member(env.create_user("omar"))

    def _told(self, event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE":
            payload["locale"] = self.locale
            _installed(payload, self.where)
        self._emit(event, payload)

    async def restart(self) -> None:
        """End this process of Mata and begin another: what was in its memory is gone."""
        await self.env.bot.close()
        await self.env.restart_bot(self._make())

    async def slash(self, name: str, **options: Any) -> Any:
        """Salma uses a command where she is."""
        if self.direct:
            return await self.salma.user.slash(name, **options)
        return await self.salma.slash(self.channel, name, **options)

    async def menu(self, name: str, text: str) -> Any:
        """Salma opens the menu of a message with that text, and chooses ``name``."""
        if not self.direct:
            return await self.salma.context_menu(self.channel, name, await self.omar.send(self.channel, text))
        user, channel = self.salma.user, self.salma.user.dm_channel
        message = await user.send_dm(text)
        sent = self.env.backend.get_message(channel.id, message.id)
        data = {
            "id": "1", "name": name, "type": 3, "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): actors.serializers.message_payload(self.env.backend, sent)}},
        }  # fmt: skip
        return await actors._dispatch_actor_interaction(user, 2, channel, data)

    async def click(self, message: Any, label: str) -> Any:
        """Salma presses a button."""
        return await self.me.click(message, label=label)

    async def submit(self, form: Any, values: dict[str, Any]) -> Any:
        """Salma sends a form."""
        return await self.me.submit_modal(form, values)

    @property
    def direct(self) -> bool:
        return self.where in {Where.DIRECT, Where.PRIVATE}

    @property
    def me(self) -> Any:
        return self.salma.user if self.direct else self.salma

    def complaints(self) -> list[str]:
        found = openapi.description()
        sent = [call for call in self.env.http_requests if call.method in ("POST", "PATCH", "PUT") and call.json]
        return [told for call in sent for told in found.complaints(call.method, call.path, call.json)]

    def answer_to(self, message: Any) -> Any:
        """The bot's one reply to a message, or None."""
        replies = [m for m in self._said_in(message) if m.reference and m.reference.message_id == message.id]
        assert len(replies) <= 1
        return replies[0] if replies else None

    def _said_in(self, message: Any) -> list[Any]:
        guild = message.guild is not None
        place = self.channel if guild else simcord.ChannelHandle(
            self.env, None, self.env.backend.get_dm_channel(message.author.id)
        )  # fmt: skip
        return [m for m in place.history() if m.author.id == self.env.bot.user.id]


@asynccontextmanager
async def simulated(memory: Memory | None = None, **options: Any) -> AsyncIterator[Simulation]:
    """Run Mata against SimCord; afterwards every body it sent must fit the official description."""
    held: list[simcord.Env] = []

    @asynccontextmanager
    async def fetch(url: str) -> AsyncIterator[Chunks]:
        async def chunks() -> AsyncIterator[bytes]:
            yield held[0].backend.cdn.get(url)

        yield chunks()

    def client() -> Mata:
        made = Mata(Options(**options), memory=memory, fetch=fetch, now=lambda: NOW)
        # SimCord waits until all that a bot does has come to rest, which the sending of reminders never does
        made.features = tuple(replace(feature, start=None, stop=None) for feature in made.features)
        return made

    async with simcord.run(client(), shard_count=1) as env:
        held.append(env)
        simulation = Simulation(env, client)
        yield simulation
        if openapi.available():
            assert simulation.complaints() == []


FOREIGN, GUILD_INSTALL, USER_INSTALL = 4040404040, "0", "1"


def _installed(payload: dict[str, Any], where: Where) -> None:
    """Make an interaction what Discord sends from that kind of place."""
    person = payload.get("user") or payload["member"]["user"]
    by_person = {USER_INSTALL: person["id"]}
    if where is Where.SERVER and "guild_id" in payload:
        payload["authorizing_integration_owners"] = {GUILD_INSTALL: payload["guild_id"]}
    elif where in {Where.SERVER, Where.DIRECT}:
        payload.update(context=1, authorizing_integration_owners={GUILD_INSTALL: "0"})
    elif where is Where.FOREIGN_SERVER:
        payload.update(guild_id=str(FOREIGN), authorizing_integration_owners=by_person)
        payload["guild"] = {"id": str(FOREIGN), "locale": "en-US", "features": []}
        payload["channel"] = {**payload["channel"], "guild_id": str(FOREIGN)}
        for message in filter(None, [payload.get("message")]):
            message["guild_id"] = str(FOREIGN)
    else:
        group = {"id": payload["channel_id"], "type": 3, "recipients": [person], "name": None, "icon": None,
                 "owner_id": person["id"], "last_message_id": None}  # fmt: skip
        payload.update(context=2, authorizing_integration_owners=by_person, channel=group)


def text_of(message: Any) -> str:
    """Everything that a message shows as text."""
    components = [part if isinstance(part, dict) else part.to_dict() for part in message.components]
    return "\n".join(part.get("content") or "" for part in openapi.parts(components))
