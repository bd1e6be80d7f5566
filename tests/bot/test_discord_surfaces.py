"""Every way to ask, in every kind of place, in both languages, through the real client in SimCord."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.bot.simulated import Simulation, Where, simulated, text_of

EXACT = "/eta iter=100 ms=3995.11 total=6000"
RECORD = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
DURATION = {"en-US": "6 h 32 min 51 s", "ar": "6 ساعات 32 دقيقة 51 ثانية"}
LEFT = {"en-US": "left at the observed pace", "ar": "بالوتيرة المرصودة"}
LOG = "max_iters = 6000\n" + "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(10, 200, 10))
TYPED = {"iter": "100", "ms": 3995.11, "total": "6000"}
MENU = "When will it finish?"
EVERYWHERE = [pytest.param(where, locale, id=f"{where}-{locale}") for where in Where for locale in DURATION]

Surface = Callable[[Simulation], Awaitable[Any]]


async def pasted(world: Simulation, values: dict[str, Any]) -> Any:
    return await world.submit(await world.slash("paste"), values)


ASKING: dict[str, Surface] = {
    "options": lambda world: world.slash("eta", **TYPED),
    "seconds": lambda world: world.slash("eta", iter="100", s=3.99511, total="6000"),
    "digits of Arabic": lambda world: world.slash("eta", iter="١٠٠", ms=3995.11, total="٦٠٠٠"),
    "text": lambda world: world.slash("eta", text=EXACT),
    "text with a total beside it": lambda world: world.slash("eta", text=RECORD, total="6000"),
    "private": lambda world: world.slash("eta", **TYPED, private=True),
    "paste": lambda world: pasted(world, {"text": RECORD, "total": "6000"}),
    "menu": lambda world: world.menu(MENU, f"{RECORD}\nmax_iters = 6000"),
}


@pytest.mark.parametrize("surface", ASKING)
@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_one_line_is_answered_exactly(surface: str, where: Where, locale: str) -> None:
    async with simulated() as world:
        world.where, world.locale = where, locale
        asked = await ASKING[surface](world)
        shown = text_of(asked.response)
        assert DURATION[locale] in shown
        assert "5900 × 3.99511 s = 23571.149 s" in shown
        assert asked.ephemeral == (surface == "private")


@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
@pytest.mark.parametrize("by", ["command", "form"])
async def test_a_file_is_read(by: str, where: Where, locale: str) -> None:
    async with simulated() as world:
        world.where, world.locale = where, locale
        file = ("train.log.gz", gzip.compress(LOG.encode()))
        asked = await world.slash("eta", log=file) if by == "command" else await pasted(world, {"files": file})
        assert LEFT[locale] in text_of(asked.response)
        assert "6,000" in text_of(asked.response)


@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_what_if_and_the_device_stand_beside_the_numbers(where: Where, locale: str) -> None:
    async with simulated() as world:
        world.where, world.locale = where, locale
        asked = await world.slash("eta", **TYPED, what_if="0.2 s/it", gpu="A100 80GB")
        shown = text_of(asked.response)
        assert DURATION[locale] in shown
        assert {"en-US": "19 min 40 s", "ar": "19 دقيقة 40 ثانية"}[locale] in shown


TELLING = {
    "help": {"en-US": "By command", "ar": "بالأمر"},
    "formats": {"en-US": "nanoGPT", "ar": "nanoGPT"},
    "about": {"en-US": "No language model", "ar": "نموذج لغوي"},
}


@pytest.mark.parametrize("command", TELLING)
@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_what_is_told_is_told_to_the_asker_alone(command: str, where: Where, locale: str) -> None:
    async with simulated() as world:
        world.where, world.locale = where, locale
        told = await world.slash(command)
        assert TELLING[command][locale] in text_of(told.response)
        assert told.ephemeral


@pytest.mark.parametrize("text", ["iter 100: loss 3.1, time 3995.11ms, mfu 2.31%", "step 40, 0.2 s/it"])
@pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
async def test_a_missing_total_is_asked_for(text: str, where: Where, locale: str) -> None:
    async with simulated() as world:
        world.where, world.locale = where, locale
        asked = await world.slash("eta", text=text)
        label = {"en-US": "Give the number", "ar": "أدخل الرقم"}[locale]
        await world.restart()
        form = await world.click(asked.response.message, label)
        await world.submit(form, {"total": "٦٠٠٠"})
        assert LEFT[locale] in text_of(asked.response)


class TestTypedOptions:
    @pytest.mark.parametrize("locale", DURATION)
    @pytest.mark.parametrize(
        "options",
        [
            {},
            {"iter": "-5", "ms": 3.0, "total": "6"},
            {"iter": "100", "ms": 0.0, "total": "6000"},
            {"iter": "100", "ms": -4.0, "total": "6000"},
            {"iter": "7000", "ms": 4.0, "total": "6000"},
            {"iter": "6000", "ms": 4.0, "total": "6000"},
            {"iter": "many", "ms": 4.0, "total": "6000"},
            {"iter": "100", "ms": 4.0, "total": "all of them"},
            {"iter": "100", "ms": 4.0, "total": "1e400"},
            {"iter": "100", "ms": 4.0, "s": 9.0, "total": "6000"},
        ],
    )
    async def test_what_cannot_be_is_told_in_one_sentence(self, options: dict[str, Any], locale: str) -> None:
        async with simulated() as world:
            world.locale = locale
            asked = await world.slash("eta", **options)
            shown = text_of(asked.response).strip()
            assert shown
            assert "<t:" not in shown
            assert len(shown) < 300

    @pytest.mark.parametrize(("options", "question"), [
        ({"iter": "100", "ms": 4.0}, "How many in all"),
        ({"iter": "100", "total": "6000"}, "How long does one"),
    ])  # fmt: skip
    async def test_what_is_missing_is_asked_for(self, options: dict[str, Any], question: str) -> None:
        async with simulated() as world:
            asked = await world.slash("eta", **options)
            assert question.casefold() in text_of(asked.response).casefold()

    @pytest.mark.parametrize(("where", "locale"), EVERYWHERE)
    async def test_devices_are_offered_everywhere(self, where: Where, locale: str) -> None:
        async with simulated() as world:
            world.where, world.locale = where, locale
            if world.direct:
                offered = await world.salma.user.autocomplete("eta", "gpu", "h100")
            else:
                offered = await world.salma.autocomplete(world.channel, "eta", "gpu", "h100")
            assert offered
            assert all("h100" in choice["value"].casefold() for choice in offered)


def as_csv() -> bytes:
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["step", "loss", "elapsed_seconds"])
    rows.writerows([n, 3.1, n * 4.0] for n in range(10, 200, 10))
    return written.getvalue().encode()


def as_jsonl() -> bytes:
    lines = (json.dumps({"step": n, "max_steps": 6000, "loss": 3.1, "elapsed": n * 4.0}) for n in range(10, 200, 10))
    return "\n".join(lines).encode()


FILES: dict[str, list[tuple[str, bytes]]] = {
    "log": [("train.log", LOG.encode())],
    "txt": [("notes.txt", LOG.encode())],
    "out": [("slurm-1234.out", LOG.encode())],
    "jsonl": [("metrics.jsonl", as_jsonl())],
    "csv": [("metrics.csv", as_csv())],
    "gz": [("train.log.gz", gzip.compress(LOG.encode()))],
    "a long paste": [("message.txt", LOG.encode())],
    "two": [("args.txt", b"max_iters = 6000"), ("train.log", LOG.split("\n", 1)[1].encode())],
    "one that is no text": [("loss.png", b"\x89PNG"), ("train.log", LOG.encode())],
}


@pytest.mark.parametrize("locale", DURATION)
@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize("kind", FILES)
async def test_attachments(kind: str, direct: bool, locale: str) -> None:
    words = {"en-US": "when will it finish? total 6000", "ar": "متى ينتهي؟ المجموع 6000"}[locale]
    async with simulated() as world:
        if direct:
            files = world.env.backend.store_attachments(world.salma.user.dm_channel.id, FILES[kind])
            asked = await world.salma.send_dm(words, attachments=files)
        else:
            named = f"<@{world.env.bot.user.id}> {words}"
            asked = await world.salma.send(world.channel, named, attachments=FILES[kind])
        shown = text_of(world.answer_to(asked))
        assert LEFT[locale] in shown
        assert "6,000" in shown


class TestMessages:
    @pytest.mark.parametrize(("words", "locale"), [
        ("I did 100 of 6000 iterations, 3995.11 ms each. When will it finish?", "en-US"),
        ("أنجزت 100 من 6000 تكرار، كل تكرار 3995.11 ملي ثانية، متى ينتهي؟", "ar"),
    ])  # fmt: skip
    @pytest.mark.parametrize("direct", [True, False])
    async def test_free_words(self, direct: bool, words: str, locale: str) -> None:
        async with simulated() as world:
            if direct:
                asked = await world.salma.send_dm(words)
            else:
                asked = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}> {words}")
            assert DURATION[locale] in text_of(world.answer_to(asked))

    @pytest.mark.parametrize(("total", "locale"), [("total 6000", "en-US"), ("المجموع ٦٠٠٠", "ar")])
    async def test_a_reply_to_a_card_belongs_to_its_run_after_a_restart(self, total: str, locale: str) -> None:
        async with simulated() as world:
            world.locale = locale
            asked = await world.slash("eta", text=RECORD)
            await world.slash("eta", text="/eta iter=7 s=100 total=9")
            await world.restart()
            named = f"<@{world.env.bot.user.id}> {total}"  # what Discord's clients do with a reply
            question = await world.salma.send(world.channel, named, reply_to=asked.response.message)
            assert DURATION[locale] in text_of(world.answer_to(question))

    async def test_somebody_elses_card_is_no_run_of_theirs(self) -> None:
        async with simulated() as world:
            asked = await world.slash("eta", text=RECORD)
            reply = await world.omar.send(world.channel, "total 6000", reply_to=asked.response.message)
            answer = world.answer_to(reply)
            assert answer is None or "23571" not in text_of(answer)

    async def test_an_empty_mention_in_reply_to_a_card_is_told_what_to_send(self) -> None:
        async with simulated() as world:
            asked = await world.slash("eta", text=RECORD)
            card = asked.response.message
            named = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}>", reply_to=card)
            assert "/eta" in text_of(world.answer_to(named))
