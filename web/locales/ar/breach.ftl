# ما يُقال لمن يعنيهم الأمر
told-cover-title = رسالة خاصة
told-cover-lead = هي من العيادة. من الأفضل قراءتها في وقت لا ينظر فيه أحد إلى الشاشة.
told-cover-text = لا شيء يجب فعله في هذه اللحظة. وإن لم يكن الوقت مناسبًا فهي تنتظر.
told-read = القراءة الآن
told-later = لاحقًا
told-bar-label = رسالة
told-bar = رسالة من العيادة في الانتظار.
told-open = فتح
told-notice-title = من العيادة
told-no-fault = لا ذنب لك في أي من هذا.
told-no-fault-text = لم يكن الوثوق بنا خطأ. ما حدث تقع مسؤوليته علينا.
told-no-fault-acquaintance = لا خطأ من جانبك، مهما قيل لك. ولم يكن لأحد الحق في قراءة ما هو لك أو نقله.
told-happened = ما الذي حدث
told-means = ما معناه لك
told-did = ما الذي فعلناه
told-can = ما الذي يمكن فعله
told-here = يمكن فعل هذا هنا
told-passphrase = عبارة مرور جديدة
told-talk = الحديث عنه في محادثة
told-export = أخذ ما لدى الخادم
told-practice-phone = العيادة، بالهاتف
told-practice-mail = العيادة، بالبريد الإلكتروني
told-emergency = في حالة الطوارئ
told-confirm-text = بعد القراءة يرجى قول ذلك. عندها ترى العيادة عددًا يزيد بواحد: لا من قرأ ولا متى.
told-confirm = قرأتُها
told-before-title = ما أخبرت به العيادة
told-before-lead = يبقى كل إشعار هنا مدة سنة.
told-before-none = لا شيء
told-before-none-text = لم يكن لدى العيادة شيء من هذا النوع لقوله.
told-of = بتاريخ { $date }

# سجل الإدارة
breach-title = عند حدوث خرق
breach-lead = كل ما يلزم ليوم خرج فيه ما كان يجب أن يبقى في الداخل. خطوة بعد خطوة.
breach-first-title = أولًا
breach-first-breathe = التنفس بهدوء، وطلب حضور شخص ثانٍ. القانون يعطي 72 ساعة.
breach-first-stop = إيقاف ما يجري: إنهاء كل الجلسات ورفض الحسابات الجديدة. ويمكن التراجع عن كليهما.
breach-first-write = تدوين ما هو معروف الآن ولو كان قليلًا. المهل تسري منذ العلم بالأمر.
breach-first-tell = إخبار من يعنيهم الأمر قبل معرفة كل شيء، بكلمات واضحة ولطيفة.
breach-new = تدوين خرق
breach-new-lead = ما ليس معروفًا بعد يمكن أن يبقى فارغًا. يرجى حفظ الموجود؛ والمتابعة ممكنة في أي وقت.
breach-entries = السجل
breach-none = لا شيء مدوّن
breach-none-text = نرجو أن يبقى كذلك. وإن حدث شيء، ولو كان صغيرًا، فهنا مكان تدوينه: القانون يطلب الأمور الصغيرة أيضًا.
breach-readers = { $count ->
    [zero] مختوم: لا أحد في الإدارة يستطيع قراءته.
    [one] مختوم: يستطيع قراءته حساب واحد في الإدارة. إذا ضاع هذا الحساب ضاع السجل: من الأفضل دعوة شخص ثانٍ إلى الإدارة.
    [two] مختوم: يستطيع حسابان في الإدارة قراءة ما يُحفظ الآن.
    [few] مختوم: تستطيع { $count } حسابات في الإدارة قراءة ما يُحفظ الآن.
    [many] مختوم: يستطيع { $count } حسابًا في الإدارة قراءة ما يُحفظ الآن.
    *[other] مختوم: يستطيع { $count } حساب في الإدارة قراءة ما يُحفظ الآن.
  }
breach-unreadable = لا يمكن فتحه
breach-unreadable-text = خُتم قبل انضمام هذا الحساب إلى الإدارة. من يستطيع فتحه في الإدارة يستطيع حفظه من جديد؛ وعندها تصبح قراءته ممكنة هنا أيضًا.
breach-aware-on = معروف منذ { $date }

breach-answers = ما يمكن فعله فورًا
breach-answers-text = كل إجراء يقول ما يفعله قبل أن يفعله.
breach-end-title = إنهاء كل الجلسات
breach-end-text = على الجميع تسجيل الدخول من جديد، ما عدا هذه الجلسة. ومن سرق جلسة صار خارجًا. لا يضيع شيء مما كُتب. لا تخبر المتصفحات بجديد حتى عودة أصحابها: لذلك يُرسل الإشعار أولًا.
breach-end = إنهاء كل الجلسات
breach-end-ask = إنهاء جلسات الجميع؟
breach-end-ask-text = تنتهي جلسات الجميع فورًا، حتى في وسط محادثة. والعودة تكون بعبارة المرور.
breach-ended = { $count ->
    [zero] لم تكن هناك جلسات.
    [one] أُنهيت جلسة واحدة.
    [two] أُنهيت جلستان.
    [few] أُنهيت { $count } جلسات.
    [many] أُنهيت { $count } جلسة.
    *[other] أُنهيت { $count } جلسة.
  }
breach-freeze-title = الحسابات الجديدة
breach-freeze-text = أثناء الإيقاف لا يستطيع أحد إنشاء حساب، ولا حتى بدعوة. ومن لديه حساب لا يلاحظ شيئًا.
breach-frozen-text = موقوفة: لا يستطيع أحد إنشاء حساب. ومن يحاول يُطلب منه العودة بعد أيام.
breach-freeze = إيقاف إنشاء الحسابات
breach-freeze-ask = إيقاف إنشاء الحسابات؟
breach-freeze-ask-text = من يطلب المساعدة لأول مرة لا يستطيع الدخول حتى السماح بذلك من جديد. وتبقى أرقام الأزمات ظاهرة.
breach-thaw = السماح بإنشاء الحسابات
breach-thaw-ask = السماح بإنشاء الحسابات من جديد؟
breach-thaw-ask-text = يستطيع الجميع إنشاء حساب من الآن.
breach-rekey-title = استبدال كل المفاتيح
breach-rekey-text = يصنع كل جهاز مفاتيح جديدة لكل محادثة من محادثاته. ومن نسخ المفاتيح من قبل لا يستطيع بعدها أن يقرأ بها شيئًا مما يُقال لاحقًا. لا يلاحظ أحد شيئًا، ويبقى ما قيل مقروءًا. لكن ذلك لا يسترجع ما نُسخ، ولا ينفع ما دام أحد يستطيع الدخول بجهاز مسروق أو عبارة مرور مسروقة: أنهِ أيضًا كل الجلسات.
breach-rekey = استبدال كل المفاتيح
breach-rekey-ask = هل تُستبدل مفاتيح الجميع؟
breach-rekey-ask-text = يُطلب ذلك الآن من كل الأجهزة، والجهاز المغلق يفعله حين يُفتح من جديد. وفي الغرفة يحصل الأعضاء على مفاتيحهم حين يكون جهازُ أحد من يديرونها موجودًا أيضًا. يمكن طلب ذلك مرة في اليوم.
breach-rekeyed = طُلب ذلك من كل الأجهزة في { $date }. لا يستطيع الخادم أن يرى أيها فعل ذلك.
breach-server-title = على الخادم
breach-server-text = ما يجب فعله على الجهاز نفسه موجود في دليل التشغيل تحت «When it is breached».

breach-facts = ما هو معروف
breach-sealed-text = ما يُكتب هنا تقرؤه الإدارة وحدها. والخادم يحفظه مختومًا.
breach-name = اسم له
breach-name-hint = للإدارة نفسها، مثل «الحاسوب المفقود».
breach-kind = نوع الخرق
breach-kind-intruder = دخول شخص غريب، أو سرقة نسخة
breach-kind-acquaintance = معرفة أحدهم شيئًا عن شخص من معارفه
breach-kind-mistake = وصول شيء إلى الشخص الخطأ
breach-kind-lost = ضياع جهاز أو ورقة
breach-aware = وقت العلم به
breach-aware-hint = المهل تسري من هنا.
breach-happened = ما الذي حدث
breach-happened-hint = ماذا، وكيف، وكيف اكتُشف.
breach-when = وقت حدوثه، بقدر ما هو معروف
breach-data = أي بيانات
breach-data-hint = من جرد كل ما لدى الخادم.
breach-affected = من يعنيهم الأمر
breach-affected-hint = أنواع الأشخاص والسجلات، وعددهم تقريبًا. من دون أسماء.
breach-people = عدد الأشخاص تقريبًا
breach-risk = ما قد يعنيه لهم
breach-risk-unlikely = الخطر عليهم مستبعد
breach-risk-risk = يوجد خطر
breach-risk-high = الخطر كبير
breach-consequences = ما قد يترتب عليه
breach-consequences-hint = لمن يعنيهم الأمر: من قد يعرف عنهم ماذا.
breach-measures = ما فُعل وما سيُفعل
breach-measures-hint = لإيقافه وإصلاحه ومنع تكراره.
breach-contact = من تستطيع السلطة سؤاله
breach-authority-at = وقت إبلاغ السلطة الإشرافية
breach-late = سبب التأخر في الإبلاغ
breach-late-hint = فقط إذا تجاوز الأمر 72 ساعة. القانون يطلب السبب، لا العذر.
breach-hhs-at = وقت إبلاغ وزارة الصحة الأمريكية

breach-clocks = المهل
breach-clocks-text = أي من هذه القوانين يسري يتوقف على مكان العيادة ومكان المسترشدين. عند الشك يرجى سؤال مسؤول حماية البيانات أو محامٍ اليوم.
breach-clock-authority = إبلاغ السلطة الإشرافية (اللائحة العامة لحماية البيانات، المادة 33: 72 ساعة)
breach-clock-people = إخبار من يعنيهم الأمر (اللائحة العامة لحماية البيانات، المادة 34: من دون تأخير)
breach-clock-hipaa = إخبار كل من يعنيه الأمر (HIPAA، ‏45 CFR 164.404: ‏60 يومًا على الأكثر)
breach-clock-hhs = إبلاغ وزارة الصحة الأمريكية (HIPAA، ‏45 CFR 164.408)
breach-clock-now = الآن
breach-clock-left = حتى { $date }. المتبقي: { $span }.
breach-clock-late = متأخر. كان الموعد { $date }، قبل { $span }. يجب فعله اليوم مع ذكر السبب.
breach-clock-done = تم: { $date }
breach-clock-done-late = تم: { $date }. مدة التأخر: { $span }.
breach-late-ask = انقضت مهلة 72 ساعة. تطلب المادة 33 ذكر الأسباب: مكانها الحقل في الأسفل.

breach-telling = إخبار من يعنيهم الأمر
breach-telling-text = يجدونه في التطبيق قبل كل شيء عند الدخول القادم. ومن هو غائب يخبره المتصفح أو البريد الإلكتروني بوجود جديد، من دون ذكر ما هو.
breach-tell = كتابة إشعار
breach-who = لمن الإشعار
breach-who-everybody = للجميع
breach-who-everybody-hint = كل المسترشدين والمختصين.
breach-who-clients = لمن يتحدثون مع مختص
breach-who-clients-hint = وللمختص أيضًا.
breach-who-room = لمن في غرفة معلنة
breach-who-room-hint = الأعضاء ومن يديرونها.
breach-who-accounts = لحسابات بعينها
breach-who-accounts-hint = مختوم لكل منها: لا يستطيع غيرها قراءته.
breach-of-practitioner = المختص
breach-of-room = الغرفة
breach-accounts = أرقام الحسابات
breach-accounts-hint = كل رقم 32 حرفًا ورقمًا، وكل رقم في سطر. يوجد الرقم في الإعدادات تحت «ما يعرفه الخادم عني» باسم account.id.
breach-public = هذا النص مقروء على الخادم ويقرؤه كثيرون: لا يُكتب فيه ما يخص شخصًا واحدًا.
breach-words-in = بلغة: { $language }
breach-words-happened-hint = جملتان أو ثلاث بسيطة: ماذا، ومتى، وكيف عُرف. من دون تهوين.
breach-preview = رؤيته كما سيرونه
breach-preview-title = هكذا سيقرؤونه
breach-preview-back = تغييره
breach-publish = إرساله إليهم
breach-publish-text = يصل إليهم فورًا. يمكن سحبه، لكن ليس من ذاكرة من قرأه.
breach-told-on = أُرسل في { $date }.
breach-read-by = { $count ->
    [zero] لم يصل إلى أي حساب ({ $confirmed })
    [one] قُرئ في { $confirmed } من حساب واحد
    [two] قُرئ في { $confirmed } من حسابين
    [few] قُرئ في { $confirmed } من { $count } حسابات
    [many] قُرئ في { $confirmed } من { $count } حسابًا
    *[other] قُرئ في { $confirmed } من { $count } حساب
  }
breach-withdraw = سحب
breach-withdraw-ask = سحب هذا الإشعار؟
breach-withdraw-text = لا يراه أحد بعد ذلك. إن كان خطأ فمن الأفضل إرسال أصح منه: الصمت بعد إشعار يخيف.
breach-withdrawn = سُحب

breach-papers = نصوص للسلطات
breach-papers-text = مملوءة مما حُفظ في الأعلى. وما ليس معروفًا بعد يظهر كذلك: يمكن إرساله لاحقًا على مراحل.
breach-paper-gdpr = السلطة الإشرافية (اللائحة العامة لحماية البيانات، المادة 33)
breach-paper-hipaa = وزارة الصحة الأمريكية (HIPAA، ‏45 CFR 164.408)
breach-paper-gdpr-head = إبلاغ السلطة الإشرافية بخرق للبيانات الشخصية (اللائحة العامة لحماية البيانات، المادة 33)
breach-paper-hipaa-head = إشعار بخرق معلومات صحية محمية غير مؤمّنة (‏45 CFR 164.404، ‏164.408)
breach-paper-practice = العيادة (الجهة المسؤولة)
breach-paper-told = إخبار من يعنيهم الأمر
breach-paper-unknown = غير معروف بعد
breach-paper-save = حفظ كملف

error-breach_accounts_wrong = يرجى إدخال أرقام حسابات من 32 حرفًا ورقمًا، كل رقم في سطر.
error-breach_conflict = غيّرت الإدارة هذا القيد من مكان آخر أولًا. يرجى نسخ ما كُتب، ثم الرجوع وفتحه من جديد.
error-breach_happened_missing = يرجى ذكر ما حدث بكل لغة.
error-breach_nobody = بهذا لا يصل الخبر إلى أحد. يرجى اختيار آخر.
error-breach_register_full = لا يتسع السجل لمزيد.
error-breach_title_missing = يرجى إدخال اسم له.
error-breach_too_large = هذا طويل جدًا. يرجى اختصاره.
error-rekeyed_today = المفاتيح قيد الاستبدال بالفعل. يمكن طلب ذلك من جديد غدًا.
