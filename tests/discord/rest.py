"""Discord's REST routes that the bot uses, with the rules that matter here: nonces, one answer an interaction."""

from __future__ import annotations

import json
import math
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.discord import payloads
from tests.discord.gateway import Gateway

EPHEMERAL = 1 << 6


@dataclass
class Call:
    """One request as it came over the wire."""

    method: str
    path: str
    body: Any
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class Answered:
    """What became of one interaction."""

    kind: int | None = None
    modal: dict[str, Any] | None = None
    original: dict[str, Any] | None = None
    followups: list[dict[str, Any]] = field(default_factory=list)
    component_of: str | None = None  # the message a component sits on
    asked_at: float = field(default_factory=time.monotonic)


def refuse(status: int, code: int, message: str) -> web.Response:
    return web.json_response({"message": message, "code": code}, status=status)


async def call_of(request: web.Request) -> Call:
    """The request's body: JSON, or the ``payload_json`` of a multipart form with its files."""
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        files = {name: part.file.read() for name, part in form.items() if isinstance(part, web.FileField)}
        return Call(request.method, request.path, json.loads(str(form.get("payload_json", "{}"))), files)
    text = await request.text()
    return Call(request.method, request.path, json.loads(text) if text else None)


def attached(call: Call) -> list[dict[str, Any]]:
    """The files of a request as the message shows them."""
    return [
        {"id": str(n), "filename": name, "size": len(data), "url": "", "proxy_url": ""}
        for n, (name, data) in enumerate(call.files.items())
    ]


class Rest:
    """Messages, commands and interactions, in memory."""

    def __init__(self, gateway: Gateway) -> None:
        self.gateway = gateway
        self.calls: list[Call] = []
        self.commands: list[dict[str, Any]] = []
        self.messages: dict[str, dict[str, Any]] = {}
        self.nonces: dict[tuple[str, str], str] = {}
        self.interactions: dict[str, Answered] = {}
        self.reactions: list[tuple[str, str]] = []
        self.shards = 1
        self.first_answer_seconds = math.inf  # Discord gives 3

    def routes(self) -> list[web.RouteDef]:
        api, hook = "/api/v10", "/api/v10/webhooks/{app}/{token}"
        return [
            web.get(f"{api}/users/@me", self._me),
            web.get(f"{api}/oauth2/applications/@me", self._application),
            web.get(f"{api}/gateway/bot", self._gateway),
            web.put(f"{api}/applications/{{app}}/commands", self._put_commands),
            web.post(f"{api}/users/@me/channels", self._open_dm),
            web.get(f"{api}/channels/{{channel}}/messages/{{message}}", self._get_message),
            web.post(f"{api}/channels/{{channel}}/messages", self._post_message),
            web.patch(f"{api}/channels/{{channel}}/messages/{{message}}", self._patch_message),
            web.delete(f"{api}/channels/{{channel}}/messages/{{message}}", self._delete_message),
            web.post(f"{api}/channels/{{channel}}/typing", self._nothing),
            web.put(f"{api}/channels/{{channel}}/messages/{{message}}/reactions/{{emoji}}/@me", self._react),
            web.post(f"{api}/interactions/{{id}}/{{token}}/callback", self._callback),
            web.post(hook, self._follow_up),
            web.get(f"{hook}/messages/{{message}}", self._get_message),
            web.patch(f"{hook}/messages/{{message}}", self._patch_message),
            web.delete(f"{hook}/messages/{{message}}", self._delete_message),
        ]

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != "Bot test-token":
            return refuse(401, 0, "401: Unauthorized")
        return web.json_response(payloads.mata())

    async def _application(self, _request: web.Request) -> web.Response:
        return web.json_response(payloads.application())

    async def _gateway(self, _request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": self.gateway.max_concurrency}
        return web.json_response({"url": self.gateway.url, "shards": self.shards, "session_start_limit": limit})

    async def _nothing(self, _request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _react(self, request: web.Request) -> web.Response:
        self.reactions.append((request.match_info["message"], request.match_info["emoji"]))
        return web.Response(status=204)

    async def _put_commands(self, request: web.Request) -> web.Response:
        self.commands = [
            {"description": "", **command, "id": payloads.snowflake(), "application_id": str(payloads.APPLICATION), "version": "1"}
            for command in (await self._record(request)).body
        ]
        return web.json_response(self.commands)

    async def _open_dm(self, request: web.Request) -> web.Response:
        person = int((await self._record(request)).body["recipient_id"])
        return web.json_response(payloads.dm_channel(5000 + person, payloads.user(person)))

    async def _record(self, request: web.Request) -> Call:
        call = await call_of(request)
        self.calls.append(call)
        return call

    def keep(self, message: dict[str, Any]) -> dict[str, Any]:
        self.messages[message["id"]] = message
        return message

    def _made(self, channel: str, call: Call, **fields: Any) -> dict[str, Any]:
        body = {key: value for key, value in (call.body or {}).items() if key in ("content", "components", "flags")}
        message = payloads.message(body.pop("content", None) or "", payloads.mata(), int(channel))
        message["attachments"] = attached(call)
        return self.keep({**message, **body, **fields})

    async def _post_message(self, request: web.Request) -> web.Response:
        call = await self._record(request)
        channel, nonce = request.match_info["channel"], str(call.body.get("nonce", ""))
        if nonce and call.body.get("enforce_nonce") and (channel, nonce) in self.nonces:
            return web.json_response(self.messages[self.nonces[channel, nonce]])
        refers = {key: call.body[key] for key in ("message_reference",) if call.body.get(key)}
        message = self._made(channel, call, **refers)
        if nonce:
            self.nonces[channel, nonce] = message["id"]
        return web.json_response(message)

    def _found(self, request: web.Request) -> dict[str, Any] | None:
        number = request.match_info["message"]
        if number == "@original":
            answered = self.interactions.get(request.match_info["token"])
            return answered.original if answered else None
        return self.messages.get(number)

    async def _get_message(self, request: web.Request) -> web.Response:
        message = self._found(request)
        return web.json_response(message) if message else refuse(404, 10008, "Unknown Message")

    async def _patch_message(self, request: web.Request) -> web.Response:
        call = await self._record(request)
        message = self._found(request)
        if message is None:
            return refuse(404, 10008, "Unknown Message")
        shown = {key: value for key, value in call.body.items() if key in ("content", "components", "flags")}
        message.update(shown, edited_timestamp="2026-11-23T12:01:00+00:00")
        if "attachments" in call.body:
            message["attachments"] = attached(call)
        message["flags"] &= ~(1 << 7)  # no longer thinking
        return web.json_response(message)

    async def _delete_message(self, request: web.Request) -> web.Response:
        await self._record(request)
        message = self._found(request)
        if message is None:
            return refuse(404, 10008, "Unknown Message")
        self.messages.pop(message["id"], None)
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        call = await self._record(request)
        answered = self.interactions.get(request.match_info["token"])
        if answered is not None and answered.kind is not None:
            return refuse(400, 40060, "Interaction has already been acknowledged.")
        if answered is None or time.monotonic() - answered.asked_at > self.first_answer_seconds:
            return refuse(404, 10062, "Unknown interaction")
        answered.kind, data = call.body["type"], call.body.get("data") or {}
        if answered.kind == 9:
            answered.modal = data
        elif answered.kind in (4, 5):
            thinking = 1 << 7 if answered.kind == 5 else 0
            flags = data.get("flags", 0) | thinking
            answered.original = self._made("3000", Call("", "", data, call.files), flags=flags)
        elif answered.kind in (6, 7) and answered.component_of:
            answered.original = self.messages[answered.component_of]
            answered.original.update({key: data[key] for key in ("content", "components", "flags") if key in data})
        return web.json_response(self._callback_response(request.match_info["id"], answered))

    def _callback_response(self, number: str, answered: Answered) -> dict[str, Any]:
        told = {"id": number, "type": 2, "response_message_id": None, "response_message_loading": answered.kind == 5}
        resource: dict[str, Any] = {"type": answered.kind}
        if answered.original is not None:
            told["response_message_id"] = answered.original["id"]
            resource["message"] = answered.original
        return {"interaction": told, "resource": resource}

    async def _follow_up(self, request: web.Request) -> web.Response:
        call = await self._record(request)
        answered = self.interactions[request.match_info["token"]]
        message = self._made("3000", call, flags=call.body.get("flags", 0))
        answered.followups.append(message)
        return web.json_response(message)
