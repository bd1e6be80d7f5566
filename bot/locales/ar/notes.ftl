# ما قُرئ وما تُرك جانبًا وما افتُرض وما وُجد.
note-kept-pace = بالوتيرة السابقة أضيف منذ ذلك الحين: { COUNT($count, $unit) }. سطر جديد من السجل يجعل هذا دقيقًا.
note-clock-arrival = لا توقيت في السجل، فأُخذت أوقات إرسالك بدلًا منه.
note-pauses-not-in-step-times = السجل يطبع أزمنة الخطوات وحدها، فالتقييم ونقاط الحفظ خارج التقدير.
note-gap-at-mean-pace = لا توقيت معروف بين رسالتين من رسائلك، فحُسبت الخطوات بينهما بالوتيرة المعتادة.
choice-run = تدريب { $format } عند { NUMBER($done, maximumFractionDigits: 9) }

finding-one-number = هذا النطاق تقدير مسبق، فزمن واحد لا يُظهر التفاوت: في 160 تدريبًا حقيقيًا آخر استغرق الباقي من { ROUND($low) } إلى { ROUND($high) } ضعف ما وعد به رقم كهذا.
finding-first-number = هذا النطاق تقدير مسبق، وهذا أول رقم في التدريب وما زال فيه بطء البداية: في تدريبات حقيقية أخرى استغرق الباقي من { ROUND($low) } إلى { ROUND($high) } ضعف ما وعد به.
finding-warm-up = في البداية تجميع وإحماء لن يتكررا، ومدتهما { DURATION($seconds) } ({ COUNT($records, "record") }).
finding-pauses-ahead = ما زال قادمًا: { $kind ->
    [evaluation] { $count ->
        [zero] { $count } عملية تقييم
        [one] عملية تقييم واحدة
        [two] عمليتا تقييم
        [few] { $count } عمليات تقييم
        [many] { $count } عملية تقييم
       *[other] { $count } عملية تقييم
    }
    [checkpoint] { $count ->
        [zero] { $count } نقطة حفظ
        [one] نقطة حفظ واحدة
        [two] نقطتا حفظ
        [few] { $count } نقاط حفظ
        [many] { $count } نقطة حفظ
       *[other] { $count } نقطة حفظ
    }
    [sampling] { $count ->
        [zero] { $count } جولة توليد
        [one] جولة توليد واحدة
        [two] جولتا توليد
        [few] { $count } جولات توليد
        [many] { $count } جولة توليد
       *[other] { $count } جولة توليد
    }
   *[other] { $count ->
        [zero] { $count } توقف
        [one] توقف واحد
        [two] توقفان
        [few] { $count } توقفات
        [many] { $count } توقفًا
       *[other] { $count } توقف
    }
}، مدة الواحدة { DURATION($seconds, parts: 2) }، والمجموع { DURATION($all, parts: 2) }.
finding-pauses-usual = ما زال قادمًا: { $kind ->
    [evaluation] { $count ->
        [zero] { $count } عملية تقييم
        [one] عملية تقييم واحدة
        [two] عمليتا تقييم
        [few] { $count } عمليات تقييم
        [many] { $count } عملية تقييم
       *[other] { $count } عملية تقييم
    }
    [checkpoint] { $count ->
        [zero] { $count } نقطة حفظ
        [one] نقطة حفظ واحدة
        [two] نقطتا حفظ
        [few] { $count } نقاط حفظ
        [many] { $count } نقطة حفظ
       *[other] { $count } نقطة حفظ
    }
    [sampling] { $count ->
        [zero] { $count } جولة توليد
        [one] جولة توليد واحدة
        [two] جولتا توليد
        [few] { $count } جولات توليد
        [many] { $count } جولة توليد
       *[other] { $count } جولة توليد
    }
   *[other] { $count ->
        [zero] { $count } توقف
        [one] توقف واحد
        [two] توقفان
        [few] { $count } توقفات
        [many] { $count } توقفًا
       *[other] { $count } توقف
    }
}، مدة الواحدة كمدة الأولى ({ DURATION($seconds, parts: 2) })، والمجموع { DURATION($all, parts: 2) }.
finding-evaluation-unseen = يوجد تقييم مخطط لم يُرَ بعد، فكلفته مجهولة. موعده كل { COUNT($period, $unit, case: "genitive") }.
finding-change = صار التدريب { $direction ->
    [slower] أبطأ
   *[faster] أسرع
} بنسبة { PERCENT($share) } بعد { COUNT($step, $unit, case: "genitive") }، والتقدير بالوتيرة الجديدة.
finding-few-records = السجلات قليلة حتى الآن ({ $count })، وقد تتغير الوتيرة.
finding-unrest = الوتيرة غير مستقرة: تتفاوت بين السجلات بنسبة { PERCENT($share) }.
finding-coarse-clock = توقيت السجل خشن، وأصغر خطوة فيه: { DURATION($seconds) }.
finding-since-last-paste = أضيف منذ رسالتك السابقة { COUNT($done, $unit) }، { $direction ->
    [slower] أبطأ من قبل بنسبة { PERCENT($share) }.
    [faster] أسرع من قبل بنسبة { PERCENT($share) }.
   *[same] بالوتيرة نفسها.
}
