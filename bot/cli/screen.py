"""A reply on the screen: plain where it is piped, with bold and a table where somebody looks at it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.source import Progress
from bot.language import Language

if TYPE_CHECKING:
    from bot.reply import Reply

_BOLD = re.compile(r"\*\*([^*\n]{1,400})\*\*")
#: Files above this show how far reading has come (bytes).
BIG = 8 * 1024 * 1024


def here() -> tzinfo:
    """Return the time zone of this machine."""
    return datetime.now(UTC).astimezone().tzinfo or UTC


def show(reply: Reply) -> None:
    """Print a reply."""
    from bot.reply import plain, written_out

    if not sys.stdout.isatty():
        click.echo(plain(written_out(reply)))
        return
    table = reply.scenarios_head is not None
    written = written_out(replace(reply, scenarios=(), scenarios_title="") if table else reply)
    click.echo(_BOLD.sub(lambda match: click.style(match[1], bold=True), written))
    if table:
        _table(reply)


def _table(reply: Reply) -> None:
    from rich.console import Console
    from rich.table import Table

    head = reply.scenarios_head
    if head is None:
        return
    table = Table(title=reply.scenarios_title, title_justify="left", title_style="")
    for column in (head.name, head.pace, head.remaining, head.finish):
        table.add_column(column)
    for row in reply.scenarios:
        table.add_row(row.name, row.pace, row.remaining, row.finish)
    Console().print(table)


@contextmanager
def reading(path: Path | None, language: Language) -> Iterator[Progress]:
    """Show a progress bar on standard error while a big file is read, if somebody is looking."""
    size = path.stat().st_size if path is not None and path.is_file() else 0
    if size < BIG or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(language.say("cli-reading"), total=size)

        def advance(count: int) -> None:
            bar.advance(task, count)
            if bar.tasks[0].completed >= size:
                bar.update(task, total=None, description=language.say("cli-understanding"))

        yield advance
