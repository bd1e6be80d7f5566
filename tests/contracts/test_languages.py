"""What every language must fulfil, whoever adds it: found by walking the folders."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.core import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import bot
import estimators
from bot.language import DEFAULT, LOCALES, catalogue
from estimators.diagnosis import rules

CODES = catalogue().codes
OTHERS = [code for code in CODES if code != DEFAULT]
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
#: Formats that are all placeables, marks, and the formula, which stands left to right on a line of its own.
WORDLESS = {
    "check-mark-fine",
    "check-mark-wrong",
    "chat-prompt",
    "reply-scenario-row",
    "moment",
    "reply-sum",
    "reply-sum-about",
}


class Parts(Visitor):  # type: ignore[misc]
    """The places that a message names, and the categories of each selection on a number."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.functions: set[str] = set()
        self.references: set[str] = set()
        self.selections: list[tuple[str, set[str]]] = []
        self.text: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's protocol
        self.places.add(node.id.name)

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.text.append(node.value)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        keys = {variant.key.name for variant in node.variants if isinstance(variant.key, ftl.Identifier)}
        selector = node.selector
        name = selector.id.name if isinstance(selector, ftl.VariableReference) else ""
        self.selections.append((name, keys))
        self.generic_visit(node)


def messages(code: str) -> dict[str, Parts]:
    found: dict[str, Parts] = {}
    for file in sorted((LOCALES / code).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Junk):
                UNREADABLE.append(f"{code}/{file.name}: {entry.content.strip()[:60]!r}")
            elif isinstance(entry, ftl.Message):
                if entry.id.name in found:
                    UNREADABLE.append(f"{code}/{file.name}: {entry.id.name} is there twice")
                found[entry.id.name] = parts = Parts()
                parts.visit(entry)
    return found


UNREADABLE: list[str] = []
MESSAGES = {code: messages(code) for code in CODES}
ALL = [(code, identity) for code in CODES for identity in MESSAGES[code]]
CLDR = {"zero", "one", "two", "few", "many", "other"}


def test_english_and_arabic_are_there() -> None:
    assert CODES[:2] == ("en", "ar")


def test_every_line_of_every_file_can_be_read() -> None:
    assert UNREADABLE == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_same_messages_in_every_language(code: str) -> None:
    assert set(MESSAGES[code]) == set(MESSAGES[DEFAULT])


@pytest.mark.parametrize("code", OTHERS)
def test_the_same_files_and_places_in_every_language(code: str) -> None:
    files = {path.name for path in (LOCALES / DEFAULT).glob("*.ftl")}
    assert {path.name for path in (LOCALES / code).glob("*.ftl")} == files
    differing = {
        identity: (sorted(parts.places), sorted(MESSAGES[code][identity].places))
        for identity, parts in MESSAGES[DEFAULT].items()
        if identity in MESSAGES[code] and parts.places - {"case"} != MESSAGES[code][identity].places - {"case"}
    }
    assert not differing


@pytest.mark.parametrize("code", CODES)
def test_the_loader_finds_every_message_that_the_parser_finds(code: str) -> None:
    assert set(catalogue()[code].entries) == set(MESSAGES[code])


@pytest.mark.parametrize("code", CODES)
def test_every_plural_category_of_the_language_is_written_out(code: str) -> None:
    categories = set(Locale.parse(code).plural_form.tags) | {"other"}
    short = {
        identity: sorted(categories - keys)
        for identity, parts in MESSAGES[code].items()
        for _, keys in parts.selections
        if keys & (CLDR - {"other"}) and not keys >= categories
    }
    assert not short


@pytest.mark.parametrize("code", CODES)
def test_messages_do_not_lean_on_each_other(code: str) -> None:
    """A message is parsed alone, when it is first said; what it counts comes by COUNT and DURATION."""
    known = {"DURATION", "COUNT", "UNIT", "PERCENT", "EXACT", "ROUND", "NUMBER"}
    for identity, parts in MESSAGES[code].items():
        assert not parts.references, identity
        assert parts.functions <= known, identity


def test_no_arabic_message_is_latin_only() -> None:
    latin = {
        identity
        for identity, parts in MESSAGES["ar"].items()
        if any(re.search(r"[A-Za-z]{3}", text) for text in parts.text)
        and not any(ARABIC_LETTER.search(text) for text in parts.text)
    }
    assert {identity for identity in latin if not allowed_in_latin(identity)} == set()


def test_no_message_is_the_same_in_both_languages() -> None:
    same = {
        identity
        for identity, parts in MESSAGES["ar"].items()
        if parts.text == MESSAGES[DEFAULT][identity].text and any(re.search(r"\w", text) for text in parts.text)
    }
    assert {identity for identity in same if not allowed_in_latin(identity)} == set()


def allowed_in_latin(identity: str) -> bool:
    """Names of commands stay what Discord's syntax and other tools' words make them; examples are code."""
    return identity in WORDLESS or identity.endswith(("-example", "-choice-en", "-choice-ar")) or "-name" in identity


def test_arabic_lines_begin_in_arabic_or_are_code() -> None:
    """A line's first letter sets its direction: Latin first would turn the whole line around."""
    wrong = {}
    for identity, parts in MESSAGES["ar"].items():
        if allowed_in_latin(identity) or not parts.text:
            continue
        first = parts.text[0].lstrip("*>-•#\n «(")
        if first and re.match(r"[A-Za-z]", first) and ARABIC_LETTER.search(first.split("\n")[0]):
            wrong[identity] = first[:60]
    assert not wrong


def test_no_invisible_marks_and_no_foreign_digits() -> None:
    for code, identity in ALL:
        text = "".join(MESSAGES[code][identity].text)
        assert not re.search(r"[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text), (code, identity)
        assert not re.search(r"[\u0660-\u0669\u06f0-\u06f9]", text), (code, identity)


#: Remarks that a log makes itself are evidence for tips, never said as they stand.
EVIDENCE = Path(next(iter(estimators.__path__)), "reading", "remarks.py")


def emitted() -> Iterator[str]:
    """Ids of every message that the core can ask for, from its own source."""
    for file in sorted(set(Path(next(iter(estimators.__path__))).rglob("*.py")) - {EVIDENCE}):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                branches = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                for word in branches:
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield from identity_of(node.func.id, word.value)
    yield from (f"tip-{rule.id}" for rule in rules())
    yield from (f"count-{unit}" for unit in (*estimators.Unit, "record"))
    yield from (f"unit-{unit}" for unit in estimators.Unit)


def identity_of(constructor: str, word: str) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", word):
        return
    if constructor in {"NotALog", "Impossible", "Ambiguous", "TooLarge", "Problem"}:
        yield f"problem-{word}"
    elif constructor == "Note":
        yield word


def test_whatever_the_core_can_say_has_a_message_in_every_language() -> None:
    wanted = set(emitted())
    assert len(wanted) > 60
    for code in CODES:
        assert sorted(wanted - set(MESSAGES[code])) == []


SHELL = [path for path in sorted(Path(next(iter(bot.__path__))).rglob("*.py")) if "migrations" not in path.parts]
SPOKEN_BY = {"echo", "send_message", "secho", "print", "send", "reply", "UsageError", "ClickException", "prompt"}


def sentences(tree: ast.Module) -> Iterator[ast.Constant]:
    """String constants with words for a person: handed to something that speaks, or in another script."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        written = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if written and re.search(r"[^\W\d_a-zA-Z]{3}", node.value):
            yield node
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for argument in node.args if name in SPOKEN_BY else ():
                if (
                    isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and " " in argument.value.strip()
                ):
                    yield argument


@pytest.mark.parametrize("file", SHELL, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_text_for_people_in_code(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert [f"{node.lineno}: {node.value!r}" for node in sentences(tree)] == []
