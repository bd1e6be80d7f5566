# What if, and what hardware allows: estimators/forecast/scenario.py and bound.py.

scenario-stays = as it is now
scenario-pace = if the pace becomes { DURATION($seconds) }
scenario-stop = if it stops at { COUNT($total, $unit) }
scenario-stop-passed = stopping at { COUNT($total, $unit) }: already done
scenario-speedup = { ROUND($speedup) } times as fast
scenario-changed = with these changes
scenario-gpus-ideal = { ROUND($gpus) } { $gpus ->
    [one] device
   *[other] devices
} instead of { ROUND($now) }, ideal
scenario-gpus-usual = { ROUND($gpus) } { $gpus ->
    [one] device
   *[other] devices
}, { PERCENT($share) } of the ideal
scenario-without-pauses = without the pauses
scenario-earlier-pace = at the pace before { COUNT($step, $unit) }
scenario-good-mfu = { $gpu } at { PERCENT($share) } of its peak (optimistic)

hardware-mfu = The run uses about { PERCENT($share, digits: 1) } of the peak of { $gpus ->
    [1] one { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}; at 100% one { UNIT($unit) } would take { DURATION($floor) }.
hardware-at-peak = The pace equals { PERCENT($share) } of the nominal peak of { $gpus ->
    [1] one { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}. That is hardly possible: check the number of parameters and tokens.
hardware-floor = Faster than physics allows: { DURATION($seconds) } per { UNIT($unit) }, but { $gpus ->
    [1] one { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
} needs at least { DURATION($floor) } for this model ({ ROUND($times) } times as much). { $cause ->
    [time-unit] Probably the time unit is wrong (ms or s), or the number of parameters (M or B).
    [micro-step] Probably the time is that of one micro-step and not of a whole optimizer step.
    [devices] Probably there are more devices than the one assumed: say how many.
   *[tokens] Probably the tokens per step are for the whole run and not for these devices, or only part of the model works on each token (LoRA, MoE).
}
reply-headline-before = Between **{ DURATION($low, parts: 2) }** and **{ DURATION($high, parts: 2) }**, probably around { DURATION($seconds, parts: 2) }: a calculation, no measurement.
before-run = Computed before the run: 6 FLOPs a parameter and token at { PERCENT($low) } to { PERCENT($high) } of the peak ({ ROUND($tflops) } TFLOP/s, { $gpus ->
    [1] one { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}). Evaluation, loading and compilation are not in it. A line of your log makes it exact. Sources: { $source }; PaLM, appendix B (arXiv 2204.02311).
before-run-one-device = One { $gpu } is assumed.
