"""``/healthz``, ``/readyz`` and ``/metrics``: alive, connected, and how it goes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.metrics import Metrics


class NoPort(Exception):  # noqa: N818 - the words of the house
    """The port cannot be opened."""


class Health:
    """A small HTTP server beside the client; it knows of Discord only whether the client is connected."""

    def __init__(self, metrics: Metrics, ready: Callable[[], bool]) -> None:
        self._metrics, self._ready = metrics, ready

    @asynccontextmanager
    async def listening(self, host: str, port: int) -> AsyncIterator[int]:
        """Listen, before the first login until after the last answer; gives the port. Raises ``NoPort``."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/healthz", self._alive),
                web.get("/readyz", self._connected),
                web.get("/metrics", self._figures),
            ]
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        feeling = asyncio.create_task(self._metrics.feel(), name="mata: loop lag")
        try:
            try:
                await web.TCPSite(runner, host, port).start()
            except OSError as error:
                raise NoPort(port) from error
            yield runner.addresses[0][1]
        finally:
            feeling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await feeling
            await runner.cleanup()

    async def _alive(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")  # that the event loop came to say it is the proof

    async def _connected(self, _: web.Request) -> web.Response:
        ready = self._ready()
        return web.Response(text="ready\n" if ready else "not connected\n", status=200 if ready else 503)

    async def _figures(self, _: web.Request) -> web.Response:
        body = self._metrics.exposed()
        return web.Response(body=body, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})
