"""Print what Mata finds and advises on every log of a corpus folder, to be read through by hand.

    python -m tests.benchmarks.findings [CORPUS] [--at 0.3] [--only PART] [--lang ar]

Each log is cut at the given share of its records (30 % by default), read and estimated as a pasted text would be.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.language import Language, catalogue
from estimators import Estimate, estimate, read

CORPUS = Path(__file__).parents[2] / "../shared/corpus"


def cut(folder: Path, share: float) -> tuple[bytes, int | None]:
    """Return the log of ``folder`` up to that share of its records, and the true total."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    records = case["records"]
    line = records[min(len(records) - 1, int(len(records) * share))][0]
    lines = (folder / "log.txt").read_bytes().splitlines(keepends=True)
    return b"".join(lines[: line + 1]), case["total"]


def describe(found: Estimate, language: Language) -> list[str]:
    """One line a finding, an assumption on hardware, a scenario and a tip."""
    lines = [f"    finding   {_said(language, note.id, note.args)}" for note in found.findings]
    for row in found.scenarios:
        said = _said(language, f"scenario-{row.id}", row.args)
        lines.append(f"    scenario  {said}: {language.duration(row.remaining)}")
    for tip in found.tips:
        kind = f"tip {tip.typical_saving:8.0f} s" if tip.evidence else "general check"
        lines.append(f"    {kind}  {_said(language, f'tip-{tip.id}', tip.args)}")
    return lines


def _said(language: Language, identity: str, args: dict[str, object]) -> str:
    return language.say(identity, **args) if language.knows(identity) else f"<{identity}> {args}"


def main() -> None:
    """Print the findings of every log of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--at", type=float, default=0.3)
    parser.add_argument("--only", default="")
    parser.add_argument("--lang", default="en")
    options = parser.parse_args()
    language = catalogue()[options.lang]
    for case in sorted(options.corpus.glob("*/*/case.json")):
        if options.only not in case.parent.name:
            continue
        text, total = cut(case.parent, options.at)
        reading = read(text)
        if reading.run is None or reading.missing:
            reading = read(text, total)
        if reading.run is None or reading.missing:
            print(f"{case.parent.name}: nothing ({reading.problem and reading.problem.id}, {set(reading.missing)})")
            continue
        found = estimate(reading.run)
        left = language.duration(found.remaining)
        print(f"{case.parent.name}: {reading.format}, {found.done:f}/{found.total:f} {found.unit}, {left} left")
        print("\n".join(describe(found, language)))


if __name__ == "__main__":
    main()
