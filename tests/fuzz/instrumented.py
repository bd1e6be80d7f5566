"""One job of a guided run: a process of its own, because libFuzzer ends the process that it ran in."""

from __future__ import annotations

import hashlib
import heapq
import json
import os
import resource
import sys
import time
import traceback
from collections import Counter
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

MOST = 4000  # characters of the longest message that Discord lets anybody write
LENGTHS = (200, 600, 1500, MOST)  # most messages are short
SLOWEST, REPORT_EVERY, HANGS_SECONDS = 40, 1000, 20
MOST_MEGABYTES, WARM = 64, 100  # what one message may take, once the first have been read


class Job:
    """Executions of one process; its report is written as it goes."""

    def __init__(self, atheris: Any, folder: Path, number: int, most: int) -> None:
        self._atheris, self._folder, self._number, self._most = atheris, folder, number, most
        with atheris.instrument_imports(include=["estimators"]):  # only what is imported here is led by coverage
            self._execute = import_module("tests.fuzz.target").execute
            texts = import_module("tests.fuzz.texts")
        self._executions = 0
        self._crashes: Counter[str] = Counter()
        self._slowest: list[tuple[float, str]] = []
        self._formats: set[str] = set()
        self._seeds, self._mutated = texts.seeds(), texts.mutated

    def one(self, data: bytes) -> None:
        """Execute one text; after the last, report and end."""
        text = text_of(data)
        begun, peak = time.process_time(), peak_megabytes()
        try:
            found = self._execute(text)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._broke(f"{type(error).__name__}: {error} at {last.filename}:{last.lineno}", text)
        else:
            self._formats.update(filter(None, [found.reading.format]))
        self._timed(time.process_time() - begun, text)
        if self._executions > WARM and peak_megabytes() - peak > MOST_MEGABYTES:
            self._broke(f"more than {MOST_MEGABYTES} MB of memory for one message", text)
        self._executions += 1
        if self._executions % REPORT_EVERY == 0 or self._executions >= self._most:
            self._report()
        if self._executions >= self._most:
            os._exit(0)

    def mutate(self, data: bytes, most: int, seed: int) -> bytes:
        """Half of the mutations are libFuzzer's own."""
        chance = Random(seed)
        if chance.random() < 0.5:
            return bytes(self._atheris.Mutate(data, most))
        text = self._mutated(text_of(data), chance.choice(self._seeds), chance, chance.choice(LENGTHS))
        return text.encode("utf-8", "surrogatepass")[:most]

    def _broke(self, how: str, text: str) -> None:
        where = how[:300]
        if where not in self._crashes:
            name = hashlib.blake2b(where.encode("utf-8", "replace"), digest_size=6).hexdigest()
            told = f"{text!a}\n{traceback.format_exc()}"
            (self._folder / f"crash-{name}").write_text(told, "utf-8", "replace")
        self._crashes[where] += 1

    def _timed(self, seconds: float, text: str) -> None:
        add = heapq.heappush if len(self._slowest) < SLOWEST else heapq.heappushpop
        if len(self._slowest) < SLOWEST or seconds > self._slowest[0][0]:
            add(self._slowest, (seconds, text))

    def _report(self) -> None:
        report = {
            "executions": self._executions,
            "crashes": self._crashes,
            "slowest": self._slowest,
            "formats": sorted(self._formats),
        }
        (self._folder / f"job-{self._number}.json").write_text(json.dumps(report), "utf-8")


def peak_megabytes() -> int:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def text_of(data: bytes) -> str:
    """Return the message that the bytes stand for."""
    try:
        return data.decode("utf-8", "surrogatepass")[:MOST]
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace")[:MOST]


def main() -> None:
    folder, number, most, seed = Path(sys.argv[1]), *map(int, sys.argv[2:5])
    atheris = import_module("atheris")
    job = Job(atheris, folder, number, most)
    switches = (f"-max_len={2 * MOST}", "-runs=-1", f"-seed={seed}", f"-timeout={HANGS_SECONDS}", "-report_slow_units=1000")
    atheris.Setup([sys.argv[0], *switches, f"-artifact_prefix={folder}/", str(folder / "corpus")], job.one, custom_mutator=job.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
