"""Hardware and sizes in a question: "a 124M model at 491,520 tokens per step on 8 A100"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from estimators.run import Settings
from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT

_GPU = re.compile(
    r"""(?<![\w.])(?:(?:nvidia|geforce|tesla|quadro|amd|radeon|instinct|google|apple|intel)[ -])*+(?P<name>
      (?:rtx|gtx)[ -]?(?:pro[ -]?)?a?[0-9]{3,4}(?:[ -]?(?:ti|super|ada|d))*+ | titan[ -](?:xp|rtx|v|x)
    | (?:gh|gb|[abhvplk])[0-9]{2,3}(?:[gs]|nvl)?+(?=s?(?![\w])) | a[2-6]000 | t4(?=s?(?![\w])) | h20(?=s?(?![\w]))
    | l4(?=s?(?![\w])) | mi[0-9]{2,3}[xa]?+ | tpu[ -]?v[2-7][a-z]?+(?:-[0-9]{1,4})? | v100s?
    | m[1-5][ ](?:pro|max|ultra) | gaudi[ -]?[123]? | rx[ ][0-9]{4}(?:[ ]xtx?)?
    | (?:(?<=on[ ]a[ ])|(?<=on[ ])|(?<=my[ ])|(?<=an[ ]))[1-5]0[5-9]0
    | (?:(?<=بطاقه[ ])|(?<=علي[ ])|(?<=x[ ])|(?<=كارت[ ])|(?<=كرت[ ]))[1-5]0[5-9]0
    | [1-5]0[5-9]0(?=[ ]?(?:ti|super|gpu|card|laptop)s?\b)
    )(?:[ -]?(?:ti|super|laptop))*+(?P<memory>[ -]?[0-9]{2,3}[ ]?gb)?(?:[ -](?:sxm[2-5]?|pcie|nvl))?s?(?![\w])""",
    re.VERBOSE | re.IGNORECASE,
)
#: A model has at least this many parameters, or "12 models" would be one of twelve.
_SMALLEST_MODEL = 10_000


def take_gpu(text: str) -> tuple[str, str | None]:
    """Find a device's name in folded text; return the text with ``gpu`` in its place, and the name, plain."""
    match = _GPU.search(text)
    if match is None:
        return text, None
    name = re.sub(r"(?<=[0-9])s$", "", match["name"].lower()) if "l40s" not in match[0].lower() else "l40s"
    suffix = text[match.end("name") : match.end()].lower() if match["memory"] or "ti" in match[0].lower() else ""
    name = re.sub(r"[^a-z0-9 -]+", " ", name + suffix).strip()
    return f"{text[: match.start()]} gpu {text[match.end() :]}", name


def with_tokens(settings: Settings) -> Settings:
    """Fill in the tokens of a step where batch and context are known."""
    if settings.tokens_per_step is not None or settings.batch is None or settings.context is None:
        return settings
    return replace(settings, tokens_per_step=settings.batch * settings.context)


class Sizes:
    """Takes sizes out of items and keeps them."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    def settings(self, gpu: str | None, tokens_per_step: Decimal | None = None) -> Settings:
        """Return what was found, and what the sentence says about tokens per step."""
        values: dict[str, Any] = dict(self.found)
        if tokens_per_step is not None and 0 < tokens_per_step <= LIMIT:
            values["tokens_per_step"] = float(tokens_per_step)
        return Settings(gpu=gpu, **values)

    def take(self, items: list[Item]) -> list[Item]:
        """Return ``items`` without those that state a size."""
        kept: list[Item] = []
        at = 0
        while at < len(items):
            end = self._after(items, at, kept) or self._before(items, at)
            if end is None:
                kept.append(items[at])
                end = at + 1
            at = end
        return kept

    def _keep(self, name: str, value: Decimal) -> bool:
        if not value.is_finite() or not 0 < value <= LIMIT:
            return False
        self.found.setdefault(name, float(value))
        return True

    def _after(self, items: list[Item], at: int, kept: list[Item]) -> int | None:
        """A name, then its number: "batch size 32", "context = 1024", "gpus=8", "model of 124M"."""
        name = _NAMES.get(items[at].kind)
        end = at + 1
        while end < len(items) and end < at + 3 and items[end].kind in {Kind.IS, Kind.OF, Kind.AT}:
            end += 1
        if name is None or end >= len(items) or items[end].kind is not Kind.NUMBER:
            return None
        value = items[end].value
        if items[at].kind is Kind.TRAINING:
            following = items[end + 1].kind if end + 1 < len(items) else None
            least = _SMALLEST_MODEL if end > at + 1 else 100 * _SMALLEST_MODEL
            if not value >= least or following in {Kind.UNIT, Kind.TIME}:
                return None
        if items[at].kind is Kind.DEVICE and (end == at + 1 or not items[at + 1].definite):
            return None
        if items[at].kind is Kind.PARAMETERS and kept and kept[-1].kind is Kind.NUMBER:
            return None
        if not self._keep(name, value):
            return None
        return self._by_context(items, end + 1, name)

    def _by_context(self, items: list[Item], at: int, name: str) -> int:
        kinds = [item.kind for item in items[at : at + 2]]
        if name == "batch" and kinds == [Kind.TIMES, Kind.NUMBER] and self._keep("context", items[at + 1].value):
            return at + 2
        return at

    def _before(self, items: list[Item], at: int) -> int | None:
        """A number, then its name: "124M parameters", "40M model", "8 GPUs", "8x A100"."""
        if items[at].kind is not Kind.NUMBER:
            return None
        end = at + 1
        if end < len(items) and items[end].kind is Kind.TIMES:
            end += 1
        kind = items[end].kind if end < len(items) else None
        if kind is None or (end > at + 1 and kind is not Kind.DEVICE):
            return None
        if kind is Kind.TRAINING and items[at].value < _SMALLEST_MODEL:
            return None
        name = _NAMES.get(kind)
        if name is None or kind is Kind.BATCH_SIZE:
            return None
        return end + 1 if self._keep(name, items[at].value) else None


_NAMES = {
    Kind.PARAMETERS: "parameters",
    Kind.TRAINING: "parameters",
    Kind.BATCH_SIZE: "batch",
    Kind.CONTEXT: "context",
    Kind.DEVICE: "gpus",
}
