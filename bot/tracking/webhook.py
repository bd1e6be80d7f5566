"""A Discord webhook: say something new, or change what was said. Its address is a secret."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp

API = "https://discord.com/api/v10"
#: Discord's codes: the message is gone; the webhook is.
UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK = 10008, 10015
TIMEOUT = aiohttp.ClientTimeout(total=15)
#: Most of an answer that is read (bytes); seconds to wait where a refusal for haste does not say how many; the most.
ANSWER, UNSAID, LONGEST = 1 << 16, 60.0, 86_400.0

_ADDRESS = re.compile(
    r"https://(?:(?:ptb|canary)\.)?discord(?:app)?\.com/api(?:/v\d{1,2})?/webhooks/"
    r"(?P<id>\d{15,21})/(?P<token>[A-Za-z0-9_-]{20,200})/?(?:\?(?P<query>[a-z_=&0-9]{0,200}))?"
)


@dataclass(frozen=True, slots=True)
class Hook:
    """Where to send to. It does not show its address, whoever prints it."""

    address: str = field(repr=False)
    thread: str | None = field(default=None, repr=False)

    @staticmethod
    def of(url: str, api: str | None = None) -> Hook | None:
        """Return the webhook of a URL that Discord gave out, ``None`` for any other; ``api`` is where Discord answers.

        >>> Hook.of("https://discord.com/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyz")
        Hook()
        >>> Hook.of("https://example.org/api/webhooks/123456789012345678/abcdefghijklmnopqrstuvwxyz") is None
        True
        """
        found = _ADDRESS.fullmatch(url.strip())
        if found is None:
            return None
        thread = re.search(r"(?:^|&)thread_id=(\d{15,21})(?:&|$)", found["query"] or "")
        return Hook(
            f"{(api or API).rstrip('/')}/webhooks/{found['id']}/{found['token']}", thread[1] if thread else None
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one try: done, ``gone`` (the message), ``unknown`` (the webhook), refused for good, or later."""

    kind: Literal["done", "gone", "unknown", "refused", "later"]
    message: str | None = None
    wait: float | None = None  # seconds that Discord asks for


class Webhook:
    """One try each; whoever calls decides about the next."""

    def __init__(self, hook: Hook, session: aiohttp.ClientSession) -> None:
        self._hook, self._session = hook, session

    async def post(self, text: str) -> Outcome:
        """Say something new; the outcome names the message."""
        return await self._try("POST", self._hook.address, text, {"wait": "true"})

    async def edit(self, message: str, text: str) -> Outcome:
        """Change what was said."""
        return await self._try("PATCH", f"{self._hook.address}/messages/{message}", text, {})

    async def _try(self, method: str, address: str, text: str, query: dict[str, str]) -> Outcome:
        if self._hook.thread is not None:
            query = {**query, "thread_id": self._hook.thread}
        body = {"content": text, "allowed_mentions": {"parse": []}}
        try:
            async with self._session.request(
                method, address, params=query, json=body, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                told = _json(await response.content.read(ANSWER))
                return _outcome(response, told)
        except (aiohttp.ClientError, OSError, TimeoutError):
            return Outcome("later")  # never the error itself: it holds the address


def _outcome(response: aiohttp.ClientResponse, told: dict[str, Any]) -> Outcome:
    status, code = response.status, told.get("code")
    if status < 300:
        return Outcome("done", message=str(told["id"]) if str(told.get("id", "")).isdigit() else None)
    if status == 429:
        return Outcome("later", wait=_asked_for(response, told))
    if status >= 500:
        return Outcome("later")
    if status == 404 and code == UNKNOWN_MESSAGE:
        return Outcome("gone")
    return Outcome("unknown" if code == UNKNOWN_WEBHOOK or status in (401, 404) else "refused")


def _asked_for(response: aiohttp.ClientResponse, told: dict[str, Any]) -> float:
    """Return for how long Discord, or the shield before it, wants silence: the longer of what header and body say."""
    found = [_seconds(response.headers.get("Retry-After")), _seconds(told.get("retry_after"))]
    return min(max((value for value in found if value is not None), default=UNSAID), LONGEST)


def _seconds(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _json(raw: bytes) -> dict[str, Any]:
    try:
        told = json.loads(raw)
    except ValueError:
        return {}  # HTML of the shield before Discord
    return told if isinstance(told, dict) else {}
