"""The state of a watched run on the screen: redrawn where somebody looks, a line for each change where not."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from bot.tracking.state import ALARMING, Phase, Shown, State
from bot.tracking.words import BAR, Words

#: Columns that the words beside the bar take.
BESIDE = 40


class Lines:
    """One line for every change that a reader can tell."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._shown: Shown | None = None

    def draw(self, state: State, now: datetime) -> None:
        """Print the state if it says something new."""
        shown = Shown.of(state)
        if self._shown is None or self._shown.differs(shown):
            self._shown = shown
            click.echo(self._words.line(state, now))
            sys.stdout.flush()

    def alarm(self, state: State, now: datetime) -> None:
        """Print nothing: the state itself is a line."""

    def tell(self, sentence: str) -> None:
        """Print a sentence on standard error."""
        click.echo(sentence, err=True)

    def close(self, state: State, now: datetime) -> None:
        """Print the last state if it was not printed."""
        self.draw(state, now)


class Drawn:
    """A bar and a few lines, drawn over themselves."""

    def __init__(self, words: Words) -> None:
        from rich.console import Console
        from rich.live import Live

        self._words = words
        self._console = Console(highlight=False)
        self._live = Live(console=self._console, auto_refresh=False, vertical_overflow="visible")
        self._live.start()

    def draw(self, state: State, now: datetime) -> None:
        """Draw the state over the one before."""
        from rich.text import Text

        cells = max(min(BAR, self._console.width - BESIDE), 5)
        drawn = Text("\n".join(self._words.screen(state, now, cells)))
        drawn.highlight_words([self._words.headline(state, now)], _style(state.phase))
        self._live.update(drawn, refresh=True)

    def alarm(self, state: State, now: datetime) -> None:
        """Ring, and leave the sentence above the bar."""
        self.tell(f"{self._words.clock(now)} {self._words.headline(state, now)}\a")

    def tell(self, sentence: str) -> None:
        """Print a sentence above the bar."""
        from rich.text import Text

        self._console.print(Text(sentence))

    def close(self, state: State, now: datetime) -> None:
        """Leave the last state on the screen."""
        self.draw(state, now)
        self._live.stop()


def _style(phase: Phase) -> str:
    if phase is Phase.FINISHED:
        return "bold green"
    return "bold red" if phase in ALARMING else "bold"


def screen(words: Words) -> Lines | Drawn:
    """Return what fits the standard output."""
    return Drawn(words) if sys.stdout.isatty() else Lines(words)
