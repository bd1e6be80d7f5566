"""Would the tests notice? ``python -m tests.benchmarks.mutation [MODULE ...] [--survivors] [--sample N]``

Every function of the sum, the units and the forecast (``[tool.mutmut]`` in ``pyproject.toml``) is changed in every way
that mutmut knows, one change at a time, in a copy of the tree; a change that no test of ``tests/estimators`` and no
doctest notices has survived. Ends with 1 below the least score.

mutmut makes the mutants. The tests are collected once, and every mutant is a fork of that process: many times as fast
as a pytest run for each, and what ``functools.cache`` holds is made anew under the mutant.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import gc
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, is_hypothesis_test, settings
from mutmut.configuration import config
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import get_mutant_name, mangled_name_from_mutant_name

ROOT = Path(__file__).parents[2]
COPIED = ("bot", "estimators", "tests", "pyproject.toml")
TESTS = ("tests/estimators", "estimators")
UNREWRITTEN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # Hypothesis is imported here already
QUIET = ("-q", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "--hypothesis-profile=ci", *UNREWRITTEN)
LEAST = 85.0  # per cent
PATIENCE, GRACE = 5, 10  # CPU seconds: so many times what the tests usually take, and so many more
MEMORY = 4 << 30  # bytes
EXAMPLES = 25  # of a property: fewer than in the suite, so that thousands of mutants take minutes
NO_SHRINKING = (Phase.explicit, Phase.generate)
FORK = get_context("fork")


def mutate(modules: list[str]) -> dict[str, list[str]]:
    """Write mutants into the files of the working directory, and return their names by file."""
    names = {}
    for path in sorted(Path("estimators").rglob("*.py")):
        if config().should_mutate(path) and (not modules or str(path).startswith(tuple(modules))):
            mutated = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
            path.write_text(mutated.code, encoding="utf-8")
            names[str(path)] = [get_mutant_name(path, name) for name in mutated.mutant_names]
    return names


def forget() -> None:
    """Empty the caches of the package: what they hold was made without the mutant."""
    for name in [name for name in sys.modules if name.startswith("estimators")]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear") and value.__name__ != "all_formats":
                value.cache_clear()


def passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False))


@dataclass
class Usual:
    """What the tests do without a mutant: which of them enter a function, and the seconds that each takes."""

    enter: dict[str, list[int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)


def survey(items: list[pytest.Item], answer: Connection) -> None:
    """Run every test without a mutant, and send what is usual, or the name of the test that fails."""
    usual = Usual()
    set_mutant_under_test("stats")
    entered = state()._stats
    for place, item in enumerate(items):
        forget()
        entered.clear()
        started = time.process_time()
        if not passes(item):
            answer.send(item.nodeid)
            return
        usual.seconds.append(time.process_time() - started)
        for function in entered:
            usual.enter.setdefault(function, []).append(place)
    answer.send(usual)


def judge(items: list[pytest.Item], mutant: str, limit: int, answer: Connection) -> None:
    """Run ``items`` against ``mutant``, and send the name of the first that notices it, or None."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    set_mutant_under_test(mutant)
    forget()
    answer.send(next((item.nodeid for item in items if not passes(item)), None))


@dataclass
class Fork:
    """A process of its own, and what it has to say (None if it ended without a word)."""

    mutant: str
    process: Any
    receiver: Connection

    def verdict(self) -> str | None:
        self.process.join()
        try:
            killer = self.receiver.recv()
        except EOFError:  # out of time, out of memory or crashed: noticed as well
            return "stopped"
        return "survived" if killer is None else killer


def fork(mutant: str, work: Any, *args: Any) -> Fork:
    receiver, sender = FORK.Pipe(duplex=False)
    process = FORK.Process(target=work, args=(*args, sender))
    process.start()
    sender.close()
    return Fork(mutant, process, receiver)


class Trial:
    """A pytest plugin: instead of running the tests once, run them against every mutant."""

    def __init__(self, mutants: list[str]) -> None:
        self.mutants = mutants
        self.verdicts: dict[str, str] = {}
        self.kills: Counter[tuple[str, str]] = Counter()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if "__mutmut_" not in item.name]  # a doctest once, not once a mutant
        for item in items:
            test = getattr(item, "obj", None)
            if is_hypothesis_test(test):
                usual = test._hypothesis_internal_use_settings or settings.default
                fewer = settings(usual, max_examples=min(EXAMPLES, usual.max_examples), phases=NO_SHRINKING)
                test._hypothesis_internal_use_settings = fewer

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        surveyor = fork("", survey, session.items)
        self.usual = surveyor.receiver.recv()
        if isinstance(self.usual, str):
            raise pytest.UsageError(f"fails without a mutant: {self.usual}")
        gc.freeze()
        running: dict[Any, Fork] = {}
        for mutant in self.mutants:
            function = mangled_name_from_mutant_name(mutant)
            places = self.usual.enter.get(function, [])
            if not places:
                self.verdicts[mutant] = "no tests"
                continue
            if len(running) == os.cpu_count():
                self._finish(running)
            started = self._start(function, mutant, places, session.items)
            running[started.process.sentinel] = started
        while running:
            self._finish(running)
        return True

    def _start(self, function: str, mutant: str, places: list[int], items: list[pytest.Item]) -> Fork:
        """Judge a mutant by the tests that enter its function: those that have noticed others first, then the quick."""
        seconds = self.usual.seconds
        order = sorted(places, key=lambda place: (-self.kills[function, items[place].nodeid], seconds[place]))
        limit = int(PATIENCE * sum(seconds[place] for place in places)) + GRACE
        return fork(mutant, judge, [items[place] for place in order], mutant, limit)

    def _finish(self, running: dict[Any, Fork]) -> None:
        for sentinel in wait(list(running)):
            ended = running.pop(sentinel)
            verdict = self.verdicts[ended.mutant] = ended.verdict()
            self.kills[mangled_name_from_mutant_name(ended.mutant), verdict] += 1
        print(f"\r{len(self.verdicts)}/{len(self.mutants)}", end="", file=sys.stderr, flush=True)


def differences(path: str, mutants: list[str]) -> Iterator[str]:
    """Say what the named mutants change."""
    source = Path(path).read_text(encoding="utf-8")
    named = {node.name: node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)}
    for mutant in mutants:
        name = mutant.rpartition(".")[2]
        before, after = (
            (ast.get_source_segment(source, named[each]) or "").splitlines()
            for each in (f"{mangled_name_from_mutant_name(name)}__mutmut_orig", name)
        )
        changed = list(difflib.unified_diff(before[1:], after[1:], lineterm="", n=1))[2:]
        yield "\n".join([mutant, *changed, ""])


def report(names: dict[str, list[str]], verdicts: dict[str, str], survivors: bool) -> float:
    """Print what became of the mutants of each file, and return the share of all that was noticed."""
    print(f"\n{'':34}{'noticed':>8}{'stopped':>8}{'survived':>9}{'no tests':>9}{'score':>8}")
    everything: Counter[str] = Counter()
    for path, mutants in names.items():
        told = [verdicts[mutant] for mutant in mutants if mutant in verdicts]
        counts = Counter({key: told.count(key) for key in ("stopped", "survived", "no tests")})
        counts["noticed"] = len(told) - sum(counts.values())
        everything += counts
        print(row(path.removeprefix("estimators/"), counts))
        if survivors:
            print(*differences(path, [m for m in mutants if verdicts.get(m) in {"survived", "no tests"}]), sep="\n")
    print(row("all", everything))
    return score(everything)


def score(counts: Counter[str]) -> float:
    return 100 * (counts["noticed"] + counts["stopped"]) / max(counts.total(), 1)


def row(name: str, counts: Counter[str]) -> str:
    columns = f"{counts['noticed']:8}{counts['stopped']:8}{counts['survived']:9}{counts['no tests']:9}"
    return f"{name:34}{columns}{score(counts):7.1f} %" if counts.total() else f"{name:34}{'nothing to change':>34}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="paths below the root, or their beginnings; everything if none")
    parser.add_argument("--survivors", action="store_true", help="print what the tests do not notice")
    parser.add_argument("--sample", type=int, help="so many mutants of each file only, drawn with a fixed seed")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, Path(scratch, name))
        os.chdir(scratch)
        sys.path[:] = [scratch, *(entry for entry in sys.path if Path(entry).resolve() != ROOT)]
        names = mutate(options.modules)
        draw = random.Random(0)
        drawn = [draw.sample(some, min(options.sample or len(some), len(some))) for some in names.values()]
        trial = Trial([mutant for some in drawn for mutant in sorted(some)])
        ended = pytest.main([*QUIET, *TESTS], plugins=[trial])
        if ended:
            return int(ended)
        reached = report(names, trial.verdicts, options.survivors)
        os.chdir(ROOT)
    return 0 if reached >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
