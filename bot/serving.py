"""``mata serve``: from settings to a running client, and to a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import discord

from bot.app import Mata, Options
from bot.delivery import Undeliverable
from bot.health import Health, NoPort
from bot.intake import Limits
from bot.language import Language
from bot.logs import set_up
from bot.memory import CannotKeep, Memory, Refusal
from bot.memory.database import database_url
from bot.settings import Settings

log = logging.getLogger(__name__)
CANNOT_START = 1


def serve(settings: Settings, language: Language) -> int:
    """Serve until a signal comes; return the exit status. What stops the start is said in one sentence."""
    set_up(settings.log_level, settings.log_format)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # Mata never speaks: no libraries for it
    logging.getLogger("discord").setLevel(max(logging.getLevelName(settings.log_level), logging.INFO))
    try:
        asyncio.run(_served(settings))
    except Refusal as refusal:
        return _refused(language.say(f"memory-{refusal.id.removeprefix('memory-')}", **refusal.args_for_sentence))
    except NoPort:
        return _refused(language.say("serve-port-taken"))
    except discord.LoginFailure:
        return _refused(language.say("serve-token-refused"))
    except Undeliverable:
        return _refused(language.say("serve-unreachable"))
    return 0


def _refused(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return CANNOT_START


def options(settings: Settings) -> Options:
    """Return what the client needs of the settings."""
    return Options(
        message_content=settings.message_content,
        api=settings.discord_api,
        cdn=settings.discord_cdn,
        shard_count=settings.shard_count,
        shard_ids=settings.shard_ids,
        health=(settings.metrics_host, settings.metrics_port) if settings.metrics_port else None,
        limits=Limits(
            files=settings.max_attachments,
            size=settings.max_attachment_bytes,
            inflated=settings.max_decompressed_bytes,
        ),
    )


async def _served(settings: Settings) -> None:
    assert settings.token is not None  # noqa: S101 - the command asks for it first
    if settings.discord_api:
        discord.http.Route.BASE = settings.discord_api
    if settings.one_of_several and database_url(settings.database_url.get_secret_value()).drivername.startswith("sqlite"):
        raise Refusal("memory-several-on-sqlite")
    async with _memory(settings.database_url.get_secret_value()) as memory:
        await serve_degrading(settings.token.get_secret_value(), options(settings), memory)


async def serve_degrading(token: str, wanted: Options, memory: Memory | None) -> None:
    """Serve; where Discord refuses the content intent, go on without it: only watched channels need it."""
    try:
        await run(token, wanted, memory)
    except discord.PrivilegedIntentsRequired:
        if not wanted.message_content:
            raise
        log.warning("Discord refuses the Message Content intent: going on without watching channels")
        await run(token, replace(wanted, message_content=False), memory)


@asynccontextmanager
async def _memory(url: str) -> AsyncIterator[Memory]:
    memory = Memory(url)
    try:
        await memory.start()
    except CannotKeep as error:
        log.warning("memory cannot be used now (%s): answering goes on without it", error.reason)
    try:
        yield memory
    finally:
        await memory.close()


async def run(token: str, wanted: Options, memory: Memory | None) -> None:
    """Serve until a signal comes; what is in flight then is finished first."""
    client = Mata(wanted, memory)
    async with contextlib.AsyncExitStack() as beside:
        if wanted.health is not None:
            await beside.enter_async_context(Health(client.metrics, client.serving).listening(*wanted.health))
        await _until_signalled(client, token)


async def _until_signalled(client: Mata, token: str) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    serving = asyncio.create_task(stay_connected(client, token))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        await client.close()
        if not serving.done():
            serving.cancel()
        stopping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving


async def stay_connected(client: Mata, token: str) -> None:
    """Log in, patiently, and stay connected."""
    async with client:
        await client.delivery.persist(lambda: _log_in(client, token), within=120.0, each=30.0)
        await client.connect()


async def _log_in(client: Mata, token: str) -> None:
    """Log in once; discord.py begins an HTTP session a try and would leave that of a failed one open."""
    try:
        await client.login(token)
    except BaseException:
        client.http._HTTPClient__session.detach()  # type: ignore[attr-defined]  # its connections serve the next try
        raise
