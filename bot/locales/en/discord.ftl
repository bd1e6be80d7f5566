# Commands: names as Discord shows them, and what they do.
command-eta-name = eta
command-eta-description = When will my training finish? From numbers, a sentence, or a log file
command-eta-iter-name = iter
command-eta-iter-description = Iterations done so far, for example 100 or 12k
command-eta-ms-name = ms
command-eta-ms-description = Milliseconds for one iteration, for example 3995.11
command-eta-s-name = s
command-eta-s-description = Seconds for one iteration, for example 3.995
command-eta-total-name = total
command-eta-total-description = Iterations in all, for example 6000
command-eta-text-name = text
command-eta-text-description = A log line, or a question in your own words
command-eta-log-name = log
command-eta-log-description = A log file: .log .txt .out .jsonl .csv .gz
command-eta-what_if-name = what_if
command-eta-what_if-description = What if it ran differently, for example 0.2 s/it
command-eta-private-name = private
command-eta-private-description = Only you see the answer
command-help-name = help
command-help-description = What you can send to Mata, with examples
command-formats-name = formats
command-formats-description = Which training logs Mata reads
command-about-name = about
command-about-description = What Mata is, and what its numbers mean
command-language-name = language
command-language-description = Choose the language of the answers
command-language-to-name = to
command-language-to-description = The language; your client's own if you choose automatic
command-language-to-choice-auto = Automatic
command-language-to-choice-en = English
command-language-to-choice-ar = Arabic (العربية)
menu-eta = When will it finish?

# Buttons and forms.
button-number = Give the number
button-other = In English
button-delete = Delete
form-number-title = What is missing
form-number-total = How many iterations in all?
form-number-total-example = 6000, or 12k
form-number-pace = How long does one take?
form-number-pace-example = 3.9 s/it, or ms=3995

# Inputs that are not read, and why.
intake-not-text = I cannot read this file: send the log as text ({ $endings }), or packed as .gz
intake-hidden = Discord does not show me that message: open its menu, then Apps, then “When will it finish?”
intake-too-many = These are { $count } files: send at most { $most } at once.
intake-too-large = This is too large: I read files of up to { $most } MB. The last few thousand lines are enough.
intake-inflated = Unpacked this is larger than { $most } MB: send the last few thousand lines.
intake-broken-archive = This .gz file is damaged: pack it again, or send it as text.
intake-unreachable = Discord did not hand over the file just now: send it once more.
intake-foreign = I read only files that lie on Discord itself.

# What can go wrong, one sentence each.
error-wait = That was a lot at once: ask again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
error-no-number = There is no number in { $option }: write it in digits, for example 100 or 12k.
error-two-times = ms and s both tell the time of one iteration: give one of them.
error-busy = Many files are being read right now: try again in a minute.
error-too-slow = Reading this took too long, so I stopped: send the last few thousand lines.
error-not-yours = This card belongs to somebody else: ask me yourself with /eta
error-forgotten = I no longer know this run: send its log once more.
error-unexpected = Something went wrong on my side, not on yours. If you report it, give this number: { $reference }

# What can be asked.
help = **When will it finish?** Send me what you have, I answer with the time left, the finish, and how sure that is.

    { "" }**By command**
    ```
    /eta iter:100 ms:3995.11 total:6000
    ```
    { "" }**By message**, here in a direct message, or naming me in a server
    ```
    iter 100: loss 3.1, time 3995.11ms
    max_iters = 6000
    ```
    ```
    40% done after 2h 10m
    ```
    { "" }**By file**: attach a log to your message, or to /eta as `log`
    { "" }**On somebody's log**: open the menu of the message, then Apps, then “When will it finish?”
    Paste later lines of the same log whenever you like: the estimate gets narrower.
formats = **I read { $count } kinds of log**, and sentences and commands in English and Arabic:
    { $names }

    A total that the log does not state can stand beside it: `max_iters = 6000`, or the option `total`.
about = **Mata** { $version }: when will my training finish?
    The time left is exact at the pace that was observed. The band holds in about four cases of five; it comes from real runs. No language model takes part, and the text of your logs is never kept.




# The start of mata serve.
serve-token-refused = Discord refuses the token: reset it at https://discord.com/developers/applications and set MATA_TOKEN.
serve-unreachable = Discord cannot be reached: check the connection, then start again.

command-paste-name = paste
command-paste-description = Paste a long log, or upload log files
form-paste-title = Your log
form-paste-text = Log
form-paste-text-hint = As it was printed; the last lines matter most
form-paste-files = Or files
form-paste-files-hint = Up to 3: .log .txt .out .jsonl .csv .gz
form-paste-total = Iterations in all
form-paste-total-hint = Only if the log does not say it
token-seen = What you sent holds an access token. I keep nothing of it, but others may have seen it: delete your message and replace the token. Issued by: { $names }

button-whatif = What if
button-wrong = Wrong?
form-case-title = What if
form-case-label = What would be different?
form-case-example = 0.2 s/it, or 2 GPUs, or stop at 4000
form-right-title = What I understood
form-right-done = Iterations done
form-right-done-example = 100
form-right-total = Iterations in all
form-right-total-example = 6000
form-right-pace = Seconds for one
form-right-pace-example = 3.995
problem-no-case = I found no case to compare with in this: write for example 0.2 s/it, or 2 GPUs, or stop at 4000

command-eta-gpu-name = gpu
command-eta-gpu-description = The device it runs on, for what the hardware allows
button-more = Paste more
button-another = This is another run
