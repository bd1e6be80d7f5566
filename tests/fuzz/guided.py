"""A long coverage-guided run over the readers.

    uv run --group fuzz python -m tests.fuzz.guided --executions 1000000 [--jobs 2] [--corpus FOLDER] [--keep FOLDER]

Atheris (libFuzzer over instrumented bytecode) leads; half of the mutations are those of ``tests/fuzz/texts.py``.
An execution is one text of at most 4,000 characters, read and answered. The slowest are timed again without
instrumentation. The exit status is 1 where a text crashed or took over 50 ms. A later run goes on from what is
in the folder that is kept.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.target import execute
from tests.fuzz.texts import seeds

LIMIT_MS, TRIES = 50.0, 5


def spent_ms(text: str) -> float:
    """CPU time of one execution: the least of several, so that a busy machine does not decide it."""
    least = float("inf")
    for _ in range(TRIES):
        begun = time.process_time()
        execute(text)
        least = min(least, 1000 * (time.process_time() - begun))
    return least


def planted(folder: Path, corpus: Path | None) -> None:
    """Write the seeds where the jobs find them."""
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(corpus)):
        (folder / "corpus" / f"seed-{number:04}").write_bytes(seed.encode("utf-8", "surrogatepass"))


def run(folder: Path, executions: int, jobs: int, seed: int) -> list[int]:
    """Run the jobs to their end; their exit statuses."""
    share = [executions // jobs + (job < executions % jobs) for job in range(jobs)]
    begun = []
    for job, most in enumerate(share):
        with (folder / f"job-{job}.log").open("wb") as log:
            command = [sys.executable, "-W", "error::RuntimeWarning", "-m", "tests.fuzz.instrumented", str(folder), str(job), str(most), str(seed + job)]
            begun.append(subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT))
    return [process.wait() for process in begun]


def told(folder: Path, statuses: Sequence[int]) -> int:
    """Print what the jobs found; the exit status."""
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("job-*.json"))]
    crashes: Counter[str] = Counter()
    for report in reports:
        crashes.update(report["crashes"])
    slow = {text: found for report in reports for found, text in report["slowest"]}
    timed = sorted(((spent_ms(text), text) for text in slow), reverse=True)
    for where, times in crashes.most_common():
        print(f"crash, {times} times: {where}")
    for job, status in enumerate(statuses):
        if status:
            print(f"job {job} ended with status {status}: see {folder}/job-{job}.log")
    over = [pair for pair in timed if pair[0] > LIMIT_MS]
    for spent, text in over:
        print(f"slow, {spent:.1f} ms: {text!r}")
    formats = set().union(*(report["formats"] for report in reports))
    slowest = timed[0][0] if timed else float("nan")
    print(
        f"executions {sum(report['executions'] for report in reports):,}, crashes {crashes.total()}, "
        f"over {LIMIT_MS:g} ms {len(over)}, slowest {slowest:.1f} ms, formats that read something {len(formats)}"
    )
    return int(bool(crashes or over or any(statuses)))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--executions", type=int, default=1_000_000)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus", type=Path, help="a folder of real logs, as for the other benchmarks")
    options.add_argument("--keep", type=Path, help="where everything that was found stays")
    chosen = options.parse_args()
    if find_spec("atheris") is None:
        print("atheris is not installed: uv run --group fuzz python -m tests.fuzz.guided")
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = chosen.keep or Path(scratch)
        planted(folder, chosen.corpus)
        return told(folder, run(folder, chosen.executions, chosen.jobs, chosen.seed))


if __name__ == "__main__":
    sys.exit(main())
