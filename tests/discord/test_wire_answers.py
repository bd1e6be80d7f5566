"""Every way to ask, over real sockets, in both languages."""

from __future__ import annotations

import gzip

import pytest

from bot.app import Mata
from tests.discord import payloads
from tests.discord.server import Discord, buttons_of, text_of

EXACT = "/eta iter=100 ms=3995.11 total=6000"
ENGLISH, ARABIC = "6 h 32 min 51 s", "6 ساعات 32 دقيقة 51 ثانية"
SUM = "23571.149"
RECORDS = "".join(f"iter {n}: loss 3.1{n % 10}, time {3990 + n % 7}.1{n % 10}ms, mfu 2.31%\n" for n in range(10, 200, 10))
LOG = "max_iters = 6000\n" + RECORDS
EPHEMERAL = 1 << 6


@pytest.mark.usefixtures("mata")
class TestEverySurface:
    @pytest.mark.parametrize(("locale", "duration"), [("en-US", ENGLISH), ("ar", ARABIC)])
    @pytest.mark.parametrize("guild", [True, False])
    async def test_slash_command(self, wire: Discord, locale: str, duration: str, guild: bool) -> None:
        asked = await wire.slash("eta", iter="100", ms=3995.11, total="6000", locale=locale, guild=guild)
        shown = text_of(await wire.until(lambda: asked.original))
        assert duration in shown
        assert SUM in shown
        assert "<t:" in shown
        assert asked.kind == 4

    async def test_slash_command_in_free_words(self, wire: Discord) -> None:
        asked = await wire.slash("eta", text="بقي 5900 تكرار بمعدل 4 ثوان لكل تكرار")
        assert "6 ساعات 33 دقيقة 20 ثانية" in text_of(await wire.until(lambda: asked.original))

    async def test_private_answer(self, wire: Discord) -> None:
        asked = await wire.slash("eta", text=EXACT, private=True)
        original = await wire.until(lambda: asked.original)
        assert original["flags"] & EPHEMERAL

    async def test_slash_command_with_a_log_file(self, wire: Discord) -> None:
        asked = await wire.slash("eta", attachments=(wire.attach("train.log", LOG.encode()),))
        await wire.until(lambda: asked.original and asked.original["edited_timestamp"])
        assert asked.kind == 5
        assert "6000" in text_of(asked.original).replace(",", "")

    async def test_direct_message_in_arabic(self, wire: Discord) -> None:
        asked = await wire.say("التكرار ١٠٠ من ٦٠٠٠، كل تكرار ٣٩٩٥٫١١ ملي ثانية", dm=True)
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert ARABIC in text_of(reply)

    async def test_direct_message_with_a_file(self, wire: Discord) -> None:
        asked = await wire.say("", dm=True, attachments=[wire.attach("message.txt", LOG.encode())])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "6000" in text_of(reply).replace(",", "")

    async def test_packed_file(self, wire: Discord) -> None:
        asked = await wire.say("", dm=True, attachments=[wire.attach("train.log.gz", gzip.compress(LOG.encode()))])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "6000" in text_of(reply).replace(",", "")

    async def test_pasted_log_where_mata_is_named(self, wire: Discord) -> None:
        asked = await wire.say(f"<@{payloads.BOT}>\n```\n{LOG}```")
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "6000" in text_of(reply).replace(",", "")

    async def test_menu_of_somebody_elses_message(self, wire: Discord) -> None:
        log = payloads.message(LOG, payloads.user(77, "omar"), payloads.CHANNEL)
        asked = await wire.menu("When will it finish?", log, locale="ar")
        assert "المتبقي" in text_of(await wire.until(lambda: asked.original))


async def test_silence_in_a_server_channel_and_towards_bots(wire: Discord, mata: Mata) -> None:
    quiet = await wire.say(LOG)
    robot = await wire.say(EXACT, dm=True, author=78)
    robot_message = payloads.message(EXACT, payloads.user(79, "robot", bot=True), 5079)
    await wire.gateway.dispatch("MESSAGE_CREATE", robot_message)
    await wire.until(lambda: wire.replies(robot))
    assert mata.user is not None
    assert wire.replies(quiet) == []
    assert wire.replies(robot_message) == []


async def test_small_talk_in_a_direct_message_gets_one_helpful_sentence(wire: Discord, mata: Mata) -> None:
    asked = await wire.say("100% agree, see you at 6", dm=True)
    (reply,) = await wire.until(lambda: wire.replies(asked))
    assert "/eta" in text_of(reply)
    assert mata.user is not None


@pytest.mark.parametrize("locale", ["en-US", "ar"])
async def test_a_missing_total_is_asked_for_and_the_answer_replaces_the_question(
    wire: Discord, mata: Mata, locale: str
) -> None:
    asked = await wire.slash("eta", text="iter 100: loss 3.1, time 3995.11ms, mfu 2.31%", locale=locale)
    question = await wire.until(lambda: asked.original)
    label = {"en-US": "Give the number", "ar": "أدخل الرقم"}[locale]
    custom_id = buttons_of(question)[label]
    assert len(custom_id) <= 100

    pressed = await wire.click(question, custom_id, locale=locale)
    form = await wire.until(lambda: pressed.modal)
    submitted = await wire.submit(form["custom_id"], {"total": "٦٬٠٠٠"}, on=question, locale=locale)
    answered = await wire.until(lambda: submitted.original)
    assert answered["id"] == question["id"]
    assert {"en-US": ENGLISH, "ar": ARABIC}[locale] in text_of(answered)
    assert mata.user is not None


async def test_buttons_and_forms_work_after_a_restart(wire: Discord, connect) -> None:
    async with connect():
        asked = await wire.slash("eta", text="iter 100: loss 3.1, time 3995.11ms, mfu 2.31%")
        question = await wire.until(lambda: asked.original)
    async with connect():
        pressed = await wire.click(question, buttons_of(question)["Give the number"])
        form = await wire.until(lambda: pressed.modal)
    async with connect():
        submitted = await wire.submit(form["custom_id"], {"total": "6000"}, on=question)
        answered = await wire.until(lambda: submitted.original)
        assert SUM in text_of(answered)
        other = await wire.click(answered, buttons_of(answered)["بالعربية"])
        assert ARABIC in text_of(await wire.until(lambda: other.original))


async def test_of_a_long_log_no_more_is_held_than_is_kept(wire: Discord, mata: Mata) -> None:
    log = "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(30_000)).encode()
    asked = await wire.slash("eta", total="60000", attachments=(wire.attach("train.log", log),))
    card = await wire.until(lambda: asked.original and asked.original["components"] and asked.original, 30)
    assert "30,000 records" in text_of(card)
    held = await wire.until(lambda: mata.latest_runs.get((42, 5042)) or mata.latest_runs.get((42, payloads.CHANNEL)))
    assert 1000 < len(held.run.observations) <= 2000


async def test_only_the_owner_may_press(wire: Discord, mata: Mata) -> None:
    asked = await wire.slash("eta", text="iter 100: loss 3.1, time 3995.11ms, mfu 2.31%")
    question = await wire.until(lambda: asked.original)
    before = text_of(question)
    for custom_id in buttons_of(question).values():
        pressed = await wire.click(question, custom_id, author=43)
        refusal = await wire.until(lambda pressed=pressed: pressed.original)
        assert refusal["flags"] & EPHEMERAL
        assert pressed.modal is None
    assert text_of(wire.rest.messages[question["id"]]) == before
    assert mata.user is not None


async def test_the_answer_follows_its_source(wire: Discord, mata: Mata) -> None:
    asked = await wire.say(EXACT, dm=True)
    (reply,) = await wire.until(lambda: wire.replies(asked))
    await wire.edit(asked, "/eta iter=100 ms=2000 total=6000")
    await wire.until(lambda: "11800" in text_of(reply))
    assert len(wire.replies(asked)) == 1
    await wire.delete(asked)
    await wire.until(lambda: reply["id"] not in wire.rest.messages)
    assert mata.user is not None


async def test_the_delete_button_takes_the_answer_away(wire: Discord, mata: Mata) -> None:
    asked = await wire.slash("eta", text=EXACT)
    card = await wire.until(lambda: asked.original)
    await wire.click(card, buttons_of(card)["Delete"])
    await wire.until(lambda: card["id"] not in wire.rest.messages)
    assert mata.user is not None


@pytest.mark.parametrize("name", ["help", "formats", "about"])
@pytest.mark.parametrize(("locale", "word"), [("en-US", "Mata|read|finish"), ("ar", "متى|أقرأ|التدريب")])
async def test_commands_that_tell(wire: Discord, mata: Mata, name: str, locale: str, word: str) -> None:
    asked = await wire.slash(name, locale=locale)
    original = await wire.until(lambda: asked.original)
    assert any(part in text_of(original) for part in word.split("|"))
    assert original["flags"] & EPHEMERAL
    assert mata.user is not None
