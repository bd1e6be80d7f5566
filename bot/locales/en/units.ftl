# Parts of a duration, counted things and their names.
duration-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
duration-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
duration-hour = { $count } h
duration-minute = { $count } min
duration-second = { $count } s

count-iteration = { $count ->
    [one] { $count } iteration
   *[other] { $count } iterations
}
count-step = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
count-epoch = { $count ->
    [one] { $count } epoch
   *[other] { $count } epochs
}
count-batch = { $count ->
    [one] { $count } batch
   *[other] { $count } batches
}
count-token = { $count ->
    [one] { $count } token
   *[other] { $count } tokens
}
count-sample = { $count ->
    [one] { $count } sample
   *[other] { $count } samples
}
count-percent = { $count ->
    [one] { $count } percent
   *[other] { $count } percent
}
count-trial = { $count ->
    [one] { $count } trial
   *[other] { $count } trials
}
count-tree = { $count ->
    [one] { $count } tree
   *[other] { $count } trees
}
count-record = { $count ->
    [one] { $count } record
   *[other] { $count } records
}

unit-iteration = iteration
unit-step = step
unit-epoch = epoch
unit-batch = batch
unit-token = token
unit-sample = sample
unit-percent = percent
unit-trial = trial
unit-tree = tree

moment = { $day }, { $time } { $zone }
never = never
