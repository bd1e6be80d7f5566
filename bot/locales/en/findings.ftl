# What the forecast found: estimators/forecast.

finding-first-evaluation = This band is a prior, and this one time is that of the very first step, with an evaluation and the start-up in it: on other real runs the rest took { ROUND($low) } to { ROUND($high) } times what such a number promised. The next line of the log gives the real pace.
first-epoch-caches = The first epoch computes the embeddings, later epochs only read them: the estimate counts on later epochs taking about half as long.
