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
lead-days-hint = بعدها يُحذف ما قيل من الخادم ومن كل جهاز. تنتهي الجلسة بانتهاء وقتها أو بإغلاق الغرفة.
lead-days-told = يُحتفظ بما يُقال هنا مدة { $time }.
lead-days-none = حتى انتهاء الجلسة
lead-days-none-told = يُتلف ما يُقال هنا عند انتهاء الجلسة.
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
lead-mute-for =
    { $minutes ->
        [zero] كتم { $minutes } دقيقة
        [one] كتم دقيقة واحدة
        [two] كتم دقيقتين
        [few] كتم { $minutes } دقائق
        [many] كتم { $minutes } دقيقة
       *[other] كتم { $minutes } دقيقة
    }
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
lead-ban-text = يخرج هذا الشخص ولا يمكنه طلب الدخول من جديد، بأي اسم كان، إلى أن يُرفع الحظر. ويرى الآخرون أنه خرج فقط.
lead-banned = حظر { $name } تم.
lead-bans = المحظورون
lead-bans-text = لا يمكنهم طلب الدخول. يعرف الخادم أي حساب هو، دون أي اسم.
lead-bans-unknown = شخص حظره مشرف آخر
lead-ban-lift = السماح بطلب الدخول من جديد

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
lead-close-destroys = عندها يُتلف ما قيل، على الخادم وعلى كل جهاز.
lead-open = فتحها من جديد
lead-face-title = ما يراه الآخرون
lead-face-text = هذا موقَّع ممن يديرون الغرفة، وتتحقق منه أجهزة من فيها.

# ما ينتظر، وإيقاف كل شيء
lead-part-hands = الأيدي
lead-part-held = المحتجز
lead-part-whispers = الهمس
lead-part-talk = الحديث
lead-wait = { $count ->
    [zero] لا شيء ينتظر
    [one] ينتظر
    [two] ينتظران
    [few] ينتظرون
    [many] ينتظرون
   *[other] ينتظرون
  }
lead-panic = إيقاف وعرض المساعدة
lead-panic-title = إغلاق الغرفة الآن؟
lead-panic-text = لا يستطيع أحد الكتابة بعد ذلك، ويرى الجميع أين توجد المساعدة في الأزمات.
lead-panic-submit = إيقاف الآن
lead-panic-now = الغرفة مغلقة، ويرى الجميع أين توجد المساعدة.

# الأيدي والكلمة
lead-hands-title = الأيدي المرفوعة
lead-hands-empty = لا يد مرفوعة، والكلمة ليست لأحد.
lead-floor-free = الكلمة ليست لأحد.
lead-floor-has = الكلمة الآن: { $name }.
lead-floor-next = إعطاء الكلمة: { $name }
lead-floor-end = إنهاء الدور
lead-floor-give = إعطاء الكلمة
lead-queue = الحديث بالدور
lead-queue-hint = لا يكتب إلا من له الكلمة، ومن يديرون الغرفة. ويرفع الآخرون أيديهم.

# المحتجز
lead-held-title = المحتجز
lead-held-text = لم ير هذا إلا من يديرون الغرفة.
lead-held-empty = لا شيء محتجز.
lead-held-warning = تنبيه: { $warning }
lead-pass = عرض على الجميع
lead-return = إعادة
lead-return-title = إعادة هذا إلى { $name }؟
lead-return-text = لا يراه إلا صاحبه. تصله كلماتك ويمكنه الكتابة من جديد.
lead-return-why = السبب
lead-return-start = أفضّل ألا يُعرض هذا على الجميع بهذا الشكل. هل يمكن قوله بطريقة أخرى؟
lead-review = قراءة كل شيء أولًا
lead-review-hint = ما يُكتب يصل إليك، ويراه الآخرون بعد عرضه عليهم.

# الهمس
lead-whispers-title = الهمس
lead-whispers-text = قيل لمن يديرون الغرفة وحدهم. ولا يرى أحد غيرهم الأجوبة.
lead-whispers-empty = لم يهمس إليك أحد. الهمس ممكن في أي وقت، من دون أن يراه الآخرون.
lead-whisper-open = ينتظر جوابًا
lead-whisper-you = أنت
lead-whisper-gone = لم يعد هذا الشخص في الغرفة.
lead-whisper-to = جواب إلى { $name }
lead-whisper-submit = إرسال الجواب
lead-whisper-sent = لا يقرؤه إلا هذا الشخص.
error-lead_whisper_empty = يرجى كتابة شيء أولًا.

# كيف يجري الحديث
lead-talk-title = كيف يجري الحديث هنا
lead-slow = إبطاء
lead-slow-hint = مدة الانتظار بين رسالتين. ولا تسري على من يديرون الغرفة.
lead-slow-none = بلا إبطاء
lead-pinned-title = المثبّت
lead-pinned-none = لا شيء مثبّت. يمكن تثبيت رسالة من قائمتها في الغرفة.
lead-unpin = إلغاء التثبيت
lead-welcome-title = الترحيب
lead-welcome = كلمات الترحيب
lead-welcome-hint = يقرؤها أولًا كل من يدخل.
lead-agenda-title = الموضوعات
lead-agenda-text = يرى الجميع عمّ يدور الحديث الآن، وكم بقي من الوقت.
lead-agenda-open = بقدر ما يلزم
lead-agenda-on = الآن
lead-agenda-left = { $count ->
    [zero] الآن، انتهى الوقت
    [one] الآن، بقيت دقيقة واحدة
    [two] الآن، بقيت دقيقتان
    [few] الآن، بقيت { $count } دقائق
    [many] الآن، بقيت { $count } دقيقة
   *[other] الآن، بقيت { $count } دقيقة
  }
lead-agenda-over = الآن، انتهى الوقت
lead-agenda-begin = بدء
lead-agenda-start = البدء: { $title }
lead-agenda-next = الانتقال إلى: { $title }
lead-agenda-end = إنهاء الموضوعات
lead-agenda-item = الموضوع التالي
lead-agenda-minutes = المدة
lead-agenda-add = إضافة إلى الموضوعات
error-lead_agenda_empty = يرجى ذكر الموضوع.

# قراءة ما يكتبه شخص أولًا
lead-hold = القراءة أولًا
lead-unhold = إلغاء القراءة أولًا
lead-is-held = يُقرأ أولًا
lead-held-on = ما يكتبه { $name } يصل إليك أولًا. ويظهر ذلك هناك.
lead-held-off = ما يكتبه { $name } يراه الجميع من جديد.

# من يدير معك، وبطاقات من في الداخل
lead-colleague = مختص يطلب إدارة هذه الغرفة معك.
lead-appoint = تعيين
lead-appoint-title = إدارة الغرفة مع { $name }؟
lead-appoint-text = يصبح بإمكانه هنا كل ما بإمكانك: السماح بالدخول والكتم والإخراج وقراءة الهمس. أما البطاقات السابقة فلا يقرؤها إلا بموافقة أصحابها. ويرى الجميع أنه يدير الغرفة.
lead-appointed = إدارة الغرفة الآن معك: { $name }.
lead-link-colleague = من يفتح الرابط من مختصي العيادة يمكنه طلب إدارة الغرفة معك، ويتم التعيين عند الباب.
lead-card-of = بطاقة استقبال { $name }
lead-card-told = يُعلَم صاحب البطاقة بفتحها وبوقت ذلك. لذا تُفتح عند الحاجة.
lead-card-open = فتحها

# متى، وكم، وكيف يكون الدخول
lead-sessions = مواعيد اللقاء
lead-sessions-hint = كل أسبوع، حسب ساعتك. ويراها الآخرون حسب ساعتهم.
lead-sessions-none = الغرفة مفتوحة دائمًا.
lead-session = { $day }، من { $from } إلى { $to }
lead-session-add = إضافة موعد
lead-session-day = اليوم
lead-session-start = البداية
lead-session-minutes = المدة
lead-capacity = الأماكن
lead-capacity-hint = مع أكثر من ثلاثين تقريبًا يصعب على شخص واحد أن يسمع الجميع.
lead-capacity-told = { $count ->
    [zero] لا أماكن.
    [one] مكان واحد.
    [two] مكانان.
    [few] { $count } أماكن.
    [many] { $count } مكانًا.
   *[other] { $count } مكان.
  }
lead-entry = كيف يكون الدخول
lead-entry-request = السماح لكل شخص منك
lead-entry-request-hint = من يطلب ينتظر عند الباب حتى جوابك.
lead-entry-open = من يطلب يدخل
lead-entry-open-hint = ما إن يكون جهازك هناك. فقط لغرف لا يمكن أن يؤذي فيها غريب أحدًا.
lead-face-change = تغيير
lead-face-change-text = يُعلَم كل من في الغرفة بما صار عليه الأمر.
lead-asking = طلب الدخول ممكن
lead-asking-hint = وإلا فالباب مغلق: لا طلبات حتى يُفتح.

# البلاغات
lead-part-reports = البلاغات
lead-reports-title = البلاغات
lead-reports-text = لا يرى من أبلغ وعمّا أبلغ إلا من يديرون الغرفة.
lead-reports-empty = لا بلاغات.
lead-report-by = بلاغ من { $name }.
lead-report-why = بلاغ من { $name }: «{ $why }»
lead-report-down = إزالة الرسالة
lead-report-done = تم
lead-verdict-proved = ثبت أن { $name } قال هذا هنا.
lead-verdict-altered = ما يعرضه هذا البلاغ ليس ما صُنع منه. لا ينبغي فعل شيء بسببه.
lead-verdict-not-sent = لم يُقل شيء كهذا في الغرفة. لا ينبغي فعل شيء بسببه.
lead-verdict-other-sender = قال هذا شخص آخر، لا { $name }. لا ينبغي فعل شيء بسببه.
lead-verdict-unknown-sender = قيل هذا هنا، لكن لا يمكن معرفة القائل.
lead-verdict-before-exchange = أُرسل هذا قبل استبدال مفاتيح الخادم ولم يعد محفوظًا. لم يعد ممكنًا معرفة هل قيل هكذا.
lead-verdict-unchecked = لم يمكن التحقق بعد. تُعاد المحاولة عند توفر الاتصال.

# كيف حال الجميع، الملاحظات، ومن كان هنا
lead-part-after = الملاحظات
lead-mood-title = كيف حال الجميع
lead-mood-text = { $count ->
    [zero] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة، ولا يرى أحد الأجوبة المنفردة.
    [one] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة بعد جواب واحد، ولا يرى أحد الأجوبة المنفردة.
    [two] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة بعد جوابين، ولا يرى أحد الأجوبة المنفردة.
    [few] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة بعد { $count } أجوبة، ولا يرى أحد الأجوبة المنفردة.
    [many] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة بعد { $count } جوابًا، ولا يرى أحد الأجوبة المنفردة.
   *[other] السؤال منك، ويجيب كل شخص برقم من 0 إلى 10. ويرى الجميع صورة واحدة بعد { $count } جواب، ولا يرى أحد الأجوبة المنفردة.
  }
lead-mood-ask-start = السؤال في البداية
lead-mood-ask-end = السؤال في النهاية
lead-mood-asked-start = يُسأل الجميع عن حالهم عند الوصول.
lead-mood-asked-end = يُسأل الجميع عن حالهم عند الانصراف.
lead-mood-answers = { $count ->
    [zero] لا أجوبة حتى الآن.
    [one] جواب واحد حتى الآن.
    [two] جوابان حتى الآن.
    [few] { $count } أجوبة حتى الآن.
    [many] { $count } جوابًا حتى الآن.
   *[other] { $count } جواب حتى الآن.
  }
lead-mood-finish = إنهاء السؤال
lead-mood-start = في البداية
lead-mood-end = في النهاية
lead-mood-step = من السيئ إلى الجيد
lead-mood-count = العدد
lead-notes-title = الملاحظات
lead-notes-text = لا يقرؤها إلا من يديرون الغرفة الآن. وتبقى حتى تُزال.
lead-note = ملاحظة جديدة
lead-note-add = حفظ الملاحظة
lead-note-remove-title = إزالة هذه الملاحظة؟
lead-note-remove-text = تُزال عند كل من يديرون الغرفة. لا يمكن التراجع عن ذلك.
lead-attendance-title = من كان هنا
lead-attendance-text = بأسماء هذه الغرفة، ما دام شيء محفوظًا هنا.
lead-attendance-none = لم يكن أحد هنا بعد، بحسب ما هو محفوظ.
lead-unanswered = { $count ->
    [zero] أجاب الجميع.
    [one] شخص واحد لم يجب بعد هل يتابع معك.
    [two] شخصان لم يجيبا بعد هل يتابعان معك.
    [few] { $count } أشخاص لم يجيبوا بعد هل يتابعون معك.
    [many] { $count } شخصًا لم يجيبوا بعد هل يتابعون معك.
   *[other] { $count } شخص لم يجيبوا بعد هل يتابعون معك.
}
lead-unanswered-text = قبل موافقتهم لا يقرؤون شيئًا مما يقال الآن، ولا تعرف من هم.
lead-go-on = المتابعة من دونهم
lead-go-on-title = المتابعة من دون من لم يجيبوا؟
lead-go-on-text = يُخرَجون من الغرفة، ويمكنهم طلب الدخول من جديد عند الباب.
error-attested_before = استُبدلت مفاتيح الخادم بعد إرسال هذه الرسالة ولم تعد محفوظة. لم يعد ممكنًا معرفة مرسلها.
error-not_asking = لم يعد هذا الشخص يطلب الدخول.
error-not_attested = لم يرسل أحد هذه الرسالة في هذه الغرفة.
error-room_card_not_shared = لم يشارك هذا العضو بطاقته معك.
