"""Settings from the environment and a ``.env`` file: ``MATA_TOKEN``, ``MATA_DATABASE_URL`` and so on."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AliasChoices,
    Field,
    NonNegativeInt,
    PositiveInt,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "MATA_"
MIB = 1024 * 1024


def data_folder() -> Path:
    """Return where this user's data belongs (``$XDG_DATA_HOME/mata``)."""
    return _home("XDG_DATA_HOME", ".local/share")


def state_folder() -> Path:
    """Return where this user's histories belong (``$XDG_STATE_HOME/mata``)."""
    return _home("XDG_STATE_HOME", ".local/state")


def default_database() -> str:
    """Return the URL of the SQLite file in the user's data folder."""
    return f"sqlite+aiosqlite:///{data_folder() / 'mata.db'}"


class Settings(BaseSettings):
    """Everything that can be set. Every secret is a ``SecretStr``; an empty variable counts as not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    token: SecretStr | None = Field(None, validation_alias=AliasChoices("MATA_TOKEN", "DISCORD_TOKEN"))
    database_url: SecretStr = Field(default_factory=lambda: SecretStr(default_database()))
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    language: str | None = Field(None, validation_alias=AliasChoices("MATA_LANGUAGE", "MATA_LANG"))

    max_attachment_bytes: PositiveInt = 8 * MIB
    max_decompressed_bytes: PositiveInt = 64 * MIB
    max_attachments: PositiveInt = 3

    message_content: bool = False
    shard_ids: Annotated[tuple[NonNegativeInt, ...] | None, NoDecode] = None
    shard_count: PositiveInt | None = None
    processes: PositiveInt | None = None
    process: str | None = None
    webhook: SecretStr | None = None  # of `mata watch`
    discord_api: str | None = Field(None, pattern=r"^https?://")
    discord_cdn: str | None = Field(None, pattern=r"^https?://")
    metrics_port: int | None = Field(None, ge=1, le=65535)
    metrics_host: str = "127.0.0.1"

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """Accept ``0,1,2`` and ``0-3``, as they are written in the environment."""
        if not isinstance(value, str):
            return value
        ids: list[int] = []
        for part in value.split(","):
            first, _, last = part.strip().partition("-")
            ids.extend(range(int(first), int(last or first) + 1))
        return tuple(ids)

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="before")
    @classmethod
    def _share(cls, given: Any) -> Any:
        """Turn "process mata-1 of 2, with 4 shards" into the ids 2 and 3."""
        if not given.get("process") and not given.get("processes"):
            return given
        ordinal = re.search(r"\d{1,6}$", str(given.get("process", "")))
        sizes = [str(given.get(name, "")) for name in ("processes", "shard_count")]
        if ordinal is None or not all(re.fullmatch(r"\d{1,6}", size) for size in sizes):
            raise ValueError("process")
        number, processes, shards = int(ordinal[0]), int(sizes[0]), int(sizes[1])
        if not number < processes <= shards:
            raise ValueError("process")
        return {**given, "shard_ids": tuple(range(number * shards // processes, (number + 1) * shards // processes))}

    @property
    def one_of_several(self) -> bool:
        """Whether other processes serve the other shards."""
        return self.shard_ids is not None and len(self.shard_ids) < (self.shard_count or 0)

    @model_validator(mode="after")
    def _shards_fit(self) -> Self:
        if self.shard_ids is not None and (self.shard_count is None or max(self.shard_ids) >= self.shard_count):
            raise ValueError("shards")
        return self


def load(**given: Any) -> Settings | list[tuple[str, str]]:
    """Return the settings, or one (variable, message id) for each that cannot be used."""
    try:
        return Settings(**given)
    except ValidationError as error:
        return [_mistake(dict(found)) for found in error.errors()]


def token_looks_right(token: str) -> bool:
    """Tell whether a token has the shape of a bot token: three parts of base64url joined by dots."""
    head, *rest = token.strip().split(".")
    alphabet = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    long_enough = len(head) >= 18 and len(rest) == 2 and len(rest[0]) >= 5 and len(rest[1]) >= 20
    return long_enough and all(set(part) <= alphabet for part in (head, *rest))


_REASONS = {
    "int_parsing": "whole-number",
    "greater_than": "positive",
    "greater_than_equal": "range",
    "less_than_equal": "range",
    "literal_error": "log-level",
    "string_pattern_mismatch": "url",
    "bool_parsing": "yes-or-no",
}


def _mistake(error: dict[str, Any]) -> tuple[str, str]:
    location = error["loc"]
    if not location:
        if "process" in error["msg"]:
            return f"{PREFIX}PROCESS", "settings-process"
        return f"{PREFIX}SHARD_IDS", "settings-shards"
    name = str(location[0])
    variable = name if name.isupper() else f"{PREFIX}{name.upper()}"
    reason = "shard-ids" if "shard_ids" in variable.lower() else _REASONS.get(error["type"], "invalid")
    return variable, f"settings-{reason}"


def _home(variable: str, default: str) -> Path:
    given = os.environ.get(variable, "")
    base = Path(given) if given.startswith("/") else Path.home() / default
    return base / "mata"
