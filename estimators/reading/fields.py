"""The vocabulary of named groups: what a pattern may capture, and how it becomes a column of numbers.

=================  ==========================================================================================
group              meaning
=================  ==========================================================================================
step, total        the run's counter and its last value
epoch, epochs      epoch counter and number of epochs
batch, batches     position within the epoch and its length
percent            share of the run (or of the epoch, see the format) in 0..100
tokens, samples    work done so far, cumulative; ``*_total`` what is planned
time_*             seconds per unit of the counter; what it covers is the format's ``time_span``
rate               units per second
interval_*         seconds that the work since the previous record took
elapsed_*          seconds since the start (of the run or the epoch: the format's ``elapsed_scope``)
eta_*              the tool's own remaining time (its ``eta_scope``)
data_*             seconds per unit spent waiting for data
tokens_rate        tokens per second;  samples_rate: samples per second
batch_size         samples per device and step;  devices: how many devices
mfu                model FLOPs utilisation in per cent
(a setting)        any field of ``run.Settings``, in patterns of settings
label              words that tell bars of one text apart (kept as a checksum, never as text)
=================  ==========================================================================================

``*`` is the unit: ``s``, ``ms``, ``us``, ``min``, ``h``, or ``clock`` for ``1:02:03`` and ``1 day, 0:08:23``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from estimators.run import Array, Settings
from estimators.units.limits import LIMIT

SECONDS = {"s": 1.0, "ms": 1e-3, "us": 1e-6, "min": 60.0, "h": 3600.0, "d": 86400.0}
TIMED = ("time", "interval", "elapsed", "eta", "data")
COUNTED = (
    "step", "total", "epoch", "epochs", "batch", "batches", "percent", "tokens", "tokens_total", "samples",
    "samples_total", "rate", "tokens_rate", "samples_rate", "mfu", "batch_size", "devices",
)  # fmt: skip

_SUFFIX = {b"k": 1e3, b"K": 1e3, b"M": 1e6, b"G": 1e9, b"B": 1e9, b"T": 1e12}
_EVALUATION = re.compile(rb"val|eval|test|predict|infer|extracting|sanity|scoring")
_PREPARATION = re.compile(
    rb"loading|^map|tokeniz|fetch|generating|filter|reading|saving|cach|shard|prepro|prepar|formatting|packing|truncat|"
    rb"addingeos|applying|pull|safetensor|parquet|json|warmup|resolving|quantiz|download|extractingdata"
)
_NAME = re.compile(rb"[^,:;=(\[{|%]*+")  # what comes after is a number that changes
_DAYS = re.compile(rb"(\d++)\s?d(?:ays?)?,?[\s-]?")
_WORDS = re.compile(rb"([\d.]++)\s?(us|ms|s|sec|m|min|h|hr|d)(?![a-z])")
_WORD_SECONDS = {b"us": 1e-6, b"ms": 1e-3, b"s": 1.0, b"sec": 1.0, b"m": 60.0, b"min": 60.0, b"h": 3600.0, b"hr": 3600.0,
                 b"d": 86400.0}  # fmt: skip

#: Numbers of a log are kept between these: a larger one is no number of a run, a smaller one counts as 0.
LARGEST, SMALLEST = float(LIMIT), 1e-12

#: What a label of preparation (loading, tokenising, downloading) has beyond the whole number.
PREPARATION = 0.5

_MANY = 64  # captures from which converting all at once pays
_FROM_RIGHT = (1.0, 10.0, 0.0, 60.0, 600.0, 0.0, 3600.0, 36000.0, 360000.0)  # what a digit of a clock is worth, in seconds

Captured = Sequence[bytes | None]


def column(group: str, captured: Captured) -> tuple[str, Array]:
    """Return ``(name, values)`` for what the named group captured: seconds for times, nan where it took no part."""
    if group == "label":
        return group, labels(captured)
    name, _, unit = group.rpartition("_")
    if name not in TIMED:
        return group, _within_reason(numbers(captured))
    seconds = clocks(captured) if unit == "clock" else numbers(captured) * SECONDS[unit]
    return name, _within_reason(seconds)


def _within_reason(values: Array) -> Array:
    size = np.abs(values)
    if bool((size <= LARGEST).all()) and bool(((size >= SMALLEST) | (size == 0)).all()):
        return values
    return np.where(size <= LARGEST, np.where(size < SMALLEST, 0.0, values), np.nan)


def known(group: str) -> bool:
    """Tell whether a pattern may name a group so."""
    name, _, unit = group.rpartition("_")
    timed = name in TIMED and (unit in SECONDS or unit == "clock")
    return timed or group in COUNTED or group in Settings.__slots__ or group == "label"


def numbers(captured: Captured) -> Array:
    """Convert counts such as ``b"1,234"``, ``b"1.2k"`` or ``b"3e-4"``; nan for ``None`` and for what is no number."""
    try:
        return np.array(list(map(float, captured)))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return _each(captured, _number)


def clocks(captured: Captured) -> Array:
    """Convert durations such as ``b"1:02:03"``, ``b"1 day, 0:08:23"``, ``b"1h 2m"`` or ``b"22.6s"`` to seconds."""
    if len(captured) >= _MANY and all(captured):
        letters = np.array(captured, dtype="S")
        width = letters.dtype.itemsize
        if width <= len(_FROM_RIGHT):
            quick = _aligned_clocks(letters.view(np.uint8).reshape(len(letters), width))
            if quick is not None:
                return quick
    return _each(captured, clock_seconds)


def _aligned_clocks(letters: NDArray[np.uint8]) -> Array | None:
    """Convert ``H:MM:SS`` and ``MM:SS`` all at once: a digit's worth follows from its place counted from the right."""
    rows, width = letters.shape
    length = (letters != 0).sum(axis=1)
    seconds = np.zeros(rows)
    for place in range(width):
        letter = letters[np.arange(rows), np.maximum(length - 1 - place, 0)].astype(np.int16) - 48
        inside = place < length
        if place in (2, 5):
            if not np.all((letter == 10) | ~inside):  # ":" is the tenth after "0"
                return None
        else:
            if not np.all(((letter >= 0) & (letter <= 9)) | ~inside):
                return None
            seconds += np.where(inside, letter * _FROM_RIGHT[place], 0.0)
    return seconds


def labels(captured: Captured) -> Array:
    """Turn words into numbers that tell bars apart: a checksum, negative for evaluation and preparation.

    That of preparation is no whole number. Digits do not tell them apart, and 0 is no label; the words themselves
    are not kept.
    """
    known = {word: _label(word) for word in set(captured)}
    return np.array([known[word] for word in captured])


def _label(text: bytes | None) -> float:
    words = (text or b"").lower()
    name = _NAME.match(words)
    letters = name.group().translate(None, b"0123456789.- \t") if name else b""
    if not letters:
        return 0.0
    spoken = words.translate(None, b" _-")
    if _PREPARATION.search(spoken):
        return -crc32(letters) - PREPARATION
    return float(-crc32(letters) if _EVALUATION.search(spoken) else crc32(letters))


def clock_seconds(text: bytes) -> float:
    """Return the seconds that a duration in a log means.

    >>> clock_seconds(b"1 day, 0:08:23"), clock_seconds(b"16:54"), clock_seconds(b"1m 26s")
    (86903.0, 1014.0, 86.0)
    """
    days = 0.0
    if b"d" in text and (m := _DAYS.match(text)):
        days, text = float(m.group(1)) * 86400, text[m.end() :]
    if b":" not in text and b"-" not in text:
        parts = _WORDS.findall(text)
        return days + sum(float(value) * _WORD_SECONDS[unit] for value, unit in parts) if parts else days + float(text or 0)
    seconds = 0.0
    for part in text.split(b":"):
        day, dash, hour = part.partition(b"-")
        seconds = seconds * 60 + (float(day) * 24 + float(hour) if dash else float(part))
    return days + seconds


def _number(text: bytes) -> float:
    digits = text.replace(b",", b"").replace(b"_", b"").strip()
    scale = _SUFFIX.get(digits[-1:], 1.0)
    return float(digits[:-1] if scale != 1.0 else digits) * scale


def _each(captured: Captured, convert: Callable[[bytes], float]) -> Array:
    """Convert text by text, each distinct one once: printed durations repeat."""
    seen: dict[bytes | None, float] = {None: np.nan, b"": np.nan}
    for text in captured:
        if text not in seen and text is not None:
            try:
                seen[text] = convert(text)
            except (ValueError, OverflowError):
                seen[text] = np.nan
    return np.array([seen[text] for text in captured])
