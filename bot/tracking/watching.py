"""The watch itself: read, look, draw, tell Discord, until the run or the watcher's patience ends."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

import aiohttp

from bot.language import Language
from bot.tracking.publisher import Publisher
from bot.tracking.sources import File, Source
from bot.tracking.state import Phase, Shown, State
from bot.tracking.watcher import Watcher
from bot.tracking.webhook import Hook, Webhook
from bot.tracking.words import Words
from bot.tracking.writer import Writer

#: Seconds between two glances at the source; between two looks at what it brought, and times what a look takes.
TICK, LOOK, SHARE = 0.25, 1.0, 20.0
#: Seconds between two questions whether somebody still writes the file.
WRITER_EVERY = 10.0
#: Seconds for what Discord is still to be told: when the run is over, and when somebody waits for the prompt.
LAST_WORDS, LEAVING = 120.0, 5.0


class Screen(Protocol):
    """Where the state is drawn."""

    def draw(self, state: State, now: datetime) -> None:
        """Show the state."""

    def alarm(self, state: State, now: datetime) -> None:
        """Show that the state has become alarming."""

    def tell(self, sentence: str) -> None:
        """Say something about watching itself."""

    def close(self, state: State, now: datetime) -> None:
        """Show the last state, to stay."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told to Discord, and how."""

    publisher: Publisher
    words: Words
    name: str

    def tell(self, state: State, now: datetime) -> None:
        """Keep the message at this state, once there is anything to say."""
        if state.phase not in (Phase.WAITING, Phase.READING):
            self.publisher.show(Shown.of(state), self.words.discord(state, now, self.name))

    def alarm(self, state: State, now: datetime) -> None:
        """Say what is alarming in a message of its own."""
        self.publisher.alarm(self.words.alarm(state, now, self.name))


class Watching:
    """One source, one watcher, one screen, and perhaps Discord."""

    def __init__(
        self, source: Source, watcher: Watcher, screen: Screen, language: Language, told: Told | None = None
    ) -> None:
        self._source, self._watcher, self._screen = source, watcher, screen
        self._language, self._told = language, told
        self._writer, self._asked_at = Writer(), float("-inf")
        self._written: bool | None = None
        self._next_look = float("-inf")
        self._complained: set[str] = set()

    async def follow(self, stop: asyncio.Event) -> State:
        """Watch until the run is over, the pipe closes, or ``stop`` is set; return the last state."""
        while not stop.is_set():
            data = self._poll()
            if data is None:
                return self._last(Phase.CUT)
            if data:
                self._watcher.feed(data, self._came(), live=self._source.live)
            if time.monotonic() >= self._next_look or self._watcher.full:
                state = self._look()
                if state.phase is Phase.FINISHED:
                    return await self._finished(state, stop)
            await _pause(stop, 0.0 if data else TICK)
        return self._last(Phase.LEFT)

    def _poll(self) -> bytes | None:
        try:
            return self._source.poll()
        except OSError:
            self._complain("track-lost-file")
            return b""

    def _came(self) -> datetime:
        now = datetime.now(UTC)
        return now if self._source.live else min(self._source.written() or now, now)

    def _look(self) -> State:
        begun = time.monotonic()
        now = datetime.now(UTC)
        try:
            state = self._watcher.look(now, writer=self._asked_writer(begun))
        except Exception:
            if isinstance(self._source, File):
                raise
            # a fault of ours must not close the pipe into which somebody's training writes
            self._complain("cli-bug")
            state = self._watcher.state
        if state.phase is Phase.READING and not self._source.there():
            state = State(Phase.WAITING)
        self._show(state, now)
        self._next_look = time.monotonic() + max(LOOK, SHARE * (time.monotonic() - begun))
        return state

    def _asked_writer(self, now: float) -> bool | None:
        if isinstance(self._source, File) and now - self._asked_at >= WRITER_EVERY:
            self._asked_at, self._written = now, self._writer.look(self._source.identity)
        return self._written

    def _show(self, state: State, now: datetime) -> None:
        alarms = self._watcher.take_alarms()
        for alarming in alarms:
            self._screen.alarm(alarming, now)
        self._screen.draw(state, now)
        if self._told is not None:
            self._told.tell(state, now)
            for alarming in alarms:
                self._told.alarm(alarming, now)

    async def _finished(self, state: State, stop: asyncio.Event) -> State:
        """Let a training that is over write its last lines into the pipe: closing it early would be its end."""
        while not isinstance(self._source, File) and not stop.is_set():
            data = self._poll()
            if data is None:
                break
            await _pause(stop, 0.0 if data else TICK)
        return state

    def _last(self, how: Phase) -> State:
        now = datetime.now(UTC)
        state = self._watcher.end(how, now)
        self._show(state, now)
        return state

    def _complain(self, sentence: str) -> None:
        if sentence not in self._complained:
            self._complained.add(sentence)
            self._screen.tell(self._language.say(sentence))


@dataclass(frozen=True, slots=True)
class Channel:
    """The webhook, and what the run is called there."""

    hook: Hook
    name: str = ""


async def watch(
    source: Source, watcher: Watcher, screen: Screen, words: Words, channel: Channel | None
) -> tuple[State, bool]:
    """Watch to the end; return the last state and whether it was Ctrl-C that ended it."""
    stop, hurry = asyncio.Event(), asyncio.Event()
    async with _interrupts(stop, hurry), _discord(channel, words, screen) as told:
        watching = Watching(source, watcher, screen, words.language, told)
        task = asyncio.create_task(told.publisher.run()) if told else None
        state = await watching.follow(stop)
        screen.close(state, datetime.now(UTC))
        if told is not None and task is not None:
            told.publisher.finish()
            await _until_said(task, LEAVING if stop.is_set() else LAST_WORDS, hurry)
            if told.publisher.pending:
                screen.tell(words.language.say("track-unsent"))
    return state, stop.is_set()


@asynccontextmanager
async def _discord(channel: Channel | None, words: Words, screen: Screen) -> AsyncIterator[Told | None]:
    if channel is None:
        yield None
        return

    def lost(why: str) -> None:
        screen.tell(words.language.say(f"track-webhook-{why}"))

    async with aiohttp.ClientSession() as session:
        yield Told(Publisher(Webhook(channel.hook, session), time.monotonic, lost), words, channel.name)


@asynccontextmanager
async def _interrupts(stop: asyncio.Event, hurry: asyncio.Event) -> AsyncIterator[None]:
    """Let a first Ctrl-C end the watching, and a second what is still to be said."""

    def interrupted() -> None:
        (hurry if stop.is_set() else stop).set()

    loop, signals = asyncio.get_running_loop(), (signal.SIGINT, signal.SIGTERM)
    with suppress(NotImplementedError):  # Windows: Ctrl-C raises, as everywhere
        for number in signals:
            loop.add_signal_handler(number, interrupted)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in signals:
                loop.remove_signal_handler(number)


async def _until_said(task: asyncio.Task[None], seconds: float, hurry: asyncio.Event) -> None:
    hurried = asyncio.create_task(hurry.wait())
    await asyncio.wait({task, hurried}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for one in (task, hurried):
        one.cancel()
        with suppress(asyncio.CancelledError):
            await one


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    if seconds == 0.0:
        await asyncio.sleep(0)
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
