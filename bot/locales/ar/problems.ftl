# جملة واضحة واحدة لكل خطأ.
problem-empty = لا شيء هنا لأقرأه: أرسل سطرًا من سجل التدريب، أو اكتب
    /eta iter=100 ms=3995 total=6000
problem-not-a-log = لم أجد تدريبًا في هذا النص: أرسل سطرًا من سجله، أو اكتب
    /eta iter=100 ms=3995 total=6000
problem-binary = هذا ليس نصًا: أرسل السجل نصًا عاديًا.
problem-too-large-text = هذا كبير جدًا: أقصى ما أقرؤه { $megabytes } MB
problem-finished = انتهى هذا التدريب: المكتمل { NUMBER($done, maximumFractionDigits: 9) } والكلي { NUMBER($total, maximumFractionDigits: 9) }.
problem-probably-finished = انتهى هذا التدريب في تقديري منذ سؤالك السابق: أرسل آخر سطر منه للتأكد.
problem-done-exceeds-total = المكتمل ({ NUMBER($done, maximumFractionDigits: 9) }) أكثر من العدد الكلي ({ NUMBER($total, maximumFractionDigits: 9) }): أحد الرقمين خطأ.
problem-not-finite = { $name ->
    [count] أحد العدادات بلا قيمة محددة: اكتبه بالأرقام.
    [duration] إحدى المدد بلا قيمة محددة: اكتبها بالأرقام.
    [pace] زمن الخطوة بلا قيمة محددة: اكتبه بالأرقام.
   *[number] أحد الأرقام بلا قيمة محددة: اكتبه بالأرقام.
}
problem-negative = أحد الأرقام سالب، ويجب ألا يقل عن صفر.
problem-too-large = أحد الأرقام أكبر مما في أي تدريب.
