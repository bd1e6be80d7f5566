"""What is counted, for Prometheus. Every label has a small fixed set of values; none holds a text or an id."""

from __future__ import annotations

import asyncio
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol

import aiohttp
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sized

    from prometheus_client.metrics_core import Metric

OUTCOMES = ("estimate", "needs", "none")
GATEWAY = ("ready", "resumed", "disconnect")
STATUSES = ("2xx", "3xx", "4xx", "401", "403", "404", "429", "5xx", "lost")
ROUTES = {"interaction": r"/interactions/", "webhook": r"/webhooks/", "channel": r"/channels/"}
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 15.0)
LAG_EVERY = 0.5


class Watched(Protocol):
    """What is read of the client at every scrape."""

    @property
    def guilds(self) -> Sized:
        """Its servers."""

    def connected(self) -> int:
        """Return how many of its shards are connected."""

    def serving(self) -> bool:
        """Tell whether all of them are."""

    def delays(self) -> Mapping[int, float]:
        """Return how many seconds Discord takes to answer each shard's heartbeat."""

    def waiting(self) -> Mapping[str, int]:
        """Return how many texts and pictures wait for their worker or are with it."""

    def reminded(self) -> Mapping[str, int]:
        """Return what has become of reminders since the start."""


class Metrics:
    """The figures of one process."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        self.answers = Counter("mata_answers", "Questions answered", ["outcome"], registry=registry)
        self.answering = Histogram("mata_answer_seconds", "Working out an answer", buckets=SECONDS, registry=registry)
        self.rest = Counter("mata_rest", "Requests to Discord", ["route", "status"], registry=registry)
        self.rest_seconds = Histogram(
            "mata_rest_seconds", "How long Discord took", ["route"], buckets=SECONDS, registry=registry
        )
        self.gateway = Counter("mata_gateway", "Connections to the gateway", ["event"], registry=registry)
        self.lag = Histogram(
            "mata_loop_lag_seconds", "How late the event loop wakes", buckets=SECONDS, registry=registry
        )
        self._ready = Gauge("mata_ready", "1 while every shard of this process is connected", registry=registry)
        self._guilds = Gauge("mata_guilds", "Servers seen by this process", registry=registry)
        self._shards = Gauge("mata_shards_connected", "Shards that are connected", registry=registry)
        self.due = Gauge(
            "mata_reminders_due", "Reminders of all processes that are due and not sent", registry=registry
        )
        self.told = Gauge("mata_finishes_told", "Finishes that people told, by the band", ["band"], registry=registry)
        for outcome in OUTCOMES:
            self.answers.labels(outcome)
        for event in GATEWAY:
            self.gateway.labels(event)
        for route in (*ROUTES, "other"):
            self.rest_seconds.labels(route)
            self.rest.labels(route, "2xx")
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=registry)

    def watch(self, client: Watched) -> None:
        """Read the client's state at every scrape."""
        self._ready.set_function(lambda: float(client.serving()))
        self._guilds.set_function(lambda: float(len(client.guilds)))
        self._shards.set_function(lambda: float(client.connected()))
        self._registry.register(_Counted(client))

    def answered(self, outcome: str, seconds: float) -> None:
        """Count one answer and the time it took to work out."""
        self.answers.labels(outcome if outcome in OUTCOMES else "none").inc()
        self.answering.observe(seconds)

    def exposed(self) -> bytes:
        """Return everything in Prometheus' text format."""
        return generate_latest(self._registry)

    def trace(self) -> aiohttp.TraceConfig:
        """Return what discord.py's session is given to count its requests."""
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(self._begun)
        trace.on_request_end.append(self._ended)
        trace.on_request_exception.append(self._lost)
        return trace

    async def _begun(self, _: object, context: SimpleNamespace, __: aiohttp.TraceRequestStartParams) -> None:
        context.begun = asyncio.get_running_loop().time()

    async def _ended(self, _: object, context: SimpleNamespace, request: aiohttp.TraceRequestEndParams) -> None:
        route = route_of(request.url.path)
        self.rest.labels(route, status_of(request.response.status)).inc()
        self.rest_seconds.labels(route).observe(asyncio.get_running_loop().time() - context.begun)

    async def _lost(self, _: object, __: SimpleNamespace, request: aiohttp.TraceRequestExceptionParams) -> None:
        self.rest.labels(route_of(request.url.path), "lost").inc()

    async def feel(self) -> None:
        """Measure how late the event loop wakes, until cancelled."""
        clock = asyncio.get_running_loop().time
        while True:
            before = clock()
            await asyncio.sleep(LAG_EVERY)
            self.lag.observe(max(clock() - before - LAG_EVERY, 0.0))


class _Counted(Collector):
    """What the client counts by itself, by a label."""

    def __init__(self, client: Watched) -> None:
        self._client = client

    def collect(self) -> Iterator[Metric]:
        """Give the figures as they are now."""
        delays = GaugeMetricFamily("mata_shard_delay_seconds", "Discord's answer to a heartbeat", labels=["shard"])
        for shard, seconds in self._client.delays().items():
            delays.add_metric([str(shard)], seconds)
        waiting = GaugeMetricFamily("mata_waiting", "Texts and pictures at their worker or before it", labels=["work"])
        for work, count in self._client.waiting().items():
            waiting.add_metric([work], count)
        reminders = CounterMetricFamily("mata_reminders", "What has become of reminders", labels=["outcome"])
        for outcome, count in self._client.reminded().items():
            reminders.add_metric([outcome], count)
        yield from (delays, waiting, reminders)


def route_of(path: str) -> str:
    """Return the kind of a REST route."""
    return next((name for name, sign in ROUTES.items() if re.search(sign, path)), "other")


def status_of(status: int) -> str:
    """Return a status as the metrics name it."""
    return str(status) if str(status) in STATUSES else f"{status // 100}xx"
