"""Settings: from the environment and a file, mistakes in words, secrets hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language import catalogue
from bot.settings import Settings, data_folder, load, state_folder, token_looks_right

TOKEN = "MTA5MjM4NDc1NjAxMjM0NTY3OA.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789_-"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("MATA_TOKEN", "DISCORD_TOKEN", "MATA_DATABASE_URL", "XDG_DATA_HOME", "XDG_STATE_HOME", "MATA_LANG"):
        monkeypatch.delenv(name, raising=False)


def settings() -> Settings:
    found = load()
    assert isinstance(found, Settings)
    return found


def test_nothing_has_to_be_set(tmp_path: Path) -> None:
    found = settings()
    assert found.token is None
    assert found.database_url.get_secret_value() == f"sqlite+aiosqlite:///{tmp_path}/.local/share/mata/mata.db"
    assert (found.max_attachment_bytes, found.max_attachments) == (8 * 1024 * 1024, 3)
    assert (found.message_content, found.shard_ids, found.metrics_port) == (False, None, None)


def test_the_folders_follow_the_xdg_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    monkeypatch.setenv("XDG_STATE_HOME", "not/absolute")
    assert data_folder() == Path("/data/mata")
    assert state_folder() == tmp_path / ".local/state/mata"


@pytest.mark.parametrize("name", ["MATA_TOKEN", "DISCORD_TOKEN"])
def test_the_token_is_never_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, TOKEN)
    found = settings()
    assert found.token is not None
    assert found.token.get_secret_value() == TOKEN
    assert TOKEN not in repr(found)
    assert TOKEN not in str(found.model_dump())


def test_a_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("MATA_LOG_LEVEL=debug\nMATA_METRICS_PORT=9100\nOTHER=1\n", encoding="utf-8")
    monkeypatch.setenv("MATA_METRICS_PORT", "9200")
    assert (settings().log_level, settings().metrics_port) == ("DEBUG", 9200)


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATA_TOKEN", "")
    monkeypatch.setenv("MATA_SHARD_COUNT", "")
    assert settings().token is None


@pytest.mark.parametrize(
    ("given", "ids"), [("0,1,2", (0, 1, 2)), ("0-3", (0, 1, 2, 3)), ("5", (5,)), ("0-1, 4", (0, 1, 4))]
)
def test_shards_are_written_as_numbers_and_ranges(
    given: str, ids: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATA_SHARD_IDS", given)
    monkeypatch.setenv("MATA_SHARD_COUNT", "8")
    assert settings().shard_ids == ids


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("MATA_MAX_ATTACHMENTS", "many", "settings-whole-number"),
        ("MATA_MAX_ATTACHMENTS", "0", "settings-positive"),
        ("MATA_METRICS_PORT", "99999", "settings-range"),
        ("MATA_LOG_LEVEL", "loud", "settings-log-level"),
        ("MATA_DISCORD_API", "discord.com", "settings-url"),
        ("MATA_MESSAGE_CONTENT", "perhaps", "settings-yes-or-no"),
        ("MATA_SHARD_IDS", "a,b", "settings-shard-ids"),
        ("MATA_SHARD_IDS", "0,1", "settings-shards"),
    ],
)
def test_each_mistake_is_one_sentence(name: str, value: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert load() == [(name, message)]
    for code in catalogue().codes:
        sentence = catalogue()[code].say(message, variable=name)
        assert sentence.endswith(name)
        assert value not in sentence or value == "0"


@pytest.mark.parametrize(
    ("token", "right"),
    [
        (TOKEN, True),
        (f" {TOKEN}\n", True),
        ("abc", False),
        ("a.b.c", False),
        (TOKEN.replace(".", "-"), False),
        ("", False),
    ],
)
def test_the_shape_of_a_token(token: str, right: bool) -> None:
    assert token_looks_right(token) is right
