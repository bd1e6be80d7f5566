"""Every named fault played over real sockets: what was lost, what was doubled, how long the recovery took.

    python -m tests.benchmarks.faults            all of them
    python -m tests.benchmarks.faults DNS 503    those whose name holds one of the words

The patience is that of the running bot. The exit status is 1 if anything was lost or doubled.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from pathlib import Path

from tests.faults.registry import faults, played


async def main(words: list[str]) -> int:
    """Play them one after another and print a line for each."""
    logging.disable(logging.CRITICAL)
    print(f"{'fault':52s} {'asked':>5s} {'answered':>8s} {'moot':>4s} {'lost':>4s} {'doubled':>7s} {'recovery':>9s}  note")
    bad = 0
    chosen = [name for name in faults() if not words or any(word in name for word in words)]
    for name in chosen:
        with tempfile.TemporaryDirectory() as folder:
            tally = await played(name, Path(folder))
        bad += bool(tally.lost or tally.doubled)
        print(f"{name:52s} {tally.asked:5d} {tally.answered:8d} {tally.moot:4d} {tally.lost:4d} {tally.doubled:7d} "
              f"{tally.recovery:7.2f} s  {tally.note}", flush=True)  # fmt: skip
    print(f"{len(chosen)} faults, {bad} with a loss or a double")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
