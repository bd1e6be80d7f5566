"""Events that Discord would never send, over a real gateway, to the real client.

    python -m tests.fuzz.gateway --executions 100000 [--seed 1]

An execution is one event: a real one with up to two of its fields taken away or filled with junk, or a frame that is
no event at all. Between them people ask, and must be answered; the exit status is 1 where somebody was not, where the
client ended, or where a request was sent that Discord's own description does not allow. What failed on one event
alone, and was logged, is counted by its kind.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import copy
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from bot.delivery import Times
from tests.discord import payloads
from tests.faults.stage import Stage, staged
from tests.fuzz.texts import mutated, seeds

EVERY = 250  # events between two questions that must be answered
HELD = 2000  # events that a RESUME may repeat
JUNK: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2**70, 1.5, "", "0", "-1", "x", "١٢", "\u202e", "9" * 40, "y" * 3000, "<@1000>", [], [None], [[]],
    {}, {"id": None}, {"id": "1"}, {"components": [{}]}, "2000", "3000", "1000", "2026-11-23T12:00:00+00:00", "not-a-time",
)  # fmt: skip
FRAMES = ("", "no json", "[]", "null", "1", '{"op": 99}', '{"op": 0, "t": null, "d": {}}', '{"op": 11, "d": []}')
BREAKING = 0.0005  # of the executions are frames that end the connection: each takes a second to come back

Make = Callable[[Random, str], tuple[str, dict[str, Any]]]


def message(dice: Random, text: str) -> tuple[str, dict[str, Any]]:
    """A message in a server or a direct one, with a file, a reply or a mention now and then."""
    person = payloads.user(60_000 + dice.randrange(5000))
    direct = dice.random() < 0.5
    found = payloads.message(text[:2000], person, 5000 + int(person["id"]) if direct else payloads.CHANNEL)
    if not direct:
        found.update(guild_id=str(payloads.GUILD), member=payloads.member())
    if dice.random() < 0.3:
        found["attachments"] = [{"id": "7", "filename": "train.log", "size": 9, "url": "http://127.0.0.1:9/x", "proxy_url": ""}]
    if dice.random() < 0.3:
        found["message_reference"] = {"message_id": "8", "channel_id": found["channel_id"], "type": dice.choice((0, 1))}
        found["referenced_message"] = payloads.message("iter 5", payloads.mata(), int(found["channel_id"]))
        found["message_snapshots"] = [{"message": payloads.message(text[:200], person, 1)}]
    if dice.random() < 0.5:
        found["content"] = f"<@{payloads.BOT}> {found['content']}"[:2000]
        found["mentions"] = [{**payloads.mata(), "member": payloads.member()}]
    return dice.choice(("MESSAGE_CREATE", "MESSAGE_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE")), found


def deletion(dice: Random, _: str) -> tuple[str, dict[str, Any]]:
    """Messages that go."""
    place = {"channel_id": str(payloads.CHANNEL), "guild_id": str(payloads.GUILD)}
    if dice.random() < 0.5:
        return "MESSAGE_DELETE", {"id": str(dice.randrange(10**6)), **place}
    return "MESSAGE_DELETE_BULK", {"ids": [str(dice.randrange(10**6)) for _ in range(3)], **place}


def interaction(dice: Random, text: str) -> tuple[str, dict[str, Any]]:
    """A command, a menu, a button, a choice or a form."""
    kind, data = dice.choice(tuple(interactions(dice, text)))
    place = dice.choice((None, payloads.GUILD))
    event = payloads.interaction(kind, data, payloads.user(60_000 + dice.randrange(5000)), locale=dice.choice(("ar", "en-US", "xx")), guild_id=place)
    if kind in (3, 5):
        event["message"] = payloads.message("", payloads.mata(), payloads.CHANNEL)
    return "INTERACTION_CREATE", event


def interactions(dice: Random, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The kinds of interactions with their data."""
    for name in ("eta", "runs", "language", "settings", "privacy", "help", "about", "formats", "reminders", text[:20]):
        options = [{"name": "text", "type": 3, "value": text[:300]}, {"name": "to", "type": 3, "value": "ar"}]
        yield 2, {"id": "1", "name": name, "type": 1, "options": options[: dice.randrange(3)]}
        yield 4, {"id": "1", "name": name, "type": 1, "options": [{**options[0], "focused": True}]}
    shown = payloads.message(text[:2000], payloads.user(7), payloads.CHANNEL)
    yield 2, {"id": "2", "name": "When?", "type": 3, "target_id": shown["id"], "resolved": {"messages": {shown["id"]: shown}}}
    for action in ("plot", "delete", "form", "remind", "forget", "privacy", "psure", "another", "done", text[:5]):
        custom_id = f"m:{action}:{dice.choice((60_001, 'x', ''))}:en:{text[:40]}"[:100]
        yield 3, {"custom_id": custom_id, "component_type": dice.choice((2, 3)), "values": [text[:20]]}
        fields = [{"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "value", "value": text[:100]}}]
        yield 5, {"custom_id": custom_id, "components": fields}


def place(dice: Random, _: str) -> tuple[str, dict[str, Any]]:
    """A server or a channel that comes, changes or goes; never the one where the questions are asked."""
    number = 999_000 + dice.randrange(50)
    guild = payloads.guild(number)
    channel = {**payloads.text_channel(number + 1), "guild_id": str(number)}
    return dice.choice((
        ("GUILD_CREATE", guild), ("GUILD_UPDATE", guild), ("GUILD_DELETE", {"id": str(number), "unavailable": True}),
        ("CHANNEL_CREATE", channel), ("CHANNEL_UPDATE", channel), ("CHANNEL_DELETE", channel),
        ("THREAD_CREATE", {**channel, "type": 11}), ("GUILD_ROLE_DELETE", {"guild_id": str(number), "role_id": "1"}),
    ))  # fmt: skip


MAKERS: tuple[Make, ...] = (message, message, interaction, interaction, deletion, place)


def broken(value: Any, dice: Random) -> Any:
    """Return a payload with one thing in it changed."""
    value = copy.deepcopy(value)
    at: Any = value
    while isinstance(at, dict | list) and at:
        key: Any = dice.choice(list(at)) if isinstance(at, dict) else dice.randrange(len(at))
        if not isinstance(at[key], dict | list) or not at[key] or dice.random() < 0.4:
            if dice.random() < 0.3:
                del at[key]
            else:
                at[key] = copy.deepcopy(dice.choice(JUNK))
            return value
        at = at[key]
    return value


class Failures(logging.Handler):
    """What failed alone: what Mata's own log calls a failure, and what asyncio says of tasks that died."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count one; an event that the library cannot read, and that was passed over, is none."""
        if "could not be read" in record.msg:
            return
        error = record.exc_info[1] if record.exc_info else None
        where = ""
        if error is not None and error.__traceback__ is not None:
            last = error.__traceback__
            while last.tb_next is not None:
                last = last.tb_next
            where = f" at {Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}"
        told = type(error).__name__ if error else record.getMessage().rpartition(": ")[2]
        self.seen[f"{record.name}: {told}{where}"] += 1


async def fuzzed(stage: Stage, executions: int, seed: int) -> None:
    """Send so many events; between them questions that must be answered."""
    dice, texts = Random(seed), seeds()
    gateway = stage.wire.gateway
    for number in range(executions):
        if dice.random() < BREAKING:
            before = stage.sessions_begun()
            await gateway.send_raw(dice.choice(FRAMES))
            await asked(stage)
            with contextlib.suppress(TimeoutError):  # some frames are passed over
                await stage.wire.until(partial(begun_again, stage, before), 0.5)
        else:
            text = mutated(dice.choice(texts), dice.choice(texts), dice)
            name, data = dice.choice(MAKERS)(dice, text.encode("utf-8", "replace").decode())
            for _ in range(dice.randrange(3)):
                data = broken(data, dice)
            assert gateway.session is not None
            await gateway.session.dispatch(name, data)
        if number % EVERY == EVERY - 1:
            await asked(stage)


def begun_again(stage: Stage, before: int) -> bool:
    """Whether the client has connected since."""
    return stage.sessions_begun() > before


async def asked(stage: Stage) -> None:
    """Two questions and their answers; what the server of the test has seen is forgotten."""
    await stage.message()
    await stage.command(guild=False)  # its channel is nobody else's: the limits for a channel are met here
    await stage.settled(20)
    assert stage.wire.gateway.session is not None
    for event in stage.wire.gateway.session.sent[-2 * HELD : -HELD]:
        event["d"] = None  # its number stays; no RESUME begins so far back


async def run(executions: int, seed: int) -> tuple[Counter[str], int]:
    """Fuzz; the failures, and how many questions nobody answered."""
    failures = Failures()
    for name in ("bot", "asyncio"):
        logging.getLogger(name).addHandler(failures)
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with staged(Path(folder), Times(first_try=1.0, one_try=1.0)) as stage, stage.memory() as memory:
                async with stage.client(memory, message_content=True):
                    await fuzzed(stage, executions, seed)
                tally = await stage.tally()
    finally:
        for name in ("bot", "asyncio"):
            logging.getLogger(name).removeHandler(failures)
    return failures.seen, tally.lost


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--executions", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    logging.getLogger().addHandler(logging.NullHandler())
    logging.getLogger("discord").setLevel(logging.CRITICAL)
    failures, lost = asyncio.run(run(chosen.executions, chosen.seed))
    for what, times in failures.most_common():
        print(f"{times:6} times: {what}")
    print(f"{chosen.executions:,} events, {failures.total()} of them failed alone, {lost} questions between them without an answer")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
