# mata watch: the command, its bar, what it says in Discord.
cli-watch-short = Watch a log while it is written.
cli-watch-help = Watch a log while it is written: a file, or - for a pipe (train.py | mata watch -). Shows how far the run is, when it finishes and the band around that, until the run ends or you press Ctrl-C. Given a Discord webhook, one message there is kept up to date, and a new one says when the run stalls, diverges or ends. The exit status is 0 for an estimate or a finished run, 2 when a number is missing, 3 when there is nothing to answer, 130 after Ctrl-C.
cli-watch-source = FILE | -
cli-watch-webhook = The URL of a Discord webhook. It is a secret: MATA_WEBHOOK keeps it off the command line.
cli-watch-name = What the run is called in Discord.
cli-watch-name-metavar = NAME

track-webhook-wrong = This is not the URL of a Discord webhook. It looks like this: https://discord.com/api/webhooks/NUMBER/TOKEN
track-webhook-unknown = Discord does not know this webhook any more; I watch on without it.
track-webhook-refused = Discord refuses messages at this webhook; I watch on without it.
track-unsent = Discord could not be reached: the last state is not there.
track-no-pipe = Nothing is piped into me: train.py | mata watch -
track-lost-file = The file cannot be read any more; I go on trying.

track-waiting = There is no such file yet; I am waiting for it.
track-reading = No line of a training run yet.
track-bar = { $bar } { PERCENT($share) } · { NUMBER($done, maximumFractionDigits: 2) } of { COUNT($total, $unit) }
track-progress = { PERCENT($share) } · { NUMBER($done, maximumFractionDigits: 2) } of { COUNT($total, $unit) }
track-running = { DURATION($seconds) } left at the observed pace, { ROUND($pace, digits: 4) } s per { UNIT($unit) }.
track-finish = Finishes { $when }.
track-band = With 80% probability between { $low } and { $high }.
track-line = { PERCENT($share) } · { DURATION($left, parts: 2) } left · finishes { $finish } · 80%: { $low } to { $high }
track-needs-total = { COUNT($done, $unit) } done, { ROUND($pace, digits: 4) } s each; 1,000 take { DURATION($thousand, parts: 2) }. The log does not say how many in all: add --total N
track-needs-pace = The pace is not known yet.
track-stalled = The run stands still: nothing new for { DURATION($quiet, parts: 2) }, and until now never longer than { DURATION($usual, parts: 2) }.
track-diverged = The run has diverged: its loss is no number any more, after { COUNT($done, $unit) }.
track-finished = The run has finished: { COUNT($done, $unit) }.
track-cut = The run ended before its total, after { NUMBER($done, maximumFractionDigits: 2) } of { COUNT($total, $unit) }.
track-cut-open = The run has ended, after { COUNT($done, $unit) }.
track-dead = The run has ended before its total: no program writes its log any more, nothing new for { DURATION($quiet, parts: 2) }.
track-left = No longer watched.
