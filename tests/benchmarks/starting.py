"""How soon a new process is there: ``mata --help``, ``mata ask``, and ``mata serve`` until it is ready.

    python -m tests.benchmarks.starting [--times 9]

Each is a process of its own, measured from before it is made; the first of them is not counted, it writes the
bytecode. ``serve`` runs on SQLite against a Discord on loopback, and is ready when ``/readyz`` says so. Other work on
the machine only makes it slower, so the best is held against what is wanted; the median stands beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.discord.server import Discord

ROOT = Path(__file__).parents[2]
MATA = (sys.executable, "-m", "bot")


def environment(home: Path, **more: str) -> dict[str, str]:
    """An empty home; nothing of the person who measures."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), **more}


def command(home: Path, *arguments: str) -> float:
    """Seconds that one command takes."""
    begun = time.perf_counter()
    subprocess.run([*MATA, *arguments], env=environment(home), check=True, capture_output=True, cwd=home)
    return time.perf_counter() - begun


def bare(home: Path) -> float:
    """Seconds of a Python that does nothing: what no program in it can go below."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", ""], env=environment(home), check=True, cwd=home)
    return time.perf_counter() - begun


async def served(home: Path) -> float:
    """Seconds from the start of ``mata serve`` until it says that it is ready."""
    wire, port = Discord(), free_port()
    await wire.start()
    told = {"MATA_TOKEN": "test-token", "MATA_DISCORD_API": wire.api, "MATA_METRICS_PORT": str(port)}
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *MATA, "serve", env=environment(home, **told), cwd=home,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while not await asyncio.to_thread(ready, port):  # noqa: ASYNC110 - another process has no event
            await asyncio.sleep(0.01)
        return time.perf_counter() - begun
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()
        await wire.stop()


def ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--times", type=int, default=9)
    times = options.parse_args().times
    question = "/eta iter=100 ms=3995.11 total=6000"
    started: dict[str, tuple[Callable[[Path], float], float]] = {
        "python, nothing in it": (bare, float("inf")),
        "mata --help": (lambda home: command(home, "--help"), 0.3),
        "mata ask, English": (lambda home: command(home, "ask", question), 0.6),
        "mata ask, Arabic": (lambda home: command(home, "ask", "--lang", "ar", question), 0.6),
        "mata serve until ready": (lambda home: asyncio.run(served(home)), 3.0),
    }
    over = 0
    for name, (measured, wanted) in started.items():
        with tempfile.TemporaryDirectory() as home:
            seconds = [measured(Path(home)) for _ in range(times + 1)][1:]
        over += min(seconds) >= wanted
        told = f"wanted: under {wanted:g}" if wanted < float("inf") else ""
        print(f"{name:24} best {min(seconds):.3f} s  median {statistics.median(seconds):.3f} s  {told}", flush=True)
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
