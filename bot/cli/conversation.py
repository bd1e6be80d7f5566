"""A conversation in the terminal: what was asked before is remembered until it ends, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from bot.answer import Request, answer
from bot.language import Language, catalogue
from bot.reply import Reply, parts
from estimators import Run, read

QUIT = frozenset({"/quit", "/exit", "/q"})


@dataclass(frozen=True, slots=True)
class Said:
    """What the conversation says next: a reply, or one sentence; ``end`` after the last."""

    reply: Reply | None = None
    sentence: str = ""
    end: bool = False


class Conversation:
    """One run at a time; a later paste, "total 6000" or "and now?" belong to it."""

    def __init__(self, language: Language, zone: tzinfo, clock: Callable[[], datetime], own: str | None = None) -> None:
        self.language, self._zone, self._clock, self._own = language, zone, clock, own
        self._run: Run | None = None
        self._asked_at: datetime | None = None

    def hear(self, text: str) -> Said:
        """Answer one message."""
        word, _, rest = text.strip().partition(" ")
        match word.casefold():
            case "":
                return Said()
            case quitting if quitting in QUIT:
                return Said(sentence=self.language.say("chat-goodbye"), end=True)
            case "/help":
                return Said(sentence=self.language.say("chat-help"))
            case "/new":
                self._run = self._asked_at = None
                return Said(sentence=self.language.say("chat-new"))
            case "/lang":
                return Said(sentence=self._speak(rest.strip()))
        return Said(reply=self._answer(text))

    def _speak(self, code: str) -> str:
        found = catalogue().nearest(code)
        if found is None:
            return self.language.say("chat-no-such-language", codes=", ".join(catalogue().codes))
        self._own, self.language = found, catalogue()[found]
        return self.language.say("chat-language")

    def _answer(self, text: str) -> Reply:
        now = self._clock()
        request = Request(text, now, language=self._own, locale=self.language.code, remembered_at=self._asked_at)
        found = answer(request, self._run)
        if found.run is not None and not found.assumed:
            self._run, self._asked_at = found.run, now
        return parts(found, "terminal", self._zone)


def blocks(lines: Iterable[str]) -> Iterator[str]:
    """Cut piped lines into messages: at blank lines, around commands, and within a block that is no log."""
    held: list[str] = []
    for line in lines:
        if line.strip() and not line.startswith("/"):
            held.append(line)
            continue
        yield from _messages(held)
        held = []
        if line.strip():
            yield line.strip()
    yield from _messages(held)


def _messages(lines: list[str]) -> Iterator[str]:
    """A pasted log is one message; lines that are not one are a message each."""
    text = "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
    if _kind(text, len(lines)) == "log":
        yield text
    else:
        yield from (line.strip() for line in lines)


def _kind(text: str, count: int) -> Literal["log", "lines"]:
    if count < 2:
        return "lines"
    reading = read(text)
    return "log" if reading.run is not None and reading.format != "question" else "lines"
