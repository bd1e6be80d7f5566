"""What can go wrong on the way to Discord, on real sockets."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import Enum

from aiohttp import web


class Kind(Enum):
    STATUS = "an error status with a JSON body"
    HTML = "an error status with an HTML body"
    RATE_LIMIT = "429 of Discord itself"
    CLOUDFLARE = "429 of the shield before Discord (no Via)"
    RESET_BEFORE = "a TCP reset before the request has an effect"
    RESET_AFTER = "a TCP reset after it had its effect"
    RESET_MIDWAY = "a TCP reset in the middle of the response, after the effect"
    CLOSE = "the server closes the connection without an answer"
    STALL = "no answer"
    STALL_AFTER = "no answer, though it had its effect"
    GARBLED = "an answer that is no JSON, after the effect"
    EMPTY = "an answer that lacks every field, after the effect"


@dataclass
class Fault:
    """``times`` requests whose method and path match meet it; then the weather is fine again."""

    method: str
    path: str
    kind: Kind
    times: int = 1
    status: int = 503
    retry_after: float = 0.05
    code: int = 0
    whole: bool = False  # the rate limit holds for the bot, not for the route alone

    def on(self, method: str, path: str) -> Fault:
        """The same fault on one route."""
        return replace(self, method=method, path=path)

    def meets(self, request: web.Request) -> bool:
        return self.times > 0 and request.method == self.method and bool(re.search(self.path, request.path))

    async def strike(
        self, request: web.Request, handle: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        self.times -= 1
        if self.kind in EFFECTIVE:
            done = await handle(request)
        match self.kind:
            case Kind.STATUS:
                return web.json_response({"message": "injected", "code": self.code}, status=self.status)
            case Kind.HTML:
                return web.Response(text="<html>oops</html>", content_type="text/html", status=self.status)
            case Kind.RATE_LIMIT | Kind.CLOUDFLARE:
                return self._limited()
            case Kind.GARBLED | Kind.EMPTY:
                return web.Response(text='{"id": "1' if self.kind is Kind.GARBLED else "{}", content_type="application/json")
            case Kind.STALL | Kind.STALL_AFTER:
                await asyncio.Event().wait()
            case Kind.RESET_MIDWAY:
                await _half(request, done)
        _cut(request, reset=self.kind is not Kind.CLOSE)
        return web.Response()

    def _limited(self) -> web.Response:
        headers = {"Via": "1.1 google"} if self.kind is Kind.RATE_LIMIT else {}
        headers["Retry-After"] = str(self.retry_after)
        body = {"message": "You are being rate limited.", "retry_after": self.retry_after, "global": self.whole}
        return web.json_response(body, status=429, headers=headers)


EFFECTIVE = (Kind.RESET_AFTER, Kind.RESET_MIDWAY, Kind.STALL_AFTER, Kind.GARBLED, Kind.EMPTY)

#: What may befall any request, by name; ``on`` puts it on a route.
WEATHER = {
    "500": Fault("", "", Kind.STATUS, status=500),
    "502 as HTML": Fault("", "", Kind.HTML, status=502),
    "503": Fault("", "", Kind.STATUS, status=503, times=2),
    "503 as HTML": Fault("", "", Kind.HTML, status=503),
    "504": Fault("", "", Kind.STATUS, status=504),
    "429": Fault("", "", Kind.RATE_LIMIT, times=3),
    "429 for the whole bot": Fault("", "", Kind.RATE_LIMIT, whole=True, retry_after=0.2),
    "429 of the shield (Cloudflare, no Via)": Fault("", "", Kind.CLOUDFLARE),
    "TCP reset before the effect": Fault("", "", Kind.RESET_BEFORE, times=2),
    "TCP reset after the effect": Fault("", "", Kind.RESET_AFTER),
    "TCP reset in the middle of the response": Fault("", "", Kind.RESET_MIDWAY),
    "closed without a response": Fault("", "", Kind.CLOSE),
    "stalled before the effect": Fault("", "", Kind.STALL),
    "stalled after the effect": Fault("", "", Kind.STALL_AFTER),
    "response that is no JSON": Fault("", "", Kind.GARBLED),
    "response without its fields": Fault("", "", Kind.EMPTY),
}


async def _half(request: web.Request, done: web.StreamResponse) -> None:
    body = getattr(done, "body", None) or b"{}"
    part = web.StreamResponse(headers={"Content-Length": str(len(body)), "Content-Type": "application/json"})
    await part.prepare(request)
    await part.write(body[: len(body) // 2])


def _cut(request: web.Request, *, reset: bool) -> None:
    transport = request.transport
    assert transport is not None
    if reset:
        raw: socket.socket = transport.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # RST instead of FIN
    transport.abort()
