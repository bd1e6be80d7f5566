"""The image's build stage without an engine: its COPY and RUN lines, for real, in a clean folder.

python -m tests.deploy.image FOLDER
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.deploy.files import ROOT, stage


def build(folder: Path) -> Path:
    """Run the stage with ``folder`` in the place of /app; the folder of the programs that it made."""
    hidden = ("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONPATH")  # of the environment that this runs in
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    for instruction, rest in stage("build"):
        if instruction == "ENV":
            environment |= dict(pair.split("=", 1) for pair in rest.split())
        elif instruction == "COPY":
            *sources, target = rest.split()
            for source in sources:
                _copy(ROOT / source, folder / target / ("" if (ROOT / source).is_dir() else source))
        elif instruction == "RUN":
            subprocess.run(rest.replace("/app", str(folder)), shell=True, check=True, cwd=folder, env=environment)  # noqa: S602 - the point
    return folder / ".venv" / "bin"


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(source, target)


if __name__ == "__main__":
    programs = build(Path(sys.argv[1]).resolve())
    asked = [str(programs / "mata"), "ask", "iter:100 ms:3995.11 total:6000"]
    said = subprocess.run(asked, check=True, capture_output=True, text=True, cwd="/", env={"LANG": "C"})
    assert "6 h 32 min 51 s" in said.stdout, said
    print(said.stdout)
