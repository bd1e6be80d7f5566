"""``mata check``: what is set, what works, what is missing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import click

from bot.cli.speech import Spoken
from bot.language import Language, catalogue

if TYPE_CHECKING:
    from bot.settings import Settings

Finding: TypeAlias = tuple[bool, str]  # whether it is in order, and the sentence


def command(language: Language) -> click.Command:
    """Return ``mata check``."""
    parameters = [click.Option(["--lang"], type=click.Choice(catalogue().codes), help=language.say("cli-lang-option"))]

    def check(lang: str | None) -> int:
        return _check(catalogue()[lang] if lang else language)

    return Spoken(language, "check", params=parameters, callback=check)


def _check(language: Language) -> int:
    from bot.settings import Settings, load

    settings = load()
    if isinstance(settings, Settings):
        findings = list(_findings(settings, language))
    else:
        findings = [(False, language.say(message, variable=variable)) for variable, message in settings]
    for fine, sentence in findings:
        mark = language.say("check-mark-fine" if fine else "check-mark-wrong")
        click.echo(f"{click.style(mark, fg='green' if fine else 'red')} {sentence}")
    fine = all(good for good, _ in findings)
    click.echo(language.say("check-ready" if fine else "check-not-ready"))
    return 0 if fine else 1


def _findings(settings: Settings, language: Language) -> Iterator[Finding]:
    from bot.settings import token_looks_right

    say = language.say
    yield True, say("check-settings")
    token = settings.token.get_secret_value() if settings.token else ""
    if not token.strip():
        yield False, say("check-token-missing")
    else:
        right = token_looks_right(token)
        yield right, say("check-token-shape" if right else "check-token-wrong")
    yield _database(settings.database_url.get_secret_value(), language)
    yield True, say("check-intent-on" if settings.message_content else "check-intent-off")
    yield True, say("check-languages", codes=", ".join(catalogue().codes))


def _database(url: str, language: Language) -> Finding:
    """Open the store as the bot does; the address may hold a password and is never printed."""
    import asyncio

    from bot.memory import CannotKeep, Memory, Refusal

    async def reach() -> None:
        memory = Memory(url)
        try:
            await memory.start()
        finally:
            await memory.close()

    try:
        asyncio.run(reach())
    except Refusal as refusal:
        return False, language.say(refusal.id, **refusal.args_for_sentence)
    except CannotKeep as problem:
        return False, language.say("check-database-failed", reason=problem.reason)
    kind = "PostgreSQL" if url.startswith("postgres") else "SQLite"
    return True, language.say("check-database", kind=kind)
