"""The gateway over real websockets: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, closes; sharded."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord import payloads

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 9, 10, 11
NOT_REPLAYED = ("READY", "RESUMED", "GUILD_CREATE")
ENDS_SESSION = (1000, 1001)  # closed with one of these a session is over, with any other it can be resumed


@dataclass
class Session:
    """What one IDENTIFY began, kept over reconnects so that a RESUME can be replayed."""

    id: str
    shard: int = 0
    shards: int = 1
    sent: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None

    def hears(self, guild: int | None) -> bool:
        """Discord's own rule: a server's events go to one shard, direct messages to shard 0."""
        return self.shard == ((guild or 0) >> 22) % self.shards

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event; while the bot is away it waits here for the RESUME."""
        event = {"op": DISPATCH, "t": name, "s": len(self.sent) + 1, "d": data}
        self.sent.append(event)
        if self.socket is not None and not self.socket.closed:
            with suppress(ConnectionError):  # it went a moment ago
                await self.socket.send_json(event)


class Gateway:
    """All connections of the bot; events are numbered a session, and each shard's go to all its sessions."""

    def __init__(self, guilds: list[dict[str, Any]]) -> None:
        self.guilds = guilds
        self.sessions: dict[str, Session] = {}
        self._transports: dict[web.WebSocketResponse, asyncio.Transport] = {}
        self.received: list[dict[str, Any]] = []
        self.refused_intents = 0
        self.heartbeat_ms = 41250
        self.replay_extra = 0  # events before the acknowledged one that a RESUME repeats
        self.max_concurrency = 1
        self.identify_seconds = 0.0  # within which a bucket may begin one shard; 0: nobody counts
        self.too_early = 0  # IDENTIFYs that broke this rule
        self._identified: dict[int, float] = {}
        self.url = ""

    @property
    def session(self) -> Session | None:
        """The session that began last."""
        return next(reversed(self.sessions.values()), None)

    @property
    def socket(self) -> web.WebSocketResponse | None:
        """The connection of the session that began last."""
        return self.session.socket if self.session else None

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 20)
        await socket.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        self._transports[socket] = request.transport
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}, "s": None, "t": None})
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    await self._receive(socket, json.loads(frame.data))
        finally:
            self._left(socket)
        return socket

    def _left(self, socket: web.WebSocketResponse) -> None:
        del self._transports[socket]
        for session in [session for session in self.sessions.values() if session.socket is socket]:
            session.socket = None
            if socket.close_code in ENDS_SESSION:
                del self.sessions[session.id]

    async def _receive(self, socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        self.received.append(frame)
        if frame["op"] == HEARTBEAT:
            await socket.send_json({"op": HEARTBEAT_ACK, "d": None, "s": None, "t": None})
        elif frame["op"] == IDENTIFY:
            await self._identify(socket, frame["d"])
        elif frame["op"] == RESUME:
            await self._resume(socket, frame["d"])

    async def _identify(self, socket: web.WebSocketResponse, asked: dict[str, Any]) -> None:
        if asked["intents"] & self.refused_intents:
            await socket.close(code=4014, message=b"Disallowed intent(s).")
            return
        shard, shards = asked.get("shard", (0, 1))
        if not self._may_begin(shard):
            await self._refuse(socket)
            return
        number = payloads.snowflake()
        session = self.sessions[number] = Session(number, shard, shards, socket=socket)
        guilds = [guild for guild in self.guilds if session.hears(int(guild["id"]))]
        ready = {
            "v": 10, "user": payloads.mata(), "session_id": session.id, "resume_gateway_url": self.url,
            "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
            "application": {"id": str(payloads.APPLICATION), "flags": 0}, "shard": [shard, shards],
        }  # fmt: skip
        await session.dispatch("READY", ready)
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", guild)

    def _may_begin(self, shard: int) -> bool:
        """Discord lets one shard of each bucket begin in five seconds."""
        bucket, now = shard % self.max_concurrency, time.monotonic()
        early = now - self._identified.get(bucket, -1e9) < self.identify_seconds
        self.too_early += early
        self._identified[bucket] = now
        return not early

    async def _refuse(self, socket: web.WebSocketResponse) -> None:
        await socket.send_json({"op": INVALID_SESSION, "d": False, "s": None, "t": None})

    async def _resume(self, socket: web.WebSocketResponse, asked: dict[str, Any]) -> None:
        session = self.sessions.get(asked["session_id"])
        if session is None:
            await self._refuse(socket)
            return
        session.socket, number = None, 0
        while number < len(session.sent):  # it may grow meanwhile
            event, number = session.sent[number], number + 1
            if event["t"] not in NOT_REPLAYED and event["s"] > asked["seq"] - self.replay_extra:
                await socket.send_json(event)
        session.socket = socket
        await session.dispatch("RESUMED", {})

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event to whoever serves its server."""
        guild = data.get("guild_id")
        hearing = [one for one in tuple(self.sessions.values()) if one.hears(int(guild) if guild else None)]
        assert hearing, "nobody is connected and nobody can resume"
        for session in hearing:
            await session.dispatch(name, data)

    async def drop(self) -> None:
        """Cut the connections as a failing network does: no close frame."""
        for session in self.sessions.values():
            socket, session.socket = session.socket, None
            if socket is not None and socket in self._transports:
                self._transports[socket].abort()

    async def invalidate(self) -> None:
        """End the last session for good: the bot has to identify again."""
        assert self.session is not None
        assert self.session.socket is not None
        socket = self.sessions.pop(self.session.id).socket
        assert socket is not None
        await self._refuse(socket)

    async def send_raw(self, text: str) -> None:
        assert self.socket is not None
        await self.socket.send_str(text)

    def count(self, op: int) -> int:
        return sum(frame["op"] == op for frame in self.received)

    def serving(self) -> set[int]:
        """The shards that are connected now."""
        return {one.shard for one in self.sessions.values() if one.socket is not None and not one.socket.closed}
