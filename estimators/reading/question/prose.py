"""Which lines of a text are words to Mata, and in which language."""

from __future__ import annotations

import re

#: A question is short: no more is looked at (lines, characters).
LINES, LINE, LONGEST = 12, 600, 1500

_MENTION = re.compile(r"\s*(?:<@[!&]?[0-9]{1,25}>\s*)*+")
_COMMAND = re.compile(r"[/!](?:eta|mata|when|متى|متي|وقت)(?=[\s:]|$)\s*:?\s*", re.IGNORECASE)
_LOG_LINE = re.compile(
    r"""\b(?:train_|val_|eval_)?loss['"]?\s?[:=]?\s?-?[0-9n] | \|[^|\n]*+\| | [{}] | \[[^\]\n]*[,<|:][^\]\n]*+
      | <[^\s\d] | \bINFO\b | \blr\s?[:=]
      | \bmfu\b | \bacc(?:uracy)?\s?[:=] | ^\s*[0-9]{4}-[0-9]{2}-[0-9]{2} | __ | ^\s*(?:def|class)\s+\w+\s?[(:]
      | ^\s*(?:from\s+[\w.]+\s+)?import\s+[\w.]+
      | => | == | \+= | \(\) | ;\s*$ | \bnorm\b | \bfor\s+[a-z_]+\s+in\s | \w\( | (?:^|\s)--?[a-z] | \bTraceback\b | ://
      | \bprint\b | ^\s*[>$#]""",
    re.VERBOSE | re.IGNORECASE,
)
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]{2,}|\b[\u0628\u0648\u0644]\b")
_KEY = re.compile(  # a device's name is of no language
    r"(?m)^gpu: [^\n]++|(?<![A-Za-z_])[A-Za-z_]++\s?[=:]|(?<![A-Za-z])[A-Za-z]++_[A-Za-z_]++"
)
_LATIN = re.compile(r"[A-Za-z']{2,}")
_TERMS = re.compile(
    r"""iter(?:ation)?s?|steps?|epochs?|batch(?:es)?|tokens?|toks?|ms|sec|secs|min|mins|hr|hrs|it|gpus?|max|iters|eta|mata
    |params?|total|loss|time|train|training|model|llm|rtx|gtx|ti|num|size|bs|ctx|samples?""",
    re.VERBOSE | re.IGNORECASE,
)


def is_command(text: str) -> bool:
    """Say whether ``text`` is addressed to Mata as a command: ``/eta ...``."""
    return _COMMAND.match(_MENTION.sub("", text, count=1)) is not None


def without_command(text: str) -> str:
    """Take a mention and ``/eta`` away from the start."""
    return _COMMAND.sub("", _MENTION.sub("", text, count=1), count=1)


def prose(text: str) -> str:
    """Return the lines that may be words of a person: short, few, and nothing like a log or a program."""
    if "```" in text:
        text = re.sub(r"```[^`]*+(?:```|$)", "\n", text)
    lines = [line for line in text.splitlines() if line.strip() and len(line) <= LINE]
    kept = [line for line in lines[: 4 * LINES] if not _LOG_LINE.search(line)]
    return "\n".join(kept) if len(kept) <= LINES else ""


def language(text: str) -> str | None:
    """Return "ar" or "en" by the script of the words; ``None`` where there are only numbers and terms."""
    arabic = 0 if text.isascii() else len(_ARABIC.findall(text))
    text = _KEY.sub(" ", text)
    latin = sum(_TERMS.fullmatch(word) is None for word in _LATIN.findall(text))
    if not arabic and not latin:
        return None
    return "ar" if arabic >= latin else "en"
