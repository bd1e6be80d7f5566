"""Discord's webhook routes on loopback: messages that are there, and faults that are asked for."""

from __future__ import annotations

from collections import deque
from typing import Any

from aiohttp import web

WEBHOOK = "/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyz"
URL = f"https://discord.com/api{WEBHOOK}"


class Webhooks:
    """``faults`` are used up one a request: ``"429"``, ``"503"``, ``"reset"``, ``"html"``, ``"unknown"``."""

    def __init__(self) -> None:
        self.messages: dict[str, dict[str, Any]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.faults: deque[str] = deque()
        self._runner: web.AppRunner | None = None
        self.api = ""

    async def __aenter__(self) -> Webhooks:
        app = web.Application()
        app.router.add_post(WEBHOOK, self._post)
        app.router.add_patch(WEBHOOK + "/messages/{id}", self._patch)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.api = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        await self._runner.cleanup()

    async def _post(self, request: web.Request) -> web.StreamResponse:
        refused = await self._met(request)
        if refused is not None:
            return refused
        name = str(1000 + len(self.messages))
        self.messages[name] = self.calls[-1][1]
        return web.json_response({"id": name})

    async def _patch(self, request: web.Request) -> web.StreamResponse:
        refused = await self._met(request)
        if refused is not None:
            return refused
        name = request.match_info["id"]
        if name not in self.messages:
            return web.json_response({"code": 10008, "message": "Unknown Message"}, status=404)
        self.messages[name] = self.calls[-1][1]
        return web.json_response({"id": name})

    async def _met(self, request: web.Request) -> web.StreamResponse | None:
        self.calls.append((request.method, await request.json()))
        fault = self.faults.popleft() if self.faults else ""
        if fault == "reset":
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        if fault == "429":
            return web.json_response({"retry_after": 7.5}, status=429, headers={"Retry-After": "7"})
        if fault == "html":
            return web.Response(text="<html>", content_type="text/html", status=429, headers={"Retry-After": "30"})
        if fault == "503":
            return web.Response(status=503)
        if fault == "unknown":
            return web.json_response({"code": 10015, "message": "Unknown Webhook"}, status=404)
        return None
