"""What a message says to Mata: its text without the mention, the files in it, who wrote it and where."""

from __future__ import annotations

import re
from collections.abc import Sequence

import discord

from bot.button_state import State, action_of, unpacked
from bot.exchange import Asker
from bot.intake import File, has_files

OF_ANOTHER_RUN = "another"  # the one button of a card that is about a run of its own
_MENTION = re.compile(r"<@[!&]?[0-9]{1,20}>")


def text_of(message: discord.Message) -> str:
    """Return the text without mentions; of a forwarded message the text that was forwarded."""
    forwarded = [snapshot.content for snapshot in message.message_snapshots]
    return _MENTION.sub("", "\n".join([message.content, *forwarded])).strip()


def readable_files(message: discord.Message) -> Sequence[File]:
    """Return the attachments, where at least one can be read, else none."""
    files = [*message.attachments, *(file for snapshot in message.message_snapshots for file in snapshot.attachments)]
    return files if has_files(files) else []


def asker(message: discord.Message) -> Asker:
    """Return who wrote the message, and where. A message carries no language of its writer's client."""
    guild = message.guild
    place = str(guild.preferred_locale) if guild is not None else None
    return Asker(message.author.id, message.channel.id, guild.id if guild else None, None, place)


def is_direct(message: discord.Message) -> bool:
    """Tell whether it was written to Mata alone."""
    return message.guild is None


def mentions(message: discord.Message, me: int) -> bool:
    """Tell whether the text names Mata itself; a reply's ping does not count."""
    return f"<@{me}>" in message.content or f"<@!{me}>" in message.content


def is_reply_to(message: discord.Message, me: int) -> bool:
    """Tell whether it replies to one of Mata's messages, as far as Discord says so."""
    resolved = message.reference.resolved if message.reference else None
    if isinstance(resolved, discord.Message):
        return resolved.author.id == me
    return False


def card_state(message: object) -> State | None:
    """Return what the buttons below one of Mata's own messages know: whose it is and of which run."""
    rows = getattr(message, "components", ())
    buttons = (part for row in rows if isinstance(row, discord.ActionRow) for part in row.children)
    ids = (part.custom_id or "" for part in buttons if isinstance(part, discord.Button))
    return next(filter(None, (unpacked(found) for found in ids if action_of(found) != OF_ANOTHER_RUN)), None)
