"""A small Discord on loopback: REST, gateway and a CDN on real sockets, with faults on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from aiohttp import web

from tests.discord import openapi, payloads
from tests.discord.faults import Fault
from tests.discord.gateway import Gateway
from tests.discord.rest import Answered, Rest


class Discord:
    """One server with one guild and one text channel, or several; people act on it by its methods."""

    def __init__(self, guilds: Sequence[int] = (payloads.GUILD,)) -> None:
        self.gateway = Gateway([payloads.guild(number) for number in guilds])
        self.rest = Rest(self.gateway)
        self.faults: list[Fault] = []
        self.cdn: dict[str, bytes] = {}
        self.cdn_reads: list[str] = []
        self.requests: list[tuple[str, str]] = []
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v10"

    async def start(self, port: int = 0) -> None:
        app = web.Application(middlewares=[self._weather], client_max_size=32 << 20)
        app.add_routes(self.rest.routes())
        app.add_routes([web.get("/gateway", self.gateway.handle), web.get("/cdn/{name}", self._cdn)])
        app.add_routes([web.get("/gateway/", self.gateway.handle)])
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.gateway.url = f"ws://127.0.0.1:{self.port}/gateway"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _weather(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.requests.append((request.method, request.path))
        for fault in self.faults:
            if fault.meets(request):
                return self._plain(await fault.strike(request, handler))
        return self._plain(await handler(request))

    @staticmethod
    def _plain(response: web.StreamResponse) -> web.StreamResponse:
        # discord.py takes a body for JSON only where the content type is exactly this
        if response.content_type == "application/json":
            response.headers["Content-Type"] = "application/json"
        return response

    async def _cdn(self, request: web.Request) -> web.Response:
        self.cdn_reads.append(request.match_info["name"])
        return web.Response(body=self.cdn[request.match_info["name"]], content_type="application/octet-stream")

    # -- what people do ---------------------------------------------------------------------------------

    def attach(self, name: str, data: bytes, *, size: int | None = None, host: str | None = None) -> dict[str, Any]:
        """Put a file on the CDN; the attachment that a message or an option carries."""
        self.cdn[name] = data
        url = f"{host or f'http://127.0.0.1:{self.port}'}/cdn/{name}"
        length = len(data) if size is None else size
        return {"id": payloads.snowflake(), "filename": name, "size": length, "url": url, "proxy_url": url}

    async def say(
        self, content: str, *, author: int = 42, dm: bool = False, guild: int = payloads.GUILD, **fields: Any
    ) -> dict[str, Any]:
        """A person writes a message, in the guild's channel or by DM."""
        person = payloads.user(author)
        channel = 5000 + author if dm else payloads.channel_of(guild)
        if f"<@{payloads.BOT}>" in content:
            fields["mentions"] = [{**payloads.mata(), "member": payloads.member()}]
        message = payloads.message(content, person, channel, **fields)
        if not dm:
            message.update(guild_id=str(guild), member=payloads.member())
        self.rest.keep(message)
        await self.gateway.dispatch("MESSAGE_CREATE", message)
        return message

    async def edit(self, message: dict[str, Any], content: str) -> None:
        message.update(content=content, edited_timestamp="2026-11-23T12:02:00+00:00")
        await self.gateway.dispatch("MESSAGE_UPDATE", message)

    async def delete(self, message: dict[str, Any]) -> None:
        gone = {key: message[key] for key in ("id", "channel_id", "guild_id") if key in message}
        await self.gateway.dispatch("MESSAGE_DELETE", gone)

    async def interact(
        self, kind: int, data: dict[str, Any], *, author: int = 42, locale: str = "en-US",
        guild: bool | int = True, on: dict[str, Any] | None = None,
    ) -> Answered:  # fmt: skip
        place = payloads.GUILD if guild is True else guild or None
        event = payloads.interaction(kind, data, payloads.user(author), locale=locale, guild_id=place)
        answered = self.rest.interactions[event["token"]] = Answered()
        if on is not None:
            event["message"], answered.component_of = on, on["id"]
        await self.gateway.dispatch("INTERACTION_CREATE", event)
        return answered

    async def slash(self, name: str, *, attachments: tuple[dict[str, Any], ...] = (), **options: Any) -> Answered:
        who = {key: options.pop(key) for key in ("author", "locale", "guild") if key in options}
        kinds = {bool: 5, int: 4, str: 3}
        given = [{"name": key, "type": kinds.get(type(value), 10), "value": value} for key, value in options.items()]
        data = {"id": "1", "name": name, "type": 1, "options": given}
        for attachment in attachments:
            given.append({"name": "log", "type": 11, "value": attachment["id"]})
            data["resolved"] = {"attachments": {attachment["id"]: attachment}}
        return await self.interact(2, data, **who)

    async def menu(self, name: str, message: dict[str, Any], **who: Any) -> Answered:
        resolved = {"messages": {message["id"]: message}}
        data = {"id": "2", "name": name, "type": 3, "target_id": message["id"], "resolved": resolved}
        return await self.interact(2, data, **who)

    async def click(self, message: dict[str, Any], custom_id: str, **who: Any) -> Answered:
        return await self.interact(3, {"custom_id": custom_id, "component_type": 2}, on=message, **who)

    async def submit(self, custom_id: str, fields: dict[str, str], *, on: dict[str, Any], **who: Any) -> Answered:
        labels = [
            {"type": 18, "id": 2 * n + 1, "component": {"type": 4, "id": 2 * n + 2, "custom_id": key, "value": value}}
            for n, (key, value) in enumerate(fields.items())
        ]
        return await self.interact(5, {"custom_id": custom_id, "components": labels}, on=on, **who)

    # -- what the bot did -------------------------------------------------------------------------------

    async def until(self, condition: Callable[[], Any], seconds: float = 8.0) -> Any:
        """Wait on the loop until ``condition`` holds; its value."""
        async with asyncio.timeout(seconds):
            while not (found := condition()):  # noqa: ASYNC110 - any state may be waited for
                await asyncio.sleep(0.005)
        return found

    def replies(self, to: dict[str, Any]) -> list[dict[str, Any]]:
        """The bot's messages that refer to this one."""
        everything = [m for m in self.rest.messages.values() if m["author"]["id"] == str(payloads.BOT)]
        return [m for m in everything if str((m.get("message_reference") or {}).get("message_id")) == to["id"]]

    def complaints(self) -> list[str]:
        """What the official description says against any body that the bot has sent."""
        told = []
        for call in self.rest.calls:
            found = openapi.description().complaints(call.method, call.path, call.body)
            told += [f"{call.method} {call.path}: {complaint}" for complaint in found]
        return told


def text_of(message: dict[str, Any] | None) -> str:
    """Everything that a message shows as text."""
    assert message is not None
    shown = [part.get("content", "") for part in openapi.parts(message.get("components"))]
    return "\n".join(filter(None, [message.get("content", ""), *shown]))


def buttons_of(message: dict[str, Any]) -> dict[str, str]:
    """custom_id by label."""
    found = (part for part in openapi.parts(message.get("components")) if part["type"] == 2 and "custom_id" in part)
    return {part["label"]: part["custom_id"] for part in found}
