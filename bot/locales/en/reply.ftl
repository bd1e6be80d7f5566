# The answer, in reading order.
reply-headline = **{ DURATION($seconds) }** left at the observed pace.
reply-finish = Finishes { $when }.
reply-finish-never = Finishes beyond any calendar.
reply-sum-label = What is left × time per { UNIT($unit) }:
reply-sum = { $left } × { $pace } s = { $product } s
reply-sum-about = { $left } × { $pace } s ≈ { $product } s

reply-band = With 80% probability between **{ DURATION($low, parts: 2) }** and **{ DURATION($high, parts: 2) }**.
reply-basis-prior = This band is a prior, from how 160 other real runs went on after one number.
reply-basis-calibrated = This band rests on { $records ->
    [one] { $records } record of this run
   *[other] { $records } records of this run
}, calibrated on how such forecasts turned out on real logs.
reply-basis-floor = This band is what hardware allows: nothing has been measured on this run yet.
reply-expected-later = More likely **{ DURATION($seconds, parts: 2) }**, for the reasons below.
reply-expected-sooner = More likely **{ DURATION($seconds, parts: 2) }**: it will probably go faster than so far.

reply-read-log = Source: { COUNT($records, "record") } in the { $format } layout.
reply-read-total = Read: { NUMBER($done, maximumFractionDigits: 9) } of { COUNT($total, $unit) } done.
reply-read-done = Read: { COUNT($done, $unit) } done, total not stated.
reply-read-followed = Taken together with what you sent before.

reply-trend-falling = The time per step is falling: { PERCENT($share, digits: 1) } per 1,000 steps (Mann-Kendall p { $p }). Moving average over the last { $window ->
    [one] { $window } record
   *[other] { $window } records
}: { ROUND($average, digits: 4) } s.
reply-trend-steady = The time per step is steady ({ PERCENT($share, digits: 1) } per 1,000 steps, Mann-Kendall p { $p }). Moving average over the last { $window ->
    [one] { $window } record
   *[other] { $window } records
}: { ROUND($average, digits: 4) } s.
reply-trend-rising = The time per step is rising: { PERCENT($share, digits: 1) } per 1,000 steps (Mann-Kendall p { $p }). Moving average over the last { $window ->
    [one] { $window } record
   *[other] { $window } records
}: { ROUND($average, digits: 4) } s.

reply-scenarios-title = What if:
reply-scenarios-name = Case
reply-scenarios-pace = Pace
reply-scenarios-remaining = Left
reply-scenarios-finish = Finish
reply-scenario-pace = { ROUND($seconds, digits: 4) } s per { UNIT($unit) }

reply-scenario-row = { $name }: { $pace } → **{ $remaining }** ({ $finish })

reply-tips-title = To save time:
reply-tip-saving = Saves about { DURATION($seconds, parts: 2) }.
reply-tip-general = General check: { $text }

reply-paste-one = Paste the next ten lines of the log and the band gets narrower.
reply-paste-more = Paste later lines of the same log at any time and I will correct this.

reply-pace = **{ ROUND($seconds, digits: 6) } s** per { UNIT($unit) }; 1,000 of them take **{ DURATION($thousand) }**.
reply-question-total = How many in all? Tell me the total, for example: total 6000
reply-question-pace = How long does one { UNIT($unit) } take? Tell me, for example: ms=3995
reply-question-pace-and-total = How long does one { UNIT($unit) } take, and how many are there in all? For example: ms=3995 total=6000
