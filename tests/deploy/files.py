"""What lies in ``deploy/``, parsed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
KUBERNETES = sorted((DEPLOY / "kubernetes").glob("*.yaml"))


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def parsed(name: str) -> Any:
    text = read(name)
    return json.loads(text) if name.endswith(".json") else yaml.safe_load(text)


def stage(name: str) -> list[tuple[str, str]]:
    """The instructions of one stage of the Dockerfile, lines joined: (instruction, what follows)."""
    text = re.sub(r"^#.*\n", "", read("Dockerfile"), flags=re.MULTILINE).replace("\\\n", " ")
    stages = re.split(r"^FROM .* AS (\w+)$", text, flags=re.MULTILINE)
    body = stages[stages.index(name) + 1]
    return [tuple(line.split(None, 1)) for line in body.strip().splitlines() if line.strip()]  # type: ignore[misc]
