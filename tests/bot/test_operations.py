"""Metrics, health, the log and the division of shards, without Discord."""

from __future__ import annotations

import io
import json
import logging
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest

from bot.cli import run
from bot.health import Health, NoPort
from bot.language import catalogue
from bot.logs import Careful, Json
from bot.metrics import GATEWAY, OUTCOMES, ROUTES, STATUSES, Metrics, route_of, status_of
from bot.settings import Settings, load

ALLOWED = {
    "outcome": set(OUTCOMES), "event": set(GATEWAY), "route": {*ROUTES, "other"}, "status": set(STATUSES),
}  # fmt: skip
LIBRARY = {"le", "generation", "implementation", "major", "minor", "patchlevel", "version"}


def test_labels_are_a_fixed_list_with_fixed_values() -> None:
    metrics = Metrics()
    metrics.answered("an outcome nobody knows", 0.1)
    metrics.rest.labels(route_of("/api/v10/users/4711"), status_of(418)).inc()
    for family in metrics._registry.collect():
        for sample in family.samples:
            assert set(sample.labels) <= set(ALLOWED) | LIBRARY
            assert all(value in ALLOWED[name] for name, value in sample.labels.items() if name in ALLOWED)


@pytest.mark.parametrize(("path", "route"), [
    ("/api/v10/interactions/1/token/callback", "interaction"), ("/api/v10/webhooks/1/token", "webhook"),
    ("/api/v10/channels/1/messages", "channel"), ("/api/v10/users/@me", "other"),
])  # fmt: skip
def test_a_route_is_named_by_its_kind(path: str, route: str) -> None:
    assert route_of(path) == route


@pytest.mark.parametrize(("status", "name"), [(200, "2xx"), (429, "429"), (503, "5xx"), (400, "4xx")])
def test_a_status_is_named_by_its_class(status: int, name: str) -> None:
    assert status_of(status) == name


async def asked(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status, await response.text()


async def test_health_is_not_readiness() -> None:
    state = SimpleNamespace(ready=False)
    async with Health(Metrics(), lambda: state.ready).listening("127.0.0.1", 0) as port:
        assert (await asked(port, "/healthz"))[0] == 200
        assert (await asked(port, "/readyz"))[0] == 503
        state.ready = True
        assert (await asked(port, "/readyz"))[0] == 200
        assert "mata_answers_total" in (await asked(port, "/metrics"))[1]
        with pytest.raises(NoPort):
            async with Health(Metrics(), lambda: True).listening("127.0.0.1", port):
                pytest.fail("the port is taken")


@pytest.mark.parametrize("code", catalogue().codes)
def test_healthcheck_says_that_nothing_runs(code: str, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("MATA_METRICS_PORT", "1")
    assert run(["healthcheck"], catalogue()[code]) == 1
    assert capsys.readouterr().out.strip() == catalogue()[code].say("healthcheck-unwell")


def logged(formatter: logging.Formatter) -> str:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    logger = logging.Logger("bot.test")
    logger.addHandler(handler)
    try:
        raise ValueError("hf_planted_secret")  # noqa: TRY301 - a traceback is wanted
    except ValueError:
        logger.exception("failure %s", "0badcafe")
    return stream.getvalue()


@pytest.mark.parametrize("formatter", [Careful("%(message)s"), Json()])
def test_the_log_holds_no_message_of_an_error(formatter: logging.Formatter) -> None:
    written = logged(formatter)
    assert "hf_planted_secret" not in written
    assert "ValueError" in written
    assert "0badcafe" in written


def test_json_is_one_object_a_line() -> None:
    written = logged(Json())
    assert written.count("\n") == 1
    assert json.loads(written)["logger"] == "bot.test"


@pytest.mark.parametrize(("processes", "shards"), [(1, 1), (2, 4), (3, 16), (4, 16), (7, 16)])
def test_processes_share_all_shards_once(processes: int, shards: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATA_PROCESSES", str(processes))
    monkeypatch.setenv("MATA_SHARD_COUNT", str(shards))
    served: list[int] = []
    for number in range(processes):
        monkeypatch.setenv("MATA_PROCESS", f"mata-{number}")
        found = load()
        assert isinstance(found, Settings)
        assert found.shard_ids
        served += found.shard_ids
        assert found.one_of_several is (processes > 1)
    assert served == list(range(shards))


@pytest.mark.parametrize(("process", "processes", "shards"), [("2", "2", "4"), ("x", "2", "4"), ("0", "3", "2"), ("0", "2", "")])
def test_a_share_that_cannot_be_is_one_sentence(
    process: str, processes: str, shards: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("PROCESS", process), ("PROCESSES", processes), ("SHARD_COUNT", shards)):
        monkeypatch.setenv(f"MATA_{name}", value)
    assert load() == [("MATA_PROCESS", "settings-process")]
