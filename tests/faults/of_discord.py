"""Faults of Discord's REST API and of the way there."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import discord

from bot.intake import MIB
from tests.discord.faults import WEATHER, Fault, Kind
from tests.discord.server import buttons_of
from tests.faults.registry import fault
from tests.faults.stage import ANSWER, CALLBACK, EXACT, ORIGINAL, POST, Stage

LOG = "max_iters = 6000\n" + "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(10, 110, 10))


async def on_every_way(stage: Stage, weather: Fault) -> None:
    """It befalls the answer to a message, to a command, and to a command that was put off."""
    async with stage.client():
        stage.meet(*(weather.on(*way) for way in (POST, CALLBACK, ORIGINAL)))
        file = stage.wire.attach("train.log", EXACT.encode())
        await stage.message()
        await stage.command()
        await stage.command(attachments=(file,))


for _name, _weather in WEATHER.items():
    fault(_name)(partial(on_every_way, weather=_weather))


@fault("429 storm")
async def storm(stage: Stage) -> None:
    """Of thirty answers at once every other is told to wait, several times over, some for the whole bot."""
    async with stage.client():
        stage.meet(
            Fault(*POST, Kind.RATE_LIMIT, times=20, retry_after=0.1),
            Fault(*CALLBACK, Kind.RATE_LIMIT, times=15, retry_after=0.1),
            Fault(*POST, Kind.RATE_LIMIT, times=5, retry_after=0.2, whole=True),
        )
        await asyncio.gather(*(stage.message() for _ in range(15)), *(stage.command() for _ in range(15)))


@fault("429 for the whole bot, longer than one try")
async def long_limit(stage: Stage) -> None:
    """The deadline of a try ends discord.py's sleep; its gate for all requests must open nevertheless."""
    async with stage.client():
        seconds = stage.times.one_try + 0.5
        stage.meet(Fault(*POST, Kind.RATE_LIMIT, retry_after=seconds, whole=True))
        await stage.message()
        await stage.settled()
        await stage.message()


@fault("DNS failure")
async def no_name(stage: Stage) -> None:
    """Discord's name cannot be resolved: at the start, then for every new connection."""
    wire = stage.wire
    wire.rest.gateway_url = wire.gateway.url = f"ws://discord.test:{wire.port}/gateway"
    discord.http.Route.BASE = f"http://discord.test:{wire.port}/api/v10"
    with resolving("discord.test") as failing:
        failing.append(3)
        async with stage.client() as client:
            connector: Any = client.http.connector
            await forget_connections(connector)
            await wire.gateway.drop()
            failing.append(4)
            stage.struck()
            await stage.message()
            await stage.command()
            await stage.settled()
            if any(failing):
                stage.note = "was not met"


async def forget_connections(connector: Any) -> None:
    """Close what is kept open and forget what was resolved, as after a change of network."""
    connector.clear_dns_cache()
    for held in list(connector._conns.values()):
        for protocol, _ in held:
            if protocol.transport is not None:
                protocol.transport.abort()
    await asyncio.sleep(0.05)


@contextmanager
def resolving(name: str) -> Iterator[list[int]]:
    """Resolve ``name`` to this machine, but fail so many times first: the numbers in the list."""
    failing: list[int] = []
    real = socket.getaddrinfo

    def found(host: Any, *given: Any, **options: Any) -> Any:
        if host != name:
            return real(host, *given, **options)
        while failing and failing[-1] <= 0:
            failing.pop()
        if failing:
            failing[-1] -= 1
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return real("127.0.0.1", *given, **options)

    socket.getaddrinfo = found
    try:
        yield failing
    finally:
        socket.getaddrinfo = real


@fault("the file server fails")
async def no_file(stage: Stage) -> None:
    """The attachment's download is cut, refused and closed; then it is there."""
    async with stage.client():
        stage.struck()
        for kind in (Kind.RESET_BEFORE, Kind.CLOSE, Kind.STATUS, Kind.RESET_MIDWAY):
            stage.meet(Fault("GET", "^/cdn/", kind))
            await stage.message("", attachments=[stage.wire.attach("train.log", EXACT.encode())])
            await stage.settled()


@fault("a file larger than it said")
async def liar(stage: Stage) -> None:
    async with stage.client():
        stage.struck()
        file = stage.wire.attach("train.log", b"x" * (9 * MIB), size=10)
        await stage.message("", says="8 MB", attachments=[file])
        await stage.message()


@fault("an expired interaction")
async def expired(stage: Stage) -> None:
    """Before its first answer, and after it was put off."""
    async with stage.client():
        stage.meet(Fault(*CALLBACK, Kind.STATUS, status=404, code=10062))
        await stage.command(moot=True)
        await stage.wire.until(lambda: stage.wire.faults[0].times == 0)
        stage.meet(Fault(*ORIGINAL, Kind.STATUS, status=401, code=50027))
        await stage.command(attachments=(stage.wire.attach("train.log", EXACT.encode()),), moot=True)
        await stage.wire.until(lambda: stage.wire.faults[1].times == 0)
        await stage.command()


@fault("a deleted message")
async def deleted(stage: Stage) -> None:
    """The question goes while it is answered; the answer goes, then the question is edited."""
    async with stage.client() as client:
        stage.meet(Fault(*POST, Kind.STATUS, status=503, times=2))
        asked = await stage.message(moot=True)
        await stage.wire.until(lambda: stage.wire.faults[0].times < 2)
        await stage.wire.delete(asked)
        await stage.wire.until(lambda: any(call.method == "DELETE" for call in stage.wire.rest.calls))
        author = stage.person()
        source = await stage.message(author=author, moot=True)
        (reply,) = await stage.wire.until(lambda: stage.wire.replies(source))
        await stage.wire.until(lambda: client.followed.get(int(source["id"])))
        del stage.wire.rest.messages[reply["id"]]
        await stage.wire.edit(source, "/eta iter=100 ms=2000 total=6000")
        await stage.wire.until(lambda: not client.followed.get(int(source["id"])))
        await stage.message()


@fault("a deleted channel")
async def gone(stage: Stage) -> None:
    await refused(stage, 404, 10003)


@fault("a missing permission")
async def forbidden(stage: Stage) -> None:
    await refused(stage, 403, 50013)


@fault("closed direct messages")
async def closed(stage: Stage) -> None:
    await refused(stage, 403, 50007)


async def refused(stage: Stage, status: int, code: int) -> None:
    """Discord lets nobody answer there; it is not tried again, and elsewhere it goes on."""
    async with stage.client():
        stage.meet(Fault(*POST, Kind.STATUS, status=status, code=code))
        await stage.message(moot=True)
        await stage.wire.until(lambda: stage.wire.faults[0].times == 0)
        await stage.message()


@fault("a button during an outage")
async def pressed(stage: Stage) -> None:
    """A form is opened and answered while requests fail."""
    async with stage.client():
        author = stage.person()
        asked = await stage.command(text="iter 100: loss 3.1, time 3995.11ms, mfu 2.31%", author=author, says="")
        question = await stage.wire.until(lambda: asked.original)
        stage.meet(Fault(*CALLBACK, Kind.STATUS, status=503), Fault(*CALLBACK, Kind.RESET_BEFORE))
        click = await stage.wire.click(question, buttons_of(question)["Give the number"], author=author)
        form = await stage.wire.until(lambda: click.modal)
        stage.meet(Fault(*CALLBACK, Kind.RESET_AFTER))
        submitted = await stage.wire.submit(form["custom_id"], {"total": "6000"}, on=question, author=author)
        stage.count(lambda: int(ANSWER in str(submitted.original)))
