"""``mata chat``: a conversation in the terminal, without Discord and without a token."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.speech import OWN, Spoken
from bot.language import Language, catalogue

if TYPE_CHECKING:
    from prompt_toolkit.history import History

#: Longer messages are pasted logs: they are not kept in the history (characters).
REMEMBERED = 500


def command(language: Language) -> click.Command:
    """Return ``mata chat``."""
    parameters = [click.Option(["--lang"], type=click.Choice(catalogue().codes), help=language.say("cli-lang-option"))]

    def chat(lang: str | None) -> int:
        return _chat(catalogue()[lang] if lang else language, lang or os.environ.get(OWN))

    return Spoken(language, "chat", params=parameters, callback=chat)


def _chat(language: Language, own: str | None) -> int:
    from bot.cli.conversation import Conversation, blocks
    from bot.cli.screen import here, show

    talk = Conversation(language, here(), lambda: datetime.now(UTC), own)
    typed = sys.stdin.isatty()
    if typed:
        click.echo(language.say("chat-welcome"))
    messages = _typed(talk.language) if typed else blocks(sys.stdin)
    for text in messages:
        said = talk.hear(text)
        if said.reply is not None:
            show(said.reply)
        if said.sentence:
            click.echo(said.sentence)
        if said.reply is not None or said.sentence:
            click.echo()
        sys.stdout.flush()
        if said.end:
            break
    return 0


def _typed(language: Language) -> Iterator[str]:
    """Yield what is typed or pasted; a paste of many lines is one message."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import InMemoryHistory

    history: History | InMemoryHistory
    try:
        history = _history()
    except OSError:
        history = InMemoryHistory()
    session: PromptSession[str] = PromptSession(history=history)
    while True:
        try:
            yield session.prompt(language.say("chat-prompt") + " ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            click.echo(language.say("chat-goodbye"))
            return


def _history() -> History:
    """Return the history file, readable by its owner alone."""
    from prompt_toolkit.history import FileHistory

    from bot.settings import state_folder

    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path: Path = folder / "chat-history"
    path.touch(mode=0o600)

    class Short(FileHistory):
        def store_string(self, string: str) -> None:
            if len(string) <= REMEMBERED:
                super().store_string(string)

    return Short(path)
