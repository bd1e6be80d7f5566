"""Any log whose lines count steps: the reader of last resort for flat counters."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

#: The first letter stands apart: without regard to its case the engine would try every position, not only these.
_FIRST = rb"[gtsiunGTSIUN](?<![\w./-].)"
_STEP = (
    rb"(?:(?<=g)lobal[_ -]?step|(?<=t)rain[_ -]?steps?|(?<=s)teps?|(?<=i)ter(?:ation)?s?|(?<=u)pdates?|(?<=n)um_updates)"
    rb"[\"']?(?: ?[#:=(\[] ?| ){1,3} {0,8}(?P<step>\d[\d,]*+)(?!\.?\d?[%a-z])(?: ?(?:/|of) {0,8}(?P<total>\d[\d,]*+))?+"
)
#: What lies between a counter and what belongs to it: not the next counter.
_BETWEEN = rb"(?:(?!(?:step|iter|update)[a-z]{0,6}[ #:=(\[]{1,4}\d).){0,160}?"
_TIME = (
    rb"\b(?=[sibtd_ ])(?:(?:step|iter|batch)?[_ ]?(?:time|dt|took|dur(?:ation)?)(?:[_ ](?:per|/)[_ ](?:step|iter|batch))?)[\"']?[:= (]{1,4}"
    rb"(?:(?P<time_ms>[\d.]++) ?ms\b|(?P<time_min>[\d.]++) ?min|(?P<time_s>\d[\d.]*+)(?![\d:.]) ?s?)"
)
_RATE = rb"(?<![\d.])(?P<rate>[\d.]++) ?(?:it|iters?|steps?|updates)(?:/s|/sec| per second)"
_ELAPSED = (
    rb"\b(?=[etwr])(?:elapsed|time[_ ]elapsed|total[_ ]time|wall(?:[_ ]time)?|time since start|run ?time)[\"']?(?:_s)?[:= (]{1,4}"
    rb"(?P<elapsed_clock>(?:\d++ days?, )?\d++:\d\d(?::\d\d)?(?:\.\d++)?|[\d.]++(?: ?(?:ms|s|sec|min|h|m)\b)?)"
)

_FRACTION = rb"(?m)^[\t >\[(]{0,4}(?P<step>\d[\d,]*+) ?(?:/|of) ?(?P<total>\d[\d,]*+)(?![\d/.-])"
_AT = rb".{0,80}?\bat (?:time )?(?P<elapsed_clock>\d++:\d\d:\d\d(?:\.\d++)?)"

FORMAT = Format(
    name="step lines",
    source="https://docs.python.org/3/howto/logging.html",
    notes=(
        "A counter called step, iteration or update that grows, with a time stamp before it or a time, a rate or an "
        "elapsed field behind it. The counter is taken as units done."
    ),
    needles=(b"/", b"tep", b"ter", b"TEP", b"ITER", b"pdate"),
    records=(
        *(_FIRST + rb"(?i:%s)" % (_STEP + _BETWEEN + behind) for behind in (_ELAPSED, _TIME, _RATE)),
        _FIRST + rb"(?i:%s)" % _STEP,
        _FRACTION + rb".{0,160}?" + _ELAPSED,
        _FRACTION + _AT,
    ),
    unit=Unit.STEP,
    step_first=None,
    least=2,
    certainty=0.34,
    examples=(
        Example(
            "2026-03-01 10:00:00,000 INFO step 100/1000 loss 2.31\n2026-03-01 10:00:50,000 INFO step 200/1000 loss 2.11\n"
            "2026-03-01 10:01:40,000 INFO step 300/1000 loss 2.02\n",
            {"done": 300, "total": 1000, "elapsed": 100.0, "observations": 3},
        ),
        Example(
            "[step 5] loss=0.7 time=1.50s\n[step 10] loss=0.6 time=1.50s\n[step 15] loss=0.5 time=1.50s\n",
            {"done": 15, "missing": {"total"}, "elapsed": 15.0, "observations": 3},
        ),
        Example(
            "Iteration: 40, loss 0.9, elapsed: 0:01:20\nIteration: 80, loss 0.8, elapsed: 0:02:40\n"
            "Iteration: 120, loss 0.7, elapsed: 0:04:00\n",
            {"done": 120, "elapsed": 160.0, "observations": 3},
        ),
    ),
)
