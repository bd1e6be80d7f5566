"""The paste form, and tokens that were pasted by accident."""

from __future__ import annotations

import pytest

from bot.tokens import tokens_in
from tests.bot.simulated import simulated, text_of

LOG = "max_iters = 6000\n" + "".join(f"iter {n}: loss 3.1, time 3995.11ms, mfu 2.31%\n" for n in range(10, 110, 10))
RECORD = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
TOKEN = "hf_" + "abCD1234" * 5


class TestPasteForm:
    async def test_text_and_total(self) -> None:
        async with simulated() as world:
            form = await world.salma.slash(world.channel, "paste")
            answered = await world.salma.submit_modal(form, {"text": RECORD, "total": "6000"})
            assert "6 h 32 min 51 s" in text_of(answered.response)

    async def test_a_file_after_a_restart(self) -> None:
        async with simulated() as world:
            form = await world.salma.slash(world.channel, "paste")
            await world.env.restart_bot()
            answered = await world.salma.submit_modal(form, {"files": ("train.log", LOG.encode())})
            assert "6,000" in text_of(answered.response)


class TestTokens:
    async def test_their_owner_is_warned_alone_and_nothing_is_repeated(self) -> None:
        async with simulated() as world:
            asked = await world.salma.slash(world.channel, "eta", text=f"{LOG}\nHF_TOKEN={TOKEN}")
            (warning,) = asked.followups
            assert warning.ephemeral
            assert "Hugging Face" in text_of(warning)
            assert TOKEN not in text_of(warning) + text_of(asked.response)

    async def test_in_a_server_channel_the_warning_goes_by_direct_message(self) -> None:
        async with simulated() as world:
            asked = await world.salma.send(world.channel, f"<@{world.env.bot.user.id}>\n{LOG}\n{TOKEN}")
            assert "6,000" in text_of(world.answer_to(asked))
            warned = world.salma.user.dm_channel.last_message
            assert "Hugging Face" in text_of(warned)

    @pytest.mark.parametrize(
        ("text", "kinds"),
        [
            (TOKEN, ("Hugging Face",)),
            ("wandb: api key " + "0a" * 20, ("Weights & Biases",)),
            ("ghp_" + "a1B2" * 9, ("GitHub",)),
            (LOG, ()),
            ("commit " + "0a" * 20, ()),
        ],
    )
    def test_which_are_known(self, text: str, kinds: tuple[str, ...]) -> None:
        assert tokens_in(text) == kinds


class TestForms:
    async def test_what_if_adds_its_case_to_the_card_after_a_restart(self) -> None:
        async with simulated() as world:
            asked = await world.salma.slash(world.channel, "eta", text="/eta iter=100 ms=3995.11 total=6000")
            await world.env.restart_bot()
            form = await world.salma.click(asked.response.message, label="What if")
            await world.salma.submit_modal(form, {"case": "0.2 s/it"})
            shown = text_of(world.channel.last_message)
            assert "6 h 32 min 51 s" in shown
            assert "19 min 40 s" in shown

    async def test_what_is_no_case_is_told_to_its_writer(self) -> None:
        async with simulated() as world:
            asked = await world.salma.slash(world.channel, "eta", text="/eta iter=100 ms=3995.11 total=6000")
            form = await world.salma.click(asked.response.message, label="What if")
            told = await world.salma.submit_modal(form, {"case": "the moon is full"})
            assert told.ephemeral

    @pytest.mark.parametrize(
        ("correction", "sum_"),
        [
            ({"done": "200", "total": "6000", "pace": "3.99511"}, "5800 × 3.99511 s"),
            ({"done": "100", "total": "٧٠٠٠", "pace": "3.99511"}, "6900 × 3.99511 s"),
            ({"done": "100", "total": "6000", "pace": "2"}, "5900 × 2 s = 11800 s"),
        ],
    )
    async def test_a_correction_becomes_the_answer(self, correction: dict[str, str], sum_: str) -> None:
        async with simulated() as world:
            asked = await world.salma.slash(world.channel, "eta", text="/eta iter=100 ms=3995.11 total=6000")
            form = await world.salma.click(asked.response.message, label="Wrong?")
            await world.salma.submit_modal(form, correction)
            assert sum_ in text_of(world.channel.last_message)

    async def test_a_corrected_total_keeps_what_was_measured(self) -> None:
        async with simulated() as world:
            asked = await world.salma.slash(world.channel, "eta", text=LOG)
            form = await world.salma.click(asked.response.message, label="Wrong?")
            filled = {field["component"]["custom_id"]: field["component"]["value"] for field in form.modal["components"]}
            await world.salma.submit_modal(form, {**filled, "total": "9000"})
            shown = text_of(world.channel.last_message)
            assert "9,000" in shown
            assert "10 records" in shown


class TestFollowUps:
    async def test_a_later_paste_belongs_to_the_run_unless_its_owner_says_otherwise(self) -> None:
        earlier = "max_iters = 6000\n" + "".join(f"iter {n}: loss 3.1, time 3995.11ms\n" for n in range(10, 110, 10))
        later = "".join(f"iter {n}: loss 3.1, time 3995.11ms\n" for n in range(110, 210, 10))
        async with simulated() as world:
            await world.salma.slash(world.channel, "eta", log=("a.log", earlier.encode()))
            joined = await world.salma.slash(world.channel, "eta", log=("b.log", later.encode()))
            assert "6,000" in text_of(joined.response)
            await world.salma.click(joined.response.message, label="This is another run")
            assert "6,000" not in text_of(world.channel.last_message)

    async def test_and_now_is_answered_from_the_run_and_offers_no_other(self) -> None:
        async with simulated() as world:
            await world.salma.send_dm(LOG)
            again = await world.salma.send_dm("and now?")
            shown = world.answer_to(again)
            assert "<t:" in text_of(shown)
            assert "This is another run" not in str([part.to_dict() for part in shown.components])


async def test_gpus_are_offered_by_what_is_typed() -> None:
    async with simulated() as world:
        offered = await world.salma.autocomplete(world.channel, "eta", "gpu", "40")
        assert any("4090" in choice["value"] for choice in offered)
        asked = await world.salma.slash(world.channel, "eta", iter="100", ms=3995.11, total="6000", gpu="A100 80GB")
        assert "6 h 32 min 51 s" in text_of(asked.response)
