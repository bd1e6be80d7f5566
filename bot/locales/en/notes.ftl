# What was read, set aside, assumed and found.
note-kept-pace = At the pace seen before, { COUNT($count, $unit) } should have been added since. A new line of the log makes it exact.
note-clock-arrival = The log has no clock: the moments at which you sent it serve as one.
note-pauses-not-in-step-times = The log prints step times only, so evaluation and checkpoints are not in the estimate.
note-gap-at-mean-pace = Between two of your pastes no clock is known: the steps there are taken at the usual pace.
choice-run = the { $format } run, at { NUMBER($done, maximumFractionDigits: 9) }

finding-one-number = This band is a prior, for one time shows no spread: on 160 other real runs the rest took { ROUND($low) } to { ROUND($high) } times what one such number promised.
finding-first-number = This band is a prior, and this the first number of the run, still slow from starting up: on other real runs the rest took { ROUND($low) } to { ROUND($high) } times what it promised.
finding-warm-up = The start held { DURATION($seconds) } of compilation and warm-up that will not come again ({ COUNT($records, "record") }).
finding-pauses-ahead = Still to come: { $kind ->
    [evaluation] { $count ->
        [one] one evaluation
       *[other] { $count } evaluations
    }
    [checkpoint] { $count ->
        [one] one checkpoint
       *[other] { $count } checkpoints
    }
    [sampling] { $count ->
        [one] one round of samples
       *[other] { $count } rounds of samples
    }
   *[other] { $count ->
        [one] one pause
       *[other] { $count } pauses
    }
} of { DURATION($seconds, parts: 2) }, together { DURATION($all, parts: 2) }.
finding-pauses-usual = Still to come: { $kind ->
    [evaluation] { $count ->
        [one] one evaluation
       *[other] { $count } evaluations
    }
    [checkpoint] { $count ->
        [one] one checkpoint
       *[other] { $count } checkpoints
    }
    [sampling] { $count ->
        [one] one round of samples
       *[other] { $count } rounds of samples
    }
   *[other] { $count ->
        [one] one pause
       *[other] { $count } pauses
    }
}, each about as long as the first one ({ DURATION($seconds, parts: 2) }), together { DURATION($all, parts: 2) }.
finding-evaluation-unseen = An evaluation every { COUNT($period, $unit) } is planned; none has been seen yet, so its cost is unknown.
finding-change = After { COUNT($step, $unit) } the run became { $direction ->
    [slower] slower
   *[faster] faster
} by { PERCENT($share) }; the estimate goes on at the new pace.
finding-few-records = Few records so far ({ $count }): the pace may still change.
finding-unrest = The pace is restless: it varies by { PERCENT($share) } between records.
finding-coarse-clock = The clock of the log is coarse: its smallest step is { DURATION($seconds) }.
finding-since-last-paste = Since you last sent something, { COUNT($done, $unit) } were added, { $direction ->
    [slower] { PERCENT($share) } slower than before.
    [faster] { PERCENT($share) } faster than before.
   *[same] at the same pace.
}
