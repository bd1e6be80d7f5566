# ما يُحفظ، والميزات التي تحتاج إليه.
memory-cannot-keep = لا أستطيع حفظ هذا الآن. الجواب صحيح كما هو، أما ما يعتمد على الحفظ فلا يعمل مؤقتًا.
memory-second-process = ثمة عملية أخرى تستعمل ملف قاعدة البيانات نفسه. أوقفها، أو شغّل عدة عمليات على قاعدة PostgreSQL عبر المتغير MATA_DATABASE_URL
memory-bad-url =
    عنوان قاعدة البيانات غير صالح. اجعله مسار ملف أو أحد الشكلين الآتيين.
    MATA_DATABASE_URL=sqlite:///path/to/mata.db
    MATA_DATABASE_URL=postgresql://user:password@host/database
memory-no-driver = قاعدة PostgreSQL تحتاج إلى برنامج ربط، ثبّت الحزمة mata-bot[postgres]
memory-moved = نُقل { $rows ->
    [zero] { $rows } صف
    [one] صف واحد
    [two] صفان
    [few] { $rows } صفوف
    [many] { $rows } صفًا
   *[other] { $rows } صف
} من الجداول، وعددها { $tables }.
memory-move-not-empty = المخزن المنقول إليه ليس فارغًا.
memory-move-same = النقل يكون من SQLite إلى PostgreSQL، والعنوانان المعطيان ليسا كذلك.

reminder-your-run = تدريبك
reminder-expected = يُفترض أن يكون **{ $name }** قد انتهى تقريبًا الآن.
reminder-pessimistic = يُفترض أن يكون **{ $name }** قد انتهى الآن، حتى في أبطأ التقديرات.
reminder-chosen = طلبت مني أن أذكّرك الآن: **{ $name }**
reminder-late = (وصل متأخرًا لأنني كنت متوقفًا. مدة التأخر: { DURATION($seconds, parts: 2) })
reminder-latest = أبعد موعد في التقدير: { $at }
reminder-question = هل انتهى؟
reminder-summary = فات أثناء غيابي موعد { $count ->
    [zero] { $count } تذكير
    [one] تذكير واحد من تذكيراتك
    [two] اثنين من تذكيراتك
    [few] { $count } من تذكيراتك
    [many] { $count } من تذكيراتك
   *[other] { $count } من تذكيراتك
} قبل أكثر من أسبوع، فلن أرسل { $count ->
    [zero] أي تذكير.
    [one] ذلك التذكير.
    [two] هذين التذكيرين.
    [few] تلك التذكيرات.
    [many] تلك التذكيرات.
   *[other] تلك التذكيرات.
}
button-donenow = انتهى للتو
button-doneago = انتهى قبل مدة
button-notyet = ما زال يعمل

# /settings
command-settings-name = الإعدادات
command-settings-description = لمديري الخادم: اللغة والقنوات المراقبة ومن يحق له الاستعمال
command-settings-language-name = اللغة
command-settings-language-description = لغة من لم يختر لغة لنفسه
command-settings-language-choice-en = الإنجليزية (English)
command-settings-language-choice-ar = العربية
command-settings-verbosity-name = التفصيل
command-settings-verbosity-description = مقدار ما يقوله الجواب في هذا الخادم
command-settings-verbosity-choice-full = كامل، مع الأسباب والنصائح
command-settings-verbosity-choice-short = مختصر، الوقت والنطاق فقط
command-settings-watch-name = مراقبة
command-settings-watch-description = ابحث عن السجلات في هذه القناة دون أن تُذكر
command-settings-unwatch-name = إيقاف_المراقبة
command-settings-unwatch-description = كُفّ عن البحث عن السجلات في هذه القناة
command-settings-role-name = الدور
command-settings-role-description = لا يستعمل متى هنا إلا أصحاب هذا الدور
command-settings-everyone-name = الجميع
command-settings-everyone-description = يحق للجميع استعمال متى هنا من جديد
guild-managers-only = لا يغيّر إعدادات الخادم إلا من يحق له إدارته.
guild-title = **إعدادات هذا الخادم**
guild-language = لغة من لم يختر لغة لنفسه: { $language }
guild-language-unset = اللغة التي يكتب بها
guild-verbosity = الأجوبة: { $verbosity ->
    [short] مختصرة
   *[full] كاملة
}
guild-role = من يحق له استعمال متى: { $role }
guild-everyone = من يحق له استعمال متى: الجميع
guild-watched = القنوات التي يُبحث فيها عن السجلات:
guild-unwatched = القنوات التي يُبحث فيها عن السجلات: لا شيء
guild-needs-intent = المراقبة تحتاج إلى صلاحية قراءة محتوى الرسائل، ومتى يعمل هنا بدونها. حُفظ الاختيار ويسري حين يفعّلها مشغّل البوت؛ وحتى ذلك الحين اذكرني أو استعمل الأمر /eta
guild-not-you = استعمال متى في هذا الخادم مقصور على دور معيّن: راجع أحد مديري الخادم.

# /privacy
command-privacy-name = الخصوصية
command-privacy-description = ما يحفظه متى عنك: اطّلع عليه أو نزّله ملفًا أو احذفه
privacy-kept = **ما أحفظه عنك:** أرقام تدريباتك (30 يومًا)، ولغتك، وتذكيراتك، وأيّ أجوبتي يخص أيّ رسائلك (7 أيام).
privacy-rows = المحفوظ الآن: التدريبات { $runs }، والتذكيرات { $reminders }، ومجموع السجلات { $rows }.
privacy-never = نصوص رسائلك وملفاتك لا تُحفظ أبدًا: تُقرأ في الذاكرة ثم تُترك.
privacy-exported = هذا كل ما أحفظه عنك، وعدد سجلاته { $rows }.
privacy-sure = أتريد حذف كل ما أحفظه عنك؟ لا رجعة في حذف التدريبات والتذكيرات واللغة المختارة.
privacy-deleted = حُذف كل شيء، وعدد السجلات المحذوفة { $rows }. لا أحفظ عنك الآن شيئًا.
button-pexport = تنزيل في ملف
button-pdelete = حذف كل شيء
button-psure = نعم، احذف كل شيء

# /runs
command-runs-name = تدريباتي
command-runs-description = تدريباتك ومواعيد انتهائها، مع تسميتها أو نسيانها
runs-title = **تدريباتك**
runs-none = لا أذكر لك أي تدريب. أرسل سجلًا أو أمرًا أو جملة، فأذكره 30 يومًا.
runs-name = التدريب: **{ $name }**
runs-question = بلا سجل
runs-done = المنجز { $done } من أصل { $total }
runs-open = المنجز { $done }، والعدد الكلي غير معروف
runs-finish = الانتهاء: { $at } ({ $left })
runs-no-finish = لا أعرف لهذا التدريب موعد انتهاء بعد.
runs-finished = انتهى: { $at }
runs-choose = سمِّ تدريبًا أو انسَه…
runs-gone = لم أعد أعرف هذا التدريب: أرسل سجله مرة أخرى.
runs-forgotten = نسيته ونسيت تذكيراته.
runs-rename-label = اسم لهذا التدريب
runs-rename-hint = حتى 40 حرفًا، واتركه فارغًا لحذف الاسم. لا يراه إلا أنت ومن تعرضه عليه.
button-rename = تسمية
button-forget = نسيان
button-runs = كل تدريباتي

# /remind والزر
command-remind-name = ذكرني
command-remind-description = ذكّرني حين يُفترض أن ينتهي تدريبي
command-remind-at-name = عند
command-remind-at-description = عند أي طرف من التقدير
command-remind-at-choice-expected = عند الانتهاء المتوقع
command-remind-at-choice-pessimistic = عند أبعد موعد في التقدير
command-remind-after-name = بعد
command-remind-after-description = أو بعد مدة، مثل: ساعتان ونصف
remind-when = متى أذكّرك؟
remind-expected = الانتهاء المتوقع: { $at }
remind-pessimistic = أبعد موعد في التقدير: { $at }
remind-arranged = سأذكّرك { $at } ({ $left }) بالتدريب **{ $name }**
remind-no-run = لا أعرف لك تدريبًا هنا. اسأل عن تدريب أولًا، أو حدد المدة هكذا: `/remind after: 2 h`
remind-not-understood = لم أفهم المدة. اكتبها هكذا: ساعتان ونصف، أو 2 h 30 min
remind-too-far = اختر مدة بين ثانية واحدة وسنة.
remind-too-many = لديك 25 تذكيرًا منتظرًا. ألغِ واحدًا أولًا أو انتظر أن يصل.
remind-cancelled = أُلغي التذكير.
remind-gone = أُرسل هذا التذكير أو أُلغي من قبل.
remind-form-title = ذكّرني
remind-form-label = بعد أي مدة؟
remind-form-hint = مثل: ساعتان ونصف، أو 90 دقيقة
button-remind = ذكّرني
button-remexp = عند الانتهاء المتوقع
button-rempes = عند أبعد موعد
button-remat = في وقت آخر
button-remno = إلغاء

# هل انتهى؟
done-hit = شكرًا. انتهى داخل النطاق الذي قدّرته.
done-miss = شكرًا. انتهى خارج النطاق الذي قدّرته، ويُحسب ذلك عليّ.
done-noted = شكرًا، سجّلت ذلك.
done-late = إذن تجاوز أبعد موعد قدّرته، ويُحسب ذلك عليّ. الصق آخر الأسطر فأصحح التقدير.
done-not-yet = حسنًا. الصق آخر الأسطر متى شئت فأصحح التقدير.
done-form-title = هل انتهى؟
done-form-label = منذ متى انتهى؟
done-form-hint = مثل: 20 دقيقة، أو ساعة وعشر دقائق
coverage-none = لم يخبرني أحد بعد كيف انتهى تدريبه، فلا أعلم كم مرة صدق النطاق.
coverage-measured = انتهى داخل النطاق { $hits } من أصل { $told } مما أُخبرت بانتهائه ({ PERCENT($share) }، والموعود 80%).

# /language
command-language-answers-name = الأجوبة
command-language-answers-description = مقدار ما يقوله الجواب لك
command-language-answers-choice-full = كاملة، مع الأسباب والنصائح
command-language-answers-choice-short = مختصرة، الوقت والنطاق فقط
language-chosen = سأجيبك بالعربية من الآن فصاعدًا.
language-automatic = سأجيبك باللغة التي تكتب بها.
language-not-kept = لا أستطيع حفظ اختيارك الآن، فيسري عشر دقائق. ويكفي أن تكتب باللغة التي تريد الجواب بها.

# mata move
cli-move-short = نقل مخزن SQLite إلى PostgreSQL
cli-move-help = ينقل مخزن SQLite إلى مخزن PostgreSQL فارغ. أوقف البوت أولًا؛ ويبقى المصدر كما هو. إن لم يُذكر TARGET أُخذ من المتغير MATA_DATABASE_URL لئلا تظهر كلمة السر في سطر الأوامر.
