"""The command line, in process and as a program of its own."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.cli import BUG, USAGE, run
from bot.cli.source import LARGEST
from bot.language import catalogue

COMMAND = "/eta iter=100 ms=3995.11 total=6000"
LINE = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
KEYS = [
    "status", "missing", "problem", "format", "language", "unit", "done", "total", "step_seconds", "remaining_seconds",
    "expected_seconds", "optimistic_seconds", "pessimistic_seconds", "observations", "findings", "tips",
]  # fmt: skip
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("MATA_TOKEN", "DISCORD_TOKEN", "MATA_LANG", "LC_ALL", "LC_MESSAGES", "MATA_LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)


def program(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person would, standard input closed after ``given``."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=variables, timeout=60, check=False)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    """Ask for JSON in this process."""
    capsys.readouterr()
    status = run(["ask", "--json", *arguments])
    return status, json.loads(capsys.readouterr().out, parse_float=Decimal)


def test_json_is_exact_to_the_digit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--json", COMMAND]) == 0
    written = capsys.readouterr().out
    assert '"remaining_seconds": 23571.149,' in written
    assert '"step_seconds": 3.99511,' in written
    assert '"done": 100, "total": 6000,' in written
    found = json.loads(written)
    assert set(KEYS) <= set(found)
    assert (found["status"], found["missing"], found["problem"], found["unit"]) == ("estimate", [], None, "iteration")
    assert found["optimistic_seconds"] <= found["expected_seconds"] <= found["pessimistic_seconds"]


def test_a_missing_total_is_asked_for_or_given(capsys: pytest.CaptureFixture[str]) -> None:
    status, needs = asked(capsys, LINE)
    assert (status, needs["status"], needs["missing"]) == (2, "needs", ["total"])
    assert (needs["done"], needs["total"], needs["remaining_seconds"]) == (100, None, None)
    assert needs["step_seconds"] == Decimal("3.99511")
    for more in (["--total", "6000"], ["--total", "6k"]):
        status, found = asked(capsys, LINE, *more)
        assert (status, found["remaining_seconds"]) == (0, Decimal("23571.149"))
    status, found = asked(capsys, f"{LINE}\nmax_iters = 6000")
    assert (status, found["remaining_seconds"]) == (0, Decimal("23571.149"))


@pytest.mark.parametrize(
    "bad",
    [
        "/eta iter=-5 ms=10 total=6000",
        "/eta iter=100 ms=0 total=6000",
        "/eta iter=7000 ms=10 total=6000",
        "/eta iter=100 ms=nan total=6000",
        "/eta iter=100 ms=10 total=1e400",
        "100% agree, see you at 6",
        "",
        "   ",
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_bad_input_gets_one_sentence(bad: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, found = asked(capsys, "--lang", language, bad)
    assert (status, found["status"], found["remaining_seconds"]) == (3, "none", None)
    assert found["problem"]
    assert run(["ask", "--lang", language, bad]) == 3
    said = capsys.readouterr()
    assert said.out.strip() == found["message"]
    assert "Traceback" not in said.out + said.err


def test_text_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", COMMAND]) == 0
    assert "6 h 32 min 51 s" in capsys.readouterr().out
    assert run(["ask", "--lang", "ar", COMMAND]) == 0
    assert "6 ساعات 32 دقيقة 51 ثانية" in capsys.readouterr().out


def test_words_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, *COMMAND.split())[1]["remaining_seconds"] == Decimal("23571.149")


def test_an_arabic_question_is_answered_in_arabic(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(capsys, "بقي 5900 تكرار بمعدل 4 ثوان لكل تكرار")[1]["language"] == "ar"


def test_the_system_speaks_arabic(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ar_SA.UTF-8")
    assert asked(capsys, COMMAND)[1]["language"] == "ar"
    monkeypatch.setenv("MATA_LANG", "en")
    assert asked(capsys, COMMAND)[1]["language"] == "en"


def test_what_if(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", COMMAND, "--what-if", "200 ms"]) == 0
    assert "19 min 40 s" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["train.log", "train.log.gz", "سجل التدريب.txt"])
def test_a_file_is_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = f"{LINE}\nmax_iters = 6000\n".encode()
    (tmp_path / name).write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    assert asked(capsys, name)[1]["remaining_seconds"] == Decimal("23571.149")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("broken.log.gz", gzip.compress(LINE.encode() * 99, mtime=0)[:40] + b"\xff" * 40, "cli-broken-gzip"),
        ("missing.log", None, "cli-no-such-file"),
        (".", None, "cli-is-a-folder"),
    ],
)
def test_a_file_that_cannot_be_read(
    name: str, content: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert run(["ask", name]) == 1
    assert capsys.readouterr().err.strip() == catalogue()["en"].say(sentence)


def test_a_binary_file_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "model.bin").write_bytes(bytes(range(256)) * 4096)
    assert run(["ask", "model.bin"]) == 3
    assert capsys.readouterr().out.strip() == catalogue()["en"].say("problem-binary")


def test_a_compressed_bomb_stops_at_the_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with gzip.open(tmp_path / "bomb.log.gz", "wb", compresslevel=1) as file:
        for _ in range(LARGEST // (1 << 20) + 2):
            file.write(bytes(1 << 20))
    assert run(["ask", "bomb.log.gz"]) == 1
    assert capsys.readouterr().err.strip() == catalogue()["en"].say("cli-too-large-file")


def test_standard_input_with_and_without_a_dash() -> None:
    for arguments in (("ask", "--json", "-"), ("ask", "--json")):
        found = program(*arguments, given=f"{LINE}\nmax_iters = 6000\n".encode())
        assert found.returncode == 0
        assert b'"remaining_seconds": 23571.149,' in found.stdout
        assert found.stderr == b""


def test_arabic_is_printed_where_the_locale_is_c() -> None:
    found = program("ask", "--lang", "ar", COMMAND, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "6 ساعات 32 دقيقة 51 ثانية" in found.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "sentence", "name"),
    [
        (["ask", "--nope", COMMAND], "cli-no-such-option", "--nope"),
        (["ask", "--lang", "tlh", COMMAND], "cli-bad-value", "--lang"),
        (["chat", "--lang"], "cli-bad-value", "--lang"),
        (["chat", "unexpected"], "cli-bad-usage", ""),
    ],
)
@pytest.mark.parametrize("code", catalogue().codes)
def test_a_command_line_that_cannot_be_used(
    arguments: list[str], sentence: str, name: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments, catalogue()[code]) == USAGE
    assert capsys.readouterr().err.strip() == catalogue()[code].say(sentence, name=name)


def test_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["predict"]) == 1
    assert capsys.readouterr().err.strip() == catalogue()["en"].say("cli-no-such-command")


def test_help_names_every_command_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    helps = {}
    for code in catalogue().codes:
        assert run(["--help"], catalogue()[code]) == 0
        helps[code] = capsys.readouterr().out
        for name in ("ask", "chat", "check", "serve"):
            assert name in helps[code]
            assert run([name, "--help"], catalogue()[code]) == 0
            assert catalogue()[code].say("cli-help-option") in capsys.readouterr().out
    assert helps["ar"].startswith("الاستعمال: mata")
    assert "Show" not in helps["ar"]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("mata ")


def test_help_and_a_question_load_nothing_that_they_do_not_need() -> None:
    listing = "import sys; from bot.cli import run; run({}); print(sorted(sys.modules), file=sys.stderr)"
    for arguments in (["--help"], ["ask", COMMAND]):
        command = [sys.executable, "-c", listing.format(arguments)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        found = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=True)
        loaded = set(found.stderr.decode().replace("'", "").strip("[]\n").split(", "))
        heavy = {"discord", "sqlalchemy", "matplotlib", "rich", "asyncio", "aiohttp", "prompt_toolkit"}
        assert not loaded & (heavy | ({"numpy", "pydantic"} if arguments == ["--help"] else set()))


def test_serve_without_a_token_says_how_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    for code in catalogue().codes:
        assert run(["serve"], catalogue()[code]) == 1
        said = capsys.readouterr().err
        assert "https://discord.com/developers/applications" in said
        assert "mata chat" in said


def test_serve_with_a_setting_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATA_METRICS_PORT", "99999")
    assert run(["serve"]) == 1
    assert "MATA_METRICS_PORT" in capsys.readouterr().err


def test_check_in_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert run(["check"]) == 1
    english = capsys.readouterr().out
    assert catalogue()["en"].say("check-token-missing") in english
    assert catalogue()["en"].say("check-database", kind="SQLite") in english
    token = "MTA5MjM4NDc1NjAxMjM0NTY3OA.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789_-"
    monkeypatch.setenv("MATA_TOKEN", token)
    assert run(["check", "--lang", "ar"]) == 0
    arabic = capsys.readouterr().out
    assert catalogue()["ar"].say("check-token-shape") in arabic
    assert token not in english + arabic
    monkeypatch.setenv("MATA_TOKEN", "not-a-token")
    assert run(["check"]) == 1
    assert catalogue()["en"].say("check-token-wrong") in capsys.readouterr().out


def test_check_with_a_database_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MATA_DATABASE_URL", "oracle://scott:tiger@host/db")
    assert run(["check"]) == 1
    said = capsys.readouterr().out
    assert catalogue()["en"].say("memory-bad-url") in said
    assert "tiger" not in said


def test_a_fault_of_ours_is_no_traceback(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("bot.answer.read", broken)
    assert run(["ask", COMMAND]) == BUG
    said = capsys.readouterr()
    assert said.err.strip() == catalogue()["en"].say("cli-bug")
    monkeypatch.setenv("MATA_LOG_LEVEL", "DEBUG")
    with pytest.raises(RuntimeError, match="secret detail"):
        run(["ask", COMMAND])


def talk(given: str, **environment: str) -> str:
    found = program("chat", given=given.encode(), **environment)
    assert found.returncode == 0
    assert found.stderr == b""
    return found.stdout.decode()


def test_a_conversation_over_a_pipe() -> None:
    said = talk(f"{LINE}\n\ntotal 6000\n\nwhat if 200 ms\n/lang ar\nand now?\n\n/quit\nnever read\n", MATA_LANG="")
    first, rest = said.split("6 h 32 min 51 s", 1)
    assert "How many in all?" in first
    assert "19 min 40 s" in rest
    assert "6 ساعات 32 دقيقة" in rest
    assert said.rstrip().endswith(catalogue()["ar"].say("chat-goodbye"))


def test_a_pasted_log_is_one_message_and_lines_are_one_each() -> None:
    log = "\n".join(f"iter {i}: loss 3.1, time 500.00ms, mfu 2.31%" for i in range(100, 200, 10))
    said = talk(f"{log}\n\n{COMMAND}\n/eta iter=5 s=2 total=10\n")
    assert said.count("How many in all?") == 1
    assert "10 records" in said
    assert "6 h 32 min 51 s" in said
    assert "10 s left" in said


def test_help_new_and_an_unknown_language_in_a_conversation() -> None:
    said = talk(f"/help\n{COMMAND}\n\n/new\nand now?\n\n/lang tlh\n")
    english = catalogue()["en"]
    assert english.say("chat-help") in said
    assert english.say("chat-new") in said
    assert english.say("chat-no-such-language", codes=", ".join(catalogue().codes)) in said
    assert said.count("6 h 32 min 51 s") == 1
