"""The command line: one file a command in ``commands``, found by walking; every text from the locales."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from bot.cli.group import LazyGroup
from bot.cli.speech import explain, language_of
from bot.language import Language, catalogue

#: Exit statuses beside those of ``mata ask`` (0 estimate, 2 a number is missing, 3 nothing to answer).
USAGE, BUG, INTERRUPTED = 64, 70, 130


def cli(language: Language) -> click.Group:
    """Return the command line in one language."""
    return LazyGroup(language)


def run(arguments: Sequence[str], language: Language | None = None) -> int:
    """Run the command line and return its exit status."""
    speaker = language or catalogue()[language_of(os.environ)]
    _speak_utf8()
    try:
        return _invoked(arguments, speaker)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (``mata ask ... | head``); a second failure at exit would be noise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        if os.environ.get("MATA_LOG_LEVEL", "").upper() == "DEBUG":
            raise
        click.echo(speaker.say("cli-bug"), err=True)
        return BUG


def _invoked(arguments: Sequence[str], language: Language) -> int:
    try:
        status = cli(language).main(list(arguments), prog_name="mata", standalone_mode=False)
    except click.UsageError as error:
        click.echo(explain(error, language), err=True)
        return USAGE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    return status if isinstance(status, int) else 0


def _speak_utf8() -> None:
    """Write Arabic wherever the locale is ``C``, as it is in containers."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
