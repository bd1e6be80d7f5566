"""English words of a question about a run."""

from __future__ import annotations

from estimators.units.items import Kind

CUES: dict[Kind, str] = {
    Kind.DONE: "done | finished | complete | completed | processed | reached | passed | in so far | behind me"
    " | have done | got to | get to | to get to | down | through | progress | trained | done so far"
    " | complete so far | got through | i did",
    Kind.START: "started at | started from | resumed from | resumed at | restarted at | restarted from | continued from",
    Kind.LEFT: "left | remaining | remain | remains | to go | left to go | more to go | still to go",
    Kind.MORE: "more | another",
    Kind.TOTAL: "total | in total | in all | altogether | overall | total of | planned | target | max | num | max_iters"
    " | max_steps | total_steps | max_epochs | total_iters | train_iters | num_steps | num_train_epochs"
    " | all in all | num_iterations | n_iters | total_epochs | num_epochs | max_train_steps"
    " | in the whole run",
    Kind.OF: "out of a total of | into | into the | of a total of | out of about | of about | of around | out of the | of the",
    Kind.PER: "for every | for each | in every | in each",
    Kind.EACH: "each | each one | apiece | a piece | per one | each of them | every one",
    Kind.AT: "at | at about | at around | running at | at a rate of | at a pace of | at a speed of | with",
    Kind.IN: "just started | in | within | over | on | during | inside | in about | in around | in the middle of"
    " | still in | now in",
    Kind.FOR: "for | need | for the",
    Kind.TO: "to",
    Kind.UNTIL: "until | up to | to reach | till",
    Kind.AFTER: "it's been | it has been | has been | have been | after | since | for the last | for the past"
    " | in the last | in the past | been running for | running for | been training for | training for"
    " | running since | after about | after around | has run for | ran for",
    Kind.AGO: "ago",
    Kind.ELAPSED: "elapsed | so far | already | have passed | has passed | in already | have gone by | time elapsed",
    Kind.TOOK: "took | taken | has taken | have taken | spent | lasted | cost | were done in | was done in"
    " | were finished in | done in | finished in | completed in | needed",
    Kind.TAKES: "takes | take | taking | lasts | costs | needs | it takes | is taking | are taking",
    Kind.LAST: "the last | last | latest | the previous | previous",
    Kind.ASK: "how long | how much time | how much longer | how many hours | how many minutes | how many days | when"
    " | what time | eta | time left | time remaining | remaining time | how long is left | how long left"
    " | how much is left | how much time is left | how much time left | how much time remains | what is left"
    " | what's left | how long remains | how much longer left | time to finish | finish time | whats left"
    " | when's | how long until | how soon | how long is remaining | how far | how long till | estimate"
    " | when is it done | when will it be done | when does it finish | when will it finish | when will it end"
    " | time to completion | how long does it take | how long will it take | expected finish | end time",
    Kind.NOW: "and now | now | what about now | how about now | and now then",
    Kind.WHAT_IF: "what if | and if | what happens if | what about | how about | suppose | supposing | say if | if",
    Kind.STOP: "stop | stopped | end | quit | cut | stopping | end it | cut it",
    Kind.FASTER: "faster | as fast | speed up | speedup | quicker | as quick | speeds up",
    Kind.TRAINING: "training | train | run | model | finetune | finetuning | fine tuning | pretraining | job | trainer | fit"
    " | fine tune | training run | run's | checkpoint | gpu training | llm",
    Kind.PARAMETERS: "parameters | params | parameter | param | weights",
    Kind.BATCH_SIZE: "batch size | batch_size | bs | batch of | batches of | batch sizes | global batch | train_batch_size"
    " | micro batch | micro_batch_size",
    Kind.CONTEXT: "context | block size | block_size | context length | sequence length | seq len | seq_len | seqlen"
    " | max_seq_len | context size | ctx | sequence_length | context_length",
    Kind.DEVICE: "gpu | gpus | card | cards | device | devices | accelerators | accelerator | world_size | n_gpus"
    " | num_gpus | graphics cards",
    Kind.TIMES: "x | times | by",
    Kind.IS: "is | are | was | were | equals | about | around | roughly | approximately | approx | ~ | has | exactly",
    Kind.END: "but | then | because | while | however",
    Kind.FOREIGN: "tutorial | guide | course | lesson | quest | workout | marathon | gym | exercise | puzzle | dollars"
    " | usd | euro | euros | eur | km | miles | mile | kg | people | person | goals | points | calories"
    " | hotel | flight | movie | book | pages | page | homework | cake | pizza | bus | station | battery"
    " | phone | game | match | exam | students | votes | discount | off | sale | price | salary | interest"
    " | kids | beers | reps | pushups | squats | followers | mph | kmh | cookies | cookie | bread | oven"
    " | recipe | flour | dance | stairs | ladder | friends | guys | guests | chapters | chapter | laps | lap"
    " | walk | walked | ran | minutes away | money | commute | season | seasons | watched | netflix | coffee"
    " | eggs | pills | medicine | doctor | dinner | lunch | drive | wedding | birthday | lottery | tickets"
    " | ticket | laundry | download | trees | forest | donate | arcade",
}

NOISE = """
went come comes came
slow slows slowed up fall falls rise rises increase increases decrease decreases becoming hour-long happens current
the i i'm im we we're it's its my our this that these those there be been being am will would can could should
have had do does did you he she they them me us so far just only still yet ok okay please hi hello hey thanks thank
mata bot and or also with which what long much many time times speed pace rate moment currently right today finish
finishes started start begin began running runs going go goes get gets getting got make makes it one ones some any
all whole full think guess know tell say says need needs want on onto as than not no yes well now here until by
if average mean seconds' shows show log logs according each every counter number numbers amount sits stands stand
improves improve drops drop becomes become changes change instead worse better slower used use using add were
will'll i've we've we'd i'd it'll that's what's there's let's expect work works keep keeps stays stay plus continue
continues everything entire process measured measure passing pass see seeing end ends ending again fully first
second through throughout while since half's remaining's already nearly almost approximately halfway
"""

#: In a question they stand for a number ("halfway" is 50 %).
PHRASES_NOISE = "does it end | will it end | training end | run end | it stop | training stop | to the end | the end"
HALFWAY = "halfway | half way | halfway through | half way through"
#: "twice as fast": what the pace is divided by.
FASTER = {"twice": 2, "double": 2, "two times": 2, "thrice": 3}
