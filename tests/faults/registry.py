"""Every fault has a name here; the tests and ``python -m tests.benchmarks.faults`` play the same ones."""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeAlias

from bot.delivery import Times
from tests.faults.stage import Stage, Tally, staged

Scenario: TypeAlias = Callable[[Stage], Awaitable[None]]
_scenarios: dict[str, Scenario] = {}


def fault(name: str) -> Callable[[Scenario], Scenario]:
    """Give a scenario its name."""

    def named(scenario: Scenario) -> Scenario:
        assert name not in _scenarios, name
        _scenarios[name] = scenario
        return scenario

    return named


def faults() -> dict[str, Scenario]:
    """Every named fault, from the files ``of_*.py`` beside this one."""
    for path in sorted(Path(__file__).parent.glob("of_*.py")):
        importlib.import_module(f"tests.faults.{path.stem}")
    return dict(_scenarios)


async def played(name: str, folder: Path, times: Times | None = None) -> Tally:
    """Play one fault on a stage of its own; the count."""
    scenario = faults()[name]
    async with staged(folder, times) as stage:
        await scenario(stage)
        return await stage.tally()
