# ما قُرئ، وما افتُرض في الطريق، وما تُرك.
ignored-earlier-sessions = { $count ->
    [zero] لم يُترك شيء من النص.
    [one] تُرك تشغيل سابق في النص نفسه؛ الحساب على الأخير.
    [two] تُرك تشغيلان سابقان في النص نفسه؛ الحساب على الأخير.
    [few] تُركت { $count } تشغيلات سابقة في النص نفسه؛ الحساب على الأخير.
    [many] تُرك { $count } تشغيلًا سابقًا في النص نفسه؛ الحساب على الأخير.
   *[other] تُرك { $count } تشغيل سابق في النص نفسه؛ الحساب على الأخير.
}
ignored-resumed-steps = تُركت الخطوات التي أُنجزت في جلسة سابقة؛ الوتيرة من هذه الجلسة وحدها.
note-epoch-length-inferred = افتراض: طول الحقبة { COUNT($steps, "step") }، كما تُظهر الحقب المكتملة.
note-total-from-percent = افتراض: العدد الكلي { ROUND($total, digits: 15) }، من النسبة المطبوعة.
note-total-from-settings = العدد الكلي من الإعدادات المذكورة في النص.
note-total-from-printed-eta = افتراض: العدد الكلي محسوب من الوقت المتبقي الذي يطبعه السجل نفسه.
question-counter-is-done = افتراض: العدّاد يعني ما اكتمل، أي { COUNT($done, $unit) }.
question-counted-from-now = العدّ من الآن: المتبقي { ROUND($left, digits: 15) }.
question-inside-epoch = افتراض: الحقبة { ROUND($epoch, digits: 15) } جارية الآن، والمكتمل { ROUND($done, digits: 15) }.
question-steps-within-epoch = افتراض: في كل حقبة { COUNT($steps, "step") }، والحقبة { ROUND($epoch, digits: 15) } جارية الآن.
question-time-is-per-unit = افتراض: هذا زمن الخطوة الواحدة لا زمن كل ما مضى: { ROUND($seconds, digits: 6) } s
problem-not-a-number = العدد الكلي ليس رقمًا: اكتبه بالأرقام، مثل 6000 أو 12k
problem-zero-pace = زمن خطوة يساوي صفرًا يعني أن لا عمل هناك: اكتب زمن الخطوة الواحدة، مثل
    ms=3995
problem-nothing-left = لم يبق شيء: بحسب هذه الأرقام انتهى التدريب.
problem-contradiction = رقمان يناقض أحدهما الآخر: اكتب المكتمل والعدد الكلي وزمن الخطوة الواحدة.
problem-several-runs = في هذا النص تدريبان لا تدريب واحد، فأرسل أسطر أحدهما: { $first }، { $second }
