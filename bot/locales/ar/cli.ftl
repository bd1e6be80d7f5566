# سطر الأوامر.
cli-mata-help = متى ينتهي تدريبي؟ يقرأ «متى» سجلًا أو أمرًا أو جملة، ويجيب بالمدة المتبقية بدقة، وبنطاق صادق حولها، وبما يقصّرها.
cli-mata-short = متى ينتهي تدريبي؟
cli-usage = الاستعمال:
cli-options-metavar = [خيارات]
cli-command-metavar = أمر …
cli-options = الخيارات
cli-commands = الأوامر
cli-help-option = اعرض هذه المساعدة وتوقف.
cli-version-option = اعرض رقم الإصدار وتوقف.
cli-lang-option = لغة الجواب.

cli-ask-short = سؤال واحد وجوابه.
cli-ask-help = سؤال واحد وجوابه. اكتب سؤالك بالكلمات، أو اسم ملف السجل، أو الرمز - للقراءة من الدخل القياسي. حالة الخروج 0 عند وجود تقدير، و2 عند نقص رقم، و3 حين لا يوجد ما يُجاب عنه.
cli-ask-words = [نص | ملف | -]
cli-ask-json = اطبع كائن JSON واحدًا.
cli-ask-total = العدد الكلي المخطط، إن لم يذكره السجل.
cli-ask-what-if = حالة للمقارنة، مثل "200 ms".
cli-ask-what-if-metavar = حالة

cli-chat-short = محادثة في الطرفية، دون رمز دخول.
cli-chat-help = محادثة في الطرفية: الصق أسطرًا، واسأل ثانية، واسأل «ماذا لو». لا تحتاج إلى رمز دخول ولا إلى شبكة.
cli-serve-short = تشغيل بوت Discord
cli-serve-help = تشغيل بوت Discord. يحتاج إلى رمز دخول (token) في MATA_TOKEN أو في ملف اسمه .env
cli-check-short = ما أُعِدّ وما ينقص.
cli-check-help = يقول بالكلمات ما أُعِدّ وما يعمل وما ينقص.

cli-reading = قراءة الملف
cli-understanding = استخراج الأرقام
cli-nothing-given = اسأل شيئًا، أو اكتب اسم ملف السجل، مثلًا:
    mata ask "/eta iter=100 ms=3995 total=6000"
cli-no-such-file = لا يوجد ملف بهذا الاسم.
cli-is-a-folder = هذا مجلد: اكتب اسم ملف السجل نفسه.
cli-unreadable-file = تعذرت قراءة الملف.
cli-broken-gzip = الملف المضغوط تالف.
cli-too-large-file = الملف كبير جدًا: يُقرأ منه 256 MB على الأكثر.
cli-no-such-option = لا يوجد خيار بهذا الاسم: { $name }
cli-no-such-command = لا يوجد أمر بهذا الاسم، والأوامر تجدها في: mata --help
cli-missing-value = ينقص شيء: أضف --help لتعرف ما هو.
cli-bad-value = القيمة لا تصلح للخيار: { $name }
cli-bug = هذا خلل مني لا من سؤالك، ولمعرفة موضعه استعمل: MATA_LOG_LEVEL=DEBUG
cli-bad-usage = لا أستطيع تنفيذ هذا الأمر: أضف --help لتعرف طريقته.

cli-no-token = يحتاج بوت Discord إلى رمز دخول (token).
    للحصول عليه افتح الصفحة الآتية ثم New Application → Bot → Reset Token:
    https://discord.com/developers/applications
    ثم ضعه في ملف اسمه .env في هذا المجلد:
    MATA_TOKEN=your-token
    وبلا رمز دخول يمكنك التحدث إلى «متى» هنا: mata chat

# mata check
check-mark-fine = ✓
check-mark-wrong = ✗
check-settings = الإعدادات مقروءة وصالحة.
check-token-missing = لا رمز دخول بعد، والأمر mata chat يعمل من دونه. ضع الرمز في ملف .env هكذا: MATA_TOKEN=your-token
check-token-shape = رمز الدخول على هيئة رموز البوتات.
check-token-wrong = رمز الدخول ليس على هيئة رموز البوتات، وهي ثلاثة أجزاء تفصلها نقط. انسخه من جديد من صفحة Bot
check-database = قاعدة البيانات تستجيب: { $kind }
check-database-failed = قاعدة البيانات لا تعمل{ $reason ->
    [locked] : يستخدمها برنامج آخر.
    [read-only] : لا يمكن الكتابة فيها.
    [full] : القرص ممتلئ.
    [gone] : تعذر الوصول إليها.
    [slow] : لم تستجب في الوقت المحدد.
   *[other] ، ولم تذكر السبب.
} أصلحها أو غيّر MATA_DATABASE_URL
check-intent-on = محتوى الرسائل مطلوب: فعّل Message Content في صفحة Bot لتطبيقك، وإلا عمل «متى» من دونه.
check-intent-off = محتوى الرسائل غير مطلوب: الأوامر والرسائل الخاصة والإشارات والقائمة تعمل من دونه، ومراقبة القنوات تحتاج إلى MATA_MESSAGE_CONTENT=true
check-languages = اللغات: { $codes }
check-ready = كل شيء جاهز: mata serve
check-not-ready = لم يجهز لـ Discord بعد، لكن mata ask و mata chat يعملان.

# mata chat
chat-prompt = ›
chat-welcome = الصق أسطرًا من سجلك أو اسأل. المساعدة /help والخروج /quit. مثال:
    /eta iter=100 ms=3995 total=6000
chat-help = الصق أسطرًا من السجل، أو اسأل بالعربية أو الإنجليزية:
    /eta iter=100 ms=3995 total=6000
    انتهت 3 حقب من 10، وكل حقبة 12 دقيقة
    ثم تابع: المجموع 6000 · ماذا لو صار 0.2 ثانية · والآن؟
    لنسيان التدريب /new ولتغيير اللغة /lang en وللخروج /quit
chat-new = نسيت التدريب: الرسالة التالية لتدريب آخر.
chat-language = أتحدث العربية الآن.
chat-no-such-language = لا أتحدث هذه اللغة. اللغات: { $codes }
chat-goodbye = أتمنى لتدريبك التوفيق.

