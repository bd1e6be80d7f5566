# الرسم البياني.
chart-pace = الثواني لكل { $unit }
chart-average = المتوسط المتحرك
chart-warm-up = الإحماء (مرة واحدة)
chart-pause = فيه توقف
chart-change = تغيّر في الوتيرة
chart-left = المتبقي ({ $unit }) حتى الانتهاء، بتوقيت { $zone }
chart-expected = المتوقع
chart-optimistic = المتفائل (10%)
chart-pessimistic = المتشائم (90%)
chart-alternative = رسم بياني: زمن كل { UNIT($unit) } حتى الآن بمتوسط { ROUND($pace, digits: 4) } ثانية، والطريق إلى الانتهاء المتوقع بعد { DURATION($seconds, parts: 2, case: "genitive") }، والأفضل { DURATION($low, parts: 2) }، والأسوأ { DURATION($high, parts: 2) }.
button-plot = رسم بياني
chart-line = زمن الخطوة حتى الآن بالثواني، من { ROUND($low, digits: 3) } إلى { ROUND($high, digits: 3) }:
cli-ask-plot = ارسم الصورة في هذا الملف.
cli-plot-saved = رُسمت الصورة.
cli-plot-nothing = لا شيء يُرسم: تحتاج الصورة إلى ثلاثة سجلات على الأقل.
cli-plot-unwritable = لا يمكن كتابة الصورة هناك.
