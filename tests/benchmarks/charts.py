"""How long a picture takes, warm, and what the event loop feels of it: ``python -m tests.benchmarks.charts``"""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime

from bot.answer import Request, answer
from bot.charts import Charts
from bot.reply.chart import chart
from tests.benchmarks.speed import make

PICTURES = 40


async def lag(stop: asyncio.Event) -> list[float]:
    """Measure how much later than asked the loop comes back, every 5 ms."""
    late = []
    while not stop.is_set():
        start = time.perf_counter()
        await asyncio.sleep(0.005)
        late.append(time.perf_counter() - start - 0.005)
    return late


async def main() -> None:
    charts = Charts()
    found = answer(Request(make("nanoGPT", 0.05), datetime(2026, 11, 23, tzinfo=UTC), total="20000"))
    picture = chart(found, UTC)
    assert picture is not None
    await charts.png(picture)
    stop, spent = asyncio.Event(), []
    watching = asyncio.create_task(lag(stop))
    for index in range(PICTURES):
        start = time.perf_counter()
        await charts.png(replace(picture, left=picture.left + index + 1))
        spent.append(time.perf_counter() - start)
    start = time.perf_counter()
    await charts.png(picture)
    cached = time.perf_counter() - start
    stop.set()
    late = sorted(await watching)
    charts.close()
    print(f"{PICTURES} pictures, warm: median {statistics.median(spent) * 1e3:.0f} ms, maximum {max(spent) * 1e3:.0f} ms; "
          f"from the cache {cached * 1e6:.0f} us; event loop late: p99 {late[int(len(late) * 0.99)] * 1e3:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    asyncio.run(main())
