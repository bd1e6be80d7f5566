"""Long texts are answered in a process of their own, so that nobody else waits for them."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

DEADLINE, MOST_WAITING, TRIES = 30.0, 16, 2
STANDS_BACK = 10  # of 19: people who only ask do not wait for somebody's file


class NotDone(Exception):  # noqa: N818 - the words of the house
    """The work was not done; ``sentence`` is the message that says why.

    ``NotDone``
     |- ``Busy``      so many wait already that one more would wait too long
     |- ``TooSlow``   it was not done within its deadline and was stopped
     |- ``Died``      its process was killed over it twice, for want of memory most likely
    """

    sentence = ""


class Busy(NotDone):
    """So many wait already that one more would wait too long."""

    sentence = "error-busy"


class TooSlow(NotDone):
    """The work was not done within its deadline and was stopped."""

    sentence = "error-too-slow"


class Died(NotDone):
    """The process was killed over the work, and its successor too."""

    sentence = "error-died"


class Worker:
    """One process, started when first needed and again after its death; at most ``most`` tasks wait for it."""

    def __init__(self, deadline: float = DEADLINE, most: int = MOST_WAITING) -> None:
        self._deadline, self._most = deadline, most
        self._pool: ProcessPoolExecutor | None = None
        self._waiting = 0
        self._turn = asyncio.Lock()

    @property
    def waiting(self) -> int:
        """How many tasks wait for it or are with it."""
        return self._waiting

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work there; raises ``NotDone``, or what the work raises. A killed process is replaced."""
        if self._waiting >= self._most:
            raise Busy
        self._waiting += 1
        try:
            async with self._turn:
                for _ in range(TRIES):
                    try:
                        return await self._once(lambda pool: pool.submit(work, *args, **kwargs))
                    except BrokenProcessPool:
                        self._kill()
                raise Died
        finally:
            self._waiting -= 1

    async def _once(self, submit: Callable[[ProcessPoolExecutor], Future[T]]) -> T:
        if self._pool is None:
            # spawn: a fork of a process with threads and sockets may hang
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=prepare)
        try:
            async with asyncio.timeout(self._deadline):
                return await asyncio.wrap_future(submit(self._pool))
        except TimeoutError:
            self._kill()
            raise TooSlow from None

    def _kill(self) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        processes: dict[int, Any] = dict(getattr(pool, "_processes", None) or {})  # public only from 3.14 on
        for process in processes.values():
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """End the process, whatever it does."""
        self._kill()


def prepare() -> None:
    """Let this process stand back behind the one that answers, and end when that is gone: killed, it cannot say so."""
    if hasattr(os, "nice"):
        os.nice(STANDS_BACK)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
