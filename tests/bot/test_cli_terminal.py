"""The command line where somebody looks at it: a terminal of its own, typed and pasted into."""

from __future__ import annotations

import os
import pty
import re
import select
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINE = "iter {}: loss 3.1, time 3995.11ms, mfu 2.31%"
DEADLINE = 30.0
STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r")


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        self.screen, program_side = pty.openpty()
        variables = {"HOME": str(home), "TERM": "xterm-256color", "LANG": "en_US.UTF-8", "PYTHONPATH": str(ROOT)}
        variables |= {name: os.environ[name] for name in ("COVERAGE_PROCESS_CONFIG",) if name in os.environ}
        variables |= {"PATH": os.environ["PATH"], "TZ": "UTC", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "200"}
        command = [sys.executable, "-m", "bot", *arguments]
        self.program = subprocess.Popen(
            command, stdin=program_side, stdout=program_side, stderr=program_side, env=variables, cwd=home
        )
        os.close(program_side)
        self.written, self.at = "", 0

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def until(self, wanted: str) -> str:
        """Read until ``wanted`` comes after what was waited for last; return all that was written, with styles."""
        end = time.monotonic() + DEADLINE
        while (found := STYLE.sub("", self.written).find(wanted, self.at)) < 0:
            ready, _, _ = select.select([self.screen], [], [], max(end - time.monotonic(), 0))
            assert ready, f"{wanted!r} did not come; on the screen: {self.written!r}"
            self.written += os.read(self.screen, 65536).decode("utf-8", "replace")
        self.at = found + len(wanted)
        return self.written


@contextmanager
def terminal(*arguments: str, home: Path) -> Iterator[Terminal]:
    opened = Terminal(list(arguments), home)
    try:
        yield opened
    finally:
        opened.program.kill()
        opened.program.wait()
        os.close(opened.screen)


@pytest.mark.timeout(120)
def test_a_paste_of_many_lines_is_one_message_and_the_history_is_private(tmp_path: Path) -> None:
    with terminal("chat", home=tmp_path) as talk:
        talk.until("/quit ends.")
        talk.type("\x1b[200~" + LINE.format(90) + "\n" + LINE.format(100) + "\x1b[201~\r")
        assert "2 records" in STYLE.sub("", talk.until("2 records"))
        talk.type("total 6000\r")
        assert "\x1b[1m6 h 32 min 51 s\x1b[0m" in talk.until("Paste later lines")
        talk.type("what if 200 ms\r")
        assert "┃" in talk.until("19 min 40 s")
        talk.type("/lang ar\r")
        talk.until("أتحدث العربية الآن.")
        talk.type("/quit\r")
        talk.until("أتمنى لتدريبك التوفيق.")
        assert talk.program.wait(DEADLINE) == 0
    history = tmp_path / ".local/state/mata/chat-history"
    assert "total 6000" in history.read_text(encoding="utf-8")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600


@pytest.mark.timeout(120)
def test_a_long_paste_is_not_kept_in_the_history(tmp_path: Path) -> None:
    with terminal("chat", home=tmp_path) as talk:
        talk.until("/quit ends.")
        log = "\n".join(LINE.format(i) for i in range(0, 200, 10))
        talk.type(f"\x1b[200~{log}\x1b[201~\r")
        talk.until("20 records")
        talk.until("›")
        talk.type("\x04")
        assert talk.program.wait(DEADLINE) == 0
    assert "iter 90" not in (tmp_path / ".local/state/mata/chat-history").read_text(encoding="utf-8")


@pytest.mark.timeout(120)
def test_a_big_file_shows_how_far_reading_has_come(tmp_path: Path) -> None:
    with (tmp_path / "big.log").open("w", encoding="utf-8") as file:
        file.writelines(LINE.format(i) + "\n" for i in range(200_000))
    with terminal("ask", "big.log", home=tmp_path) as asked:
        assert "MB" in asked.until("How many in all?")
        assert asked.program.wait(DEADLINE) == 2


@pytest.mark.timeout(120)
def test_ask_without_a_question_says_what_to_ask(tmp_path: Path) -> None:
    with terminal("ask", home=tmp_path) as asked:
        asked.until("mata ask")
        assert asked.program.wait(DEADLINE) == 1
