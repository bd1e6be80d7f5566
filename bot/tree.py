"""The command tree: names and descriptions in every language, from the ``.ftl`` files."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.language import DEFAULT, catalogue

if TYPE_CHECKING:
    from bot.app import Mata

log = logging.getLogger(__name__)
CONTEXTS = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
INSTALLS = app_commands.AppInstallationType(guild=True, user=True)


class Tree(app_commands.CommandTree["Mata"]):
    """discord.py asks for no locale that its own list lacks, and Arabic is one: the payload is filled in here."""

    def __init__(self, client: Mata) -> None:
        super().__init__(client, allowed_contexts=CONTEXTS, allowed_installs=INSTALLS)

    def payload(self, *, localized: bool = True) -> list[dict[str, Any]]:
        """Return every command as Discord takes it, described in English and, if asked, named in every language."""
        found = []
        for command in (*self.get_commands(), *self.get_commands(type=discord.AppCommandType.message)):
            described = dict(command.to_dict(self))
            for prefix, part in _walk(described, _prefix(command)):
                _describe(part, prefix, localized=localized)
            found.append(described)
        return found

    async def sync(self, *, guild: discord.abc.Snowflake | None = None) -> list[app_commands.AppCommand]:
        """Tell Discord the commands; where it refuses the languages, in English alone."""
        if guild is not None:
            return await super().sync(guild=guild)
        try:
            return await self._put(self.payload())
        except discord.HTTPException as error:
            if error.status != 400:
                raise
            log.warning("Discord refused the localized commands (code %s): they go without", error.code)
        return await self._put(self.payload(localized=False))

    async def _put(self, payload: list[dict[str, Any]]) -> list[app_commands.AppCommand]:
        http, application = self.client.http, self.client.application_id
        assert application is not None  # noqa: S101 - known after login
        data = await self.client.delivery.persist(
            lambda: http.bulk_upsert_global_commands(application, payload=payload)
        )
        return [app_commands.AppCommand(data=command, state=self.client._connection) for command in data or ()]

    async def interaction_check(self, interaction: discord.Interaction[Mata], /) -> bool:
        """Begin nothing new while stopping, and nothing for whom the server's managers left out."""
        app = interaction.client
        if app.stopping:
            return False
        if await app.preferences.may_use(interaction.guild_id, interaction.user):
            return True
        await app.left_out(interaction)
        return False

    async def on_error(self, interaction: discord.Interaction[Mata], error: app_commands.AppCommandError, /) -> None:
        """Say in one sentence that it failed."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        await interaction.client.failed(cause, interaction)


def _prefix(command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group) -> str:
    if isinstance(command, app_commands.ContextMenu):
        return str(command.extras["message"])
    return f"command-{command.name}"


def _walk(part: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named part with the prefix of its message ids: ``command-eta``, ``command-eta-iter`` ..."""
    yield prefix, part
    for option in part.get("options", ()):
        yield from _walk(option, f"{prefix}-{option['name']}")
    for choice in part.get("choices", ()):
        yield f"{prefix}-choice-{choice['value']}", choice


def _describe(part: dict[str, Any], prefix: str, *, localized: bool) -> None:
    languages = catalogue()
    others = [languages[code] for code in languages.codes if code != DEFAULT] if localized else []
    # an option keeps its English name as identifier; a choice is named by its message in English too
    if "value" in part:
        part["name"] = languages[DEFAULT].say(prefix)
    named = prefix if "value" in part or prefix.startswith("menu-") else f"{prefix}-name"
    part["name_localizations"] = {language.code: language.say(named) for language in others}
    if "description" in part and not prefix.startswith("menu-"):
        part["description"] = languages[DEFAULT].say(f"{prefix}-description")
        part["description_localizations"] = {
            language.code: language.say(f"{prefix}-description") for language in others
        }
