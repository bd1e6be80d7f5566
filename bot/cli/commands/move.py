"""``mata move``: carry a SQLite store into PostgreSQL."""

from __future__ import annotations

import click

from bot.cli.speech import Spoken
from bot.language import Language


def command(language: Language) -> click.Command:
    """Return ``mata move SOURCE [TARGET]``."""
    parameters = [click.Argument(["source"]), click.Argument(["target"], required=False)]
    return Spoken(language, "move", params=parameters, callback=lambda source, target: _move(language, source, target))


def _move(language: Language, source: str, target: str | None) -> int:
    import asyncio

    from bot.memory import CannotKeep, Refusal
    from bot.memory.move import move

    try:
        moved = asyncio.run(move(source, target or _configured()))
    except Refusal as refusal:
        click.echo(language.say(refusal.id, **refusal.args_for_sentence), err=True)
        return 1
    except CannotKeep as problem:
        click.echo(language.say("check-database-failed", reason=problem.reason), err=True)
        return 1
    click.echo(language.say("memory-moved", rows=sum(moved.values()), tables=len(moved)))
    return 0


def _configured() -> str:
    from bot.settings import Settings, load

    settings = load()
    return settings.database_url.get_secret_value() if isinstance(settings, Settings) else ""
