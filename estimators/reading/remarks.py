"""Lines of a log that speak for themselves: warnings of the tools, the device, the precision.

They stand where a run starts, so only the beginning of a text is searched, and its end for what recurs.
"""

from __future__ import annotations

import re

from estimators.forecast.gpus import mentioned
from estimators.run import Note, Settings

__all__ = ["device", "remarks"]

HEAD, TAIL = 1 << 16, 1 << 14
HITS = 24  # places at which one word is looked at more closely

#: Message id, a literal that the line contains, and a pattern for its numbers (groups name the arguments).
_SAID = (
    ("tf32-off", b"TensorFloat32 tensor cores for float32 matrix multiplication available but not enabled", rb""),
    ("tf32-off", b"To properly utilize them, you should set `torch.set_float32_matmul_precision", rb""),
    ("dataloader-few-workers", b"does not have many workers which may be a bottleneck",
     rb"num_workers=(?P<workers>\d{1,4})"),
    ("dataloader-too-many-workers", b"worker processes in total. Our suggested max number of worker",
     rb"create (?P<workers>\d{1,4}) worker.{0,80}? is (?P<suggested>\d{1,4})"),
    ("first-epoch-caches", b"): FlairEmbeddings(", rb""),  # flair keeps what frozen language models computed once
)  # fmt: skip
_RANKS = re.compile(rb"forward-compute \.{1,60}: ?\((\d{1,9}\.\d{1,3}), ?(\d{1,9}\.\d{1,3})\)")
#: Peak memory in MB, as detectron2, torchvision's MetricLogger and mmcv print it.
_MEMORY = re.compile(rb"\b(?:max[_ ]mem|memory): ?(\d{2,6})(?:M\b|\b)")
_MAKERS = (b"nvidia", b"geforce", b"tesla", b"quadro", b"radeon", b"instinct", b"gpu", b"device")
_COUNTS = (b"world_size", b"world size", b"num_gpus", b"number of gpus", b"nproc_per_node", b"num_devices", b"world-size")
_COUNT = re.compile(rb"[\"']?\s{0,3}[=: ]\s{0,3}(\d{1,5})\b")
_TABLE = re.compile(rb"\|\s{1,4}(\d{1,2})\s{1,4}")
#: A word and what must stand before it to be the run's precision and not some array's.
_PRECISIONS = (
    (b"bfloat16", "bf16"), (b"bf16", "bf16"), (b"float16", "fp16"), (b"fp16", "fp16"), (b"16-mixed", "fp16"),
    (b"16bit", "fp16"), (b"float32", "fp32"),
)  # fmt: skip
_BEFORE = re.compile(
    rb"(?:\bdtype ?[=:] ?'?|\b(?:mixed_precision|mixed precision type|precision)[\"']? ?[=:] ?[\"']?|\busing )$"
)
_SWITCH = re.compile(rb"[\"']? ?[=:] ?true\b")


def remarks(raw: bytes) -> tuple[Note, ...]:
    """Return the lines of ``raw`` that speak for themselves, as notes with the numbers they hold.

    >>> remarks(b"UserWarning: This DataLoader will create 16 worker processes in total. Our suggested max number of "
    ...         b"worker in current system is 2, which is smaller")
    (Note(id='dataloader-too-many-workers', args={'workers': 16, 'suggested': 2}),)
    """
    head = raw[:HEAD]
    found: dict[str, Note] = {}
    for identity, literal, numbers in _SAID:
        at = head.find(literal)
        if at >= 0 and identity not in found:
            line = head[max(0, at - 200) : at + 600]
            match = re.search(numbers, line, re.DOTALL) if numbers else None
            groups = match.groupdict() if match else {}
            found[identity] = Note(identity, {name: int(value) for name, value in groups.items() if value})
    ranks = _RANKS.findall(raw[-TAIL:])
    if ranks:
        fastest, slowest = (float(value) / 1000 for value in ranks[-1])
        found["rank-times"] = Note("rank-times", {"fastest": fastest, "slowest": slowest})
    memory = (*_MEMORY.findall(head), *_MEMORY.findall(raw[-TAIL:]))
    if memory:
        found["memory-peak"] = Note("memory-peak", {"bytes": max(map(float, memory)) * 2**20})
    return tuple(found.values())


def device(raw: bytes) -> Settings:
    """Return the accelerator, how many of it and the precision that the beginning of ``raw`` names.

    >>> found = device(b"Using device: NVIDIA GeForce RTX 4070, world_size: 2, dtype = 'bfloat16'")
    >>> found.gpu, found.gpus, found.precision
    ('GeForce RTX 4070', 2.0, 'bf16')
    """
    head = raw[:HEAD].lower()
    named = next((found for line in _lines(head, _MAKERS) if (found := mentioned(line)) is not None), None)
    said = [match for at in _places(head, _COUNTS) if (match := _COUNT.match(head, at)) is not None]
    listed = {match[1] for line in _lines(head, _MAKERS[:1]) if (match := _TABLE.match(line.encode())) is not None}
    count = float(said[0][1]) if said else float(len(listed))
    return Settings(gpu=named.name if named else None, gpus=count or None, precision=_precision(head))


def _precision(head: bytes) -> str | None:
    for word, name in _PRECISIONS:
        for end in _places(head, (word,)):
            start = end - len(word)
            before = _BEFORE.search(head, max(0, start - 40), start) is not None
            switch = word in {b"bf16", b"fp16"} and _SWITCH.match(head, end) is not None
            if before or switch:
                return name
    return None


def _places(head: bytes, words: tuple[bytes, ...]) -> list[int]:
    """Where each of the words ends, a few times at most, in order."""
    found = []
    for word in words:
        at = -1
        for _ in range(HITS):
            at = head.find(word, at + 1)
            if at < 0:
                break
            found.append(at + len(word))
    return sorted(found)


def _lines(head: bytes, words: tuple[bytes, ...]) -> list[str]:
    """The lines around those places, cut to what a device's name needs."""
    lines = []
    for at in _places(head, words):
        start = max(head.rfind(b"\n", 0, at) + 1, at - 60)
        end = head.find(b"\n", at)
        lines.append(head[start : min(at + 60, end if end >= 0 else len(head))].decode("utf-8", "replace"))
    return lines
