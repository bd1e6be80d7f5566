"""text -> Reading: a log, a command or a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from estimators.forecast.bound import before_run
from estimators.outcome import Ambiguous, Impossible, NotALog, Problem, Reading, TooLarge
from estimators.reading.assembling import LogReading
from estimators.reading.clean import is_binary
from estimators.reading.formats import all_formats
from estimators.reading.log import UNMISTAKABLE, read_log, rival, shows_records
from estimators.reading.prefixes import without_prefixes
from estimators.reading.question import Question, ask
from estimators.reading.question.prose import language
from estimators.reading.remarks import device, remarks
from estimators.reading.stamps import recognise
from estimators.run import Note, Run, Settings
from estimators.units import parse_count
from estimators.units.limits import LIMIT

__all__ = ["LARGEST", "looks_like_log", "read"]

#: More than this is not read (bytes).
LARGEST = 256 << 20
#: What a person writes by hand is short: longer texts are looked at for words only at both ends (bytes).
SENTENCE = 6000


_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{3}")


def read(text: str | bytes, total: str | int | Decimal | None = None) -> Reading:
    """Say which run ``text`` is about; ``total`` is the planned total where it was given beside the text.

    >>> reading = read("iter 100: loss 3.1, time 3995.11ms, mfu 2.31%")
    >>> reading.format, sorted(reading.missing)
    ('nanoGPT', ['total'])
    """
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    problem = _unreadable(raw)
    given = None if total is None else parse_count(str(total))
    if given is None and total is not None:
        problem = Impossible("not-a-number")
    if problem is not None or isinstance(given, Problem):
        return Reading(problem=problem or given)  # type: ignore[arg-type]
    return _read(raw, given)


def looks_like_log(text: str | bytes, certainty: float) -> bool:
    """Tell whether :func:`read` can be so certain (0..1) that ``text`` is a log; a small part of the work of reading it.

    >>> looks_like_log("iter 100: loss 3.1, time 3995.11ms, mfu 2.31%", 0.75)
    True
    >>> looks_like_log("it took 3 hours for epoch 2 of 5, not bad", 0.75)
    False
    """
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _unreadable(raw) is None and shows_records(without_prefixes(raw), certainty)


def _unreadable(raw: bytes) -> Problem | None:
    if not raw.strip():
        return NotALog("empty")
    if len(raw) > LARGEST:
        return TooLarge("too-large-text", {"megabytes": LARGEST >> 20})
    return NotALog("binary") if is_binary(raw) else None


def _read(text: bytes, given: Decimal | None) -> Reading:
    raw = without_prefixes(text)
    words = _words(raw)
    asked = ask(words)
    log = read_log(raw, given)
    if log is not None and log.run.total is None:
        beside = _total_beside(ask(_prose(words, log.run.format)))
        log = read_log(raw, beside) if beside is not None and beside > log.run.done else log
    if log is not None and (log.certainty >= UNMISTAKABLE or not _answers(asked)):
        return replace(_of_log(log, asked, raw), language="ar" if _speaks_arabic(words) else None)
    if isinstance(asked, Problem):
        return Reading(problem=asked, format="question", language=language(words))
    if asked is not None:
        return _of_question(asked, given)
    return Reading(problem=NotALog("not-a-log"), language=language(words))


def _words(raw: bytes) -> str:
    part = raw if len(raw) <= SENTENCE else raw[: SENTENCE // 2] + b"\n" + raw[-SENTENCE // 2 :]
    return part.decode("utf-8", "replace")


def _prose(words: str, name: str) -> str:
    """Return what a person may have written: neither the tool's own lines nor anything with a stamp."""
    text = words.encode()
    rest = next(fmt for fmt in all_formats() if fmt.name == name).fitted(text).beyond(text).decode()
    return "\n".join(line for line in rest.splitlines() if recognise([line.encode()]) is None)


def _speaks_arabic(words: str) -> bool:
    """Tell whether a person wrote Arabic around a log: its own lines outweigh any sentence."""
    lines = [line for line in words.splitlines() if line.strip()]
    return any(language(line) == "ar" for line in (*lines[:3], *lines[-3:]))


def _answers(asked: Question | Problem | None) -> bool:
    return isinstance(asked, Question) and not asked.missing


def _total_beside(asked: Question | Problem | None) -> Decimal | None:
    """Return the total that a sentence beside a log says, and nothing else ("total 6000")."""
    if isinstance(asked, Question) and asked.stated == {"total"}:
        return asked.run.total
    return None


def _hardware_beside(asked: Question | Problem | None) -> Settings:
    """What a sentence beside a log says of model and device ("a 40M model on a 4070")."""
    if not isinstance(asked, Question):
        return Settings()
    names = ("gpu", "gpus", "parameters", "tokens_per_step", "batch", "context", "precision")
    return Settings(**{name: getattr(asked.run.settings, name) for name in names})


def _of_log(found: LogReading, asked: Question | Problem | None, raw: bytes) -> Reading:
    run = replace(
        found.run,
        settings=found.run.settings.merged(_hardware_beside(asked)).merged(device(raw)),
        warnings=(*found.run.warnings, *remarks(raw)),
    )
    problem = _impossible(run) or _two_runs(raw, found)
    if problem is not None:
        return Reading(problem=problem, format=run.format, certainty=found.certainty)
    missing = {"total"} if run.total is None else set()
    stated = {"done", "pace", "total"} - missing
    if run.pace is None and len(run.observations) < 2:
        missing.add("pace")
    what_if = asked.what_if if isinstance(asked, Question) else ()
    return Reading(
        run=run,
        missing=frozenset(missing),
        format=run.format,
        certainty=found.certainty,
        ignored=found.ignored,
        what_if=what_if,
        stated=frozenset(stated - missing),
    )


def _two_runs(raw: bytes, found: LogReading) -> Problem | None:
    """Ask which of two tools' runs is meant: their lines in one text are two runs."""
    other = rival(raw, found)
    if other is None:
        return None
    runs = found.run, other.run
    choices = tuple(Note("choice-run", {"format": run.format, "done": run.done}) for run in runs)
    names = {"first": runs[0].format, "second": runs[1].format}
    return Ambiguous("several-runs", {**names, "choices": choices})


def _of_question(asked: Question, given: Decimal | None) -> Reading:
    run = asked.run if given is None else replace(asked.run, total=given, total_source="given")
    problem = _impossible(run)
    if problem is not None:
        return Reading(problem=problem, format="question", language=asked.language)
    missing = asked.missing - {"total"} if run.total is not None else asked.missing
    if missing == {"pace"} and asked.kind != "follow-up" and before_run(run) is not None:
        missing = frozenset()
    return Reading(
        run=run,
        missing=frozenset(missing),
        format="question",
        language=asked.language,
        certainty=1.0,
        what_if=asked.what_if,
        kind=asked.kind,
        stated=asked.stated,
    )


def _impossible(run: Run) -> Problem | None:
    """Say why the counters of ``run`` cannot be, or that nothing is left to do."""
    for name, number in (("done", run.done), ("total", run.total), ("pace", run.pace)):
        if number is not None and number > LIMIT:
            return Impossible("too-large", {"name": name})
    if run.total is None or run.done < run.total:
        return None
    counters = {"done": run.done, "total": run.total}
    if run.done == run.total or run.total_source != "given":
        return Impossible("finished", counters)
    return Impossible("done-exceeds-total", counters)
