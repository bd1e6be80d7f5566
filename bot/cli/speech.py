"""Which language the terminal speaks, and click's own sentences in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from bot.language import Language, choose

#: The person's own wish, then what the system was set to, as gettext reads it.
OWN = "MATA_LANG"
SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str]) -> str:
    """Return the code of the language that the environment asks for."""
    return choose(environment.get(OWN), *system_wishes(environment))


def system_wishes(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the locale names of the system, the strongest first."""
    return tuple(value for name in SYSTEM if (value := environment.get(name)))


class Spoken(click.Command):
    """A command whose headings are in its language."""

    def __init__(self, language: Language, name: str, **given: Any) -> None:
        self.language = language
        given.setdefault("help", language.say(f"cli-{name}-help"))
        given.setdefault("short_help", language.say(f"cli-{name}-short"))
        given.setdefault("options_metavar", language.say("cli-options-metavar"))
        super().__init__(name, **given)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=self.language.say("cli-usage") + " ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [record for param in self.get_params(ctx) if (record := param.get_help_record(ctx))]
        with formatter.section(self.language.say("cli-options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with its text in the language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = self.language.say("cli-help-option")
        return option


def explain(error: click.UsageError, language: Language) -> str:
    """Return one sentence about a command line that cannot be used."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        return language.say("cli-no-such-option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return language.say("cli-missing-value")
    if isinstance(error, click.BadParameter) and error.param is not None:
        return language.say("cli-bad-value", name=error.param.opts[0])
    if isinstance(error, click.BadOptionUsage):
        return language.say("cli-bad-value", name=error.option_name)
    return language.say("cli-bad-usage")
