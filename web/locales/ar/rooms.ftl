# All rooms
rooms-title = الغرف
rooms-lead = الغرفة مجموعة تلتقي كتابةً ويديرها مختص. ولكل شخص فيها اسم من اختياره.
rooms-own = غرفك
rooms-at-door = غرف طلبت دخولها
rooms-listed = غرف هذه العيادة
rooms-none-title = لا غرف هنا بعد
rooms-none-client = عندما تفتح العيادة غرفة للجميع تظهر هنا. وإذا وصلك رابط دعوة فيرجى فتحه في هذا المتصفح. وحتى ذلك الحين يمكنك التحدث مع مختص على انفراد.
rooms-none-practitioner = عندما تُفتح غرفة للجميع تظهر هنا.
rooms-new = فتح غرفة
room-lead = الإدارة
room-badge-out = لم تعد من أعضائها
room-badge-closed = مغلقة
room-badge-led = بإدارتك
room-badge-full = لا تستقبل أحدًا حاليًا
room-badge-muted = صوته مكتوم
room-standing-asking = في انتظار الجواب
room-standing-declined = لم يُقبل الدخول
room-led-by = بإدارة { $names }
room-to-all = إلى كل الغرف

# From outside
room-title = غرفة
room-lost-title = هذه الغرفة ليست هنا
room-lost-text = قد يكون عنوانها ناقصًا، أو لم تعد الغرفة موجودة. إذا وصلك رابط دعوة فيرجى فتحه مرة أخرى كاملًا كما وصلك.
room-led-title = من يديرها
room-led-text = من يديرون الغرفة يحفظون النظام: يقررون من يدخل، ويمكنهم إزالة ما يجرح.
room-spoken = اللغة هنا: { $language }
room-rules-title = كيف نتعامل هنا
room-known-title = من يعرف ماذا عنك
room-known-members = الآخرون في الغرفة
room-known-members-text = يرون الاسم الذي تختاره لهذه الغرفة وما تكتبه. ولا يرون اسمك في بقية الأماكن هنا ولا محادثاتك ولا غرفك الأخرى.
room-known-leaders = من يديرونها ({ $names })
room-known-leaders-text = الشيء نفسه، وإجاباتك عن أسئلة الدخول. ولا يستطيع أحد غيرهم فتحها. أما هويتك فلا تُعرف إلا إذا ذكرتها.
room-known-leaders-nothing = الشيء نفسه كالآخرين. أما هويتك فلا تُعرف إلا إذا ذكرتها.
room-known-server = خادم هذه العيادة
room-known-server-text = أن حسابك في هذه الغرفة ومتى يُرسل شيء، ولكن لا كلمة مما يقال، ولا اسمك فيها.
room-known-kept = مدة الاحتفاظ
room-known-kept-text = ما يقال يُتلف بعد { $time }، على الخادم وعلى كل جهاز.
room-known-limits = ما لا يستطيع أحد أن يعد به
room-known-limits-text = من في الغرفة يستطيع أن يتذكر ما يقرأه أو ينسخه. يرجى ذكر ما لا بأس أن يعرفه الآخرون فقط.
room-ask = طلب الدخول
room-takes-nobody = لا يُقبل دخول أحد حاليًا. يرجى النظر لاحقًا، أو سؤال { $names }.

# At the door
room-waiting-title = أرسلت طلب الدخول
room-waiting-text = يرى من يديرون الغرفة ({ $names }) أن هناك من ينتظر، ويقرؤون ما كتبته. قد يستغرق ذلك يومًا أو يومين، ويظهر الجواب هنا. لا حاجة إلى البقاء في هذه الصفحة.
room-ask-anew = تغيير ما كتبته
room-withdraw = سحب الطلب
room-declined-title = لم يُقبل دخولك هذه المرة
room-declined-text = لذلك أسباب كثيرة، ومعظمها لا علاقة له بك: قد تكون المجموعة ممتلئة، أو غير ما تحتاج إليه. القرار من { $names }، ولا يعلم به غيرهم. وما كتبته أُتلف.
room-declined-else = لا داعي لأن تبقى وحدك مع هذا:
room-ask-once-more = الطلب مرة أخرى

# Asking
room-ask-lead = يرجى اختيار الاسم الذي تريده، وكتابة ما يحتاج إلى معرفته من يديرون الغرفة ({ $names }). لا يُرسل شيء قبل الضغط على الزر أدناه.
room-name = اسمك في هذه الغرفة
room-name-hint = لهذه الغرفة فقط: لا يكشف لأحد اسمك في مكان آخر. يُفضَّل ألا يكون اسمك الحقيقي. من حرفين إلى 40 حرفًا بكتابة واحدة.
room-card-title = بطاقة الاستقبال
room-card-text = لا يستطيع فتح إجاباتك إلا من يديرون الغرفة ({ $names })، وتُختم على هذا الجهاز. ولا يراها الآخرون في الغرفة أبدًا.
room-card-known = أعلم أن من يديرون الغرفة ({ $names }) سيقرؤون هذا
room-ask-submit = طلب الدخول
error-room_answer_too_long = هذا طويل جدًا. يرجى تقصيره إلى 2000 حرف.
error-room_readers_unknown = يرجى وضع علامة هنا، ليكون واضحًا أنك تعلم من سيقرأ ذلك.

# Inside
room-here-as = اسمك هنا { $name }
room-people-button = { $count ->
    [zero] لا أحد في هذه الغرفة. عن الغرفة
    [one] شخص واحد في هذه الغرفة. عن الغرفة
    [two] شخصان في هذه الغرفة. عن الغرفة
    [few] { $count } أشخاص في هذه الغرفة. عن الغرفة
    [many] { $count } شخصًا في هذه الغرفة. عن الغرفة
   *[other] { $count } شخص في هذه الغرفة. عن الغرفة
}
room-nothing-said = لم يُقل شيء بعد منذ دخولك. أما ما سبق فهو لمن كانوا هنا.
room-leads = إدارة الغرفة
room-me = (أنت)
room-composer = رسالة إلى الغرفة
room-came-mine = تم دخولك.
room-came-theirs = دخول { $name }.
room-went-mine = لم تعد في هذه الغرفة.
room-went-theirs = خروج { $name }.
room-muted-mine = كُتم صوتك. ما زال بإمكانك القراءة.
room-muted-theirs = كُتم صوت { $name }.
room-unmuted-mine = يمكنك الكتابة من جديد.
room-unmuted-theirs = الكتابة متاحة من جديد لـ { $name }.
room-taken-down-mine = أُزيلت رسالتك.
room-taken-down-theirs = أُزيلت هذه الرسالة.
room-taken-down-short = أُزيلت
room-take-back-text = تختفي كلماتها لدى كل من في الغرفة، ويرى الجميع أن رسالة أُزيلت. ربما قرأها بعضهم، والجهاز المطفأ لا ينساها إلا عند عودة الاتصال.
room-security-what-now = لم يُقبل ذلك. إذا ظهر هذا مرة أخرى فيرجى إخبار من يديرون الغرفة.
room-standing-out = لم تعد في هذه الغرفة
room-standing-out-text = ما كان بإمكانك قراءته يبقى على هذا الجهاز إلى أن تنتهي مدته، وما يقال الآن لا يظهر لك. إذا لم يكن السبب معروفًا لك فيرجى سؤال { $names }.
room-standing-closed = هذه الغرفة مغلقة حاليًا
room-standing-closed-text = أغلقها { $names }. يمكنك قراءة ما قيل، والكتابة من جديد عند فتحها.
room-standing-muted = لا يمكنك الكتابة هنا مؤقتًا
room-standing-muted-text = كتم صوتك مؤقتًا { $names }. ما زال بإمكانك القراءة. هذا ليس حكمًا عليك: تحتاج الغرفة أحيانًا إلى الهدوء.

# About the room
room-about = عن هذه الغرفة
room-people-title = { $count ->
    [zero] لا أحد هنا
    [one] شخص واحد هنا
    [two] شخصان هنا
    [few] { $count } أشخاص هنا
    [many] { $count } شخصًا هنا
   *[other] { $count } شخص هنا
}
room-what = ما هي هذه الغرفة
room-leave = مغادرة الغرفة
room-leave-text = يمكنك المغادرة متى شئت، ولا حاجة إلى ذكر السبب.
room-leave-title = مغادرة هذه الغرفة؟
room-leave-sure = يُمحى ما قيل هنا من هذا الجهاز، ولا يصلك شيء بعد ذلك. وما كتبته يبقى للآخرين إلى أن تنتهي مدته. وللعودة يجب الطلب مرة أخرى من { $names }.
room-leave-submit = المغادرة والمحو

# How it is led, and what not everybody reads
room-now-slow = { $seconds ->
    [zero] من الآن لا انتظار بين رسالتين من الشخص نفسه.
    [one] من الآن تمر ثانية واحدة على الأقل بين رسالتين من الشخص نفسه.
    [two] من الآن تمر ثانيتان على الأقل بين رسالتين من الشخص نفسه.
    [few] من الآن تمر { $seconds } ثوانٍ على الأقل بين رسالتين من الشخص نفسه.
    [many] من الآن تمر { $seconds } ثانية على الأقل بين رسالتين من الشخص نفسه.
   *[other] من الآن تمر { $seconds } ثانية على الأقل بين رسالتين من الشخص نفسه.
}
room-now-slow-off = يمكن للجميع الكتابة من جديد بالسرعة التي يريدونها.
room-now-review = من الآن يقرأ من يديرون الغرفة الرسائل أولًا قبل أن يراها الجميع.
room-now-review-off = تظهر الرسائل للجميع فورًا من جديد.
room-now-queue = من الآن يكون الكلام بالدور. يرجى رفع اليد عند الرغبة في قول شيء.
room-now-queue-off = يمكن للجميع الكتابة من جديد.
room-now-floor = الكلمة الآن لـ { $name }.
room-now-check = يسأل من يديرون الغرفة عن حال الجميع.
room-now-mood = هكذا كان حال الجميع، في صورة واحدة.
room-now-pinned = ثُبتت رسالة من { $name }.
room-now-running = الآن: { $title }
room-now-help = أغلق من يديرون الغرفة الغرفة. إذا لم تكن حالتك جيدة فالمساعدة متاحة الآن.
room-now-help-off = تستمر الغرفة.
room-held-on-mine = مؤقتًا يقرأ من يديرون الغرفة رسائلك أولًا قبل أن يراها الآخرون.
room-held-on-theirs = رسائل { $name } تُقرأ أولًا قبل عرضها.
room-held-off-mine = تظهر رسائلك للجميع فورًا من جديد.
room-held-off-theirs = تظهر رسائل { $name } فورًا من جديد.
room-held-mine = في الانتظار: يقرؤها من يديرون الغرفة أولًا
room-held-theirs = في انتظار المراجعة
room-held-returned = لم تُعرض على الآخرين
room-whisper-mine = لا يقرأ هذا إلا من يديرون الغرفة
room-whisper-to = لا يقرأ هذا إلا { $name } ومن يديرون الغرفة
room-whisper-theirs = لا يقرأ هذا إلا من يديرون الغرفة
room-whisper-leaders = بين من يديرون الغرفة
room-whisper-back = لك وحدك
room-standing-queue = الكلام هنا بالدور في هذا الوقت
room-standing-queue-text = يرجى رفع اليد عند الرغبة في قول شيء. ويعطيك الكلمة من يديرون الغرفة ({ $names }).
room-standing-help = هذه الغرفة مغلقة مؤقتًا
room-standing-help-text = أغلقها { $names } لأن أحدًا قد لا يكون بخير. إن كان هذا حالك فلا حاجة إلى انتظار فتحها: هناك من يمكنك التحدث معه الآن.

# What people do with words, turns and hands; what counts just now
room-thanks = شكرًا
room-thanks-wordless = الشكر بلا كلمات
room-reacted = { $count ->
    [zero] { $emoji } من لا أحد
    [one] { $emoji } من شخص واحد
    [two] { $emoji } من شخصين
    [few] { $emoji } من { $count } أشخاص
    [many] { $emoji } من { $count } شخصًا
   *[other] { $emoji } من { $count } شخص
}
room-speak-to = توجيه الكلام إلى
room-to-me = كلام موجه إليك
room-about-words = الموضوع:
room-unfold = القراءة
room-fold = الطي
room-warned-of = الموضوع: { $warning }
room-warn = التنبيه إلى الموضوع
room-warn-example = مثلًا: إيذاء النفس
room-warn-not = بلا تنبيه
room-passed-by = بموافقة { $name }
room-unheard = لم يُعرض هذا على أحد: وصل وصوتك مكتوم، أو والكلمة لشخص آخر.
room-pin = تثبيت
room-unpin = إلغاء التثبيت
room-take-down = إزالة
room-take-down-title = إزالة هذه الرسالة؟
room-erase = محوها من هذا الجهاز
room-erase-title = محو ما كان بإمكانك قراءته هنا؟
room-erase-text = يُمحى من هذا الجهاز ما قيل في هذه الغرفة أثناء وجودك فيها، ولا يمكن استعادته.
room-more = طرق أخرى للكتابة
room-confide = الكتابة لمن يديرون الغرفة فقط
room-confiding = لا يقرأ هذا إلا من يديرون الغرفة.
room-to-everybody = للجميع
room-composer-confided = إلى من يديرون الغرفة
room-reviewed = يقرأ هذا من يديرون الغرفة أولًا قبل أن يراه الآخرون.
room-slow-left = { $seconds ->
    [zero] يمكنك الكتابة الآن.
    [one] يمكنك الكتابة من جديد بعد ثانية واحدة.
    [two] يمكنك الكتابة من جديد بعد ثانيتين.
    [few] يمكنك الكتابة من جديد بعد { $seconds } ثوانٍ.
    [many] يمكنك الكتابة من جديد بعد { $seconds } ثانية.
   *[other] يمكنك الكتابة من جديد بعد { $seconds } ثانية.
}
room-slow-soon = يمكنك الكتابة من جديد بعد قليل.
room-hand-up = رفع اليد
room-hand-down = إنزال اليد
room-hand-waits = { $count ->
    [zero] دورك هو التالي.
    [one] قبلك شخص واحد.
    [two] قبلك شخصان.
    [few] قبلك { $count } أشخاص.
    [many] قبلك { $count } شخصًا.
   *[other] قبلك { $count } شخص.
}
room-badge-hand = يد مرفوعة
room-floor-mine = الكلمة لك.
room-floor-free = الكلمة ليست لأحد الآن.
room-hands = { $count ->
    [zero] لا يد مرفوعة.
    [one] يد واحدة مرفوعة.
    [two] يدان مرفوعتان.
    [few] { $count } أيدٍ مرفوعة.
    [many] { $count } يدًا مرفوعة.
   *[other] { $count } يد مرفوعة.
}
room-pinned = رسالة مثبتة: { $name }
room-minutes-left = { $count ->
    [zero] لم يبق وقت
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $count } دقائق
    [many] بقيت { $count } دقيقة
   *[other] بقيت { $count } دقيقة
}
room-minutes-over = انتهى الوقت المخصص
room-agenda = ما هو مقرر
room-welcome = أهلًا وسهلًا
room-help-title = المساعدة متاحة الآن
room-help-text = لا حاجة إلى معرفة ما يجب قوله، وتكفي للبداية عبارة «لست بخير».
room-help-emergency = إذا كانت حياة أحد في خطر
room-help-more = ما يفيد في الدقائق القادمة

# One's own card, other browsers, places and hours
room-card-empty = لا شيء في بطاقتك. لا يعرف من يديرون الغرفة إلا اسمك هنا وما تكتبه.
room-card-read-by = لا يستطيع قراءتها إلا { $names }.
room-card-asked-by = منذ ملء بطاقتك انضم إلى إدارة الغرفة { $names }، دون إمكان قراءتها. القرار لك.
room-card-share = السماح بالقراءة هنا أيضًا
room-card-openings = متى فُتحت
room-card-unopened = لم يفتحها أحد حتى الآن. وعندما يحدث ذلك يظهر هنا.
room-card-opened = { $name }، { $date }، { $time }
room-card-fill = ملء البطاقة
room-card-change = تغيير بطاقتي
room-card-withdraw = سحب إجاباتي
room-card-withdraw-title = سحب إجاباتك؟
room-card-withdraw-text = لن يستطيع من يديرون الغرفة فتحها بعد ذلك. أما ما قُرئ فلا يمكن محوه من الذاكرة. وتبقى عضويتك في الغرفة.
room-ask-again-text = أنت في هذه الغرفة بمتصفح آخر. ولكل متصفح دخول مستقل، ويبقى اسمك فيها وبطاقتك كما هما.
room-ask-again = الطلب لهذا المتصفح
room-known-capacity-text = { $count ->
    [zero] لا مكان لأحد.
    [one] فيها مكان لشخص واحد.
    [two] فيها مكان لشخصين.
    [few] فيها مكان لـ { $count } أشخاص.
    [many] فيها مكان لـ { $count } شخصًا.
   *[other] فيها مكان لـ { $count } شخص.
}
room-known-kept-session = ما يقال يُتلف عند انتهاء الجلسة، على الخادم وعلى كل جهاز.
room-entry-open = لا حاجة إلى الانتظار: من يطلب الدخول يُقبل.
room-hours-title = متى تجتمع
room-hours-always = هي مفتوحة في كل وقت.
room-hours-each = كل أسبوع: من { $start } إلى { $end }
room-hours-yours = بتوقيت جهازك.
room-meets-now = تجتمع الآن، حتى { $end }.
room-meets-next = الاجتماع القادم: { $start }.
room-ask-again-title = هذا المتصفح ليس في الغرفة بعد
room-asked-again = أُرسل الطلب. وعندما يُفتح الباب يظهر ذلك هنا.
room-ask-to-lead = طلب المشاركة في الإدارة

# Reporting
room-report = إبلاغ
room-report-title = الإبلاغ عن هذه الرسالة؟
room-report-text = تصل هذه الرسالة إلى من يديرون الغرفة مع إثبات صدورها هنا عن { $name }، ويرون من أرسل البلاغ. ولا يعلم بذلك { $name } ولا الآخرون. تُعرض هذه الرسالة وحدها، وتبقى الأخرى كما هي.
room-report-why = ما الخطأ فيها؟
room-report-submit = إرسال البلاغ
room-reported = أُرسل بلاغك عنها
room-reported-title = أُرسل البلاغ
room-reported-text = يراه الآن من يديرون الغرفة. لا حاجة إلى فعل شيء آخر، ولا إلى متابعة القراءة هناك.

# Who is here and who writes; set times
room-typing = { $count ->
    [zero] لا أحد يكتب
    [one] هناك من يكتب …
    [two] يكتب شخصان …
    [few] عدة أشخاص يكتبون …
    [many] عدة أشخاص يكتبون …
   *[other] عدة أشخاص يكتبون …
}
room-present = السماح للآخرين برؤية وجودي هنا
room-present-hint = غير مفعّل إلى أن تفعّله. عندها يرى الآخرون متى تكون هذه الغرفة على شاشتك. ولا يُحفظ شيء من ذلك.
room-badge-here = هنا الآن
room-standing-hours = هذه الغرفة تجتمع في أوقات محددة
room-standing-hours-text = ليست مفتوحة الآن. يمكنك قراءة ما قيل، وتبدأ الكتابة من جديد في الجلسة القادمة.

# How everybody is
room-check-start = كيف حالك في البداية؟
room-check-end = كيف حالك في النهاية؟
room-check-hint = إن شئت. لا تُعرض إجابتك على أحد: يُعرض فقط عدد من أجاب بكل درجة، وذلك إذا كان العدد { $least } على الأقل.
room-check-worst = 0: لست بخير إطلاقًا
room-check-best = 10: بخير جدًا
room-checked = شكرًا. يمكن تغييرها ما دام السؤال مفتوحًا.
room-moods = كيف حال الغرفة
room-mood-start = في البداية
room-mood-end = في النهاية
room-mood-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
room-appointed-title = تطلب العيادة من { $name } إدارة هذه الغرفة
room-appointed-text = ربما لم يعد من كان يديرها هنا. { $name } من المختصين في هذه العيادة. قبل أن يصدر قرارك لا يصلك شيء مما يقال هنا الآن، ولا يعرف { $name } من أنت.
room-appointed-means = عند الموافقة يعرف { $name } الاسم الذي اخترته في هذه الغرفة، ويتولى حفظ النظام فيها من الآن. أما ما قيل من قبل فلا يمكنه قراءته.
room-appointed-unsure = عند الشك يمكن سؤال العيادة أولًا بطريقة أخرى. لا حاجة إلى القرار اليوم.
room-appointed-card = السماح لـ { $name } بقراءة بطاقتي أيضًا
room-appointed-agree = المتابعة مع { $name }
room-appointed-done = طلبت العيادة من { $name } إدارة هذه الغرفة، وتمت موافقتك.
room-badge-appointed = مطلوب منك إدارتها
room-take-up-title = تطلب منك العيادة إدارة هذه الغرفة
room-take-up-text = يُسأل أعضاؤها أيضًا، كل على جهازه: من يوافق يتابع معك. ما قيل من قبل لا يمكنك قراءته، ومن هم هنا تعرفه كلما وافق أحدهم.
room-take-up = إدارة هذه الغرفة
room-appoint-title = حين لا يبقى من يدير هذه الغرفة
room-appoint-text = يمكنك أن تطلب من مختص إدارتها. يُخبَر كل عضو بذلك ويقرر بنفسه: المتابعة أو المغادرة. ولا يدخل أحد الغرفة من دون ذلك.
room-appoint-who = المختص
room-appoint = طلب إدارتها
room-appoint-none = كل مختص لديه ملف يديرها أصلًا.
room-appoint-done = يجد { $name } الغرفة تحت «الغرف». إن لم تكن معروضة فيمكن تمرير رابط الدعوة إليه.
rooms-steward-lead = الغرف التي يراها الجميع. للعثور على غيرها يُفتح رابط دعوتها في هذا المتصفح.
rooms-none-steward = لا توجد غرفة معروضة.
error-last_moderator = أنت آخر من يدير هذه الغرفة. يرجى تعيين شخص آخر قبل المغادرة.
error-room_asks_first = يرجى أولًا تحديد هل تتابع مع من يدير هذه الغرفة الآن. كلماتك ما زالت هنا.
error-room_check_over = لم يعد هذا السؤال مفتوحًا.
error-room_flooded = كُتب الكثير جدًا من هنا في هذه الغرفة خلال دقيقة. ما كتبته ينتظر، وسيُرسل من تلقاء نفسه بعد قليل.
error-room_hours = تجتمع هذه الغرفة في أوقات محددة، وليس الآن. كلماتك ما زالت هنا.
error-room_muted = كتم من يديرون هذه الغرفة صوتك مؤقتًا. ما زال بإمكانك القراءة.
error-room_not_in = لم تعد في هذه الغرفة.
error-room_not_your_turn = الكلمة الآن لشخص آخر. يمكنك رفع يدك؛ كلماتك ما زالت هنا.
error-room_slow = الحديث في هذه الغرفة يسير بتمهّل: لا بد من مرور بعض الوقت بين رسالتين. كلماتك ما زالت هنا؛ أرسلها بعد قليل.
