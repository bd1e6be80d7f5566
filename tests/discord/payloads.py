"""The objects that Discord sends, with the fields that discord.py asks for."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

import discord

BOT, APPLICATION, OWNER, GUILD, CHANNEL = 1000, 1000, 1001, 2000, 3000
_snowflakes = itertools.count(discord.utils.time_snowflake(datetime.now(UTC)))  # discord.py reads ages from ids

Payload = dict[str, Any]


def snowflake() -> str:
    return str(next(_snowflakes))


def user(number: int, name: str = "salma", *, bot: bool = False) -> Payload:
    return {
        "id": str(number),
        "username": name,
        "global_name": None,
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def mata() -> Payload:
    return user(BOT, "mata", bot=True)


def application() -> Payload:
    return {
        "id": str(APPLICATION),
        "name": "mata",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "",
        "flags": 0,
        "owner": user(OWNER, "owner"),
        "team": None,
    }


def member(person: Payload | None = None) -> Payload:
    found: Payload = {
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": "2147483647",
    }
    return {**found, "user": person} if person else found


def guild(number: int = GUILD) -> Payload:
    role = {
        "id": str(number), "name": "@everyone", "color": 0, "hoist": False, "position": 0, "permissions": "2147483647",
        "managed": False, "mentionable": False, "flags": 0,
    }  # fmt: skip
    return {
        "id": str(number), "name": "lab", "icon": None, "splash": None, "discovery_splash": None,
        "owner_id": str(OWNER), "afk_channel_id": None, "afk_timeout": 0, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "roles": [role], "emojis": [],
        "features": [], "mfa_level": 0, "system_channel_id": None, "system_channel_flags": 0,
        "rules_channel_id": None, "vanity_url_code": None, "description": None, "banner": None, "premium_tier": 0,
        "preferred_locale": "en-US", "public_updates_channel_id": None, "nsfw_level": 0, "stickers": [],
        "premium_progress_bar_enabled": False, "member_count": 2, "large": False, "unavailable": False,
        "channels": [{**text_channel(channel_of(number)), "guild_id": str(number)}], "members": [member(mata())], "threads": [],
        "presences": [], "voice_states": [], "stage_instances": [], "guild_scheduled_events": [],
    }  # fmt: skip


def channel_of(guild_id: int) -> int:
    """The one channel of a server."""
    return CHANNEL if guild_id == GUILD else guild_id + 1


def text_channel(number: int = CHANNEL) -> Payload:
    return {
        "id": str(number), "type": 0, "name": "training", "position": 0, "permission_overwrites": [], "topic": None,
        "nsfw": False, "last_message_id": None, "parent_id": None, "rate_limit_per_user": 0,
    }  # fmt: skip


def dm_channel(number: int, person: Payload) -> Payload:
    return {"id": str(number), "type": 1, "last_message_id": None, "recipients": [person]}


def message(content: str, author: Payload, channel: int, **fields: Any) -> Payload:
    return {
        "id": snowflake(), "channel_id": str(channel), "author": author, "content": content,
        "timestamp": "2026-11-23T12:00:00+00:00", "edited_timestamp": None, "tts": False, "mention_everyone": False,
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [], "pinned": False, "type": 0,
        "components": [], "flags": 0, **fields,
    }  # fmt: skip


def interaction(kind: int, data: Payload, author: Payload, *, locale: str, guild_id: int | None) -> Payload:
    found: Payload = {
        "id": snowflake(), "application_id": str(APPLICATION), "type": kind, "data": data,
        "token": f"token-{snowflake()}", "version": 1, "locale": locale, "app_permissions": "2147483647",
        "entitlements": [], "attachment_size_limit": 10_485_760, "authorizing_integration_owners": {"1": author["id"]},
    }  # fmt: skip
    if guild_id is None:
        channel = 5000 + int(author["id"])
        return {**found, "context": 1, "user": author, "channel_id": str(channel),
                "channel": dm_channel(channel, author)}  # fmt: skip
    place = channel_of(guild_id)
    return {**found, "context": 0, "member": member(author), "guild_id": str(guild_id), "guild_locale": "en-US",
            "guild": {"id": str(guild_id), "locale": "en-US", "features": []}, "channel_id": str(place),
            "channel": {**text_channel(place), "guild_id": str(guild_id), "permissions": "2147483647"}}  # fmt: skip
