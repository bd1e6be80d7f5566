# إعدادات لا تصلح: جملة لكل منها، واسم المتغير في آخرها.
settings-whole-number = هذا الإعداد يجب أن يكون عددًا صحيحًا: { $variable }
settings-positive = هذا الإعداد يجب أن يكون أكبر من صفر: { $variable }
settings-range = هذا الإعداد خارج حدوده المسموح بها: { $variable }
settings-log-level = هذا الإعداد يجب أن يكون إحدى القيم DEBUG أو INFO أو WARNING أو ERROR: { $variable }
settings-url = هذا الإعداد يجب أن يكون عنوانًا يبدأ بـ http:// أو https://: { $variable }
settings-yes-or-no = هذا الإعداد يجب أن يكون true أو false: { $variable }
settings-shard-ids = هذا الإعداد يجب أن يكون أرقامًا مثل 0,1,2 أو 0-3: { $variable }
settings-shards = أرقام الأجزاء (shards) تحتاج إلى MATA_SHARD_COUNT أكبر من كل منها: { $variable }
settings-invalid = هذا الإعداد لا يصلح بهذه القيمة: { $variable }
