"""How fast is reading? ``python -m tests.benchmarks.speed [MEGABYTES ...]``

Synthetic logs in real layouts, read and estimated, beside the pure scan (``bytes.count``) of the same bytes: CPU
seconds, MB/s, ratio, and the peak memory of a process of its own.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable

from estimators import estimate, read


def nanogpt(i: int) -> str:
    return f"iter {i}: loss {2 + 1 / (i + 1):.4f}, time {500 + i % 7:.2f}ms, mfu {30 + i % 3:.2f}%\n"


def tqdm(i: int) -> str:
    done, s = i // 4, i // 2
    clock = f"{s // 3600}:{s // 60 % 60:02}:{s % 60:02}"
    return f" {done % 100}%|####      | {done}/40000000 [{clock}<{clock},  1.99it/s]\r"


def mmengine(i: int) -> str:
    s = i * 2
    stamp = f"2026/03/{1 + s // 86400 % 28:02} {s // 3600 % 24:02}:{s // 60 % 60:02}:{s % 60:02}"
    counter = f"Iter(train) [{i + 1:>8}/9000000]"
    return f"{stamp} - mmengine - INFO - {counter}  lr: 1.0e-04  eta: 10:00:00  time: 2.0010  data_time: 0.0100\n"


LAYOUTS: dict[str, Callable[[int], str]] = {"nanoGPT": nanogpt, "tqdm": tqdm, "mmengine": mmengine}


def make(layout: str, megabytes: float) -> bytes:
    """Return about so many megabytes of one layout."""
    line, size, parts, i = LAYOUTS[layout], 0, [], 0
    while size < megabytes * 1e6:
        parts.append(line(i))
        size += len(parts[-1])
        i += 1
    return "".join(parts).encode()


def measure(layout: str, megabytes: float) -> None:
    text = make(layout, megabytes)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    lines = text.count(b"\n") + text.count(b"\r")
    scan = time.process_time() - start
    start = time.process_time()
    reading = read(text, total=90_000_000)
    spent = time.process_time() - start
    assert reading.run is not None, reading.problem
    estimate(reading.run)
    whole = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = len(text) / 1e6
    print(f"{layout:10s} {size:7.1f} MB {lines:9,} lines  read {spent:6.3f} s  read+estimate {whole:6.3f} s  "
          f"{size / max(whole, 1e-9):6.1f} MB/s  scan {scan:7.4f} s  peak +{peak - before:5.0f} MB over the text")  # fmt: skip


def message() -> None:
    """Time a message of 2,000 characters that is a log, and one that is chat."""
    for name, text in (("log", make("nanoGPT", 0.002)), ("chat", b"the quick brown fox said we meet at 6 and eat. " * 42)):
        read(text)
        start = time.process_time()
        for _ in range(50):
            read(text)
        print(f"2,000 characters of {name}: {(time.process_time() - start) / 50 * 1e3:.2f} ms")


def main(argv: list[str]) -> int:
    message()
    for megabytes in map(float, argv or ["1", "10", "100"]):
        for layout in LAYOUTS:
            process = multiprocessing.get_context("spawn").Process(target=measure, args=(layout, megabytes))
            process.start()
            process.join()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
