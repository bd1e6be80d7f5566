"""``/settings``: what a server's managers choose for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.feature import Feature
from bot.keeping import Asking, Told, tell
from bot.language import DEFAULT, languages, say

if TYPE_CHECKING:
    from bot.app import Mata

LANGUAGES = [
    app_commands.Choice(name=say(DEFAULT, f"command-settings-language-choice-{code}"), value=code)
    for code in languages()
]
VERBOSITIES = [
    app_commands.Choice(name=say(DEFAULT, f"command-settings-verbosity-choice-{word}"), value=word)
    for word in ("full", "short")
]


@app_commands.command(name="settings")
@app_commands.choices(language=LANGUAGES, verbosity=VERBOSITIES)
@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
async def settings(  # noqa: PLR0913, PLR0917 - one parameter an option
    interaction: discord.Interaction[Mata],
    language: str | None = None,
    verbosity: str | None = None,
    watch: discord.TextChannel | discord.Thread | None = None,
    unwatch: discord.TextChannel | discord.Thread | None = None,
    role: discord.Role | None = None,
    everyone: bool | None = None,
) -> None:
    """See the messages ``command-settings-*``."""
    guild, app = interaction.guild_id, interaction.client

    async def choose(asking: Asking) -> Told:
        if guild is None or not interaction.permissions.manage_guild:
            return Told(asking.say("guild-managers-only"))
        chosen = {"language": language, "verbosity": verbosity, "role_id": role.id if role else None}
        chosen = {name: value for name, value in chosen.items() if value is not None}
        if everyone or (role is not None and role.is_default()):
            chosen["role_id"] = None
        guilds = asking.memory.guilds
        if chosen:
            await guilds.choose(guild, app.now(), **chosen)
        for channel, watched in ((watch, True), (unwatch, False)):
            if channel is not None:
                await guilds.watch(guild, channel.id, app.now(), watched=watched)
        app.preferences.drop_guild(guild)
        return Told(await summary(asking, guild))

    await tell(interaction, choose)


async def summary(asking: Asking, guild: int) -> str:
    """Return what is set for a server."""
    found = await asking.memory.guilds.settings(guild)
    lines = [
        asking.say("guild-title"),
        asking.say("guild-language", language=_name(asking, found.language)),
        asking.say("guild-verbosity", verbosity=found.verbosity or "full"),
        asking.say("guild-role", role=f"<@&{found.role_id}>") if found.role_id else asking.say("guild-everyone"),
    ]
    if found.watched:
        lines += [asking.say("guild-watched"), *(f"- <#{channel}>" for channel in sorted(found.watched))]
        if not asking.app.options.message_content:
            lines.append(asking.say("guild-needs-intent"))
    else:
        lines.append(asking.say("guild-unwatched"))
    return "\n".join(lines)


def _name(asking: Asking, code: str | None) -> str:
    return asking.say(f"command-settings-language-choice-{code}" if code else "guild-language-unset")


async def on_guild_remove(app: Mata, guild: discord.Guild) -> None:
    """Forget a server that removed Mata; one that is only unreachable is not removed."""
    memory = app.memory
    app.preferences.drop_guild(guild.id)
    if memory is not None:
        await app.exchange.kept(lambda: memory.guilds.forget(guild.id))


feature = Feature(commands=(settings,), listeners={"guild_remove": on_guild_remove})
