# The picture.
chart-pace = Seconds per { $unit }
chart-average = moving average
chart-warm-up = warm-up (once)
chart-pause = with a pause in it
chart-change = change of pace
chart-left = Left to do ({ $unit }) until the finish, { $zone }
chart-expected = expected
chart-optimistic = optimistic (10 %)
chart-pessimistic = pessimistic (90 %)
chart-alternative = Chart: the time per { UNIT($unit) } so far, { ROUND($pace, digits: 4) } s on average, and the way to the finish, expected in { DURATION($seconds, parts: 2) }, at best { DURATION($low, parts: 2) }, at worst { DURATION($high, parts: 2) }.
button-plot = Plot
chart-line = Time per step so far, from { ROUND($low, digits: 3) } to { ROUND($high, digits: 3) } s:
cli-ask-plot = Draw the picture into this file.
cli-plot-saved = The picture is drawn.
cli-plot-nothing = There is nothing to draw: a picture needs at least three records.
cli-plot-unwritable = The picture cannot be written there.
