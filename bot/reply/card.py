"""Reply -> Components V2: the same sentences as the terminal's text, most important first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord import ui

from bot.reply.reply import Reply, Row, TipLine

#: Discord takes 4000 characters in all, and five buttons in a row.
MOST_TEXT, BUTTONS_A_ROW = 4000, 5
COLOURS = {"estimate": 0x2A9D8F, "needs": 0xE9A23B, "none": 0x8D99AE}
Button = ui.Item[Any]
Section = tuple[int, str]  # how dearly it is kept (0: always), and its text


#: An Arabic line is an isolate of its own direction: clients differ in the direction they give a line. Where these
#: marks are stripped, a full stop moves and nothing else.
RIGHT_TO_LEFT, POP = "\u2067", "\u2069"
_ARABIC_LINE = re.compile(r"(?m)^((?:#{1,3} | *- | *-# )?(?:\*\*)?)([^\n]*[\u0621-\u064a][^\n]*?)((?:\*\*)?)$")


def card(reply: Reply, buttons: Sequence[Button] = (), pictures: Sequence[discord.File] = ()) -> ui.LayoutView:
    """Return the card of a reply; what does not fit goes from the least important end. ``pictures`` are sent along."""
    answer, details = _sections(reply)
    answer, details = _within(answer, details)
    box: ui.Container[Any] = ui.Container(accent_colour=COLOURS[reply.status])
    _add(box, answer)
    if pictures:
        box.add_item(ui.MediaGallery(*map(_shown, pictures)))
    if any(text for _, text in details):
        box.add_item(ui.Separator(spacing=discord.SeparatorSpacing.small))
        _add(box, details)
    return _view(box, buttons)


def _shown(picture: discord.File) -> discord.MediaGalleryItem:
    return discord.MediaGalleryItem(picture, description=picture.description)


def note(text: str, buttons: Sequence[Button] = (), status: str = "none") -> ui.LayoutView:
    """Return a card of one text."""
    box: ui.Container[Any] = ui.Container(ui.TextDisplay(directed(_cut(text))), accent_colour=COLOURS[status])
    return _view(box, buttons)


def _view(box: ui.Container[Any], buttons: Sequence[Button]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(box)
    for start in range(0, len(buttons), BUTTONS_A_ROW):
        view.add_item(ui.ActionRow(*buttons[start : start + BUTTONS_A_ROW]))
    return view


def _add(box: ui.Container[Any], sections: Iterable[Section]) -> None:
    shown = [text for _, text in sections if text]
    for place, text in enumerate(shown):
        if place:
            box.add_item(ui.Separator(visible=False, spacing=discord.SeparatorSpacing.small))
        box.add_item(ui.TextDisplay(directed(text)))


def _sections(reply: Reply) -> tuple[list[Section], list[Section]]:
    answer = [
        (0, _lines(reply.problem, *_bullets(reply.choices))),
        (0, _lines(_heading(reply.headline), reply.finish)),
        (0, reply.question),
        (0, _lines(reply.sum_label, reply.sum)),
        (1, _lines(reply.band, reply.basis, reply.expected)),
    ]
    details = [
        (2, _lines(*_bullets(filter(None, (*reply.findings, reply.trend))))),
        (3, _lines(_bold(reply.scenarios_title), *map(_row, reply.scenarios))),
        (4, _lines(_bold(reply.tips_title), *_bullets(map(_tip, reply.tips)))),
        (5, _lines(*map(_small, reply.read))),
        (6, _small(reply.paste)),
    ]
    return answer, details


def _within(answer: list[Section], details: list[Section]) -> tuple[list[Section], list[Section]]:
    """Drop whole sections, the least important first; what is left is cut only if even the answer is too long."""
    for keep in range(6, -1, -1):
        kept = [(rank, text) for rank, text in answer if rank <= keep]
        more = [(rank, text) for rank, text in details if rank <= keep]
        if sum(len(directed(text)) for _, text in (*kept, *more)) <= MOST_TEXT:
            return kept, more
    return [(0, _cut("\n".join(text for rank, text in answer if rank == 0 and text)))], []


def directed(text: str) -> str:
    """Return the text with every Arabic line marked as one, behind its Markdown prefix; code is left as it is."""
    pieces = text.split("```")
    return "```".join(
        piece if number % 2 else _ARABIC_LINE.sub(rf"\1{RIGHT_TO_LEFT}\2{POP}\3", piece)
        for number, piece in enumerate(pieces)
    )


def _row(row: Row) -> str:
    return _lines(f"- {row.name}", *(f"  - {cell}" for cell in (row.pace, row.remaining, row.finish) if cell))


def _tip(tip: TipLine) -> str:
    # the source is a link or a name: Latin, so it stands on a line of its own
    return _lines(" ".join(filter(None, (tip.text, tip.saving))), f"  -# {tip.source}" if tip.source else "")


def _heading(text: str) -> str:
    return f"### {text}" if text else ""


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


def _small(text: str) -> str:
    return _lines(*(f"-# {line.strip()}" for line in text.splitlines() if line.strip()))


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]


def _lines(*lines: str) -> str:
    return "\n".join(filter(None, lines))


def _cut(text: str) -> str:
    """Return as much of the text as a message takes, with room for two marks of direction a line."""
    most = MOST_TEXT - 2 * text[:MOST_TEXT].count("\n") - 2
    return text if len(directed(text)) <= MOST_TEXT else text[: most - 1] + "…"
