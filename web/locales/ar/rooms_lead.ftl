# إدارة غرفة: فتحها، بابها، من فيها، حفظ النظام
lead-rooms = الغرف
lead-undo = تراجع

# فتح غرفة
lead-new-title = فتح غرفة
lead-new-lead = الغرفة حديث بين عدة أشخاص بإدارتك. لكل من فيها اسم يُختار لهذه الغرفة وحدها.
lead-step-describe = الوصف
lead-step-look = المعاينة
lead-describe-title = عمّ تدور؟
lead-look-title = هكذا يراها الآخرون
lead-look-text = هذا ما يُقرأ قبل طلب الدخول. لا يراه أحد بعد.
lead-look-label = الغرفة كما يراها الآخرون
lead-to-look = متابعة
lead-back-to-describe = رجوع
lead-make = فتح الغرفة
lead-make-busy = يجري إنشاء الغرفة …
lead-title = اسم الغرفة
lead-title-hint = قصير وبسيط. قد يقرؤه أحد عابرًا.
lead-purpose = الغرض
lead-purpose-hint = لمن هي، وما الذي يُرجى منها.
lead-rules = القواعد
lead-rules-hint = ما يلتزم به الجميع. تُقرأ قبل طلب الدخول.
lead-rules-suggest = البدء باقتراح
lead-rules-start = ما يُقال هنا يبقى هنا.
  نتحدث عن أنفسنا ونترك للآخرين أن يتحدثوا عن أنفسهم.
  لا أحد مضطر إلى قول شيء.
  لا نقدّم النصيحة إلا لمن يطلبها.
  من كان في خطر يحصل على المساعدة: يرجى إخباري، أو استخدام المساعدة في الأزمات أعلى الصفحة.
lead-language = اللغة
lead-language-hint = التي يجري بها الحديث هنا.
lead-days = مدة الاحتفاظ
lead-days-hint = بعدها يُحذف ما قيل من الخادم ومن كل جهاز.
lead-days-told = يُحتفظ بما يُقال هنا مدة { $time }.
lead-questions = بطاقة الاستقبال
lead-questions-hint = ما يُسأل عنه قبل الدخول. لا يقرأ الأجوبة إلا من يديرون الغرفة.
lead-questions-none = لا يُسأل عن شيء قبل الدخول.
lead-question = السؤال { $number }
lead-question-required = الإجابة مطلوبة
lead-question-up = إلى أعلى
lead-question-remove = إزالة
lead-question-removed = أُزيل السؤال.
lead-question-add = إضافة سؤال
lead-question-suggest = اقتراح أسئلة
lead-question-brings = ما الذي جاء بك إلى هنا؟
lead-question-medical = هل هناك أمر طبي ينبغي أن أعرفه، مثل تشخيص أو أدوية؟
lead-question-helps = ما الذي يساعدك في الأزمات؟
lead-question-contact = بمن يمكنني الاتصال عند الخطر؟ يكفي اسم ورقم.
lead-listed = من يمكنه العثور عليها
lead-listed-no = من لديه الرابط فقط
lead-listed-no-hint = حتى الخادم لا يستطيع قراءة اسم الغرفة وغرضها.
lead-listed-yes = كل المسترشدين في العيادة
lead-listed-yes-hint = تظهر في قائمة الغرف. الاسم والغرض والقواعد يقرؤها كل من لديه حساب هنا، والخادم أيضًا.
lead-listed-no-told = لا يعثر على هذه الغرفة إلا من لديه الرابط.
lead-listed-yes-told = تظهر هذه الغرفة في قائمة الغرف.
lead-led-by = بإدارة
error-lead_title_missing = يرجى إعطاء الغرفة اسمًا.

# إدارتها
lead-screen-title = إدارة الغرفة
lead-to-room = إلى الغرفة
lead-none-title = هذه الغرفة ليست بإدارتك
lead-none-text = ربما لم تعد موجودة، أو صارت بإدارة شخص آخر.
lead-parts = إدارة الغرفة
lead-part-door = الباب
lead-part-people = الأشخاص
lead-part-link = الدعوة
lead-part-settings = الغرفة
lead-closed-now = الغرفة مغلقة: القراءة متاحة للجميع، ولا كتابة ولا دخول لأحد.

# الباب
lead-door-title = عند الباب
lead-door-text = لا يرون شيئًا مما يُقال قبل السماح لهم بالدخول.
lead-door-empty = لا أحد في الانتظار. من يطلب الدخول يظهر هنا.
lead-since-today = منذ اليوم
lead-since = منذ { $date }
lead-further = هذا الشخص في الغرفة من قبل ويطلب الدخول بجهاز آخر.
lead-alike = قد يُظن هذا الاسم «{ $name }». بعد الاعتذار يمكن تكرار الطلب باسم آخر.
lead-alike-beside = ينتظر شخص آخر باسم «{ $name }»، وهما متشابهان. يمكن السماح لأحدهما والاعتذار للآخر.
lead-card = بطاقة الاستقبال
lead-card-none = لم يُسأل عن شيء.
lead-card-empty = بلا إجابة
lead-choose = تحديد { $name }
lead-admit = السماح بالدخول
lead-admit-all = { $count ->
    [zero] لا أحد للسماح بدخوله
    [one] السماح بدخول شخص واحد
    [two] السماح بدخول الشخصين
    [few] السماح بدخول الجميع ({ $count } أشخاص)
    [many] السماح بدخول الجميع ({ $count } شخصًا)
   *[other] السماح بدخول الجميع ({ $count } شخص)
  }
lead-admit-some = { $count ->
    [zero] لم يُحدَّد أحد
    [one] السماح بدخول شخص محدَّد
    [two] السماح بدخول شخصين محدَّدين
    [few] السماح بدخول { $count } أشخاص محدَّدين
    [many] السماح بدخول { $count } شخصًا محدَّدًا
   *[other] السماح بدخول { $count } شخص محدَّد
  }
lead-admitting = { $count ->
    [zero] لا أحد يدخل …
    [one] يجري إدخال شخص واحد …
    [two] يجري إدخال شخصين …
    [few] يجري إدخال { $count } أشخاص …
    [many] يجري إدخال { $count } شخصًا …
   *[other] يجري إدخال { $count } شخص …
  }
lead-admitted-one = دخول { $name } تم.
lead-admitted = { $count ->
    [zero] لم يدخل أحد.
    [one] دخل شخص واحد.
    [two] دخل شخصان.
    [few] دخل { $count } أشخاص.
    [many] دخل { $count } شخصًا.
   *[other] دخل { $count } شخص.
  }
lead-decline = اعتذار
lead-decline-title = الاعتذار عن دخول { $name }؟
lead-decline-text = يُعلَم صاحب الطلب بلا سبب أن الدخول لم يُسمح به، ويمكنه تكرار الطلب. ما كُتب لك يُحذف من الخادم.
lead-declined = تم الاعتذار عن دخول { $name }.

# الأشخاص
lead-people-title = { $count ->
    [zero] لا أحد في الغرفة
    [one] شخص واحد في الغرفة
    [two] شخصان في الغرفة
    [few] { $count } أشخاص في الغرفة
    [many] { $count } شخصًا في الغرفة
   *[other] { $count } شخص في الغرفة
  }
lead-people-alone = لا أحد هنا غيرك بعد. يمكن إرسال الرابط ثم السماح بالدخول عند الباب.
lead-people-look = البحث عن شخص
lead-people-found = { $count ->
    [zero] لم يُعثر على أحد
    [one] عُثر على شخص واحد
    [two] عُثر على شخصين
    [few] عُثر على { $count } أشخاص
    [many] عُثر على { $count } شخصًا
   *[other] عُثر على { $count } شخص
  }
lead-leads = من إدارة الغرفة
lead-you-lead = أنت
lead-is-muted = مكتوم
lead-mute = كتم
lead-muted = كتم { $name } تم: القراءة متاحة، ويظهر أن الكتابة غير ممكنة.
lead-unmute = إلغاء الكتم
lead-unmuted = أصبحت الكتابة متاحة من جديد للاسم { $name }.
lead-more = المزيد
lead-remove = إخراج
lead-remove-title = إخراج { $name } من الغرفة؟
lead-remove-text = يظهر لهذا الشخص أنه لم يعد في الغرفة، ولا يقرأ شيئًا مما يُقال من الآن. ويمكنه طلب الدخول من جديد. ويرى الآخرون أنه خرج.
lead-removed = خروج { $name } من الغرفة تم.
lead-ban = حظر
lead-ban-title = حظر { $name } نهائيًا؟
lead-ban-text = يخرج هذا الشخص ولا يمكنه طلب الدخول من جديد، بأي اسم كان. ويرى الآخرون أنه خرج فقط. لا يمكن التراجع عن ذلك.
lead-banned = حظر { $name } تم.

# الرابط
lead-link-title = رابط الدعوة
lead-link-text = من لديه هذا الرابط يمكنه القراءة عن الغرفة وطلب الدخول. لا أحد يدخل من دونك.
lead-link-listed = تظهر الغرفة أيضًا في قائمة الغرف.
lead-link-unlisted = نصفه الثاني هو مفتاح اسم الغرفة وغرضها، ولا يصل إلى الخادم أبدًا: يرجى إرسال الرابط كاملًا.
lead-link-qr = رمز QR لرابط الدعوة
lead-link-qr-hint = للمسح بالهاتف، من الشاشة أو مطبوعًا.

# حال الغرفة
lead-close-title = الغرفة مفتوحة
lead-close-text = القراءة والكتابة متاحتان لمن فيها.
lead-close = إغلاق الغرفة
lead-close-ask = إغلاق الغرفة؟
lead-close-ask-text = يرى الجميع أن الغرفة مغلقة. تبقى القراءة متاحة، ولا كتابة ولا دخول لأحد حتى تُفتح من جديد.
lead-open-title = الغرفة مغلقة
lead-open-text = قراءة ما قيل متاحة للجميع. لا كتابة ولا دخول لأحد.
lead-open = فتحها من جديد
lead-face-title = ما يراه الآخرون
lead-face-text = هذا موقَّع ممن يديرون الغرفة، وتتحقق منه أجهزة من فيها.
