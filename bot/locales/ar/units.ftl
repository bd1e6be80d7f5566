# أجزاء المدة والمعدودات وأسماؤها؛ صيغ الساعات والدقائق والثواني هي صيغ CLDR.
duration-week = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع
    [two] { $case ->
        [genitive] أسبوعين
       *[nominative] أسبوعان
    }
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}
duration-day = { $count ->
    [zero] { $count } يوم
    [one] يوم
    [two] { $case ->
        [genitive] يومين
       *[nominative] يومان
    }
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
duration-hour = { $count ->
    [zero] { $count } ساعة
    [one] ساعة
    [two] { $case ->
        [genitive] ساعتين
       *[nominative] ساعتان
    }
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
duration-minute = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة
    [two] { $case ->
        [genitive] دقيقتين
       *[nominative] دقيقتان
    }
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
duration-second = { $count ->
    [zero] { $count } ثانية
    [one] ثانية
    [two] { $case ->
        [genitive] ثانيتين
       *[nominative] ثانيتان
    }
    [few] { $count } ثوان
    [many] { $count } ثانية
   *[other] { $count } ثانية
}

count-iteration = { $count ->
    [zero] { $count } تكرار
    [one] تكرار واحد
    [two] { $case ->
        [genitive] تكرارين
       *[nominative] تكراران
    }
    [few] { $count } تكرارات
    [many] { $count } تكرارًا
   *[other] { $count } تكرار
}
count-step = { $count ->
    [zero] { $count } خطوة
    [one] خطوة واحدة
    [two] { $case ->
        [genitive] خطوتين
       *[nominative] خطوتان
    }
    [few] { $count } خطوات
    [many] { $count } خطوة
   *[other] { $count } خطوة
}
count-epoch = { $count ->
    [zero] { $count } حقبة
    [one] حقبة واحدة
    [two] { $case ->
        [genitive] حقبتين
       *[nominative] حقبتان
    }
    [few] { $count } حقب
    [many] { $count } حقبة
   *[other] { $count } حقبة
}
count-batch = { $count ->
    [zero] { $count } دفعة
    [one] دفعة واحدة
    [two] { $case ->
        [genitive] دفعتين
       *[nominative] دفعتان
    }
    [few] { $count } دفعات
    [many] { $count } دفعة
   *[other] { $count } دفعة
}
count-token = { $count ->
    [zero] { $count } رمز
    [one] رمز واحد
    [two] { $case ->
        [genitive] رمزين
       *[nominative] رمزان
    }
    [few] { $count } رموز
    [many] { $count } رمزًا
   *[other] { $count } رمز
}
count-sample = { $count ->
    [zero] { $count } عينة
    [one] عينة واحدة
    [two] { $case ->
        [genitive] عينتين
       *[nominative] عينتان
    }
    [few] { $count } عينات
    [many] { $count } عينة
   *[other] { $count } عينة
}
count-percent = { $count ->
    [zero] { $count } بالمئة
    [one] { $count } بالمئة
    [two] { $count } بالمئة
    [few] { $count } بالمئة
    [many] { $count } بالمئة
   *[other] { $count } بالمئة
}
count-trial = { $count ->
    [zero] { $count } تجربة
    [one] تجربة واحدة
    [two] { $case ->
        [genitive] تجربتين
       *[nominative] تجربتان
    }
    [few] { $count } تجارب
    [many] { $count } تجربة
   *[other] { $count } تجربة
}
count-tree = { $count ->
    [zero] { $count } شجرة
    [one] شجرة واحدة
    [two] { $case ->
        [genitive] شجرتين
       *[nominative] شجرتان
    }
    [few] { $count } أشجار
    [many] { $count } شجرة
   *[other] { $count } شجرة
}
count-record = { $count ->
    [zero] { $count } سجل
    [one] سجل واحد
    [two] { $case ->
        [genitive] سجلين
       *[nominative] سجلان
    }
    [few] { $count } سجلات
    [many] { $count } سجلًا
   *[other] { $count } سجل
}

unit-iteration = تكرار
unit-step = خطوة
unit-epoch = حقبة
unit-batch = دفعة
unit-token = رمز
unit-sample = عينة
unit-percent = واحد بالمئة
unit-trial = تجربة
unit-tree = شجرة

moment = { $day }، { $time } { $zone }
never = لا نهاية
