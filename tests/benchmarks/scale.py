"""What Mata needs at 10, 2,500, 100,000 and 1,000,000 servers: arithmetic, and a simulated busiest hour behind it.

python -m tests.benchmarks.scale
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

SERVERS = (10, 2_500, 100_000, 1_000_000)
SERVERS_A_SHARD = 1_000  # Discord advises this and refuses more than 2,500
SHARDS_A_PROCESS = 16
QUESTIONS_A_DAY = 2.0  # a server; an assumption: see SCALE.md
BUSIEST_HOUR = 3.0  # times the mean
BY_INTERACTION = 0.7  # of the questions; exempt from Discord's global limit
REQUESTS_OUTSIDE = 2  # message and picture, where it is no interaction
REST_LIMIT = 50
ROWS_A_QUESTION, WRITES_A_QUESTION, ROW_BYTES, KEPT_DAYS = 2, 2, 2_000, 30
BASE_MB, MB_A_THOUSAND, WORKER_MB = 95, 15.3, 100  # measured: SCALE.md
HOUR = 3600


@dataclass(frozen=True)
class Plan:
    """One size."""

    servers: int
    shards: int
    processes: int
    megabytes: float  # a process with its worker
    rows: int
    gigabytes: float
    writes: float  # a second, in the busiest second of the simulated hour
    outside: int  # requests under the global limit, in that second
    over: float  # the share of seconds above the limit
    start: float  # seconds until every shard has begun


def concurrency(servers: int) -> int:
    """How many shards Discord lets begin in five seconds; 16 for the largest bots."""
    return 16 if servers > 150_000 else 1


def plan(servers: int, seed: int = 1) -> Plan:
    """The arithmetic of one size."""
    shards = math.ceil(servers / SERVERS_A_SHARD)
    if servers > 150_000:
        shards = math.ceil(shards / 16) * 16
    processes = math.ceil(shards / SHARDS_A_PROCESS)
    rows = int(servers * QUESTIONS_A_DAY * KEPT_DAYS * ROWS_A_QUESTION)
    questions, outside = busiest_hour(servers, random.Random(seed))
    return Plan(
        servers, shards, processes,
        BASE_MB + WORKER_MB + MB_A_THOUSAND * servers / processes / 1000,
        rows, rows * ROW_BYTES / 1e9, max(questions) * WRITES_A_QUESTION, max(outside),
        sum(second > REST_LIMIT for second in outside) / HOUR, started(shards, concurrency(servers)),
    )  # fmt: skip


def busiest_hour(servers: int, chance: random.Random) -> tuple[list[int], list[int]]:
    """Questions, and requests under the global limit, in each second of the busiest hour."""
    rate = servers * QUESTIONS_A_DAY / 86_400 * BUSIEST_HOUR
    questions = [poisson(rate, chance) for _ in range(HOUR)]
    outside = [sum(chance.random() >= BY_INTERACTION for _ in range(n)) * REQUESTS_OUTSIDE for n in questions]
    return questions, outside


def poisson(mean: float, chance: random.Random) -> int:
    """A count by exponential gaps."""
    count, at = 0, chance.expovariate(mean)
    while at < 1.0:
        count += 1
        at += chance.expovariate(mean)
    return count


def started(shards: int, at_once: int) -> float:
    """Play the turns: each bucket (shard modulo ``at_once``) begins one shard in five seconds."""
    free = [0.0] * at_once
    for shard in range(shards):
        free[shard % at_once] += 5.0
    return max(free)


def main() -> None:
    print("| servers | shards | processes | MB a process | rows | GB | writes/s | REST/s | seconds over 50/s | start |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for size in SERVERS:
        it = plan(size)
        print(
            f"| {it.servers:,} | {it.shards:,} | {it.processes} | {it.megabytes:.0f} | {it.rows:,} | {it.gigabytes:.2f} "
            f"| {it.writes:.0f} | {it.outside} | {it.over:.1%} | {it.start:,.0f} s |"
        )


if __name__ == "__main__":
    main()
