"""``python -m bot`` and the ``mata`` command."""

from __future__ import annotations

import gc
import sys

from bot.cli import run


def main() -> None:
    """Run the command line and exit with its status."""
    if sys.argv[1:2] == ["ask"]:
        gc.disable()  # one question and the process ends: looking for cycles would be a quarter of reading a big file
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
