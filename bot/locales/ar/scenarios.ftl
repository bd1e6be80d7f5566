# ماذا لو، وما يسمح به العتاد: estimators/forecast/scenario.py و bound.py.

scenario-stays = كما هو الآن
scenario-pace = لو صارت الوتيرة { DURATION($seconds, case: "genitive") }
scenario-stop = لو توقف عند { COUNT($total, $unit, case: "genitive") }
scenario-stop-passed = التوقف عند { COUNT($total, $unit, case: "genitive") }: تم بالفعل
scenario-speedup = لو زادت السرعة ×{ ROUND($speedup) }
scenario-changed = بهذه التغييرات
scenario-gpus-ideal = عدد البطاقات { ROUND($gpus) } بدل { ROUND($now) }، مثاليًا
scenario-gpus-usual = عدد البطاقات { ROUND($gpus) }، بكفاءة { PERCENT($share) } من المثالي
scenario-without-pauses = دون التوقفات
scenario-earlier-pace = بالوتيرة التي قبل { COUNT($step, $unit, case: "genitive") }
scenario-good-mfu = متفائل، عند { PERCENT($share) } من ذروة { $gpu }

hardware-mfu = يستغل التدريب نحو { PERCENT($share, digits: 1) } من ذروة العتاد، وعند 100% يستغرق كل { UNIT($unit) } { DURATION($floor, case: "genitive") }. العتاد: { $gpus ->
    [1] { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}
hardware-at-peak = الوتيرة تعادل { PERCENT($share) } من الذروة الاسمية، وهذا يكاد يستحيل: تحقق من عدد المعاملات والرموز. العتاد: { $gpus ->
    [1] { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}
hardware-floor = أسرع مما تسمح به الفيزياء: { DURATION($seconds, case: "genitive") } لكل { UNIT($unit) }، والحد الأدنى لهذا النموذج { DURATION($floor) } (النسبة { ROUND($times) }). { $cause ->
    [time-unit] الأرجح أن وحدة الزمن خطأ (ميلي ثانية أو ثانية) أو عدد المعاملات (مليون أو مليار).
    [micro-step] الأرجح أن الزمن لجزء واحد من الخطوة لا للخطوة الكاملة مع تراكم التدرجات.
    [devices] الأرجح أن عدد البطاقات أكبر من الواحدة المفترضة: اذكر عددها.
   *[tokens] الأرجح أن الرموز في الخطوة محسوبة للتدريب كله لا لهذه البطاقات، أو أن جزءًا من النموذج فقط يعمل على كل رمز (LoRA, MoE).
} العتاد: { $gpus ->
    [1] { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}
reply-headline-before = ما بين **{ DURATION($low, parts: 2, case: "genitive") }** و**{ DURATION($high, parts: 2, case: "genitive") }**، والأرجح نحو { DURATION($seconds, parts: 2, case: "genitive") }: حساب لا قياس.
before-run = حُسب قبل التشغيل: ست عمليات لكل معامل ورمز، عند { PERCENT($low) } إلى { PERCENT($high) } من الذروة ({ ROUND($tflops) } تيرافلوب في الثانية للبطاقة). لا يشمل التقييم والتحميل والتجميع، وسطر واحد من سجلك يجعله دقيقًا. العتاد: { $gpus ->
    [1] { $gpu }
   *[other] { ROUND($gpus) } × { $gpu }
}، المصدران: { $source }; PaLM, appendix B (arXiv 2204.02311)
before-run-one-device = المفترض بطاقة واحدة: { $gpu }
