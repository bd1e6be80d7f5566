"""Who may ask how often, and what was answered already. Bounded in memory whoever asks."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """A mapping that forgets: at most ``most`` entries, none older than ``ttl`` seconds."""

    def __init__(self, most: int, ttl: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._entries: OrderedDict[Hashable, tuple[float, Value]] = OrderedDict()
        self._most, self._ttl, self._clock = most, ttl, clock

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Value | None:
        """Return what was put under ``key``, if that is not forgotten."""
        kept = self._entries.get(key)
        return kept[1] if kept is not None and self._clock() - kept[0] < self._ttl else None

    def put(self, key: Hashable, value: Value) -> None:
        """Keep ``value``; the oldest go."""
        now = self._clock()
        self._entries.pop(key, None)
        self._entries[key] = (now, value)
        while self._entries:
            oldest = next(iter(self._entries))
            if len(self._entries) <= self._most and now - self._entries[oldest][0] < self._ttl:
                break
            del self._entries[oldest]

    def pop(self, key: Hashable) -> Value | None:
        """Forget ``key`` and return what it held."""
        found = self.get(key)
        self._entries.pop(key, None)
        return found

    def drop(self, doomed: Callable[[Hashable, Value], bool]) -> None:
        """Forget every entry of which ``doomed(key, value)`` holds."""
        for key in [key for key, (_, value) in self._entries.items() if doomed(key, value)]:
            del self._entries[key]


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` questions at once, then one more every ``seconds``."""

    burst: int
    seconds: float


PERSON, CHANNEL, GUILD = Rate(6, 3.0), Rate(20, 1.0), Rate(60, 0.25)


class Buckets:
    """One token bucket a key; a key not seen for long has a full one, so that it need not be kept."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic, most: int = 20_000) -> None:
        self._rate, self._clock = rate, clock
        self._full_at: Recent[float] = Recent(most, rate.burst * rate.seconds, clock)

    def wait(self, key: Hashable) -> float:
        """Return the seconds until ``key`` may ask; 0 where it may now."""
        spare = (self._rate.burst - 1) * self._rate.seconds
        return max((self._full_at.get(key) or 0.0) - self._clock() - spare, 0.0)

    def take(self, key: Hashable) -> None:
        """Count one question."""
        now = self._clock()
        self._full_at.put(key, max(self._full_at.get(key) or 0.0, now) + self._rate.seconds)


class Guard:
    """Admit a question or say how long to wait; remember which messages were seen."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._seen: Recent[bool] = Recent(10_000, 300.0, clock)
        self._told: Recent[bool] = Recent(10_000, 20.0, clock)
        self._buckets = {
            "person": Buckets(PERSON, clock),
            "channel": Buckets(CHANNEL, clock),
            "guild": Buckets(GUILD, clock),
        }

    def first(self, message_id: int) -> bool:
        """Tell whether this message is seen for the first time: the gateway repeats events after a RESUME."""
        if self._seen.get(message_id):
            return False
        self._seen.put(message_id, True)
        return True

    def wait(self, person: int, channel: int | None, guild: int | None) -> float:
        """Count a question and return 0, or return the seconds to wait and count nothing."""
        keys = {"person": person, "channel": channel, "guild": guild}
        asked = {name: key for name, key in keys.items() if key is not None}
        longest = max(self._buckets[name].wait(key) for name, key in asked.items())
        if longest <= 0:
            for name, key in asked.items():
                self._buckets[name].take(key)
        return longest

    def tell_once(self, person: int) -> bool:
        """Tell whether the person has yet to hear that they ask too often."""
        if self._told.get(person):
            return False
        self._told.put(person, True)
        return True
