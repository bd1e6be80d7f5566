"""The accelerators of ``gpus.toml``, found by the names people and tools give them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

__all__ = ["Accelerator", "Mention", "accelerators", "lookup", "mentioned", "normalised"]

PRECISIONS = ("fp32", "tf32", "fp16", "bf16", "fp8")
LONGEST_NAME = 80
LONGEST_TEXT = 4000
#: Words that makers put around a model's name and people leave out.
NOISE = frozenset(
    ("nvidia", "geforce", "tesla", "amd", "ati", "radeon", "instinct", "google", "cloud", "apple", "intel", "habana")
).union(("aws", "gpu", "gpus", "graphics", "card", "generation"))
#: After one of these a bare number or a two-letter name is a model: "on a 4070", "على 4070", "8 x L4".
LEADS = NOISE.union(
    ("on", "a", "an", "one", "two", "four", "eight", "single", "my", "our", "x", "×", "rtx", "gtx"),
    ("على", "بطاقة", "كرت", "معالج", "من"),
)
COUNTS = {"one": 1, "single": 1, "two": 2, "four": 4, "eight": 8}
_SPLIT = re.compile(r"[^a-z0-9]++")
_WORD = re.compile(r"[a-z0-9]++|[\u0600-\u06ff]++|×")


@dataclass(frozen=True, slots=True)
class Accelerator:
    """One device: dense peaks in FLOP/s by precision, memory in bytes, bandwidth in bytes/s."""

    name: str
    aliases: tuple[str, ...]
    peaks: Mapping[str, float] = field(default_factory=dict)
    memory: float = 0.0
    bandwidth: float = 0.0
    source: str = ""
    link: str = ""

    @property
    def best(self) -> float:
        """FLOP/s of the fastest precision that training commonly uses (fp8 is a choice, not a default)."""
        return max(value for key, value in self.peaks.items() if key != "fp8" or len(self.peaks) == 1)

    def peak(self, precision: str | None = None) -> float:
        """FLOP/s at ``precision``; at what the device falls back to where it does not accelerate that one.

        >>> lookup("4070").peak("bf16"), lookup("1080 ti").peak("bf16")
        (58290000000000.0, 11340000000000.0)
        """
        if precision is None:
            return self.best
        if precision in self.peaks:
            return self.peaks[precision]
        if precision == "fp8":
            return self.best
        return self.peaks.get("fp32", self.best)


@dataclass(frozen=True, slots=True)
class Mention:
    """An accelerator named in a sentence, and how many of it (``None``: not said)."""

    name: str
    count: int | None = None


@cache
def accelerators() -> tuple[Accelerator, ...]:
    """Return every row of ``gpus.toml``."""
    data = tomllib.loads(files("estimators.forecast").joinpath("gpus.toml").read_text(encoding="utf-8"))
    return tuple(
        Accelerator(
            name=row["name"],
            aliases=tuple(row["aliases"]),
            peaks={key: row[key] * 1e12 for key in PRECISIONS if key in row},
            memory=row["memory"] * 1e9,
            bandwidth=row["bandwidth"] * 1e9,
            source=data["sources"][row["source"]]["name"],
            link=data["sources"][row["source"]]["link"],
        )
        for row in data["accelerators"]
    )


def normalised(name: str) -> str:
    """Return ``name`` without case, separators and makers' words.

    >>> normalised("NVIDIA GeForce RTX 4070 Ti SUPER"), normalised("NVIDIA A100-SXM4-80GB")
    ('rtx4070tisuper', 'a100sxm480gb')
    """
    return "".join(word for word in _SPLIT.split(name[:LONGEST_NAME].lower()) if word not in NOISE)


@cache
def _index() -> dict[str, Accelerator]:
    return {normalised(name): row for row in accelerators() for name in (row.name, *row.aliases)}


def lookup(name: str) -> Accelerator | None:
    """Find an accelerator by any of its names; ``None`` if there is none, or more than one, of that name.

    >>> lookup("NVIDIA GeForce RTX 4070").name, lookup("a100 80gb").name, lookup("rtx 6000")
    ('GeForce RTX 4070', 'A100 80GB', None)
    """
    return _index().get(normalised(name)) if len(name) <= LONGEST_NAME else None


def mentioned(text: str) -> Mention | None:
    """Find the first accelerator that a sentence names.

    A bare number or a name of two letters counts only after a word that announces a device.

    >>> mentioned("6000 iterations of a 124M model on 8x A100"), mentioned("stop at 4070"), mentioned("on a 4070")
    (Mention(name='A100 80GB', count=8), None, Mention(name='GeForce RTX 4070', count=None))
    """
    words = _WORD.findall(text[:LONGEST_TEXT].lower())
    for start in range(len(words)):
        for stop in range(min(len(words), start + 6), start, -1):
            found = _model("".join(words[start:stop]), words[start - 1] if start else "")
            if found is not None:
                glued = re.fullmatch(r"(\d{1,5})x", words[start - 1]) if start else None
                return Mention(found.name, int(glued[1]) if glued else _count(words[:start]))
        glued = re.fullmatch(r"(\d{1,5})x([a-z]++\d++[a-z0-9]*+)", words[start])
        row = _model(glued[2], "x") if glued else None
        if glued and row:
            return Mention(row.name, int(glued[1]))
    return None


def _model(key: str, before: str) -> Accelerator | None:
    row = _index().get(key) or (_index().get(key[:-1]) if key.endswith("s") else None)
    if row is None or (len(key) > 2 and not key.isdigit()) or before in LEADS:
        return row
    counted = r"\d{1,4}x" if key.isdigit() else r"\d{1,4}x?"
    return row if re.fullmatch(counted, before) else None


def _count(before: list[str]) -> int | None:
    for word in reversed(before[-3:]):
        if word in COUNTS:
            return COUNTS[word]
        if word.isdigit():
            return int(word) if len(word) <= 5 else None
        if word not in LEADS:
            return None
    return None
