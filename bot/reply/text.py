"""Reply -> plain text or Discord's Markdown, the same sentences in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, tzinfo

from bot.answer import Answer
from bot.language import Language
from bot.reply.parts import Where, parts
from bot.reply.reply import Reply

_BOLD = re.compile(r"\*\*([^*\n]{1,400})\*\*")


def text(answer: Answer, where: Where = "terminal", zone: tzinfo = UTC, language: Language | None = None) -> str:
    """Return the whole answer as text: Markdown for Discord, plain for the terminal."""
    written = written_out(parts(answer, where, zone, language))
    return written if where == "discord" else plain(written)


def plain(markdown: str) -> str:
    """Return the text without its bold marks."""
    return _BOLD.sub(r"\1", markdown)


def written_out(reply: Reply) -> str:
    """Return a reply as paragraphs of Markdown, most important first."""
    paragraphs = (
        (reply.problem, *_bullets(reply.choices)),
        (reply.headline, reply.finish),
        (reply.question,),
        (reply.sum_label, reply.sum),
        (reply.band, reply.basis, reply.expected),
        _bullets(reply.findings),
        (reply.trend,),
        (reply.scenarios_title, *_bullets(row.line for row in reply.scenarios)),
        (reply.tips_title, *_bullets(tip.text for tip in reply.tips)),
        reply.read,
        (reply.paste,),
    )
    return "\n\n".join("\n".join(filter(None, lines)) for lines in paragraphs if any(lines))


def _bullets(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"- {line}" for line in lines)
