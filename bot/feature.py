"""A feature is one file in ``bot/features`` that exports ``feature``; it is found by walking the folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import app_commands

import bot.features

if TYPE_CHECKING:
    from bot.app import Mata
    from bot.exchange import Shown

Listener: TypeAlias = Callable[..., Awaitable[None]]
Command: TypeAlias = "app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group"
Hook: TypeAlias = "Callable[[Mata], Awaitable[None]]"
CardButton: TypeAlias = "Callable[[Shown], discord.ui.Item[Any] | None]"
Submission: TypeAlias = "Callable[[discord.Interaction[Mata], str, Mapping[str, Any]], Awaitable[None]]"


@dataclass(frozen=True, slots=True)
class Feature:
    """What one file adds to Mata.

    ``listeners`` are called with the client first, by event name without ``on_``. ``items`` are buttons that
    outlive a restart. ``modals`` answer submitted forms by the first word of their custom id. ``button`` offers
    a button for a card, ``order`` says where. ``start`` runs before the gateway is opened, ``stop`` after the
    last answer.
    """

    commands: tuple[Command, ...] = ()
    listeners: Mapping[str, Listener] = field(default_factory=dict)
    items: tuple[type[discord.ui.DynamicItem[Any]], ...] = ()
    modals: Mapping[str, Submission] = field(default_factory=dict)
    button: CardButton | None = None
    order: int = 50
    start: Hook | None = None
    stop: Hook | None = None


def discover() -> tuple[Feature, ...]:
    """Return the features of every file in the folder, in the order of their buttons."""
    names = sorted(module.name for module in pkgutil.iter_modules(bot.features.__path__))
    found = (importlib.import_module(f"bot.features.{name}").feature for name in names)
    return tuple(sorted(found, key=lambda feature: feature.order))
