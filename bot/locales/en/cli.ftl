# The command line.
cli-mata-help = When will my training finish? Mata reads a log, a command or a sentence and answers with the exact remaining time, an honest band around it, and what would shorten it.
cli-mata-short = When will my training finish?
cli-usage = Usage:
cli-options-metavar = [OPTIONS]
cli-command-metavar = COMMAND …
cli-options = Options
cli-commands = Commands
cli-help-option = Show this help and stop.
cli-version-option = Show the version and stop.
cli-lang-option = The language of the answer.

cli-ask-short = Ask once.
cli-ask-help = Ask once. Give a question in words, the name of a log file, or - for standard input. The exit status is 0 for an estimate, 2 when a number is missing, 3 when there is nothing to answer.
cli-ask-words = [TEXT | FILE | -]
cli-ask-json = Print one JSON object.
cli-ask-total = The planned total, where the log does not say it.
cli-ask-what-if = A case to compare with, for example "200 ms".
cli-ask-what-if-metavar = CASE

cli-chat-short = Talk in the terminal; no token needed.
cli-chat-help = Talk in the terminal: paste lines, ask again, ask what if. Needs no token and no network.
cli-serve-short = Run the Discord bot.
cli-serve-help = Run the Discord bot. Needs a token in MATA_TOKEN or in a file named .env.
cli-check-short = Say what is set up and what is missing.
cli-check-help = Say in words what is set up, what works and what is missing.

cli-reading = Reading
cli-understanding = Finding the numbers
cli-nothing-given = Ask something: mata ask "/eta iter=100 ms=3995 total=6000", or give the name of a log file.
cli-no-such-file = There is no such file.
cli-is-a-folder = This is a folder: give the log file itself.
cli-unreadable-file = The file cannot be read.
cli-broken-gzip = The compressed file is broken.
cli-too-large-file = The file is too large: at most 256 MB are read.
cli-no-such-option = There is no such option: { $name }
cli-no-such-command = There is no such command: mata --help lists them.
cli-missing-value = Something is missing: add --help to see what.
cli-bad-value = The value does not fit: { $name }
cli-bug = This is a fault of mine, not of your question. MATA_LOG_LEVEL=DEBUG shows where it lies.
cli-bad-usage = I cannot use this command line: add --help to see how.

cli-no-token = The Discord bot needs a token.
    Get one: https://discord.com/developers/applications → New Application → Bot → Reset Token.
    Put it into a file named .env in this folder: MATA_TOKEN=your-token
    Without a token, talk to Mata here: mata chat

# mata check
check-mark-fine = ✓
check-mark-wrong = ✗
check-settings = The settings can be read.
check-token-missing = No token is set: put MATA_TOKEN=your-token into a file named .env. mata chat works without it.
check-token-shape = The token has the shape of a bot token.
check-token-wrong = The token does not look like a bot token: it has three parts joined by dots. Copy it again from the page Bot of your application.
check-database = The database answers: { $kind }
check-database-failed = The database cannot be used { $reason ->
    [locked] because another program holds it.
    [read-only] because it cannot be written.
    [full] because the disk is full.
    [gone] because it cannot be reached.
    [slow] because it does not answer in time.
   *[other] for a reason it does not say.
} Set MATA_DATABASE_URL or mend it.
check-intent-on = Message Content is asked for: switch the intent on for your application, on the page Bot, or Mata goes on without it.
check-intent-off = Message Content is not asked for: commands, DMs, mentions and the menu work without it; watching channels needs MATA_MESSAGE_CONTENT=true.
check-languages = Languages: { $codes }
check-ready = Ready: mata serve
check-not-ready = Not ready for Discord yet; mata ask and mata chat work.

# mata chat
chat-prompt = ›
chat-welcome = Paste lines of your log, or ask: /eta iter=100 ms=3995 total=6000. /help says more, /quit ends.
chat-help = Paste lines of a log, or ask in words, in English or Arabic:
    /eta iter=100 ms=3995 total=6000
    epoch 3 of 10 finished, 12 min per epoch
    Then go on: total 6000 · what if 200 ms · and now?
    /new forgets the run, /lang ar changes the language, /quit ends.
chat-new = Forgotten: the next message is another run.
chat-language = I now speak English.
chat-no-such-language = I do not speak that. Languages: { $codes }
chat-goodbye = Good luck with the run.

