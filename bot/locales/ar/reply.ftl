# الجواب بترتيب قراءته.
reply-headline = المتبقي **{ DURATION($seconds) }** بالوتيرة المرصودة.
reply-finish = الانتهاء: { $when }
reply-finish-never = الانتهاء أبعد من أي تقويم.
reply-sum-label = المتبقي × زمن كل { UNIT($unit) }:
# صيغة لاتينية كلها: تُقرأ من اليسار أيًّا كان اتجاه السطر.
reply-sum = { $left } × { $pace } s = { $product } s
reply-sum-about = { $left } × { $pace } s ≈ { $product } s

reply-band = باحتمال 80% بين **{ DURATION($low, parts: 2, case: "genitive") }** و**{ DURATION($high, parts: 2, case: "genitive") }**.
reply-basis-prior = هذا النطاق تقدير مسبق، من سير 160 تدريبًا حقيقيًا آخر بعد رقم كهذا.
reply-basis-calibrated = هذا النطاق مبني على { $records ->
    [zero] { $records } سجل
    [one] سجل واحد
    [two] سجلين
    [few] { $records } سجلات
    [many] { $records } سجلًا
   *[other] { $records } سجل
} من هذا التدريب، ومُعايَر على ما آلت إليه تقديرات مثله في سجلات حقيقية.
reply-basis-floor = هذا النطاق هو ما يسمح به العتاد: لم يُقَس شيء من هذا التدريب بعد.
reply-expected-later = المتوقع فعليًا **{ DURATION($seconds, parts: 2) }**، للأسباب أدناه.
reply-expected-sooner = المتوقع فعليًا **{ DURATION($seconds, parts: 2) }**: سيكون على الأرجح أسرع مما مضى.

reply-read-log = المصدر: { COUNT($records, "record") } بصيغة { $format }
reply-read-total = المقروء: المكتمل { NUMBER($done, maximumFractionDigits: 9) }، والعدد الكلي { COUNT($total, $unit) }.
reply-read-done = المقروء: المكتمل { COUNT($done, $unit) }، والعدد الكلي غير مذكور.
reply-read-followed = أُخذ هذا مع ما أرسلته من قبل.

reply-trend-falling = زمن الخطوة يتناقص: { PERCENT($share, digits: 1) } لكل 1,000 خطوة (اختبار Mann-Kendall، p { $p }). المتوسط المتحرك لآخر { $window ->
    [zero] { $window } سجل
    [one] سجل واحد
    [two] سجلين
    [few] { $window } سجلات
    [many] { $window } سجلًا
   *[other] { $window } سجل
}: { ROUND($average, digits: 4) } ثانية.
reply-trend-steady = زمن الخطوة ثابت ({ PERCENT($share, digits: 1) } لكل 1,000 خطوة، اختبار Mann-Kendall، p { $p }). المتوسط المتحرك لآخر { $window ->
    [zero] { $window } سجل
    [one] سجل واحد
    [two] سجلين
    [few] { $window } سجلات
    [many] { $window } سجلًا
   *[other] { $window } سجل
}: { ROUND($average, digits: 4) } ثانية.
reply-trend-rising = زمن الخطوة يتزايد: { PERCENT($share, digits: 1) } لكل 1,000 خطوة (اختبار Mann-Kendall، p { $p }). المتوسط المتحرك لآخر { $window ->
    [zero] { $window } سجل
    [one] سجل واحد
    [two] سجلين
    [few] { $window } سجلات
    [many] { $window } سجلًا
   *[other] { $window } سجل
}: { ROUND($average, digits: 4) } ثانية.

reply-scenarios-title = ماذا لو:
reply-scenarios-name = الحالة
reply-scenarios-pace = الوتيرة
reply-scenarios-remaining = المتبقي
reply-scenarios-finish = الانتهاء
reply-scenario-pace = { ROUND($seconds, digits: 4) } ثانية لكل { UNIT($unit) }

reply-scenario-row = { $name }: { $pace } ← **{ $remaining }** ({ $finish })

reply-tips-title = لتوفير الوقت:
reply-tip-saving = التوفير المقدَّر: { DURATION($seconds, parts: 2) }.
reply-tip-general = فحص عام: { $text }

reply-paste-one = الصق الأسطر العشرة التالية من السجل فيضيق النطاق.
reply-paste-more = الصق أسطرًا لاحقة من السجل نفسه متى شئت فأصحح التقدير.

reply-pace = الوتيرة **{ ROUND($seconds, digits: 6) } ثانية** لكل { UNIT($unit) }، ومدة كل 1,000 منها: **{ DURATION($thousand) }**.
reply-question-total = كم العدد الكلي؟ اكتبه لي، مثلًا:
    total 6000
reply-question-pace = كم يستغرق الواحد ({ UNIT($unit) })؟ اكتبه لي، مثلًا:
    ms=3995
reply-question-pace-and-total = كم يستغرق الواحد ({ UNIT($unit) })، وكم العدد الكلي؟ مثلًا:
    ms=3995 total=6000
