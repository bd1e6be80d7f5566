"""Events that Discord would never send cost nobody an answer."""

from __future__ import annotations

import pytest

from tests.fuzz.gateway import run


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_comes_the_next_question_is_answered(seed: int) -> None:
    _, lost = await run(600, seed)
    assert lost == 0
