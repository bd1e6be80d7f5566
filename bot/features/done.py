"""The answers to "done already?": whether the run ended inside the band, as a number without a name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import discord

from bot.button_state import State, template, unpacked
from bot.buttons import OwnedButton
from bot.feature import Feature
from bot.features.remind import AtChosen, AtPessimistic
from bot.keeping import FIELD, Asking, Told, form, tell
from bot.language import say
from estimators.units import parse_duration

if TYPE_CHECKING:
    from bot.app import Mata

LONGEST_AGO = Decimal(90 * 86400)


async def ended(asking: Asking, run_id: str, ago: Decimal = Decimal(0)) -> Told:
    """Keep that the run ended so long ago, and say whether the band held it."""
    at = asking.app.now() - timedelta(seconds=float(ago))
    hit = await asking.memory.outcomes.record(run_id, asking.asker.person, at)
    thanks = {True: "done-hit", False: "done-miss", None: "done-noted"}[hit]
    return Told("\n".join((asking.say(thanks), await coverage_sentence(asking))))


async def coverage_sentence(asking: Asking) -> str:
    """Return how often the band held what people told."""
    coverage = await asking.memory.outcomes.coverage()
    if coverage.share is None:
        return asking.say("coverage-none")
    return asking.say("coverage-measured", told=coverage.told, hits=coverage.hits, share=coverage.share)


class JustNow(OwnedButton, template=template("donenow")):
    """It ended just now."""

    action = "donenow"
    style = discord.ButtonStyle.success

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Count it, in place of the question."""
        await tell(interaction, lambda asking: ended(asking, self.state.key), replaces=True)


class Earlier(OwnedButton, template=template("doneago")):
    """It ended some time ago."""

    action = "doneago"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Ask how long ago."""
        language = self.state.language
        await interaction.client.delivery.open(
            interaction,
            form(
                self.state.custom_id("doneago"),
                title=say(language, "done-form-title"),
                label=say(language, "done-form-label"),
                hint=say(language, "done-form-hint"),
            ),
        )


async def said_ago(interaction: discord.Interaction[Mata], custom_id: str, values: Mapping[str, Any]) -> None:
    """Count what the form says."""
    state = unpacked(custom_id)
    if state is None or state.owner != interaction.user.id:
        return
    ago = parse_duration(str(values.get(FIELD) or ""))

    async def count(asking: Asking) -> Told:
        if not isinstance(ago, Decimal) or not 0 <= ago <= LONGEST_AGO:
            question = State(state.owner, asking.language, state.key)
            return Told(asking.say("remind-not-understood"), (JustNow(question), Earlier(question), NotYet(question)))
        return await ended(asking, state.key, ago)

    await tell(interaction, count, replaces=interaction.message is not None)


class NotYet(OwnedButton, template=template("notyet")):
    """It is still running."""

    action = "notyet"

    async def pressed(self, interaction: discord.Interaction[Mata]) -> None:
        """Count a miss where the late end of the band has passed, and offer another reminder."""

        async def go_on(asking: Asking) -> Told:
            state = State(self.state.owner, asking.language, self.state.key)
            if await asking.memory.outcomes.still_running(state.key, state.owner, asking.app.now()):
                return Told(asking.say("done-late"), (AtChosen(state),))
            run = await asking.memory.runs.get(state.key, state.owner)
            late_end = run.finish.pessimistic if run else None
            ahead = late_end is not None and late_end > asking.app.now()
            return Told(asking.say("done-not-yet"), (*((AtPessimistic(state),) if ahead else ()), AtChosen(state)))

        await tell(interaction, go_on, replaces=True)


feature = Feature(items=(JustNow, Earlier, NotYet), modals={"doneago": said_ago})
