"""The Discord client: intents, wiring, start and stop; no behaviour."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from math import isfinite
from typing import Any

import discord

from bot.button_state import action_of
from bot.charts import Charts
from bot.delivery import LONGEST_LIMIT, TOO_LATE, Delivery
from bot.exchange import Asker, Exchange
from bot.feature import Feature, discover
from bot.following import Followed
from bot.gate import Gate
from bot.gateway import install
from bot.guard import Guard, Recent
from bot.identify import Identify
from bot.intake import Cdn, Fetch, Intake, Limits
from bot.language import say
from bot.memory import Apart, Memory, Remembered
from bot.metrics import GATEWAY, Metrics
from bot.preferences import Preferences
from bot.reminders import Tally
from bot.reply.card import note
from bot.surface import Response, Surface
from bot.tree import Tree
from bot.worker import Worker

log = logging.getLogger(__name__)
DRAIN_SECONDS = 9.0
SILENCE_SECONDS = 0.5  # after the last server that Discord tells of, a shard is ready
#: discord.py's names for the tasks that run a listener, a command, a button or a form.
TASKS = ("discord.py: on_", "CommandTree-invoker", "discord-ui-")


@dataclass(frozen=True, slots=True)
class Options:
    """What the client is told at its start."""

    message_content: bool = False
    api: str | None = None  # where Discord's REST API answers, if not at Discord
    cdn: str | None = None  # one more origin that attachments may come from
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    limits: Limits = field(default_factory=Limits)
    health: tuple[str, int] | None = None  # host and port of /healthz, /readyz and /metrics


def intents(*, message_content: bool) -> discord.Intents:
    """Return the least that works: servers and messages; their content only where it was switched on."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.message_content = message_content
    return wanted


class Mata(discord.AutoShardedClient):
    """The client and what its features share."""

    def __init__(
        self,
        options: Options | None = None,
        memory: Memory | None = None,
        fetch: Fetch | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.options = options or Options()
        self.metrics, self._gate = Metrics(), Gate()
        trace = self.metrics.trace()
        trace.on_request_end.append(self._gate.heard)
        install()
        super().__init__(
            http_trace=trace,
            intents=intents(message_content=self.options.message_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            guild_ready_timeout=SILENCE_SECONDS,
            max_ratelimit_timeout=LONGEST_LIMIT,
            shard_count=self.options.shard_count,
            shard_ids=list(self.options.shard_ids) if self.options.shard_ids else None,  # type: ignore[arg-type]
        )
        self.memory = memory
        self.now = now or (lambda: datetime.now(UTC))
        self.stopping = False
        self.delivery, self.guard, self.worker = Delivery(), Guard(), Worker()
        self.charts, self.reminders = Charts(), Tally()
        self.cdn = Cdn(self.options.cdn)
        self.intake = Intake(fetch or self.cdn.fetch, self.options.limits)
        self.exchange, self.identify = Exchange(self), Identify(self)
        self.preferences = Preferences(memory, self.exchange.kept)
        self.recent_runs: Recent[Remembered] = Recent(200, 3600.0)
        self.latest_runs: Recent[Remembered] = Recent(200, 6 * 3600.0)
        self.apart: Recent[Apart] = Recent(200, 3600.0)  # (person, run id) -> its last two messages
        self.shown_runs: Recent[str] = Recent(2000, 24 * 3600.0)  # message id -> run id
        self.meanwhile: dict[int, list[discord.Message | None]] = {}  # what befalls a message while it is answered
        self.followed: Recent[Followed] = Recent(2000, 24 * 3600.0)  # source message id -> answer
        self.features: tuple[Feature, ...] = discover()
        self.tree = Tree(self)
        self._wire()
        self._forgive()
        self.metrics.watch(self)

    def _forgive(self) -> None:
        """An event that discord.py cannot read would end its client: it is logged and passed over instead."""
        parsers = self._connection.parsers
        for event, parse in list(parsers.items()):
            parsers[event] = forgiving(event, parse)

    def _wire(self) -> None:
        for feature in self.features:
            for command in feature.commands:
                self.tree.add_command(command)
            self.add_dynamic_items(*feature.items)
        self._modals = {action: answer for feature in self.features for action, answer in feature.modals.items()}
        events = {event for feature in self.features for event in feature.listeners}
        self._listeners_of = {
            event: tuple(feature.listeners[event] for feature in self.features if event in feature.listeners)
            for event in events
        }

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Hand an event to discord.py and to the features; while stopping nothing new is begun."""
        super().dispatch(event, *args, **kwargs)
        if event.removeprefix("shard_") in GATEWAY and event.startswith("shard_"):
            self.metrics.gateway.labels(event.removeprefix("shard_")).inc()
        if self.stopping:
            return
        if event == "interaction" and args[0].type is discord.InteractionType.modal_submit:
            self._begin(event, self._submitted(args[0]), *args)
        for listener in self._listeners_of.get(event, ()):
            self._begin(event, listener(self, *args, **kwargs), *args)

    def _begin(self, event: str, listening: Any, *args: Any) -> None:
        async def listened() -> None:
            try:
                await listening
            except Exception as error:  # the one place where a listener's failure ends
                subject = args[0] if args and isinstance(args[0], discord.Interaction) else None
                await self.failed(error, subject)

        task = self.loop.create_task(listened(), name=f"discord.py: on_{event}")
        _held.add(task)
        task.add_done_callback(_held.discard)

    async def _submitted(self, interaction: discord.Interaction[Any]) -> None:
        data: dict[str, Any] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))
        answer = self._modals.get(action_of(custom_id))
        if answer is not None:
            await answer(interaction, custom_id, submitted_values(data))

    def connected(self) -> int:
        """Return how many shards are connected now."""
        return sum(not shard.is_closed() for shard in self.shards.values())

    def delays(self) -> dict[int, float]:
        """Return the seconds that Discord takes to answer each shard's heartbeat."""
        return {shard: seconds for shard, seconds in self.latencies if isfinite(seconds)}

    def waiting(self) -> dict[str, int]:
        """Return how many texts and pictures wait for their worker."""
        return {"reading": self.worker.waiting, "drawing": self.charts.waiting}

    def reminded(self) -> dict[str, int]:
        """Return what has become of reminders since the start."""
        return asdict(self.reminders)

    def serving(self) -> bool:
        """Tell whether every shard of this process is connected and its servers are known."""
        return self.is_ready() and not self.stopping and self.connected() == len(self.shards) > 0

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for the turn among all processes; a single process keeps discord.py's pause."""
        if not await self.identify.turn(shard_id or 0):
            await super().before_identify_hook(shard_id, initial=initial)

    async def setup_hook(self) -> None:
        """Start the features, then tell Discord the commands."""
        self.http._global_over = self._gate
        await self.identify.find()
        for feature in self.features:
            if feature.start is not None:
                await feature.start(self)
        first = self.options.shard_ids is None or 0 in self.options.shard_ids
        if first:  # one process of several is enough
            await self.tree.sync()

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log a failure that discord.py caught, by an id and never with the text."""
        error = sys.exc_info()[1]
        log.error("failure %s in %s", secrets.token_hex(4), event_method, exc_info=_without_text(error))

    async def failed(self, error: BaseException, interaction: discord.Interaction[Any] | None = None) -> None:
        """Log a failure under an id and, where somebody waits for an answer, say so in one sentence."""
        if interaction is None:
            await self.failed_on(None, None, error)
        else:
            await self.failed_on(asker_of(interaction), Response(self.delivery, interaction, private=True), error)

    async def failed_on(self, asker: Asker | None, surface: Surface | None, error: BaseException) -> None:
        """Log a failure under an id, and say it on the surface where nothing has been said."""
        if getattr(error, "code", None) in TOO_LATE:
            log.warning("too late to be answered: the interaction, the message or the channel is gone")
            return
        reference = secrets.token_hex(4)
        log.error("failure %s: %s", reference, type(error).__name__, exc_info=_without_text(error))
        if asker is None or surface is None or surface.shown_id is not None:
            return
        with contextlib.suppress(Exception):
            language = await self.exchange.language_of(asker)
            await surface.show(note(say(language, "error-unexpected", reference=reference)))

    async def left_out(self, interaction: discord.Interaction[Any]) -> None:
        """Say that the server lets only a certain role use Mata."""
        language = await self.exchange.language_of(asker_of(interaction))
        await Response(self.delivery, interaction, private=True).show(note(say(language, "guild-not-you")))

    async def drain(self) -> None:
        """Begin nothing new and let what was begun come to its end, for a while."""
        self.stopping = True
        mine = asyncio.current_task()
        begun = [task for task in asyncio.all_tasks() if task.get_name().startswith(TASKS) and task is not mine]
        if begun:
            _, stuck = await asyncio.wait(begun, timeout=DRAIN_SECONDS)
            for task in stuck:
                log.error("not finished in time: %s", task.get_name().split(":")[0])

    async def close(self) -> None:
        """Finish what is in flight, then disconnect."""
        if not self.stopping:
            await self.drain()
            for feature in self.features:
                if feature.stop is not None:
                    await feature.stop(self)
        await super().close()
        await self.cdn.close()
        self.worker.close()
        self.charts.close()


_held: set[asyncio.Task[None]] = set()  # a task that nobody holds may be collected before it ends


def forgiving(event: str, parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a parser that fails alone."""

    def parsed(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log.error("event %s could not be read: %s", event, type(error).__name__)  # noqa: TRY400 - never its text

    return parsed


def asker_of(interaction: discord.Interaction[Any]) -> Asker:
    """Return who caused an interaction, and where."""
    place = str(interaction.guild_locale) if interaction.guild_locale is not None else None
    return Asker(interaction.user.id, interaction.channel_id or 0, interaction.guild_id, str(interaction.locale), place)


def submitted_values(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a form's fields hold, by custom id; uploads as attachments."""
    found: dict[str, Any] = {}
    waiting = list(data.get("components", ()))
    while waiting:
        part = waiting.pop()
        waiting += [*part.get("components", ()), *([part["component"]] if "component" in part else [])]
        if "custom_id" in part:
            found[part["custom_id"]] = part.get("value", part.get("values"))
    return found


def _without_text(error: BaseException | None) -> Any:
    """Return the error with where it happened; its message, which may hold what somebody wrote, is left out."""
    kind = next((kind for kind in _PLAIN if type(error) is kind), None)
    return (kind, kind(), error.__traceback__) if kind is not None and error is not None else None


_PLAIN: tuple[type[Exception], ...] = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    AssertionError,
    RuntimeError,
    OverflowError,
)
