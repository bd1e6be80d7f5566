# تشغيل البوت: سلامته وأجزاؤه.
cli-healthcheck-short = سؤال البوت العامل عن سلامته.
cli-healthcheck-help = يسأل البوت العامل على هذا الجهاز: هل هو سليم؟ وهو للحاويات. حالة الخروج 0 إن كان سليمًا. يحتاج إلى MATA_METRICS_PORT
cli-healthcheck-ready = اسأل أيضًا عن اتصاله بـ Discord
healthcheck-off = فحص السلامة غير مفعّل. اضبط للبوت ولهذا الأمر المتغير MATA_METRICS_PORT
healthcheck-well = سليم.
healthcheck-unwell = غير سليم، أو لا يعمل.
serve-port-taken = تعذر فتح منفذ الفحص والقياسات، فاختر قيمة أخرى للمتغير MATA_METRICS_PORT
memory-several-on-sqlite = تعدد العمليات يحتاج إلى PostgreSQL. اجعل هذه العملية تخدم كل الأجزاء (shards)، أو اضبط MATA_DATABASE_URL
settings-process = رقم العملية يجب أن يكون عددًا، أو اسمًا ينتهي بعدد، أصغر من عدد العمليات، وألا يزيد عدد العمليات على عدد الأجزاء (shards): { $variable }

# أعطال الجهاز.
error-died = أوقف الجهاز الذي أعمل عليه قراءة هذا مرتين، لنقص الذاكرة على الأرجح: أرسل آخر بضعة آلاف من الأسطر.
