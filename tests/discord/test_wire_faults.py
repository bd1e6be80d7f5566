"""Each fault on real sockets: one answer in the end, never none and never two."""

from __future__ import annotations

import asyncio
import gzip
import logging

import pytest

from bot.answer import Request
from bot.app import Mata, Options
from bot.delivery import Delivery, Times
from bot.serving import serve_degrading
from tests.discord.conftest import Connect
from tests.discord.faults import WEATHER, Fault, Kind
from tests.discord.gateway import IDENTIFY, RESUME
from tests.discord.server import Discord, buttons_of, text_of

EXACT = "/eta iter=100 ms=3995.11 total=6000"
ANSWER = "6 h 32 min 51 s"
QUESTION = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
EPHEMERAL = 1 << 6

@pytest.fixture(autouse=True)
def _impatient(mata: Mata) -> None:
    mata.delivery = Delivery(times=Times(first_try=1.0, one_try=1.0))


def meet(wire: Discord, name: str, method: str, path: str) -> None:
    wire.faults.append(WEATHER[name].on(method, path))


@pytest.mark.parametrize("name", WEATHER)
async def test_a_message_is_answered_once(wire: Discord, mata: Mata, name: str) -> None:
    meet(wire, name, "POST", r"/channels/\d+/messages$")
    asked = await wire.say(EXACT, dm=True)
    (reply,) = await wire.until(lambda: wire.replies(asked))
    await wire.until(lambda: mata.followed.get(int(asked["id"])))
    assert ANSWER in text_of(reply)
    assert len(wire.replies(asked)) == 1


@pytest.mark.parametrize("name", WEATHER)
async def test_a_command_is_answered_once(wire: Discord, mata: Mata, name: str) -> None:
    meet(wire, name, "POST", "/callback$")
    asked = await wire.slash("eta", text=EXACT)
    original = await wire.until(lambda: asked.original)
    assert ANSWER in text_of(original)
    assert asked.followups == []
    assert mata.user is not None


@pytest.mark.parametrize("name", WEATHER)
async def test_a_put_off_answer_arrives(wire: Discord, mata: Mata, name: str) -> None:
    meet(wire, name, "PATCH", "/@original$")
    asked = await wire.slash("eta", attachments=(wire.attach("train.log", EXACT.encode()),))
    await wire.until(lambda: asked.original and ANSWER in text_of(asked.original))
    assert asked.followups == []
    assert mata.user is not None


@pytest.mark.parametrize("name", ["503", "TCP reset before the effect", "TCP reset after the effect"])
async def test_a_form_is_opened_and_answered_in_place(wire: Discord, mata: Mata, name: str) -> None:
    asked = await wire.slash("eta", text=QUESTION)
    question = await wire.until(lambda: asked.original)
    meet(wire, name, "POST", "/callback$")
    pressed = await wire.click(question, buttons_of(question)["Give the number"])
    form = await wire.until(lambda: pressed.modal)
    meet(wire, name, "POST", "/callback$")
    submitted = await wire.submit(form["custom_id"], {"total": "6000"}, on=question)
    answered = await wire.until(lambda: submitted.original)
    assert ANSWER in text_of(answered)
    assert mata.user is not None


@pytest.mark.parametrize("kind", [Kind.RESET_BEFORE, Kind.CLOSE, Kind.STATUS])
async def test_a_file_is_fetched_again(wire: Discord, mata: Mata, kind: Kind) -> None:
    wire.faults.append(Fault("GET", "^/cdn/", kind))
    asked = await wire.say("", dm=True, attachments=[wire.attach("train.log", EXACT.encode())])
    (reply,) = await wire.until(lambda: wire.replies(asked))
    assert ANSWER in text_of(reply)
    assert mata.user is not None


class TestGateway:
    async def test_a_message_sent_while_away_is_answered_after_the_resume(self, wire: Discord, mata: Mata) -> None:
        await wire.gateway.drop()
        asked = await wire.say(EXACT, dm=True)
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert ANSWER in text_of(reply)
        assert wire.gateway.count(RESUME) == 1
        assert mata.user is not None

    async def test_replayed_events_are_not_answered_again(self, wire: Discord, mata: Mata) -> None:
        asked = await wire.say(EXACT, dm=True)
        await wire.until(lambda: wire.replies(asked))
        wire.gateway.replay_extra = 10
        await wire.gateway.drop()
        later = await wire.say(EXACT, dm=True, author=43)
        await wire.until(lambda: wire.replies(later))
        assert len(wire.replies(asked)) == 1
        assert len(wire.replies(later)) == 1
        assert mata.user is not None

    async def test_an_invalid_session_is_begun_anew(self, wire: Discord, mata: Mata) -> None:
        await wire.gateway.invalidate()
        await wire.until(lambda: wire.gateway.count(IDENTIFY) == 2 and wire.gateway.session, 15)
        asked = await wire.say(EXACT, dm=True)
        await wire.until(lambda: wire.replies(asked))
        assert mata.user is not None

    async def test_malformed_events_do_not_stop_it(self, wire: Discord, mata: Mata) -> None:
        for event in ({"id": "x"}, {}, {"id": "1", "channel_id": "2", "author": None, "content": None}):
            await wire.gateway.dispatch("MESSAGE_CREATE", event)
        await wire.gateway.dispatch("INTERACTION_CREATE", {"type": 3, "data": {}})
        await wire.gateway.dispatch("NEVER_HEARD_OF", {"a": 1})
        await wire.until(lambda: wire.gateway.socket is not None and not wire.gateway.socket.closed)
        asked = await wire.say(EXACT, dm=True)
        await wire.until(lambda: wire.replies(asked))
        assert mata.user is not None


async def test_a_refused_content_intent_is_given_up(wire: Discord, connect: Connect) -> None:
    wire.gateway.refused_intents = 1 << 15
    serving = asyncio.create_task(serve_degrading("test-token", Options(message_content=True), None))
    await wire.until(lambda: wire.gateway.session)
    asked = await wire.say(EXACT, dm=True)
    await wire.until(lambda: wire.replies(asked))
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    assert connect is not None


class TestMeanwhile:
    async def test_a_message_edited_while_it_is_answered(self, wire: Discord, mata: Mata) -> None:
        wire.faults.append(Fault("POST", r"/channels/\d+/messages$", Kind.STATUS, status=503, times=2))
        asked = await wire.say(EXACT, dm=True)
        await wire.until(lambda: wire.faults[0].times < 2)
        await wire.edit(asked, "/eta iter=100 ms=2000 total=6000")
        await wire.until(lambda: wire.replies(asked) and "11800" in text_of(wire.replies(asked)[0]))
        assert len(wire.replies(asked)) == 1
        assert mata.meanwhile == {}

    async def test_a_message_deleted_while_it_is_answered(self, wire: Discord, mata: Mata) -> None:
        wire.faults.append(Fault("POST", r"/channels/\d+/messages$", Kind.STATUS, status=503, times=2))
        asked = await wire.say(EXACT, dm=True)
        await wire.until(lambda: wire.faults[0].times < 2)
        await wire.delete(asked)
        await wire.until(lambda: any(call.method == "DELETE" for call in wire.rest.calls))
        assert wire.replies(asked) == []
        assert mata.meanwhile == {}


class TestNobodyToTell:
    @pytest.mark.parametrize(("status", "code"), [(403, 50013), (403, 50007), (404, 10003)])
    async def test_a_place_where_it_may_not_speak(
        self, wire: Discord, mata: Mata, caplog: pytest.LogCaptureFixture, status: int, code: int
    ) -> None:
        wire.faults.append(Fault("POST", r"/channels/\d+/messages$", Kind.STATUS, status=status, code=code))
        with caplog.at_level(logging.ERROR):
            asked = await wire.say(EXACT, dm=True)
            await wire.until(lambda: wire.faults[0].times == 0)
            later = await wire.say(EXACT, dm=True)
            await wire.until(lambda: wire.replies(later))
        assert wire.replies(asked) == []
        assert caplog.records == []
        assert mata.user is not None

    async def test_an_expired_interaction(self, wire: Discord, mata: Mata, caplog: pytest.LogCaptureFixture) -> None:
        wire.faults.append(Fault("POST", "/callback$", Kind.STATUS, status=404, code=10062))
        with caplog.at_level(logging.ERROR):
            asked = await wire.slash("eta", text=EXACT)
            await wire.until(lambda: wire.faults[0].times == 0)
            later = await wire.slash("eta", text=EXACT)
            await wire.until(lambda: later.original)
        assert asked.original is None
        assert caplog.records == []
        assert mata.user is not None

    async def test_an_answer_that_somebody_deleted_stays_away(self, wire: Discord, mata: Mata) -> None:
        asked = await wire.say(EXACT, dm=True)
        (reply,) = await wire.until(lambda: wire.replies(asked))
        await wire.until(lambda: mata.followed.get(int(asked["id"])))
        del wire.rest.messages[reply["id"]]
        await wire.edit(asked, "/eta iter=100 ms=2000 total=6000")
        await wire.until(lambda: not mata.followed.get(int(asked["id"])))
        assert wire.replies(asked) == []


async def test_a_fault_of_ours_is_told_by_its_number_and_logged_without_the_text(
    wire: Discord, mata: Mata, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(request: Request, _: object) -> None:
        raise ValueError(request.text)

    monkeypatch.setattr("bot.exchange.answers", broken)
    asked = await wire.slash("eta", text="canary-7c1e iter=1 ms=1 total=2")
    told = await wire.until(lambda: asked.original)
    reference = next(word for record in caplog.records for word in record.getMessage().split() if len(word) == 9)
    assert reference.rstrip(":") in text_of(told)
    assert told["flags"] & EPHEMERAL
    assert "canary-7c1e" not in caplog.text
    assert mata.user is not None


class TestLimits:
    async def test_a_large_file_is_refused_before_it_is_fetched(self, wire: Discord, mata: Mata) -> None:
        large = wire.attach("train.log", b"x", size=9 << 20)
        asked = await wire.say("", dm=True, attachments=[large])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "8 MB" in text_of(reply)
        assert wire.cdn_reads == []
        assert mata.user is not None

    async def test_a_file_larger_than_it_said_is_given_up(self, wire: Discord, mata: Mata) -> None:
        liar = wire.attach("train.log", b"x" * (9 << 20), size=10)
        asked = await wire.say("", dm=True, attachments=[liar])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "8 MB" in text_of(reply)
        assert mata.user is not None

    async def test_a_bomb_is_given_up(self, wire: Discord, mata: Mata) -> None:
        bomb = wire.attach("train.log.gz", gzip.compress(bytes(64 << 20)))
        asked = await wire.say("", dm=True, attachments=[bomb])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "16 MB" in text_of(reply)
        assert mata.user is not None

    @pytest.mark.parametrize("host", ["http://169.254.169.254", "http://localhost:1", "https://cdn.discordapp.com.evil"])
    async def test_nothing_but_the_cdn_is_fetched(self, wire: Discord, mata: Mata, host: str) -> None:
        foreign = wire.attach("train.log", b"x", host=host)
        asked = await wire.say("", dm=True, attachments=[foreign])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert "Discord itself" in text_of(reply)
        assert wire.cdn_reads == []
        assert mata.user is not None

    async def test_a_picture_is_no_log(self, wire: Discord, mata: Mata) -> None:
        asked = await wire.say("", dm=True, attachments=[wire.attach("loss.png", b"\x89PNG")])
        (reply,) = await wire.until(lambda: wire.replies(asked))
        assert text_of(reply).strip()
        assert wire.cdn_reads == []
        assert mata.user is not None

    async def test_who_asks_too_often_is_told_once(self, wire: Discord, mata: Mata) -> None:
        asked = [await wire.say(EXACT, dm=True) for _ in range(12)]
        await wire.until(lambda: sum(len(wire.replies(m)) for m in asked) == 7)
        assert mata.guard.wait(42, None, None) > 0
        told = [text_of(reply) for message in asked for reply in wire.replies(message)]
        assert sum(ANSWER in text for text in told) == 6
        assert sum("ask again in" in text for text in told) == 1

    async def test_a_long_file_is_read_by_the_worker(self, wire: Discord, mata: Mata) -> None:
        noise = ("not a record of anything\n" * 4000).encode()
        log = noise + b"".join(b"iter %d: loss 3.1, time 3995.11ms, mfu 2.31%%\n" % n for n in range(10, 110, 10))
        asked = await wire.slash("eta", total="6000", attachments=(wire.attach("train.log", log),))
        await wire.until(lambda: asked.original and "6,000" in text_of(asked.original), seconds=30)
        assert mata.user is not None
