"""``mata serve``: the Discord bot."""

from __future__ import annotations

import click

from bot.cli.speech import Spoken
from bot.language import Language


def command(language: Language) -> click.Command:
    """Return ``mata serve``."""
    return Spoken(language, "serve", callback=lambda: _serve(language))


def _serve(language: Language) -> int:
    from bot.settings import Settings, load

    settings = load()
    if not isinstance(settings, Settings):
        for variable, message in settings:
            click.echo(language.say(message, variable=variable), err=True)
        return 1
    if settings.token is None or not settings.token.get_secret_value().strip():
        click.echo(language.say("cli-no-token"), err=True)
        return 1
    from bot.serving import serve

    return serve(settings, language)
