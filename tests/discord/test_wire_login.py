"""The client logs in, identifies with the least intents, names its commands in Arabic, and stays."""

from __future__ import annotations

import pytest

from bot.app import Mata
from tests.discord import openapi
from tests.discord.conftest import Connect
from tests.discord.faults import Fault, Kind
from tests.discord.gateway import HEARTBEAT, IDENTIFY, RESUME
from tests.discord.server import Discord

MESSAGE_CONTENT = 1 << 15


async def test_it_identifies_with_the_least_intents(wire: Discord, mata: Mata) -> None:
    identify = next(frame["d"] for frame in wire.gateway.received if frame["op"] == IDENTIFY)
    guilds, guild_messages, direct_messages = 1 << 0, 1 << 9, 1 << 12
    assert identify["intents"] == guilds | guild_messages | direct_messages
    assert mata.user is not None


async def test_commands_are_named_in_arabic_and_for_everywhere(wire: Discord, mata: Mata) -> None:
    assert mata.user is not None
    eta = next(command for command in wire.rest.commands if command["name"] == "eta")
    assert eta["name_localizations"]["ar"] == "متى"
    assert eta["integration_types"] == [0, 1]
    assert eta["contexts"] == [0, 1, 2]
    assert {option["name_localizations"]["ar"] for option in eta["options"]} >= {"التكرار", "الكلي", "سجل"}
    menu = next(command for command in wire.rest.commands if command["type"] == 3)
    assert (menu["name"], menu["name_localizations"]["ar"]) == ("When will it finish?", "متى ينتهي؟")


async def test_commands_go_without_arabic_where_discord_refuses_it(wire: Discord, connect: Connect) -> None:
    wire.faults.append(Fault("PUT", "/commands$", Kind.STATUS, status=400, code=50035))
    async with connect():
        eta = next(command for command in wire.rest.commands if command["name"] == "eta")
    assert eta["name_localizations"] == {}
    assert [path for _, path in wire.requests].count("/api/v10/applications/1000/commands") == 2


async def test_heartbeats_are_sent(wire: Discord, connect: Connect) -> None:
    wire.gateway.heartbeat_ms = 50
    async with connect():
        await wire.until(lambda: wire.gateway.count(HEARTBEAT) >= 2)


async def test_a_dropped_connection_is_resumed(wire: Discord, mata: Mata) -> None:
    await wire.gateway.drop()
    await wire.until(lambda: wire.gateway.count(RESUME) == 1)
    assert wire.gateway.count(IDENTIFY) == 1
    assert mata.user is not None


@pytest.mark.skipif(not openapi.available(), reason=openapi.ABSENT)
def test_the_description_complains_about_what_does_not_fit() -> None:
    found = openapi.description()
    path = "/api/v10/channels/1/messages"
    assert found.complaints("POST", path, {"content": "x"}) == []
    assert found.complaints("POST", path, {"content": "x" * 2001})
    assert found.complaints("POST", path, {"flags": 1 << 15, "components": [{"type": 99}]})
    assert found.complaints("POST", "/api/v10/nowhere", {})
