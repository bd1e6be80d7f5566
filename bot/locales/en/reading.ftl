# What was read, what was assumed on the way, and what was left out.
ignored-earlier-sessions = { $count ->
    [one] Left out: an earlier run of the same text; the last one counts.
   *[other] Left out: { $count } earlier runs of the same text; the last one counts.
}
ignored-resumed-steps = Left out: the steps that an earlier session had done. The pace comes from this session only.
note-epoch-length-inferred = Assumed: { COUNT($steps, "step") } an epoch, as the finished epochs show.
note-total-from-percent = Assumed: { ROUND($total, digits: 15) } in all, from the printed percentage.
note-total-from-settings = The total comes from the settings in the text.
note-total-from-printed-eta = Assumed: the total follows from the log's own remaining time.
question-counter-is-done = Assumed: the counter shows { COUNT($done, $unit) } done.
question-counted-from-now = Counted from now: { ROUND($left, digits: 15) } are left.
question-inside-epoch = Assumed: epoch { ROUND($epoch, digits: 15) } is running, { ROUND($done, digits: 15) } are done.
question-steps-within-epoch = Assumed: each epoch has { COUNT($steps, "step") }; epoch { ROUND($epoch, digits: 15) } is running.
question-time-is-per-unit = Assumed: { ROUND($seconds, digits: 6) } s is the time of one step, not of all so far.
problem-not-a-number = The total is no number: write it in digits, such as 6000 or 12k.
problem-zero-pace = A step time of zero would mean no work at all: give the time of one step, such as ms=3995
problem-nothing-left = Nothing is left to do: by these numbers the run is over.
problem-contradiction = Two of the numbers contradict each other: give done, total and the time of one step.
problem-several-runs = There are two runs in this text, one of { $first } and one of { $second }: send the lines of one.
