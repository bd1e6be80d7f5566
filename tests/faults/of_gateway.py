"""Faults of the gateway: the connection over which Discord tells what people do."""

from __future__ import annotations

from tests.discord.faults import Fault, Kind
from tests.discord.gateway import IDENTIFY, RECONNECT, RESUME
from tests.faults.registry import fault
from tests.faults.stage import EXACT, Stage


@fault("gateway drop")
async def dropped(stage: Stage) -> None:
    async with stage.client():
        await stage.wire.gateway.drop()
        stage.struck()
        await stage.message()
        await stage.command()
        await stage.settled()
        assert stage.wire.gateway.count(RESUME) == 1


@fault("RESUME with replay")
async def replayed(stage: Stage) -> None:
    """Discord repeats events that were answered already."""
    async with stage.client():
        await stage.message()
        await stage.command()
        await stage.settled()
        stage.wire.gateway.replay_extra = 10
        await stage.wire.gateway.drop()
        stage.struck()
        await stage.message()


@fault("RECONNECT")
async def reconnect(stage: Stage) -> None:
    """Discord asks for another connection, as it does when its servers are changed."""
    async with stage.client():
        socket = stage.wire.gateway.socket
        assert socket is not None
        await socket.send_json({"op": RECONNECT, "d": None, "s": None, "t": None})
        stage.struck()
        await stage.message()


@fault("INVALID SESSION")
async def invalid(stage: Stage) -> None:
    async with stage.client():
        await stage.message()
        await stage.settled()
        before = stage.wire.gateway.count(IDENTIFY)
        await stage.wire.gateway.invalidate()
        stage.struck()
        await stage.wire.until(lambda: stage.wire.gateway.count(IDENTIFY) > before and stage.wire.gateway.session, 20)
        await stage.message()


@fault("the gateway is away")
async def away(stage: Stage) -> None:
    """It refuses connections, hangs up before its greeting, then it is there."""
    async with stage.client():
        refuse = Fault("GET", "^/gateway/?$", Kind.STATUS, status=503, times=2)
        hang_up = Fault("GET", "^/gateway/?$", Kind.CLOSE, times=2)
        stage.meet(refuse, hang_up)
        await stage.wire.gateway.drop()
        await stage.message()
        await stage.settled()
        assert stage.wire.gateway.count(RESUME) == 1


@fault("malformed gateway payloads")
async def malformed(stage: Stage) -> None:
    """Events without their fields are passed over, frames that are no JSON are asked for again."""
    async with stage.client():
        stage.struck()
        gateway = stage.wire.gateway
        for event in ({"id": "x"}, {}, {"id": "1", "channel_id": "2", "author": None, "content": None}):
            await gateway.dispatch("MESSAGE_CREATE", event)
        await gateway.dispatch("INTERACTION_CREATE", {"type": 3, "data": {}})
        await gateway.dispatch("NEVER_HEARD_OF", {"a": 1})
        await stage.message()
        for frame in ("no json", "[]", '{"op": 10, "d": null}', '{"op": 0, "t": "RESUMED", "d": null}'):
            before = stage.sessions_begun()
            await gateway.send_raw(frame)
            await stage.message(EXACT)
            await stage.settled()
            await stage.wire.until(lambda before=before: stage.sessions_begun() > before and gateway.socket, 10)
