"""Sizes and devices that stand in a fixed form: ``gpu=4070 params=40M``, "batch 16 x 1024", "لنموذج 124M".

They are taken out of the text before its grammar is read, or "6000 gpu=4070" would be six thousand devices.
"""

from __future__ import annotations

import re

from estimators.forecast.gpus import lookup
from estimators.run import Settings

__all__ = ["take_hardware"]

_NUMBER = r"([0-9][0-9,_]{0,18}(?:\.[0-9]{1,6})?)[ ]?(k|m|b|t|million|billion|مليون|مليار|الف)?(?![\w.%])"
_IS = r"[ ]?[=:][ ]?"
_SCALE = {"": 1.0, "k": 1e3, "الف": 1e3, "m": 1e6, "million": 1e6, "مليون": 1e6,
          "b": 1e9, "billion": 1e9, "مليار": 1e9, "t": 1e12}  # fmt: skip
_KEYS = {
    "gpus": r"n_?gpus?|num[_-]gpus?|gpus|gpu_count|world[_-]size|devices",
    "parameters": r"params?|parameters|n_params|num_params|model[_-]size|model",
    "tokens_per_step": r"tokens(?:[_-]per[_-]|/)(?:step|iter(?:ation)?|batch)|tokens_step|total_batch_size",
    "batch": r"batch(?:[_-]size)?|bs|global[_-]batch(?:[_-]size)?",
    "context": r"context(?:[_-](?:length|size))?|ctx|block[_-]size|seq(?:uence)?[_-]?len(?:gth)?|max_seq_len(?:gth)?",
    "gradient_accumulation": r"grad(?:ient)?[_-]accum(?:ulation)?(?:[_-]steps)?",
}
_PHRASES = {
    "parameters": rf"(?:نموذج|النموذج|موديل)[ ](?:ب?حجم[ ])?{_NUMBER}|{_NUMBER}[ ](?:معامل|معاملا|معلمه|بارامتر)(?![\w])",
    "tokens_per_step": rf"{_NUMBER}[ ](?:رمز|رمزا|رموز|توكن|token|tokens)[ ](?:في|لكل|بكل|كل|per|a|each|/)[ ]?"
    r"(?:ال)?(?:خطوه|تكرار|step|iter(?:ation)?)(?![\w])",
}
#: A pattern is tried only where one of its words stands: most texts say nothing of hardware.
_HINTS = {
    "gpus": ("gpus", "gpu_count", "n_gpu", "n-gpu", "ngpu", "world", "devices"),
    "parameters": ("param", "model", "نموذج", "موديل", "معام", "معلم"),
    "tokens_per_step": ("tok", "رمز", "رموز", "توكن", "total_batch"), "batch": ("batch", "bs"),
    "context": ("context", "ctx", "block", "seq"), "gradient_accumulation": ("accum",),
}  # fmt: skip
_BATCH_BY_CONTEXT = re.compile(
    rf"(?<![\w])(?:batch(?:[ _]size)?|دفعه|حجم الدفعه)(?: of)?[ ]{_NUMBER}[ ,]{{1,2}}(?:(?:x|×|by|and|و)[ ]?)?"
    rf"(?:(?:with[ ])?(?:context(?:[ ](?:length|size))?|ctx|سياق)(?: of)?[ ]|(?<=[x×][ ])|(?<=by[ ])){_NUMBER}",
    re.IGNORECASE,
)
_KEYED = tuple((name, re.compile(rf"(?<![\w-])(?:{key}){_IS}{_NUMBER}", re.IGNORECASE)) for name, key in _KEYS.items())
_SAID = tuple((name, re.compile(rf"(?<![\w.,]){said}", re.IGNORECASE)) for name, said in _PHRASES.items())
_GPU = re.compile(rf"(?<![\w-])(?:gpu|card|accelerator|device){_IS}([a-z0-9][a-z0-9 -]{{0,40}})", re.IGNORECASE)
_PRECISION = re.compile(
    rf"(?<![\w-])(?:precision|dtype|amp){_IS}(bf16|bfloat16|fp16|float16|fp32|float32|tf32|fp8)(?![\w])", re.IGNORECASE
)
_PLAIN = {"bfloat16": "bf16", "float16": "fp16", "float32": "fp32"}
_OF = re.compile(r"(?<![\w.])([0-9]{1,5})[ ](?:من(?:[ ]نوع)?|بطاقات|بطاقه|كروت|معالجات|وحدات)[ ](?=[a-z])", re.IGNORECASE)


def take_hardware(text: str) -> tuple[str, Settings]:
    """Return the folded ``text`` without what states model and device in a fixed form, and that as settings.

    >>> take_hardware("/eta iter=100 total=6000 gpu=4070 params=40M")[1].parameters
    40000000.0
    >>> rest, found = take_hardware("100/6000 at 2 s/it, batch 16 x 1024")
    >>> rest, found.batch, found.context
    ('100/6000 at 2 s/it,  ', 16.0, 1024.0)
    """
    found: dict[str, float] = {}
    low = text.lower()
    text, gpu = _take_gpu(text) if any(word in low for word in ("gpu", "card", "accelerator", "device")) else (text, None)
    match = _BATCH_BY_CONTEXT.search(text) if "batch" in low or "دفعه" in low else None
    if match is not None:
        found["batch"], found["context"] = _value(match[1], match[2]), _value(match[3], match[4])
        text = _without(text, match)
    for name, pattern in (*_KEYED, *_SAID):
        match = pattern.search(text) if any(word in low for word in _HINTS[name]) else None
        if match is not None:
            digits, scale = [group for group in match.groups() if group][:1], [g for g in match.groups() if g][1:]
            found.setdefault(name, _value(digits[0], scale[0] if scale else None))
            text = _without(text, match)
    match = _PRECISION.search(text) if any(word in low for word in ("precision", "dtype", "amp")) else None
    precision = _PLAIN.get(match[1].lower(), match[1].lower()) if match else None
    text = _without(text, match) if match else text
    sizes = {name: value for name, value in found.items() if 0 < value < 1e15}
    return _OF.sub(r"\1 ", text), Settings(gpu=gpu, precision=precision, **sizes)  # type: ignore[arg-type]


def _take_gpu(text: str) -> tuple[str, str | None]:
    match = _GPU.search(text)
    words = match[1].split(" ") if match else []
    if match and text[match.end() :].lstrip()[:1] in {"=", ":"}:
        words = words[:-1]  # that one is the next key
    for size in range(min(len(words), 5), 0, -1):
        row = lookup(" ".join(words[:size]))
        if match is not None and row is not None:
            end = match.start(1) + len(" ".join(words[:size]))
            return f"{text[: match.start()]} {text[end:]}", row.name
    return text, None


def _value(digits: str, scale: str | None) -> float:
    return float(digits.replace(",", "").replace("_", "")) * _SCALE[(scale or "").lower()]


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"
