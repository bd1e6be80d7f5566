"""Reply -> Discord: what discord.py leaves to its user, which on Linux is a lot.

discord.py does not try again after a TCP reset (it knows the error numbers of macOS and Windows alone), after a
closed connection, nor, outside webhooks, after a 503. A message to a channel carries a nonce that Discord
enforces, so that trying again never says a thing twice; an interaction takes one answer by itself.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import aiohttp
import discord

T = TypeVar("T")

ALREADY_ACKNOWLEDGED = 40060
#: Discord's codes for what nobody can be told any more: channel, message, webhook, interaction or its token are gone.
TOO_LATE = frozenset({10003, 10008, 10015, 10062, 50027})
LONGEST_LIMIT = 30.0  # seconds that a rate limit is waited for; beyond that it is an error
#: What discord.py raises over a response that is not what Discord describes: the same request is asked again.
UNREADABLE = (json.JSONDecodeError, KeyError)
NOBODY = discord.AllowedMentions.none()


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds: within which the first answer of an interaction must be out, and a try of it; the same of the rest."""

    first: float = 2.8
    first_try: float = 1.3
    patience: float = 45.0
    one_try: float = 12.0


class Undeliverable(Exception):  # noqa: N818 - the words of the house
    """Discord could not be reached within the time that an answer is worth; ``__cause__`` says how."""


def transient(error: BaseException) -> bool:
    """Tell whether the same request may well succeed a moment later."""
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status == 429
    lost = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError, aiohttp.ClientPayloadError)
    return isinstance(error, (*lost, *UNREADABLE, discord.RateLimited, TimeoutError, ConnectionError))


def _answered(error: BaseException) -> bool:
    known = isinstance(error, discord.InteractionResponded)  # discord.py's own word, where it could not read Discord's
    return known or getattr(error, "code", None) == ALREADY_ACKNOWLEDGED


class Delivery:
    """Send, edit and delete until it is done, pointless or too late."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
        times: Times | None = None,
    ) -> None:
        self._clock, self._sleep, self._times = clock, sleep, times or Times()
        self._quiet_until = 0.0  # the shield before Discord asked for silence, whatever the route

    async def persist(
        self, action: Callable[[], Awaitable[T]], *, within: float | None = None, each: float | None = None
    ) -> T | None:
        """Do ``action``; ``None`` where an earlier try that looked lost had answered the interaction after all."""
        deadline, each = self._clock() + (within or self._times.patience), each or self._times.one_try
        pause, tries = 0.1, 0
        while True:
            tries += 1
            await self._keep_quiet(deadline)
            try:
                async with asyncio.timeout(max(min(each, deadline - self._clock()), 0.05)):
                    return await action()
            except (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, *UNREADABLE) as error:
                if tries > 1 and _answered(error):
                    return None
                if not transient(error):
                    raise
                pause = self._pause_after(error, pause)
                if self._clock() + pause >= deadline:
                    raise Undeliverable(type(error).__name__) from error
            await self._sleep(pause)
            pause = min(pause * 2, 5.0)

    async def send(self, channel: discord.abc.Messageable, nonce: int | str, **content: Any) -> discord.Message:
        """Say something new in a channel, once however often it is tried."""
        sent = await self.persist(
            lambda: channel.send(nonce=str(nonce)[:25], allowed_mentions=content.get("mentions", NOBODY),
                                 **{key: value for key, value in content.items() if key != "mentions"})
        )  # fmt: skip
        assert sent is not None  # noqa: S101 - only an interaction can be answered already
        return sent

    async def edit(self, message: discord.PartialMessage | discord.Message, **content: Any) -> None:
        """Replace what a message shows."""
        await self.persist(lambda: message.edit(allowed_mentions=NOBODY, **content))

    async def delete(self, message: discord.PartialMessage | discord.Message) -> None:
        """Delete a message."""
        await self.gone(message.delete)

    async def gone(self, delete: Callable[[], Awaitable[None]]) -> None:
        """Do a deletion; that the thing is gone already is as good."""
        try:
            await self.persist(delete)
        except discord.NotFound:
            return

    async def first(self, answer: Callable[[], Awaitable[T]]) -> T | None:
        """Give an interaction its first answer, within the three seconds that Discord waits."""
        return await self.persist(answer, within=self._times.first, each=self._times.first_try)

    async def open(self, interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
        """Open a form."""
        await self.first(lambda: interaction.response.send_modal(form))

    def _pause_after(self, error: BaseException, pause: float) -> float:
        if isinstance(error, discord.RateLimited):  # of one route; longer than discord.py would wait
            return error.retry_after
        if getattr(error, "status", None) != 429:
            return pause
        asked = asked_to_wait(getattr(getattr(error, "response", None), "headers", {}))
        self._quiet_until = self._clock() + asked
        return asked

    async def _keep_quiet(self, deadline: float) -> None:
        left = self._quiet_until - self._clock()
        if left > 0:
            await self._sleep(min(left, max(deadline - self._clock(), 0.0)))


def asked_to_wait(headers: Mapping[str, str]) -> float:
    """Return the seconds that a 429 asks for, within reason."""
    try:
        return min(max(float(headers.get("Retry-After", 1.0)), 0.2), LONGEST_LIMIT)
    except ValueError:
        return 1.0
