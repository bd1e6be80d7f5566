"""Every benchmark by one command, one after another, each in a process of its own.

    python -m tests.benchmarks --corpus CORPUS --scorer SCORE_PY --python PYTHON      all, about an hour and a half
    python -m tests.benchmarks --corpus CORPUS --short                                the same with small counts
    python -m tests.benchmarks --only speed charts                                    some

A benchmark that needs a corpus, or the scorer with the peers' own code, is left out, and named, where none is given.
The exit status is 1 if any of them failed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDS = ("CORPUS", "SCORER", "PYTHON")


@dataclass(frozen=True)
class Benchmark:
    """How one is called: its arguments as the README's figures were made, and those of a short run."""

    name: str
    full: tuple[str, ...] = ()
    short: tuple[str, ...] | None = None

    def arguments(self, given: dict[str, str], *, short: bool) -> list[str] | None:
        """Return the arguments with what was given in its place; ``None`` where something is not there."""
        wanted = self.full if self.short is None or not short else self.short
        if any(word in NEEDS and not given.get(word) for word in wanted):
            return None
        return [given.get(word, word) for word in wanted]


BENCHMARKS = (
    Benchmark("reading", ("CORPUS",)),
    Benchmark("accuracy", ("CORPUS", "SCORER", "--python", "PYTHON")),
    Benchmark("speed", (), ("1",)),
    Benchmark("forecast_speed"),
    Benchmark("findings", ("CORPUS",), ("CORPUS", "--only", "nanogpt")),
    Benchmark("charts"),
    Benchmark("watching", ("CORPUS",)),
    Benchmark("discord_load", ("--seconds", "60"), ("--seconds", "10")),
    Benchmark("starting"),
    Benchmark("sniff"),
    Benchmark("memory", ("--messages", "1000000"), ("--messages", "50000")),
    Benchmark("faults"),
    Benchmark("reminders", ("--cycles", "1000"), ("--cycles", "10")),
    Benchmark("reminders_shared", ("--due", "20000"), ("--due", "500")),
    Benchmark("shards"),
    Benchmark("scale"),
    Benchmark("mutation"),
)


def run(benchmark: Benchmark, arguments: list[str]) -> bool:
    """Run one; whether it was satisfied with what it measured."""
    print(f"\n== {benchmark.name} {' '.join(arguments)}", flush=True)
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-m", f"tests.benchmarks.{benchmark.name}", *arguments], cwd=ROOT, check=False)
    print(f"-- {benchmark.name}: exit status {done.returncode}, {time.monotonic() - started:.0f} s", flush=True)
    return done.returncode == 0


def main() -> int:
    """Run what was asked for and say what failed or was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default="")
    parser.add_argument("--scorer", default="")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", nargs="+", choices=[benchmark.name for benchmark in BENCHMARKS])
    asked = parser.parse_args()
    given = dict(zip(NEEDS, (asked.corpus, asked.scorer, asked.python), strict=True))
    failed, left_out = [], []
    for benchmark in BENCHMARKS:
        if asked.only and benchmark.name not in asked.only:
            continue
        arguments = benchmark.arguments(given, short=asked.short)
        if arguments is None:
            left_out.append(benchmark.name)
        elif not run(benchmark, arguments):
            failed.append(benchmark.name)
    print(f"\nfailed: {', '.join(failed) or 'none'}; left out for want of a corpus or scorer: {', '.join(left_out) or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
