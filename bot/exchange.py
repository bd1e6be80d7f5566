"""One question and its answer on Discord: settings, the remembered run, the answer, the card, what is kept."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import discord

from bot.answer import Answer, Request, answers
from bot.apart import apart_of, keep_apart
from bot.button_state import State
from bot.intake import Refused
from bot.language import choose, say
from bot.memory import CannotKeep, Finish, Place, Remembered, new_run_id, slim
from bot.preferences import SOON
from bot.reply import Reply, parts
from bot.reply.card import card, note
from bot.worker import NotDone
from estimators import Run

if TYPE_CHECKING:
    from bot.app import Mata
    from bot.surface import Surface

log = logging.getLogger(__name__)
T = TypeVar("T")
INLINE = 16 << 10  # bytes that are read between two events; more goes to the worker
KEEPING_SECONDS = 5.0  # nobody waits for what is kept after the answer
SLOW_SECONDS = 2.0  # in which answers go on without a memory that was too slow


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where, and what the client says of their language."""

    person: int
    channel: int
    guild: int | None = None
    locale: str | None = None
    guild_locale: str | None = None

    @property
    def place(self) -> Place:
        """The place as memory knows it."""
        return Place(self.channel, self.guild)


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as its buttons see it."""

    asker: Asker
    answer: Answer
    reply: Reply
    key: str
    alone: Answer | None = None  # the later message by itself, where it was taken together with an earlier one

    def state(self) -> State:
        """What a button of this card has to know."""
        return State(self.asker.person, self.answer.language, self.key, _numbers(self.answer))

    def other_state(self) -> State:
        """What the button has to know that says: the later message is another run."""
        run = _numbers(self.alone) if self.alone is not None else None
        return State(self.asker.person, self.answer.language, self.key, run)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: text, and what was given beside it. ``run`` is the run that it is known to be about."""

    text: str | bytes
    total: str | None = None
    what_if: str | None = None
    language: str | None = None
    run: Remembered | None = None
    fresh: bool = False  # stands by itself: what was asked here before has nothing to do with it
    quiet: bool = False  # silence is better than saying that nothing was understood


class Exchange:
    """Answer questions for the client; knows no command and no event."""

    def __init__(self, app: Mata) -> None:
        self._app = app
        self._asked: set[asyncio.Future[Any]] = set()
        self._slow_until = 0.0

    async def language_of(self, asker: Asker, text_language: str | None = None) -> str:
        """Return the language to speak to somebody: their own choice, their script, their client, their server."""
        own = await self.own_language(asker)
        return choose(own, text_language, asker.locale, await self._guild_language(asker))

    async def own_language(self, asker: Asker) -> str | None:
        """Return what the person chose by ``/language``."""
        return (await self._app.preferences.person(asker.person)).language

    async def _guild_language(self, asker: Asker) -> str | None:
        return (await self._app.preferences.guild(asker.guild)).language or asker.guild_locale

    async def think(self, asker: Asker, question: Question) -> tuple[Answer, Answer | None]:
        """Answer the question as :func:`answers` does, in the worker where it is long.

        Raises ``NotDone``.
        """
        remembered = question.run or (None if question.fresh else await self._latest(asker))
        request = Request(
            question.text,
            self._app.now(),
            language=question.language or await self.own_language(asker),
            locale=asker.locale,
            guild_language=await self._guild_language(asker),
            total=question.total,
            what_if=question.what_if,
            remembered_at=remembered.asked_at if remembered else None,
        )
        run, begun = remembered.run if remembered else None, time.monotonic()
        if len(question.text) <= INLINE:
            found, alone = answers(request, run)
        else:
            found, alone = await self._app.worker.run(answers, request, run)
        self._app.metrics.answered(found.status, time.monotonic() - begun)
        return found, alone

    async def hold(self, asker: Asker, question: Question, surface: Surface) -> Answer | None:
        """Answer on the surface; a sentence where the question cannot be taken now. Returns the answer, if any."""
        if question.run is None and not question.fresh:  # known here: what follows a run is kept as that run
            question = replace(question, run=await self._latest(asker), fresh=True)
        try:
            found, alone = await self.think(asker, question)
        except NotDone as error:
            await self.refuse(asker, Refused(error.sentence), surface)
            return None
        if found.status != "none" or not question.quiet:
            before = question.run if found.followed else None
            apart = apart_of(before, alone) if before and alone else None
            key = before.id if before else new_run_id()
            await self.show(asker, found, surface, key, alone=alone if apart else None)
            if apart is not None:
                await keep_apart(self._app, asker.person, key, apart)
        return found

    async def show(
        self,
        asker: Asker,
        found: Answer,
        surface: Surface,
        key: str | None = None,
        picture: discord.File | None = None,
        *,
        alone: Answer | None = None,
    ) -> None:
        """Put the answer's card on the surface, with a picture if there is one, then keep the run's numbers."""
        reply = await self._app.preferences.fitted(asker, parts(found, "discord"))
        shown = Shown(asker, found, reply, key or new_run_id(), alone)
        remembered = self._hold_latest(shown)
        await surface.show(self.card(shown, picture), (picture,) if picture else ())
        if surface.shown_id is not None and found.run is not None:
            self._app.shown_runs.put(surface.shown_id, shown.key)
        if remembered is not None:
            await self._keep(asker, remembered)

    def card(self, shown: Shown, picture: discord.File | None = None) -> discord.ui.LayoutView:
        """Return the card with the buttons that the features offer."""
        offered = (feature.button(shown) for feature in self._app.features if feature.button is not None)
        return card(shown.reply, tuple(button for button in offered if button is not None), (picture,) if picture else ())

    async def refuse(self, asker: Asker, refused: Refused, surface: Surface) -> None:
        """Say in one sentence why not."""
        language = await self.language_of(asker)
        await surface.show(note(say(language, refused.id, **refused.args)))

    async def kept(self, ask: Callable[[], Awaitable[T]], within: float = SOON) -> T | None:
        """Return what memory says; ``None`` where it cannot say it soon. No answer depends on memory.

        Who has waited in vain is the last for a while: an answer asks several times. What was asked goes on, as to
        break it off would cost the store a connection just when it is slow.
        """
        clock = asyncio.get_running_loop().time
        if within <= SOON and clock() < self._slow_until:
            return None
        asking = asyncio.ensure_future(_said(ask))
        self._asked.add(asking)
        asking.add_done_callback(self._asked.discard)
        if (await asyncio.wait({asking}, timeout=within))[0]:
            return asking.result()
        self._slow_until = clock() + SLOW_SECONDS
        log.warning("memory is slow")
        return None

    async def run_of(self, state: State) -> Remembered | None:
        """Return the run that a button belongs to: as kept, else the numbers that the button carries."""
        recent = self._app.recent_runs.get(state.key)
        if recent is not None:
            return recent
        memory = self._app.memory
        kept = await self.kept(lambda: memory.runs.get(state.key, state.owner)) if memory and state.key else None
        if kept is not None or state.run is None:
            return kept
        now = self._app.now()
        return _remembered(state.key, state.owner, Place(0), state.run, now)

    async def run_of_card(self, state: State | None, person: int) -> Remembered | None:
        """Return the run that a card is about, where the card is the person's own."""
        return await self.run_of(state) if state is not None and state.owner == person else None

    async def _latest(self, asker: Asker) -> Remembered | None:
        held, memory = self._app.latest_runs.get((asker.person, asker.channel)), self._app.memory
        if held is not None or memory is None:
            return held
        return await self.kept(lambda: memory.runs.latest(asker.person, asker.place, self._app.now()))

    def _hold_latest(self, shown: Shown) -> Remembered | None:
        """Hold the run before it is shown: what follows it may arrive before memory has it."""
        run, asker = shown.answer.run, shown.asker
        if run is None or shown.answer.assumed:
            return None
        remembered = _remembered(shown.key, asker.person, asker.place, run, shown.answer.asked_at, shown.reply)
        self._app.recent_runs.put(shown.key, remembered)
        self._app.latest_runs.put((asker.person, asker.channel), remembered)
        return remembered

    async def _keep(self, asker: Asker, run: Remembered) -> None:
        memory, latest, where = self._app.memory, self._app.latest_runs, (asker.person, asker.channel)
        if memory is None:
            return
        kept = await self.kept(
            lambda: memory.runs.remember(
                asker.person, asker.place, run.run, run.asked_at, finish=run.finish, run_id=run.id
            ),
            KEEPING_SECONDS,
        )
        if kept is not None and latest.get(where) is run:
            latest.pop(where)


async def _said(ask: Callable[[], Awaitable[T]]) -> T | None:
    try:
        return await ask()
    except CannotKeep as error:
        log.warning("memory cannot be used: %s", error.reason)
        return None


def _numbers(found: Answer) -> Run | None:
    """Return the run with the three numbers that its answer rests on."""
    run, told = found.run, found.estimate or found.per_thousand
    if run is None or told is None:
        return run
    return replace(run, done=told.done, total=told.total if found.estimate else run.total, pace=told.step_time)


def _remembered(
    key: str, owner: int, place: Place, run: Run, now: datetime, reply: Reply | None = None
) -> Remembered:
    finish = Finish(reply.optimistic_at, reply.finish_at, reply.pessimistic_at) if reply else Finish(None, None, None)
    return Remembered(key, owner, place, slim(run), None, now, finish, None, now)
