# إعداد الاستبيانات. تُحمَّل مع شاشات من يسأل.
surveys-own-lead = سؤال المسترشدين عن جودة ما يُقدَّم لهم. لا يعرف السائل ولا الخادم من أجاب بماذا.
surveys-own-none = لم يُسأل عن شيء بعد
surveys-own-none-text = استبيان قصير بثلاثة أسئلة جيدة يُجاب عنه أكثر من استبيان طويل. القوالب بداية.
surveys-drafts = قيد الكتابة
surveys-asked = ما سُئل عنه
survey-new = استبيان جديد
survey-new-lead = البداية بقالب أو من دون شيء. يمكن تغيير كل شيء حتى التثبيت.
survey-template-blank = من البداية
survey-template-blank-text = لا أسئلة بعد.
survey-template-satisfaction = الرضا
survey-template-satisfaction-text = شعور المسترشدين تجاه ما يُقدَّم: الإصغاء والاحترام والمساعدة. المتوسط رقم واحد تمكن مقارنته من جولة إلى أخرى.
survey-template-who5 = جودة الحال (WHO-5)
survey-template-who5-text = الأسئلة الخمسة لمنظمة الصحة العالمية عن الأسبوعين الماضيين، بصياغتها الرسمية، من 0 إلى 100. يرجى ترك الصياغة كما هي: وإلا دل الرقم على شيء آخر. الاستعمال حر لغير الربح (CC BY-NC-SA 3.0 IGO).
survey-template-recommend = هل توصي بنا؟
survey-template-recommend-text = رقم من 0 إلى 10 وسببه.
survey-template-has = { $count ->
    [zero] { $count } سؤال
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالًا
   *[other] { $count } سؤال
}، بهذه اللغات: { $languages }
survey-template-use = البدء بهذا
survey-template-use-of = البدء بهذا: { $name }
survey-questions-count = { $count ->
    [zero] لا أسئلة بعد
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالًا
   *[other] { $count } سؤال
}
survey-untitled = استبيان بلا عنوان
survey-untitled-question = بلا كلمات بعد
survey-gone-own = حُذف، أو أعدّه حساب آخر.
survey-draft-kept = كل شيء محفوظ ومشفّر في حسابك.
survey-draft-keeping = جارٍ الحفظ …
survey-draft-failed = تعذّر حفظ آخر ما كُتب. تجري المحاولة من جديد؛ يرجى إبقاء هذه الصفحة مفتوحة.
survey-draft-delete = حذف المسودة
survey-draft-delete-ask = حذف هذه المسودة؟
survey-draft-delete-text = لم تُعرض على أحد. لا تمكن استعادتها.
survey-problems = { $count ->
    [zero] لا ينقص شيء
    [one] ينقص شيء واحد
    [two] ينقص شيئان
    [few] تنقص { $count } أشياء
    [many] ينقص { $count } شيئًا
   *[other] ينقص { $count } شيء
}
survey-problem-in = السؤال { $number }، { $field }
survey-problem-missing = يرجى ملء هذا.
survey-problem-long = يرجى تقصير هذا.
survey-problem-few = يرجى إضافة المزيد.
survey-problem-many = العدد كبير جدًا.
survey-problem-order = اليوم الأخير قبل الأول.
survey-problem-past = مضى اليوم الأخير.
survey-problem-far = يدوم الاستبيان سنة على الأكثر.
survey-problem-range = هذا الرقم غير ممكن هنا.
survey-problem-unfit = هذا لا يناسب هنا.
survey-problem-large = الاستبيان كبير جدًا. يرجى إزالة شيء منه.
survey-problem-when = يرجى اختيار سؤال سابق وواحدة على الأقل من إجاباته.
survey-problem-score = لم تعد أسئلته تكوّن مؤشرًا واحدًا. يرجى إصلاحها أو إزالة المؤشر.
survey-field-languages = اللغات
survey-field-title = العنوان
survey-field-introduction = الغرض منه
survey-field-owner = من يسأل
survey-field-opens = اليوم الأول
survey-field-closes = اليوم الأخير
survey-field-smallest = العدد الأدنى
survey-field-questions = الأسئلة
survey-field-scores = المؤشر
survey-field-text = السؤال
survey-field-hint = توضيح
survey-field-options = الخيارات
survey-field-scale = الأرقام
survey-field-low = كلمات أصغر رقم
survey-field-high = كلمات أكبر رقم
survey-field-rows = الصفوف
survey-field-columns = الأعمدة
survey-field-when = متى يُطرح
survey-field-name = اسم المؤشر
survey-field-size = الحجم
survey-languages-text = من يجيب يقرؤه بلغته إن كُتب بها. وحيث ينقص نص، يظهر النص بهذه اللغة: { $language }.
survey-writing-in = لغة الكتابة
survey-untranslated = { $count ->
    [zero] لا ينقص أي نص في { $language }، والبديل { $first }.
    [one] ينقص نص واحد في { $language }؛ يظهر بدله نص { $first }.
    [two] ينقص نصان في { $language }؛ يظهر بدلهما نص { $first }.
    [few] تنقص { $count } نصوص في { $language }؛ يظهر بدلها نص { $first }.
    [many] ينقص { $count } نصًا في { $language }؛ يظهر بدلها نص { $first }.
   *[other] ينقص { $count } نص في { $language }؛ يظهر بدلها نص { $first }.
}
survey-add-language = لغة أخرى
survey-add = إضافة
survey-remove-language = إزالة { $language }
survey-original = باللغة الأولى: { $words }
survey-about = الموضوع
survey-title = العنوان
survey-introduction = الغرض منه
survey-introduction-hint = سبب السؤال، وما سيتغير بفضله.
survey-owner = من يسأل
survey-owner-hint = بالاسم المعروف لدى المسترشدين.
survey-questions = الأسئلة
survey-questions-compared = ما تُقارَن به بقية الأسئلة في النتائج هو أول سؤال بجواب واحد يُطرح على الجميع.
survey-add-question = إضافة سؤال
survey-kind-choice = واحد من عدة
survey-kind-several = عدة من عدة
survey-kind-scale = مقياس
survey-kind-matrix = جدول
survey-kind-text = كلمات حرة
survey-kind-dates = فترة
survey-is-required = لازم
survey-is-conditional = يُطرح أحيانًا فقط
survey-question-edit = تعديل
survey-question-close = تم
survey-move-up = إلى أعلى: { $question }
survey-move-down = إلى أسفل: { $question }
survey-moved = الآن السؤال { $place } من { $of }.
survey-duplicate = تكرار
survey-duplicate-of = تكرار: { $question }
survey-remove = حذف
survey-remove-of = حذف: { $question }
survey-removed = حُذف السؤال.
survey-undo = تراجع
survey-question-text = السؤال
survey-question-hint = توضيح
survey-required = الإجابة لازمة
survey-required-hint = يُستحسن نادرًا: من يمكنه تجاوز سؤال يجيب عن غيره بحرية أكبر.
survey-options = الخيارات
survey-option-number = الخيار { $number }
survey-option-add = إضافة خيار
survey-rows = الصفوف
survey-row-number = الصف { $number }
survey-row-add = إضافة صف
survey-columns = الأعمدة
survey-column-number = العمود { $number }
survey-column-add = إضافة عمود
survey-text-up = إلى أعلى: { $number }
survey-text-remove = إزالة: { $number }
survey-scale-from = من
survey-scale-to = إلى
survey-scale-low = معنى { $number }
survey-scale-high = معنى { $number }
survey-text-warning = قد تدل الكلمات الحرة على كاتبها. يُنبَّه من يجيب إلى ذلك. تظهر لك بترتيب عشوائي، منفصلة عن كل الإجابات الأخرى.
survey-when = متى يُطرح
survey-when-always = دائمًا
survey-when-question = فقط بعد السؤال { $number }: { $question }
survey-when-answer = إن كانت الإجابة واحدة من هذه
survey-score-who5 = مؤشر WHO-5 من الأسئلة { $questions }: مجموعها في أربعة، من 0 إلى 100.
survey-score-nps = من السؤال { $questions }: نسبة من يقول 9 أو 10، ناقص نسبة من يقول 0 إلى 6.
survey-score-mean = متوسط الأسئلة { $questions }.
survey-score-remove = إزالة المؤشر
survey-score-shown = لا تظهر إلا إذا وجبت الإجابة عن كل هذه الأسئلة على الجميع.
survey-audience = من يُسأل
survey-audience-legend = من يمكنه الإجابة
survey-audience-clients = كل المسترشدين في العيادة
survey-audience-clients-hint = كل من لديه محادثة هنا.
survey-audience-practitioner = مسترشدو مختص واحد
survey-audience-practitioner-hint = كل من لديه محادثة معه.
survey-audience-own = المسترشدون لديّ
survey-audience-room = إحدى غرفي
survey-audience-room-hint = من فيها.
survey-audience-public = من لديه الرابط
survey-audience-public-hint = حتى من دون حساب.
survey-audience-public-warning = هذا أضعف: لا يمكن لأحد التحقق من أن كل شخص يجيب مرة واحدة، فقد يجيب شخص مرات كثيرة. يُستعمل فقط حيث لا يمكن طلب حساب.
survey-audience-which-room = أي غرفة
survey-audience-which-practitioner = أي مختص
survey-opens-on = اليوم الأول
survey-closes-on = اليوم الأخير
survey-days-utc = تبدأ الأيام وتنتهي عند منتصف الليل بالتوقيت العالمي المنسق.
survey-shown = ما يُعرض
survey-smallest = العدد الأدنى
survey-smallest-hint = يجب أن يجيب هذا العدد قبل أن يظهر لك شيء، { $least } على الأقل. كلما كبر ازداد الشعور بالأمان. وإن أجاب أقل من ذلك، يُمحى كل شيء دون أن يُقرأ.
survey-release = متى تظهر لك الإجابات
survey-release-close = بعد الإغلاق
survey-release-close-hint = كلها معًا. الطريقة الأكثر أمانًا.
survey-release-batches = قبله في دفعات
survey-release-batches-hint = في كل يوم ينتظر فيه العدد الأدنى على الأقل. وما يبقى عند الإغلاق ولا يكفي لدفعة يُمحى دون أن يُقرأ. يُحسب ما يصل نحو ثلاثين ردًّا في كل مرة، كي لا يدلّ أي فرق بين يومين على أشخاص قليلين.
survey-results-public = يمكن أن تكون النتائج علنية
survey-results-public-hint = عندئذ يمكن عرض ما أسفر عنه الاستبيان للجميع، من دون النصوص الحرة. ويُذكر ذلك في الاستبيان المثبّت.
survey-results-who = النتائج
survey-results-may-public = يمكن لك نشرها
survey-results-own = لك وحدك
survey-period = الفترة
survey-preview = كما سيظهر لهم
survey-preview-open = معاينة
survey-freeze-open = مراجعة وتثبيت …
survey-freeze-ask = تثبيت هذا الاستبيان؟
survey-freeze-text = من الآن يُطرح هذا تمامًا على الجميع.
survey-freeze-fixed = لا يمكن تغيير شيء منه بعد ذلك: لا سؤال ولا كلمة ولا يوم ولا من يُسأل.
survey-freeze-logged = تدخل بصمته سجل المفاتيح، ليرى الجميع أن الأسئلة نفسها تُطرح على الكل.
survey-freeze-end = يمكن إغلاقه قبل يومه الأخير، وحذفه.
survey-freeze = تثبيت
survey-freezing = جارٍ إنشاء مفاتيح هذا الاستبيان …
survey-freeze-audience = اختيار من يُسأل
survey-state-coming = لم يُفتح بعد
survey-state-coming-text = مثبّت، ويُفتح في يومه الأول.
survey-state-open = مفتوح
survey-state-open-text = تمكن الإجابة عنه.
survey-state-closed = أُغلق
survey-state-closed-text = الإجابات متاحة لك.
survey-state-too-few = كانت الإجابات قليلة جدًا
survey-state-too-few-text = أجاب أقل من العدد الأدنى. مُحيت كل الإجابات ولم يقرأها أحد.
survey-answered-fewer = أجاب حتى الآن أقل من { $smallest }، أو لا أحد.
survey-answered-about = أجاب { $count } على الأقل.
survey-batches = { $count ->
    [zero] لا دفعات متاحة حتى الآن.
    [one] دفعة واحدة متاحة.
    [two] دفعتان متاحتان.
    [few] { $count } دفعات متاحة.
    [many] { $count } دفعة متاحة.
   *[other] { $count } دفعة متاحة.
}
survey-stands = الوضع الآن
survey-unreadable = مفتاح الإجابات لدى من أعدّ هذا الاستبيان. لا تمكن قراءتها هنا.
survey-results-open = عرض النتائج
survey-fixed = ما ثُبّت
survey-link = رابطه
survey-link-text = يُعطى لمن يُراد سؤاله. لا حاجة إلى حساب.
survey-qr = عرض كرمز QR
survey-qr-label = رمز QR لرابط الاستبيان
survey-round = الجولة التالية
survey-round-text = طرح الأسئلة نفسها مرة أخرى والمقارنة. تبدأ مسودةً، ويجيب الجميع من جديد.
survey-round-open = إعداد الجولة التالية
survey-close-title = إغلاقه الآن
survey-close-text = من يوشك أن يجيب لن يمكنه ذلك. وإن قلّت الإجابات عن { $smallest } فلا يُعرض شيء ويُمحى كل شيء.
survey-close = إغلاق
survey-close-ask = إغلاق هذا الاستبيان؟
survey-close-ask-text = لا يمكن فتحه من جديد. وما أُجيب به ولم يغادر الجهاز بعد لا يُحسب.
survey-delete-title = حذفه
survey-delete-text = يُمحى الاستبيان وكل الإجابات والنتائج، هنا وللجميع.
survey-delete = حذف نهائي
survey-delete-ask = حذف هذا الاستبيان نهائيًا؟
survey-delete-ask-text = تُمحى كل الإجابات، وما نُشر منها. لا يمكن التراجع عن ذلك.
