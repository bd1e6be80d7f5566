# One clear sentence for each mistake.
problem-empty = There is nothing to read: send a line of your log, or /eta iter=100 ms=3995 total=6000
problem-not-a-log = I found no training run in this: send a line of its log, or /eta iter=100 ms=3995 total=6000
problem-binary = This is not text: send the log as plain text.
problem-too-large-text = This is too large: I read at most { $megabytes } MB.
problem-finished = This run has finished: { NUMBER($done, maximumFractionDigits: 9) } of { NUMBER($total, maximumFractionDigits: 9) } done.
problem-probably-finished = By my estimate this run has finished meanwhile: send its latest line to be sure.
problem-done-exceeds-total = More is done ({ NUMBER($done, maximumFractionDigits: 9) }) than there is in all ({ NUMBER($total, maximumFractionDigits: 9) }): one of the two numbers is wrong.
problem-not-finite = { $name ->
    [count] A counter has no finite value: give it in digits.
    [duration] A time has no finite value: give it in digits.
    [pace] A step time has no finite value: give it in digits.
   *[number] A number has no finite value: give it in digits.
}
problem-negative = A number is negative: it has to be zero or more.
problem-too-large = A number is larger than in any training run.
