"""Items -> facts: which number is done, left, the total, the time so far, the pace."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from estimators.reading.question.counts import STEPS
from estimators.run import Note, Unit
from estimators.units.items import Item, Kind

_COUNTS = frozenset({Kind.NUMBER, Kind.COUNT, Kind.PERCENT, Kind.FRACTION})
_BINDING = {
    Kind.DONE: "done",
    Kind.LEFT: "left",
    Kind.MORE: "left",
    Kind.TOTAL: "total",
    Kind.UNTIL: "total",
}
_BEFORE_COUNT = {
    Kind.AT: "done",
    Kind.AFTER: "done",
    Kind.FOR: "total",
    Kind.OF: "total",
    Kind.TO: "total",
    Kind.UNTIL: "total",
}
_ELAPSED_BEFORE = frozenset({Kind.AFTER, Kind.IN, Kind.FOR, Kind.TOOK, Kind.ELAPSED, Kind.OF, Kind.DONE})
_ELAPSED_AFTER = frozenset({Kind.AGO, Kind.ELAPSED})
_LINKS = frozenset({Kind.IS, Kind.AT, Kind.TO, Kind.OF, Kind.UNTIL, Kind.UNIT, Kind.IN, Kind.TRAINING})
_NONE = Item(Kind.END)


def family(unit: Unit | None) -> Unit | None:
    """Return the one name under which equal units are compared."""
    return Unit.STEP if unit in STEPS else unit


@dataclass(slots=True)
class Progress:
    """What is known of one counter. ``inside``: the counter names the unit that is running, not one finished."""

    unit: Unit | None = None
    done: Decimal | None = None
    total: Decimal | None = None
    left: Decimal | None = None
    worked: Decimal | None = None  # work that was timed: done, if nothing else says what is
    typical: Decimal | None = None  # work whose time is told ("100 epochs take 12 hours"): the total, if more than done
    inside: bool = False
    position: bool = False

    @property
    def timed(self) -> Decimal | None:
        """Work with a known duration, done or not."""
        return self.worked if self.worked is not None else self.typical

    def __bool__(self) -> bool:
        return not (self.done is None and self.total is None and self.left is None)


@dataclass(slots=True)
class Facts:
    """Everything that a text states about a run, before it is checked."""

    counters: dict[Unit | None, Progress] = field(default_factory=dict)
    percent: Decimal | None = None
    unrounded_percent: Decimal | None = None  # of a share that is no finite decimal: two thirds
    paces: list[tuple[Decimal, Unit | None]] = field(default_factory=list)
    guessed_pace: Decimal | None = None  # a duration that nothing explains
    elapsed: Decimal | None = None
    started: Decimal = Decimal(0)  # the count at which the elapsed time began
    ratios: dict[tuple[Unit | None, Unit | None], Decimal] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    contradiction: bool = False

    @property
    def number(self) -> int:
        """How many independent things are known: progress and pace."""
        counts = sum(
            (p.done is not None) + (p.total is not None) + (p.left is not None) for p in self.counters.values()
        )
        return counts + (self.percent is not None) + bool(self.paces or self.elapsed is not None)

    @property
    def tokens_per_step(self) -> Decimal | None:
        """Tokens of one optimizer step, where the text says so."""
        return self.ratios.get((Unit.TOKEN, Unit.STEP))

    @property
    def complete(self) -> bool:
        """Whether both progress and a pace are there."""
        progress = self.percent is not None or any(self.counters.values())
        return progress and bool(self.paces or self.elapsed is not None or self.guessed_pace is not None)


def collect(items: list[Item]) -> Facts:
    """Give every number its role."""
    return _Collector(items).run()


class _Collector:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.facts = Facts()
        self.leftover: list[Item] = []
        self.bare: list[Item] = []
        self.finished = {id(items[at - 1]) for at, item in enumerate(items) if at and item.kind is Kind.DONE}

    def at(self, index: int) -> Item:
        return self.items[index] if 0 <= index < len(self.items) else _NONE

    def run(self) -> Facts:
        for at, item in enumerate(self.items):
            if item.kind in _BINDING:
                self._bind(at, _BINDING[item.kind])
        for at, item in enumerate(self.items):
            self._durations(at, item)
        for at, item in enumerate(self.items):
            if item.kind in _COUNTS and (not item.taken or item.timed):
                self._count(at, item)
        self._leftovers()
        self._bare_durations()
        return self.facts

    def _bind(self, at: int, role: str) -> None:
        """Bind a cue to the number beside it: before it if there is one, else after it."""
        if self.items[at].position and self._bind_after(at, role):
            return
        keyed = self.at(at + 1).kind is Kind.IS and self.at(at + 1).definite
        before = self.at(at - 1)
        if before.kind is Kind.IS and not before.definite:
            before = self.at(at - 2)
        if not keyed and before.kind in _COUNTS and not before.taken and self.items[at].kind is not Kind.UNTIL:
            self._set(before, role, at - 1)
            return
        if not self._bind_after(at, role) and role == "left":
            for near in (before, self.at(self._linked(at))):
                if near.kind is Kind.DURATION:
                    near.taken = True  # a printed remaining time: evidence, not asked for

    def _linked(self, at: int) -> int:
        after = at + 1
        while self.at(after).kind in _LINKS and after < at + 4:
            after += 1
        return after

    def _bind_after(self, at: int, role: str) -> bool:
        after = self._linked(at)
        if self.at(after).kind not in _COUNTS or self.items[after].taken:
            return False
        self._set(self.items[after], role, after)
        return True

    def _set(self, item: Item, role: str, at: int) -> None:
        item.taken = True
        if item.kind is Kind.FRACTION:
            self._fraction(item, role, at)
        elif item.kind is Kind.PERCENT:
            if role != "total" or item.value < 100:
                done, unrounded = item.value, item.total
                if role == "left":
                    done, unrounded = 100 - done, None if unrounded is None else 100 - unrounded
                self.facts.percent, self.facts.unrounded_percent = done, unrounded
        elif item.position and role != "done" and item.kind is Kind.COUNT and role == "left":
            item.taken = False
        else:
            self._state(item.unit, role, item.value)

    def _fraction(self, item: Item, role: str, at: int) -> None:
        counter = self._state(item.unit, "total", item.total)
        if role == "left":
            self._state(item.unit, "left", item.value)
            return
        counter = self._state(item.unit, "done", item.value)
        counter.position = item.position
        inside = self.at(at - 1).kind in {Kind.IN, Kind.NOW}
        counter.inside = item.position and item.unit is Unit.EPOCH and inside and id(item) not in self.finished

    def _state(self, unit: Unit | None, role: str, value: Decimal | None) -> Progress:
        counter = self.facts.counters.setdefault(family(unit), Progress(unit))
        counter.unit = counter.unit or unit
        known = getattr(counter, role)
        if known is not None and value is not None and known != value:
            if role != "done":
                self.facts.contradiction = True
            value = max(known, value)
        setattr(counter, role, value)
        return counter

    def _durations(self, at: int, item: Item) -> None:
        if item.kind is Kind.PACE:
            self.facts.paces.append((item.value, item.unit))
        elif item.kind is Kind.RATIO:
            self.facts.ratios[family(item.unit), family(item.per)] = item.value
        elif item.kind is Kind.PER_TIME and not self.facts.paces and self.at(at - 1).kind in {Kind.PERCENT, Kind.DONE}:
            self.facts.elapsed = item.value
        elif item.kind is Kind.DURATION and not item.taken:
            before, after = self.at(at - 1).kind, self.at(at + 1).kind
            if before is Kind.IS:
                before = self.at(at - 2).kind
            if after in _ELAPSED_AFTER or (before in _ELAPSED_BEFORE and not (before is Kind.TOOK and self._epoch(at))):
                item.taken = True
                self.facts.elapsed = item.value
            elif before is Kind.TOOK and self._epoch(at):
                item.taken = True
                self.facts.paces.append((item.value, Unit.EPOCH))
            elif before is Kind.AT and item.everyday:
                item.taken = True  # "at 8:15" is a time of day
            elif before in {Kind.AT, Kind.TAKES} and not self._only_percent():
                item.taken = True
                self.facts.paces.append((item.value, None))
            else:
                self.bare.append(item)

    def _epoch(self, at: int) -> bool:
        """ "Epoch 5 of 20, took 75 min": that epoch's time."""
        near = self.at(at - 3)
        joined = self.at(at - 2).kind in {Kind.COMMA, Kind.AND}
        return joined and near.kind in _COUNTS and near.position and near.unit is Unit.EPOCH

    def _only_percent(self) -> bool:
        kinds = {item.kind for item in self.items}
        return Kind.PERCENT in kinds and not kinds & {Kind.COUNT, Kind.FRACTION}

    def _count(self, at: int, item: Item) -> None:
        if item.timed:
            self._state(item.unit, "typical" if item.everyday else "worked", item.value)
        elif item.kind is Kind.FRACTION:
            self._fraction(item, "done", at)
        elif item.kind is Kind.PERCENT:
            if self.facts.percent is None:
                self.facts.percent, self.facts.unrounded_percent = item.value, item.total
        elif item.kind is Kind.COUNT and item.plural:
            self._state(item.unit, "total", item.value)
        else:
            self._by_words_before(at, item)

    def _by_words_before(self, at: int, item: Item) -> None:
        before = self.at(at - 2 if self.at(at - 1).kind is Kind.IS else at - 1).kind
        if before is Kind.START:
            self.facts.started = item.value
            return
        from_here = before is Kind.OF and self.at(at + 1).kind in {Kind.TO, Kind.UNTIL}  # "from 100 to 6000"
        if item.position:
            counter = self._state(item.unit, "done", item.value)
            counter.position = True
            counter.inside = item.unit is Unit.EPOCH and before in {Kind.IN, Kind.NOW} and id(item) not in self.finished
        elif before in _BEFORE_COUNT and (item.kind is Kind.COUNT or self._plain_number(at)):
            self._state(item.unit, "done" if from_here else _BEFORE_COUNT[before], item.value)
        elif item.kind is Kind.COUNT:
            self.leftover.append(item)

    def _plain_number(self, at: int) -> bool:
        """A number without a noun has a role only where no unknown noun follows."""
        return self.at(at + 1).kind not in {Kind.UNKNOWN, Kind.FOREIGN, Kind.DEVICE, Kind.NUMBER, Kind.TIMES}

    def _leftovers(self) -> None:
        """A quantity without a role is the total, unless that is known; of two the smaller is done."""
        for item in sorted(self.leftover, key=lambda item: item.value, reverse=True):
            counter = self.facts.counters.get(family(item.unit)) or self.facts.counters.get(None) or Progress()
            finished = counter.total is not None or counter.left is not None
            if not finished:
                self._state(item.unit, "total", item.value)
            elif counter.done is None:
                self._state(item.unit, "done", item.value)

    def _bare_durations(self) -> None:
        if len(self.bare) != 1:
            return
        if self._only_percent():
            if self.facts.elapsed is None:
                self.facts.elapsed = self.bare[0].value
        elif not self.facts.paces and self.facts.elapsed is None:
            self.facts.guessed_pace = self.bare[0].value
