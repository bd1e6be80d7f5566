"""When to tell Discord: one message kept up to date, alarms as new ones, and never in haste."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from bot.tracking.state import OVER, Phase, Shown
from bot.tracking.webhook import Outcome, Webhook

#: Seconds between two edits; alarms that wait at most; seconds after a first failure, and the most after many.
EVERY, ALARMS = 60.0, 8
PAUSE, LONGEST_PAUSE = 2.0, 60.0
LAST = OVER | {Phase.LEFT}


class Publisher:
    """Holds only what is still to be said: what is out of date is never sent late.

    ``step`` sends one thing; ``run`` does so whenever one is due. ``lost`` is called once, with the reason, when the
    webhook turns out to be good for nothing; from then on nothing is sent.
    """

    def __init__(
        self, webhook: Webhook, clock: Callable[[], float], lost: Callable[[str], None], every: float = EVERY
    ) -> None:
        self._webhook, self._clock, self._lost, self._every = webhook, clock, lost, every
        self._alarms: deque[str] = deque(maxlen=ALARMS)
        self._wanted: tuple[Shown, str] | None = None
        self._said: Shown | None = None
        self._message: str | None = None
        self._not_before = self._next_edit = clock()
        self._failures = 0
        self._changed = asyncio.Event()
        self._ending = False
        self.useless = False

    @property
    def pending(self) -> bool:
        """Whether something is still to be said."""
        return not self.useless and (bool(self._alarms) or self._wanted is not None)

    def show(self, shown: Shown, text: str) -> None:
        """Keep the message at ``text``, if that says something else than what stands there."""
        before = self._wanted[0] if self._wanted else self._said
        if before is None or before.differs(shown):
            self._wanted = (shown, text)
            self._changed.set()

    def alarm(self, text: str) -> None:
        """Say something new: an edit makes no sound."""
        self._alarms.append(text)
        self._changed.set()

    def wait(self) -> float | None:
        """Return in how many seconds something is due, ``None`` while nothing is to be said."""
        if not self.pending:
            return None
        due = self._not_before
        if not self._alarms and not self._hurried():
            due = max(due, self._next_edit)
        return max(due - self._clock(), 0.0)

    async def step(self) -> None:
        """Send what is due first: an alarm, else the message."""
        if self._alarms:
            text = self._alarms[0]
            outcome = await self._webhook.post(text)
            if outcome.kind == "done" and self._alarms and self._alarms[0] is text:
                self._alarms.popleft()
        elif self._wanted is not None:
            outcome = await self._show(*self._wanted)
        else:
            return
        self._settle(outcome)

    async def run(self) -> None:
        """Send what is due until ``finish`` is called and nothing is left to be said."""
        while not self.useless and (self.pending or not self._ending):
            self._changed.clear()
            wait = self.wait()
            if wait == 0.0:
                await self.step()
                continue
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._changed.wait()

    def finish(self) -> None:
        """Let ``run`` end when what is to be said is out; edits no longer wait for their minute."""
        self._ending = True
        self._changed.set()

    def _hurried(self) -> bool:
        return self._ending or (self._wanted is not None and self._wanted[0].phase in LAST)

    async def _show(self, shown: Shown, text: str) -> Outcome:
        message = self._message
        outcome = await (self._webhook.post(text) if message is None else self._webhook.edit(message, text))
        if outcome.kind == "done":
            self._said, self._message = shown, message or outcome.message
            self._next_edit = self._clock() + self._every
            if self._wanted is not None and self._wanted[0] is shown:
                self._wanted = None
        elif outcome.kind == "gone":
            self._message = None
        return outcome

    def _settle(self, outcome: Outcome) -> None:
        if outcome.kind in ("done", "gone"):
            self._failures = 0
        elif outcome.kind == "later":
            pause = min(PAUSE * 2**self._failures, LONGEST_PAUSE) if outcome.wait is None else outcome.wait
            self._failures = min(self._failures + 1, 10)
            self._not_before = self._clock() + pause
        else:
            self.useless = True
            self._alarms.clear()
            self._wanted = None
            self._lost(outcome.kind)
