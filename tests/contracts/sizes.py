"""The largest files and functions: a god-file shows here first. ``python -m tests.contracts.sizes``"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
#: Nothing grows past these; words in tables (formats, vocabularies) count like code.
FILE, FUNCTION = 300, 45


def sizes() -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Return (lines, name) of every file and every function of the two packages, the largest first."""
    files, functions = [], []
    for package in ("estimators", "bot"):
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            name = str(path.relative_to(ROOT))
            files.append((text.count("\n"), name))
            functions.extend(
                ((node.end_lineno or 0) - node.lineno + 1, f"{name}:{node.name}")
                for node in ast.walk(ast.parse(text))
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            )
    return sorted(files, reverse=True), sorted(functions, reverse=True)


def main() -> None:
    files, functions = sizes()
    for title, found in (("files", files), ("functions", functions)):
        print(title, *(f"{lines:5d} {name}" for lines, name in found[:5]), sep="\n")


if __name__ == "__main__":
    main()
