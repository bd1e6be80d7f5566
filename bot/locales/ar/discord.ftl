# الأوامر كما يعرضها Discord، ووصفها.
command-eta-name = متى
command-eta-description = متى ينتهي تدريبي؟ من الأرقام أو من جملة أو من ملف سجل
command-eta-iter-name = التكرار
command-eta-iter-description = عدد التكرارات المنجزة حتى الآن، مثل 100 أو 12k
command-eta-ms-name = ملي_ثانية
command-eta-ms-description = زمن التكرار الواحد بالملي ثانية، مثل 3995.11
command-eta-s-name = ثانية
command-eta-s-description = زمن التكرار الواحد بالثواني، مثل 3.995
command-eta-total-name = الكلي
command-eta-total-description = العدد الكلي للتكرارات، مثل 6000
command-eta-text-name = نص
command-eta-text-description = سطر من السجل، أو سؤال بكلماتك
command-eta-log-name = سجل
command-eta-log-description = ملف السجل بإحدى الصيغ: .log .txt .out .jsonl .csv .gz
command-eta-what_if-name = ماذا_لو
command-eta-what_if-description = ماذا لو تغيّرت الوتيرة، مثل 0.2 s/it
command-eta-private-name = خاص
command-eta-private-description = لا يرى الجواب أحد سواك
command-help-name = مساعدة
command-help-description = ما يمكنك إرساله إلى متى، مع أمثلة
command-formats-name = الصيغ
command-formats-description = سجلات التدريب التي يقرؤها متى
command-about-name = حول
command-about-description = ما هو متى، وما معنى أرقامه
command-language-name = اللغة
command-language-description = اختر لغة الأجوبة
command-language-to-name = الاختيار
command-language-to-description = اللغة، أو لغة تطبيقك عند اختيار التلقائي
command-language-to-choice-auto = تلقائي
command-language-to-choice-en = الإنجليزية (English)
command-language-to-choice-ar = العربية
menu-eta = متى ينتهي؟

# الأزرار والنماذج.
button-number = أدخل الرقم
button-other = بالعربية
button-delete = حذف
form-number-title = الرقم الناقص
form-number-total = كم العدد الكلي للتكرارات؟
form-number-total-example = مثال: 6000 أو 12k
form-number-pace = كم يستغرق التكرار الواحد؟
form-number-pace-example = مثال: 3.9 s/it

# مدخلات لا تُقرأ، وسبب ذلك.
intake-not-text = لا أستطيع قراءة هذا الملف: أرسل السجل نصًا أو مضغوطًا، بإحدى الصيغ { $endings }
intake-hidden = لا يُظهر لي Discord تلك الرسالة: افتح قائمتها ثم التطبيقات ثم «متى ينتهي؟»
intake-too-many = عدد الملفات { $count }، وأقرأ منها دفعة واحدة { $most } على الأكثر.
intake-too-large = الملف كبير جدًا: أقرأ ما لا يتجاوز { $most } ميغابايت، وتكفيني آخر بضعة آلاف سطر.
intake-inflated = يتجاوز حجم الملف بعد فكه { $most } ميغابايت: أرسل آخر بضعة آلاف سطر.
intake-broken-archive = الملف المضغوط تالف: اضغطه من جديد أو أرسله نصًا.
intake-unreachable = تعذّر جلب الملف الآن: أرسله مرة أخرى.
intake-foreign = لا أقرأ إلا الملفات المرفوعة في المحادثة نفسها.

# ما قد يتعثر، بجملة واحدة.
error-wait = أسئلة كثيرة دفعة واحدة: اسأل من جديد بعد { $seconds ->
    [zero] لحظة
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $seconds } ثوان
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
error-no-number = لا يوجد رقم في الخيار { $option }، فاكتبه بالأرقام، مثلًا 100 أو 12k
error-two-times = الخياران ms وs كلاهما زمن التكرار الواحد، فأعطني واحدًا منهما فقط.
error-busy = تُقرأ الآن ملفات كثيرة: حاول من جديد بعد دقيقة.
error-too-slow = طالت قراءة هذا النص فأوقفتها: أرسل آخر بضعة آلاف سطر.
error-not-yours = هذه البطاقة لشخص آخر: اسألني بنفسك بالأمر /eta
error-forgotten = لم أعد أعرف هذا التدريب: أرسل سجله مرة أخرى.
error-unexpected = حدث خطأ عندي لا عندك. إن أبلغت عنه فاذكر هذا الرقم: { $reference }

# ما يمكن أن يُسأل.
help = **متى ينتهي التدريب؟** أرسل ما لديك، فأجيبك بالوقت المتبقي وموعد الانتهاء ومدى الثقة بهما.

    { "" }**بالأمر**
    ```
    /eta iter:100 ms:3995.11 total:6000
    ```
    { "" }**برسالة** خاصة هنا، أو بذكر اسمي في الخادم
    ```
    iter 100: loss 3.1, time 3995.11ms
    max_iters = 6000
    ```
    ```
    أنجزت 40% خلال ساعتين
    ```
    { "" }**بملف**: أرفق السجل برسالتك، أو بالأمر في الخانة المسماة `log`
    { "" }**لسجل كتبه غيرك**: افتح قائمة الرسالة ثم التطبيقات ثم «متى ينتهي؟»
    الصق أسطرًا لاحقة من السجل نفسه متى شئت فيضيق النطاق.
formats = **أقرأ { $count ->
    [zero] { $count } نوع
    [one] نوعًا واحدًا
    [two] نوعين
    [few] { $count } أنواع
    [many] { $count } نوعًا
   *[other] { $count } نوع
} من السجلات**، والجمل والأوامر بالعربية والإنجليزية. الأنواع:
    { $names }

    إن لم يذكر السجل العدد الكلي فاكتبه بجانبه:
    `max_iters = 6000`
about = **متى** يجيب عن سؤال واحد: متى ينتهي تدريبي؟ الإصدار { $version }
    الوقت المتبقي دقيق بالوتيرة المرصودة. والنطاق يصدق في نحو أربع حالات من كل خمس، وهو مبني على تدريبات حقيقية. لا يشارك في الجواب نموذج لغوي، ولا يُحفظ نص سجلاتك أبدًا.




# بدء التشغيل.
serve-token-refused = رفض Discord رمز الدخول: أعد إنشاءه ثم ضعه في المتغير MATA_TOKEN
    https://discord.com/developers/applications
serve-unreachable = تعذّر الوصول إلى Discord: تحقق من الاتصال ثم ابدأ من جديد.

command-paste-name = لصق
command-paste-description = الصق سجلًا طويلًا أو ارفع ملفات السجل
form-paste-title = السجل
form-paste-text = نص السجل
form-paste-text-hint = كما طُبع، وآخر الأسطر أهمها
form-paste-files = أو الملفات
form-paste-files-hint = ثلاثة على الأكثر: .log .txt .out .jsonl .csv .gz
form-paste-total = العدد الكلي للتكرارات
form-paste-total-hint = إن لم يذكره السجل
token-seen = في ما أرسلته رمز دخول سري. لا أحفظ منه شيئًا، لكن غيري ربما رآه: احذف رسالتك واستبدل الرمز. الجهة المُصدِرة: { $names }

button-whatif = ماذا لو
button-wrong = غير صحيح؟
form-case-title = ماذا لو
form-case-label = ما الذي سيختلف؟
form-case-example = مثال: 0.2 s/it
form-right-title = ما فهمته
form-right-done = عدد التكرارات المنجزة
form-right-done-example = 100
form-right-total = العدد الكلي للتكرارات
form-right-total-example = 6000
form-right-pace = ثواني التكرار الواحد
form-right-pace-example = 3.995
problem-no-case = لم أجد في هذا حالة للمقارنة: اكتب مثلًا
    0.2 s/it

command-eta-gpu-name = البطاقة
command-eta-gpu-description = بطاقة المعالجة التي يعمل عليها التدريب، لمعرفة ما تسمح به
button-more = لصق المزيد
button-another = هذا تدريب آخر
