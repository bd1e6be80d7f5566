# الأمر mata watch وشريطه وما يقوله في Discord.
cli-watch-short = متابعة سجل أثناء كتابته.
cli-watch-help = متابعة سجل أثناء كتابته: اكتب اسم الملف، أو الرمز - للقراءة من أنبوب (train.py | mata watch -). يعرض ما اكتمل وموعد الانتهاء والنطاق حوله إلى أن ينتهي التدريب أو تضغط Ctrl-C. وإن أعطيته رابط webhook من Discord أبقى رسالة واحدة هناك محدَّثة، وأرسل رسالة جديدة إذا توقف التدريب أو تباعد أو انتهى. حالة الخروج 0 عند وجود تقدير أو انتهاء التدريب، و2 عند نقص رقم، و3 حين لا يوجد ما يُجاب عنه، و130 بعد Ctrl-C.
cli-watch-source = ملف | -
cli-watch-webhook = رابط webhook من Discord. وهو سر: يبقى خارج سطر الأوامر إذا وضعته في MATA_WEBHOOK
cli-watch-name = اسم التدريب كما يظهر في Discord.
cli-watch-name-metavar = اسم

track-webhook-wrong = هذا ليس رابط webhook من Discord، وشكله هكذا:
    https://discord.com/api/webhooks/NUMBER/TOKEN
track-webhook-unknown = لم يعد هذا الـ webhook معروفًا لدى Discord، وأتابع من دونه.
track-webhook-refused = الرسائل إلى هذا الـ webhook يرفضها Discord، وأتابع من دونه.
track-unsent = تعذر الوصول إلى Discord: الحالة الأخيرة ليست هناك.
track-no-pipe = لا شيء يصلني عبر أنبوب. مثال:
    train.py | mata watch -
track-lost-file = لم تعد قراءة الملف ممكنة، وسأواصل المحاولة.

track-waiting = لا يوجد ملف بهذا الاسم بعد، وأنا في انتظاره.
track-reading = لا سطر من تدريب بعد.
track-bar = التقدم { $bar } { PERCENT($share) } · { NUMBER($done, maximumFractionDigits: 2) } من { COUNT($total, $unit, case: "genitive") }
track-progress = اكتمل { PERCENT($share) } · { NUMBER($done, maximumFractionDigits: 2) } من { COUNT($total, $unit, case: "genitive") }
track-running = المتبقي { DURATION($seconds) } بالوتيرة المرصودة، { ROUND($pace, digits: 4) } ثانية لكل { UNIT($unit) }.
track-finish = الانتهاء: { $when }
track-band = باحتمال 80% بين { $low } و{ $high }
track-line = اكتمل { PERCENT($share) } · المتبقي { DURATION($left, parts: 2) } · الانتهاء { $finish } · باحتمال 80% بين { $low } و{ $high }
track-needs-total = المكتمل { COUNT($done, $unit) }، وكل منها { ROUND($pace, digits: 4) } ثانية، ومدة كل 1,000: { DURATION($thousand, parts: 2) }. لا يذكر السجل العدد الكلي، فأضف: --total N
track-needs-pace = الوتيرة غير معروفة بعد.
track-stalled = التدريب متوقف: لا جديد منذ { DURATION($quiet, parts: 2, case: "genitive") }، وأطول انتظار قبل ذلك { DURATION($usual, parts: 2) }.
track-diverged = تباعد التدريب: لم تعد الخسارة (loss) عددًا بعد { COUNT($done, $unit, case: "genitive") }.
track-finished = انتهى التدريب: { COUNT($done, $unit) }.
track-cut = انتهى التدريب قبل اكتماله، بعد { NUMBER($done, maximumFractionDigits: 2) } من { COUNT($total, $unit, case: "genitive") }.
track-cut-open = انتهى التدريب بعد { COUNT($done, $unit, case: "genitive") }.
track-dead = انتهى التدريب قبل اكتماله: لم يعد أي برنامج يكتب السجل، ولا جديد منذ { DURATION($quiet, parts: 2, case: "genitive") }.
track-left = توقفت المتابعة.
