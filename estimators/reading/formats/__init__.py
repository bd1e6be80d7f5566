"""One file a log format; the folder is walked, nobody keeps a list."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from estimators.reading.format import Example, Format

__all__ = ["Example", "Format", "all_formats"]


@cache
def all_formats() -> tuple[Format, ...]:
    """Return the ``FORMAT`` of every module in this folder, the most certain first."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = [import_module(f"{__name__}.{name}").FORMAT for name in names]
    return tuple(sorted(found, key=lambda f: -f.certainty))
