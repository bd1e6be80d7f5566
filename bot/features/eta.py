"""``/eta``: the question as a command, by typed options, free text or a log file."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.app import asker_of
from bot.ask import ask
from bot.exchange import Question
from bot.feature import Feature
from bot.intake import Refused
from bot.numbers import exact
from bot.surface import Response
from estimators.forecast.gpus import accelerators
from estimators.units import parse_count

if TYPE_CHECKING:
    from bot.app import Mata

MOST_TEXT, MOST_CHOICES = 6000, 25


def as_question(given: dict[str, object]) -> str:
    """Return the typed options as the command that a person would type: one reader for both."""
    return " ".join(f"{name}={_written(value)}" for name, value in given.items() if value is not None)


def _written(value: object) -> str:
    # a float says 3995.1 where the person wrote 3995.1: repr is the shortest that means the same
    return exact(Decimal(repr(value))) if isinstance(value, float) else str(value)


@app_commands.command(name="eta")
@app_commands.rename(done="iter", seconds="s")
async def eta(  # noqa: PLR0913, PLR0917 - the options of a command are its arguments
    interaction: discord.Interaction[Mata],
    done: str | None = None,
    ms: float | None = None,
    seconds: float | None = None,
    total: str | None = None,
    gpu: app_commands.Range[str, 1, 60] | None = None,
    text: app_commands.Range[str, 1, MOST_TEXT] | None = None,
    log: discord.Attachment | None = None,
    what_if: app_commands.Range[str, 1, 200] | None = None,
    private: bool = False,
) -> None:
    """See the messages ``command-eta-*``."""
    app, asker = interaction.client, asker_of(interaction)
    if (refused := _refused(done, ms, seconds)) is not None:
        return await app.exchange.refuse(asker, refused, Response(app.delivery, interaction, private=True))
    typed = as_question({"iter": done, "ms": ms, "s": seconds, "total": total})
    written = "\n".join(filter(None, (typed, text, f"gpu: {gpu}" if gpu else "")))
    # a log states its own numbers; beside one, the total is an option of its own
    beside = total if log is not None or text else None
    question = Question("", total=beside, what_if=what_if)
    return await ask(interaction, written, [log] if log else [], question, private=private)


def _refused(done: str | None, ms: float | None, seconds: float | None) -> Refused | None:
    """Return why these options cannot be meant: beside words a command would be read without them."""
    if done is not None and parse_count(done) is None and not any(sign.isdigit() for sign in done):
        return Refused("error-no-number", {"option": "iter"})
    return Refused("error-two-times") if ms is not None and seconds is not None else None


@eta.autocomplete("gpu")
async def known_gpus(_: discord.Interaction[Mata], typed: str) -> list[app_commands.Choice[str]]:
    """Offer the accelerators whose names hold what was typed."""
    wanted = typed.casefold().split()
    names = [found.name for found in accelerators() if all(word in found.name.casefold() for word in wanted)]
    return [app_commands.Choice(name=name, value=name) for name in names[:MOST_CHOICES]]


feature = Feature(commands=(eta,))
