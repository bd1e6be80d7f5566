# What is kept, and the features that need it.
memory-cannot-keep = I cannot keep this right now. The answer stands; what depends on remembering it does not work for the moment.
memory-second-process = Another process already uses this SQLite file. Stop it, or use PostgreSQL (MATA_DATABASE_URL) to run several.
memory-bad-url = MATA_DATABASE_URL must be a path, sqlite:///path/to/mata.db or postgresql://user:password@host/database.
memory-no-driver = PostgreSQL needs its driver: install mata-bot[postgres].
memory-moved = Moved { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} of { $tables } tables.
memory-move-not-empty = The store to move into is not empty.
memory-move-same = A store is moved from SQLite into PostgreSQL; these two URLs are not that.

reminder-your-run = Your run
reminder-expected = **{ $name }** should be done about now.
reminder-pessimistic = **{ $name }** should be done by now, even by the late end of the estimate.
reminder-chosen = **{ $name }**: you asked me to remind you now.
reminder-late = (This comes { DURATION($seconds, parts: 2) } late: I was not running.)
reminder-latest = The late end of the estimate is { $at }.
reminder-question = Done already?
reminder-summary = While I was away, { $count ->
    [one] { $count } of your reminders fell due
   *[other] { $count } of your reminders fell due
} more than a week ago. I dropped { $count ->
    [one] it
   *[other] them
}.
button-donenow = Just now
button-doneago = Earlier
button-notyet = Still running

# /settings
command-settings-name = settings
command-settings-description = For this server's managers: language, watched channels, who may use Mata
command-settings-language-name = language
command-settings-language-description = The language for people who have chosen none
command-settings-language-choice-en = English
command-settings-language-choice-ar = Arabic (العربية)
command-settings-verbosity-name = verbosity
command-settings-verbosity-description = How much an answer says in this server
command-settings-verbosity-choice-full = Full, with reasons and tips
command-settings-verbosity-choice-short = Short, the time and the band
command-settings-watch-name = watch
command-settings-watch-description = Look for logs in this channel, without being named
command-settings-unwatch-name = unwatch
command-settings-unwatch-description = Stop looking for logs in this channel
command-settings-role-name = role
command-settings-role-description = Only members with this role may use Mata here
command-settings-everyone-name = everyone
command-settings-everyone-description = Everyone may use Mata here again
guild-managers-only = Only members who may manage this server can change its settings.
guild-title = **Settings of this server**
guild-language = Language, for people who have chosen none: { $language }
guild-language-unset = the language people write in
guild-verbosity = Answers: { $verbosity ->
    [short] short
   *[full] full
}
guild-role = Who may use Mata: { $role }
guild-everyone = Who may use Mata: everyone
guild-watched = Watched for logs:
guild-unwatched = Watched for logs: no channel
guild-needs-intent = Watching needs the Message Content intent, which this Mata runs without. It is kept and takes effect once whoever runs Mata switches it on; until then, name me or use /eta.
guild-not-you = In this server only a certain role may use Mata: ask a manager of the server.

# /privacy
command-privacy-name = privacy
command-privacy-description = What Mata keeps about you: see it, take it as a file, delete it
privacy-kept = **What I keep about you:** the numbers of your runs (30 days), your language, your reminders, and which of my answers belong to which of your messages (7 days).
privacy-rows = Right now: { $runs ->
    [one] { $runs } run
   *[other] { $runs } runs
}, { $reminders ->
    [one] { $reminders } reminder
   *[other] { $reminders } reminders
}, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} in all.
privacy-never = The text of your messages and files is never kept: it is read in memory and dropped.
privacy-exported = Everything that I keep about you: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}.
privacy-sure = Delete everything that I keep about you? Runs, reminders and your language are gone for good.
privacy-deleted = Deleted: { $rows ->
    [0] there was nothing.
    [one] { $rows } row. I keep nothing about you now.
   *[other] { $rows } rows. I keep nothing about you now.
}
button-pexport = Export as a file
button-pdelete = Delete everything
button-psure = Yes, delete everything

# /runs
command-runs-name = runs
command-runs-description = Your runs and when they finish; name one, forget one
runs-title = **Your runs**
runs-none = I remember no run of yours. Send me a log, a command or a sentence, and I do for 30 days.
runs-name = **{ $name }**
runs-question = run without a log
runs-done = { $done } of { $total } done
runs-open = { $done } done, total unknown
runs-finish = Finishes { $at } ({ $left })
runs-no-finish = I know of no finish for this run yet.
runs-finished = Finished { $at }
runs-choose = Name or forget a run …
runs-gone = I no longer know this run: send its log once more.
runs-forgotten = Forgotten, with its reminders.
runs-rename-label = A name for this run
runs-rename-hint = Up to 40 letters; leave it empty for none. Only you and whom you show it see it.
button-rename = Rename
button-forget = Forget
button-runs = All my runs

# /remind and the button
command-remind-name = remind
command-remind-description = Remind me when my run should be done
command-remind-at-name = at
command-remind-at-description = At which end of the estimate
command-remind-at-choice-expected = at the expected finish
command-remind-at-choice-pessimistic = at the late end of the estimate
command-remind-after-name = after
command-remind-after-description = Or after a time, for example 2 h 30 min
remind-when = When shall I remind you?
remind-expected = Expected finish: { $at }
remind-pessimistic = Late end of the estimate: { $at }
remind-arranged = I will remind you of **{ $name }** { $at } ({ $left }).
remind-no-run = I know of no run of yours here. Ask about one first, or say after which time: `/remind after: 2 h`
remind-not-understood = I did not understand the time. Write it like this: 2 h 30 min
remind-too-far = Between one second and one year from now, please.
remind-too-many = You have 25 reminders waiting. Cancel one first, or let one come.
remind-cancelled = Cancelled.
remind-gone = This reminder has been sent or cancelled already.
remind-form-title = Remind me
remind-form-label = After which time?
remind-form-hint = For example 2 h 30 min, or 90 minutes
button-remind = Remind me
button-remexp = At the expected finish
button-rempes = At the late end
button-remat = At another time
button-remno = Cancel

# Done already?
done-hit = Thank you. It ended inside the band that I gave.
done-miss = Thank you. It ended outside the band that I gave, and counts against me.
done-noted = Thank you, noted.
done-late = Then it takes longer than the late end of my estimate, and counts against me. Paste the latest lines and I will correct it.
done-not-yet = All right. Paste the latest lines at any time and I will correct the estimate.
done-form-title = Done already
done-form-label = How long ago did it end?
done-form-hint = For example 20 min, or 1 h 10 min
coverage-none = Nobody has told yet how a run ended, so I cannot say how often the band was right.
coverage-measured = Of { $told ->
    [one] { $told } run
   *[other] { $told } runs
} whose end people told me, { $hits } ended inside the band ({ PERCENT($share) }; it promises 80%).

# /language
command-language-answers-name = answers
command-language-answers-description = How much an answer says to you
command-language-answers-choice-full = Full, with reasons and tips
command-language-answers-choice-short = Short, the time and the band
language-chosen = I answer you in English from now on.
language-automatic = I answer you in the language that you write in.
language-not-kept = I cannot keep your choice just now, so it holds for ten minutes. You can also simply write in the language that you want to be answered in.

# mata move
cli-move-short = Carry a SQLite store into PostgreSQL.
cli-move-help = Carry a SQLite store into an empty PostgreSQL store. Stop the bot first; the source stays as it is. Without TARGET it is MATA_DATABASE_URL, so that no password stands on the command line.
