"""What README.md promises: its examples are asked here, its recipes lead to files that exist."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.answer import Request, answer
from bot.language import DEFAULT, catalogue
from bot.reply import text
from estimators.reading.formats import all_formats

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "deploy/CHANGELOG.md").read_text(encoding="utf-8")
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
RECIPE = re.compile(r"^\*\*To add (?P<what>[^*]+)\*\*(?P<lines>.*(?:\n.+)*)", re.MULTILINE)
RECIPES = {found["what"]: found["lines"].strip().splitlines() for found in RECIPE.finditer(README)}


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def block(mark: str) -> str:
    return README.split(f"<!-- {mark} -->\n```text\n")[1].split("```")[0]


EXAMPLES = re.findall(r"^\| `([^`]+)` \| (.+) \|$", section("What it answers"), re.MULTILINE)


def test_every_kind_of_question_has_an_example() -> None:
    assert len(EXAMPLES) >= 14
    assert {said.split()[0] for _, said in EXAMPLES} >= {"6", "المتبقي", "Between", "More"}


@pytest.mark.parametrize(("question", "said"), EXAMPLES)
def test_an_example_is_answered_as_it_stands(question: str, said: str) -> None:
    assert text(answer(Request(question, NOW))).splitlines()[0] == said


def test_the_log_is_answered_as_it_stands_in_every_language() -> None:
    told = {line for code in catalogue().codes for line in text(answer(Request(block("log"), NOW, code))).splitlines()}
    lines = block("said").splitlines()
    assert len(lines) >= 8
    assert [line for line in lines if line not in told] == []
    assert DEFAULT in catalogue().codes


def test_the_number_of_layouts_is_the_number_of_files() -> None:
    assert f"It knows {len(all_formats())} layouts" in README


@pytest.mark.parametrize("what", ["a log format", "a tip", "a command", "a language", "a GPU"])
def test_a_recipe_is_short_and_names_what_exists(what: str) -> None:
    recipe = RECIPES[what]
    assert 1 <= len(recipe) < 10
    named = [path for line in recipe for path in re.findall(r"`(?:pytest )?((?:bot|estimators|tests)/[\w/.*]+)`", line)]
    assert named
    assert [path for path in named if not list(ROOT.glob(path))] == []


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(links) >= 6
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_release_is_in_the_changelog() -> None:
    assert f"## {version('mata-bot')} " in CHANGELOG
