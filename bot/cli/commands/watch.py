"""``mata watch``: follow a log while it is written, here and through a Discord webhook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.speech import Spoken
from bot.language import Language, catalogue

if TYPE_CHECKING:
    from bot.tracking.sources import Source
    from bot.tracking.state import State
    from bot.tracking.webhook import Hook


def command(language: Language) -> click.Command:
    """Return ``mata watch FILE`` and ``mata watch -``."""
    say = language.say
    parameters = [
        click.Argument(["source"], metavar=say("cli-watch-source")),
        click.Option(["--total"], metavar="N", help=say("cli-ask-total")),
        click.Option(["--webhook"], metavar="URL", help=say("cli-watch-webhook")),
        click.Option(["--name"], metavar=say("cli-watch-name-metavar"), help=say("cli-watch-name")),
        click.Option(["--lang", "--language"], type=click.Choice(catalogue().codes), help=say("cli-lang-option")),
    ]

    def watch(source: str, lang: str | None, **options: str | None) -> int:
        return _watch(catalogue()[lang] if lang else language, source, options)

    return Spoken(language, "watch", params=parameters, callback=watch)


def _watch(language: Language, source: str, options: dict[str, str | None]) -> int:
    import asyncio
    from datetime import UTC, datetime

    from bot.cli import INTERRUPTED, bar
    from bot.cli.screen import here
    from bot.tracking.history import History
    from bot.tracking.watcher import Watcher
    from bot.tracking.watching import Channel, watch
    from bot.tracking.words import Words

    total = _total(options["total"], language)
    hook = _hook(options["webhook"], language)
    opened = _source(source, language)
    words, watcher = Words(language, here()), Watcher(History(language.code, total), datetime.now(UTC))
    channel = Channel(hook, _named(options["name"])) if hook is not None else None
    try:
        state, stopped = asyncio.run(watch(opened, watcher, bar.screen(words), words, channel))
    finally:
        opened.close()
    return INTERRUPTED if stopped else _status(state)


def _total(given: str | None, language: Language) -> str | None:
    """Return the total as it was given, after a look at whether it is one."""
    from bot.tracking.history import refused_total

    problem = refused_total(given)
    if problem is not None:
        raise click.ClickException(language.say(f"problem-{problem.id}", **problem.args))
    return given


def _hook(given: str | None, language: Language) -> Hook | None:
    """Return the webhook of the option, or of ``MATA_WEBHOOK``."""
    from bot.settings import Settings, load
    from bot.tracking.webhook import Hook

    settings = load()
    if not isinstance(settings, Settings):
        raise click.ClickException("\n".join(language.say(message, variable=name) for name, message in settings))
    kept = settings.webhook.get_secret_value() if settings.webhook else ""
    url = given if given is not None else kept
    if not url.strip():
        return None
    hook = Hook.of(url, settings.discord_api)
    if hook is None:
        raise click.ClickException(language.say("track-webhook-wrong"))
    return hook


def _source(given: str, language: Language) -> Source:
    from bot.tracking.sources import File, Pipe

    if given == "-":
        if sys.stdin.isatty():
            raise click.ClickException(language.say("track-no-pipe"))
        return Pipe(sys.stdin.fileno())
    path = Path(given)
    if path.is_dir():
        raise click.ClickException(language.say("cli-is-a-folder"))
    try:
        if path.exists():
            path.open("rb").close()
    except (OSError, ValueError):
        raise click.ClickException(language.say("cli-unreadable-file")) from None
    return File(path)


def _named(given: str | None) -> str:
    """Return a name as one harmless line."""
    from discord.utils import escape_markdown, escape_mentions

    return escape_mentions(escape_markdown(" ".join((given or "").split())[:80]))


def _status(state: State) -> int:
    from bot.cli.commands.ask import STATUS
    from bot.tracking.state import Phase

    if state.phase is Phase.FINISHED:
        return 0
    return STATUS[state.answer.status if state.answer else "none"]
