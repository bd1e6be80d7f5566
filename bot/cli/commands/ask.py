"""``mata ask``: one question, one answer, one exit status."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.source import Refused, find_file, gather
from bot.cli.speech import OWN, Spoken, system_wishes
from bot.language import Language, catalogue

if TYPE_CHECKING:
    from bot.answer import Answer

STATUS = {"estimate": 0, "needs": 2, "none": 3}


def command(language: Language) -> click.Command:
    """Return ``mata ask``."""
    say = language.say
    parameters = [
        click.Argument(["words"], nargs=-1, required=False, metavar=say("cli-ask-words")),
        click.Option(["--json", "as_json"], is_flag=True, help=say("cli-ask-json")),
        click.Option(["--lang"], type=click.Choice(catalogue().codes), help=say("cli-lang-option")),
        click.Option(["--total"], metavar="N", help=say("cli-ask-total")),
        click.Option(["--what-if"], metavar=say("cli-ask-what-if-metavar"), help=say("cli-ask-what-if")),
        click.Option(["--plot"], type=click.Path(dir_okay=False), metavar="PNG", help=say("cli-ask-plot")),
    ]

    def ask(words: tuple[str, ...], as_json: bool, plot: str | None, **options: str | None) -> int:
        return _ask(language, words, as_json, plot, (options["lang"], options["total"], options["what_if"]))

    return Spoken(language, "ask", params=parameters, callback=ask)


def _ask(
    language: Language, words: tuple[str, ...], as_json: bool, plot: str | None, options: tuple[str | None, ...]
) -> int:
    from bot.answer import Request, answer
    from bot.cli import screen
    from bot.reply import parts

    lang, total, what_if = options
    speaker = catalogue()[lang] if lang else language
    with screen.reading(find_file(words), speaker) as progress:
        given = gather(words, progress)
        if isinstance(given, Refused):
            raise click.ClickException(speaker.say(given.id))
        request = Request(
            given,
            datetime.now(UTC),
            language=lang or os.environ.get(OWN),
            locale=next(iter(system_wishes(os.environ)), None),
            total=total,
            what_if=what_if,
        )
        found = answer(request)
    reply = parts(found, "terminal", screen.here())
    if as_json:
        from bot.cli.as_json import as_json as written

        click.echo(written(found, reply))
    else:
        screen.show(reply)
        _show_line(found)
    if plot is not None:
        _save_picture(found, plot, speaker)
    return STATUS[found.status]


def _show_line(found: Answer) -> None:
    if found.run is None or len(found.run.observations) == 0:
        return  # a single number: nothing heavy is imported for it
    from bot.cli import plot, screen

    line = plot.line(found, screen.here())
    if line is not None:
        click.echo("\n" + line)


def _save_picture(found: Answer, path: str, speaker: Language) -> None:
    from bot.cli import plot, screen

    try:
        drawn = plot.save(found, screen.here(), Path(path))
    except OSError:
        raise click.ClickException(speaker.say("cli-plot-unwritable")) from None
    click.echo(speaker.say("cli-plot-saved" if drawn else "cli-plot-nothing"), err=True)
