"""What people do on Discord, through the real discord.py client in SimCord."""

from __future__ import annotations

import gzip

import pytest

from tests.bot.simulated import simulated, text_of

EXACT = "/eta iter=100 ms=3995.11 total=6000"
ENGLISH, ARABIC = "6 h 32 min 51 s", "6 ساعات 32 دقيقة 51 ثانية"
RECORDS = "".join(f"iter {n}: loss 3.1{n % 10}, time {3990 + n % 7}.1{n % 10}ms, mfu 2.31%\n" for n in range(10, 200, 10))
LOG = "max_iters = 6000\n" + RECORDS


async def test_slash_command_with_typed_options() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", iter="100", ms=3995.11, total="6000")
        assert ENGLISH in text_of(asked.response)
        assert "5900 × 3.99511 s = 23571.149 s" in text_of(asked.response)


async def test_slash_command_in_a_direct_message() -> None:
    async with simulated() as world:
        asked = await world.salma.user.slash("eta", text=EXACT, private=True)
        assert ENGLISH in text_of(asked.response)
        assert asked.ephemeral


async def test_slash_command_with_a_log_file_is_put_off_then_answered() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", log=("train.log", LOG.encode()))
        first = next(call for call in world.env.http_requests if call.path.endswith("/callback"))
        assert first.json["type"] == 5
        assert "6,000" in text_of(asked.response)


@pytest.mark.parametrize("file", [("message.txt", LOG.encode()), ("train.log.gz", gzip.compress(LOG.encode()))])
async def test_direct_message_with_a_file(file: tuple[str, bytes]) -> None:
    async with simulated() as world:
        place = world.salma.user.dm_channel
        payloads = world.env.backend.store_attachments(place.id, [file])
        asked = await world.salma.send_dm("", attachments=payloads)
        assert "6,000" in text_of(world.answer_to(asked))


async def test_direct_message_in_arabic_is_answered_in_arabic() -> None:
    async with simulated() as world:
        asked = await world.salma.send_dm("التكرار ١٠٠ من ٦٠٠٠، كل تكرار ٣٩٩٥٫١١ ملي ثانية")
        assert ARABIC in text_of(world.answer_to(asked))


async def test_pasted_log_is_answered_where_mata_is_named_and_not_elsewhere() -> None:
    async with simulated() as world:
        assert world.answer_to(await world.salma.send(world.channel, LOG)) is None
        named = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}>\n{LOG}")
        assert "6,000" in text_of(world.answer_to(named))


async def test_naming_mata_in_reply_to_a_log_reads_that_log() -> None:
    async with simulated(message_content=True) as world:
        log = await world.omar.send(world.channel, LOG)
        asked = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}>", reply_to=log)
        assert "6,000" in text_of(world.answer_to(asked))


async def test_without_the_content_intent_the_way_to_read_that_log_is_told() -> None:
    async with simulated() as world:
        log = await world.omar.send(world.channel, LOG)
        asked = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}>", reply_to=log)
        assert "When will it finish?" in text_of(world.answer_to(asked))


async def test_menu_of_somebody_elses_message() -> None:
    async with simulated() as world:
        log = await world.omar.send(world.channel, LOG)
        asked = await world.salma.context_menu(world.channel, "When will it finish?", log)
        assert "6,000" in text_of(asked.response)


async def test_missing_total_by_button_and_form_after_a_restart() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", text="iter 100: loss 3.1, time 3995.11ms, mfu 2.31%")
        question = asked.response.message
        await world.env.restart_bot()
        form = await world.salma.click(question, label="Give the number")
        assert form.modal is not None
        answered = await world.salma.submit_modal(form, {"total": "6000"})
        shown = world.channel.last_message
        assert shown.id == question.id
        assert ENGLISH in text_of(shown)
        assert answered.acknowledged


async def test_a_total_that_cannot_be_is_told_to_its_writer_and_the_question_stays() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", text="iter 7000: loss 3.1, time 3995.11ms, mfu 2.31%")
        question = asked.response.message
        form = await world.salma.click(question, label="Give the number")
        refused = await world.salma.submit_modal(form, {"total": "6000"})
        assert refused.ephemeral
        assert "7,000" in text_of(refused.response)
        assert "Give the number" in str(world.channel.last_message.components[1].to_dict())


async def test_the_other_language_and_back() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", text=EXACT)
        await world.salma.click(asked.response.message, label="بالعربية")
        assert ARABIC in text_of(world.channel.last_message)
        await world.salma.click(world.channel.last_message, label="In English")
        assert ENGLISH in text_of(world.channel.last_message)


async def test_an_edited_question_is_answered_in_place_and_a_deleted_one_takes_its_answer_along() -> None:
    async with simulated() as world:
        asked = await world.salma.send_dm(EXACT)
        await world.salma.user.edit(asked, "/eta iter=100 ms=2000 total=6000")
        assert "11800" in text_of(world.answer_to(asked))
        await world.salma.user.delete(asked)
        assert world.answer_to(asked) is None


async def test_somebody_elses_click_changes_nothing() -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", text=EXACT)
        for label in ("بالعربية", "Delete"):
            refused = await world.omar.click(asked.response.message, label=label)
            assert refused.ephemeral
        assert ENGLISH in text_of(world.channel.last_message)


@pytest.mark.parametrize(
    "given", ["iter=-5 ms=3 total=6", "iter=1 ms=0 total=6", "iter=7000 ms=1 total=6000", "iter=1 ms=1 total=nan", " "]
)
async def test_bad_input_gets_one_sentence_and_no_estimate(given: str) -> None:
    async with simulated() as world:
        asked = await world.salma.slash(world.channel, "eta", text=given)
        shown = text_of(asked.response)
        assert shown.strip()
        assert "<t:" not in shown
        assert "Traceback" not in shown
