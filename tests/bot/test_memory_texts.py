"""What the features of memory show fits Discord's limits, in every language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import discord
import pytest

from bot.button_state import State
from bot.features.runs import MOST_SHOWN, Choice, described
from bot.keeping import form
from bot.language import languages, say
from bot.memory import Finish, Place, Remembered, new_reminder
from bot.reminder_sender import reminder_view
from bot.reply.card import note
from tests.bot.runs import a_run

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OWNER = 2**63 - 1
LONGEST = Finish(NOW, NOW + timedelta(days=300), NOW + timedelta(days=900))
MARKS = re.compile("[\u2066-\u2069\u200e\u200f]")
FORMS = {
    "rename": ("button-rename", "runs-rename-label", "runs-rename-hint"),
    "remat": ("remind-form-title", "remind-form-label", "remind-form-hint"),
    "doneago": ("done-form-title", "done-form-label", "done-form-hint"),
}


def remembered(name: str | None = "م" * 40) -> Remembered:
    run = replace(a_run(3), done=Decimal(999_999_999_999_998), total=Decimal(999_999_999_999_999))
    return Remembered("A" * 12, OWNER, Place(OWNER, OWNER), run, name, NOW, LONGEST, None, NOW)


@pytest.mark.parametrize("language", languages())
def test_the_longest_list_of_runs_is_shown_whole(language: str) -> None:
    runs = [remembered() for _ in range(MOST_SHOWN)]
    lines = [say(language, "runs-title"), *(f"- {described(language, run)}" for run in runs)]
    view = note("\n".join(lines), (Choice(State(OWNER, language), runs),))
    shown = next(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))
    assert MARKS.sub("", shown) == "\n".join(lines)
    assert view.content_length() <= 4000


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("action", FORMS)
def test_forms_fit(language: str, action: str) -> None:
    title, label, hint = (say(language, message) for message in FORMS[action])
    custom_id = State(OWNER, language, "A" * 12, remembered().run).custom_id(action)
    modal = form(custom_id, title=title, label=label, hint=hint)
    assert len(modal.title) <= 45
    assert len(label) <= 45
    assert len(hint) <= 100
    assert len(custom_id) <= 100


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["expected", "pessimistic", "chosen"])
@pytest.mark.parametrize("known", [True, False])
def test_a_reminder_fits_and_names_its_owner_on_a_line_of_its_own(language: str, kind: str, known: bool) -> None:
    reminder = new_reminder(OWNER, Place(1), kind, NOW, run_id="A" * 12, language=language)  # type: ignore[arg-type]
    view = reminder_view(reminder, remembered() if known else None, timedelta(days=6), NOW)
    text = next(item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay))
    assert MARKS.sub("", text).splitlines()[0] == f"<@{OWNER}>"
    buttons = [item for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    assert len(buttons) == (3 if known else 0)
    assert all(len(button.custom_id or "") <= 100 and len(button.label or "") <= 80 for button in buttons)


def first_letter(text: str) -> str:
    return next(c for c in text if c.isalpha())


ARABIC: list[tuple[str, Callable[[], str]]] = [
    ("run", lambda: described("ar", remembered("bert-base"))),
    ("unnamed", lambda: described("ar", remembered(None))),
    ("cannot keep", lambda: say("ar", "memory-cannot-keep")),
    ("summary", lambda: say("ar", "reminder-summary", count=7)),
    ("coverage", lambda: say("ar", "coverage-measured", told=4, hits=3, share=0.75)),
    ("arranged", lambda: say("ar", "remind-arranged", name="bert", at="<t:1:F>", left="<t:1:R>")),
]


@pytest.mark.parametrize(("what", "made"), ARABIC, ids=[name for name, _ in ARABIC])
def test_every_arabic_line_begins_with_an_arabic_letter(what: str, made: Callable[[], str]) -> None:
    for line in made().splitlines():
        assert "\u0600" <= first_letter(line) <= "\u06ff", (what, line)
