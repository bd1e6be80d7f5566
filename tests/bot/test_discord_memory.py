"""What is remembered of a person, in every kind of place, in both languages, also by the next process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.memory import Memory
from tests.bot.simulated import Where, simulated, text_of
from tests.stores import opened

TYPED = {"iter": "100", "ms": 3995.11, "total": "6000"}
EVERYWHERE = [pytest.param(where, locale, id=f"{where}-{locale}") for where in Where for locale in ("en-US", "ar")]


@pytest.fixture
async def memory(tmp_path: Path) -> AsyncIterator[Memory]:
    async with opened(f"sqlite:///{tmp_path / 'mata.db'}") as found:
        yield found


@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_a_run_is_listed_by_the_next_process(where: Where, locale: str, memory: Memory) -> None:
    async with simulated(memory) as world:
        world.where, world.locale = where, locale
        await world.slash("eta", **TYPED)
        await world.restart()
        listed = await world.slash("runs")
        assert "100" in text_of(listed.response)
        assert "6,000" in text_of(listed.response)
        assert listed.ephemeral


@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_a_chosen_language_holds_for_the_next_process(where: Where, locale: str, memory: Memory) -> None:
    other, duration = {"en-US": ("ar", "6 ساعات 32 دقيقة 51 ثانية"), "ar": ("en", "6 h 32 min 51 s")}[locale]
    async with simulated(memory) as world:
        world.where, world.locale = where, locale
        await world.slash("language", to=other)
        await world.restart()
        assert duration in text_of((await world.slash("eta", **TYPED)).response)


@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_what_is_kept_is_shown_and_deleted(where: Where, locale: str, memory: Memory) -> None:
    show, sure = {"en-US": ("Delete everything", "Yes, delete everything"), "ar": ("حذف كل شيء", "نعم، احذف كل شيء")}[locale]
    async with simulated(memory) as world:
        world.where, world.locale = where, locale
        await world.slash("eta", **TYPED)
        person = world.salma.user.id
        assert (await memory.personal.count(person))["runs"] == 1
        panel = await world.slash("privacy")
        await world.click(panel.response.message, show)
        await world.click(panel.response.message, sure)
        assert not any((await memory.personal.count(person)).values())


@pytest.mark.parametrize("locale", ["en-US", "ar"])
async def test_a_later_paste_says_what_changed(locale: str, memory: Memory) -> None:
    lines = [f"iter {n}: loss 3.1, time 4000.00ms, mfu 2.31%" for n in range(10, 500, 10)]
    async with simulated(memory) as world:
        world.locale = locale
        await world.slash("eta", text="\n".join(lines[:20]), total="6000")
        await world.restart()
        later = await world.slash("eta", text="\n".join(lines[20:]))
        shown = text_of(later.response)
        assert "6,000" in shown
        assert {"en-US": "Since", "ar": "منذ"}[locale] in shown
