"""The group of commands, each imported when it is named."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

import bot.cli.commands
from bot.cli.speech import Spoken
from bot.language import Language


class LazyGroup(Spoken, click.Group):
    """Every module of ``bot.cli.commands`` is a command of its name: ``command(language) -> click.Command``."""

    def __init__(self, language: Language) -> None:
        wanted = language.say("cli-command-metavar")
        super().__init__(language, "mata", no_args_is_help=True, params=[_version(language)], subcommand_metavar=wanted)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(module.name for module in pkgutil.iter_modules(bot.cli.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"bot.cli.commands.{cmd_name}").command(self.language)
        return command if isinstance(command, click.Command) else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands; only their short help is needed, so none is imported."""
        super().format_options(ctx, formatter)
        names = self.list_commands(ctx)
        with formatter.section(self.language.say("cli-commands")):
            formatter.write_dl([(name, self.language.say(f"cli-{name}-short")) for name in names])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; an unknown one is named in the language."""
        if args and args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            raise click.ClickException(self.language.say("cli-no-such-command"))
        return super().resolve_command(ctx, args)


def _version(language: Language) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(f"mata {_installed()}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show,
        help=language.say("cli-version-option"),
    )  # fmt: skip


def _installed() -> str:
    try:
        return version("mata-bot")
    except PackageNotFoundError:
        return "0"
