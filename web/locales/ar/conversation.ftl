# القائمة
list-title = المحادثات
list-requests = الطلبات
list-open = المفتوحة
list-over = المنتهية
list-alert = رُفض شيء حفاظًا على سلامتك
list-coming = محادثاتك في الطريق إلى هذا المتصفح…
list-empty-title = لا محادثات بعد
list-empty-text = يمكنك الاطلاع على من هنا واختيار من يناسبك. وتقرأ كيف تتم حمايتك قبل قول أي شيء.
list-empty-go = البحث عمن أتحدث معه
state-requested-practitioner = بانتظار الرد
state-requested-client = طلب
state-declined-practitioner = اعتُذر عنه
state-declined-client = اعتُذر عنه
state-referred-practitioner = أُحيل إلى مختص آخر
state-referred-client = أُحيل
state-ended-practitioner = انتهت
state-ended-client = انتهت

# محادثة واحدة
conversation-title = محادثة
conversation-lost-title = هذه المحادثة ليست هنا
conversation-lost-text = ربما كانت لحساب آخر، أو أن عنوانها غير كامل.
details = التفاصيل
details-title = عن هذه المحادثة
private = بينكما فقط
private-compared = بينكما فقط. تمت المقارنة.
timeline-label = الرسائل
earlier = رسائل سابقة
earlier-loading = الرسائل السابقة في الطريق…
new-messages = جديد
later = رسائل لاحقة
later-loading = الرسائل اللاحقة في الطريق…
new-below = رسائل جديدة في الأسفل
to-newest = إلى أحدث الرسائل
said-by-me = أنت:
said-by = { $name }:
typing = رسالة قيد الكتابة من { $name }…
delivery-queued = بانتظار الإرسال على هذا الجهاز
delivery-sending = جارٍ الإرسال
delivery-sent = أُرسلت
delivery-delivered = وصلت
delivery-read = قُرئت

# الكتابة
composer = رسالة إلى { $name }
composer-client = سؤال { $name } عن شيء أولًا
composer-practitioner = الرد على { $name }
composer-keys = يُرسل مفتاح Enter، ويبدأ Shift مع Enter سطرًا جديدًا.
composer-offline = ما ترسله ينتظر على هذا الجهاز، ويُرسل من تلقاء نفسه حالما يتوفر اتصال.
composer-room = { $room ->
    [zero] لم يبقَ مكان لأي حرف.
    [one] بقي مكان لحرف واحد.
    [two] بقي مكان لحرفين.
    [few] بقي مكان لـ { $room } أحرف.
    [many] بقي مكان لـ { $room } حرفًا.
   *[other] بقي مكان لـ { $room } حرف.
}
composer-too-long = { $over ->
    [zero] الرسالة طويلة. يرجى إرسالها على جزأين.
    [one] في الرسالة حرف واحد زائد. يرجى إرسالها على جزأين.
    [two] في الرسالة حرفان زائدان. يرجى إرسالها على جزأين.
    [few] في الرسالة { $over } أحرف زائدة. يرجى إرسالها على جزأين.
    [many] في الرسالة { $over } حرفًا زائدًا. يرجى إرسالها على جزأين.
   *[other] في الرسالة { $over } حرف زائد. يرجى إرسالها على جزأين.
}
send = إرسال

# ما دامت الكتابة غير ممكنة
standing-requested-client = طلبك لدى { $name }. حالما يأتي الرد تراه هنا.
standing-requested-practitioner = هذا الطلب ينتظر ردك.
standing-declined-client = تعذّر على { $name } قبول طلبك الآن. يمكنك سؤال شخص آخر.
standing-declined-practitioner = اعتذرت عن هذا الطلب.
standing-referred-client = يرى { $name } أن مختصًّا آخر يستطيع مساعدتك بشكل أفضل.
standing-referred-practitioner = أحلت { $name } إلى مختص آخر.
standing-ended-client = انتهت هذه المحادثة. ما زال بإمكانك قراءتها.
standing-ended-practitioner = انتهت هذه المحادثة. ما زال بإمكانك قراءتها.
standing-open-client = لا يمكن كتابة شيء هنا في الوقت الحالي.
standing-open-practitioner = لا يمكن كتابة شيء هنا في الوقت الحالي.
away = غياب { $name } حتى { $date }.
meanwhile-title = متى يأتي الرد من { $name }
standing-find = البحث عن شخص آخر
standing-crisis = إن كان الأمر لا يحتمل الانتظار: مساعدة في الأزمات

# ما حدث
notice-requested-client = طلبت علاجًا من { $name }.
notice-requested-practitioner = طلب علاج من { $name }.
notice-asked-back-client = لدى { $name } سؤال قبل اتخاذ القرار. يمكنك الرد في الأسفل.
notice-asked-back-practitioner = سألت قبل اتخاذ القرار. يمكن الآن أن يأتي الرد من { $name }.
notice-accepted-client = تم القبول من { $name }. يمكنكما الكتابة من الآن.
notice-accepted-practitioner = قبلت الطلب. يمكنكما الكتابة من الآن.
notice-declined-client = تعذّر على { $name } قبول طلبك الآن، وهذه الرسالة لك:
notice-declined-practitioner = اعتذرت وكتبت:
notice-referred-client = يرى { $name } أن { $to } يستطيع مساعدتك بشكل أفضل، وهذه الرسالة لك:
notice-referred-practitioner = أحلت { $name } إلى { $to } وكتبت:
referred-go = الاطلاع على { $to }
notice-consent-agreed-client = وافقت على النسخة { $version } من الموافقة المستنيرة.
notice-consent-agreed-practitioner = تمت الموافقة من { $name } على النسخة { $version } من الموافقة المستنيرة لديك.
notice-consent-revoked-client = سحبت موافقتك. انتهت المحادثة.
notice-consent-revoked-practitioner = تم سحب الموافقة من { $name }. انتهت المحادثة.
notice-sealed-opened-client = تم من { $name } فتح جزء مختوم من بطاقة الاستقبال الخاصة بك: { $part }. والسبب المذكور:
notice-sealed-opened-practitioner = فتحت جزءًا مختومًا من بطاقة الاستقبال: { $part }. وأُبلغ { $name } بالسبب:
notice-device-added-mine = صارت هذه المحادثة في متصفح آخر لك.
notice-device-added-theirs = صارت هذه المحادثة في متصفح آخر لدى { $name }.
notice-device-removed-mine = أُخرج أحد متصفحاتك من هذه المحادثة.
notice-device-removed-theirs = أُخرج أحد متصفحات { $name } من هذه المحادثة.
notice-ended-mine = أنهيت هذه المحادثة.
notice-ended-theirs = انتهت هذه المحادثة بطلب من { $name }.
notice-account-deleted = حُذف حساب { $name }. ولم تعد مفاتيح هذه المحادثة موجودة في ذلك الطرف.
notice-unreadable = هنا شيء لا يمكن قراءته في هذا المتصفح.
notice-unknown = هنا شيء يحتاج إلى نسخة أحدث من هذه الصفحة. يرجى إعادة تحميلها.

# ما رُفض
security-title = رُفض شيء حفاظًا على سلامتك
security-unauthorised-commit = حاول أحد، دون أن يحق له ذلك، تغيير من يشارك في هذه المحادثة.
security-unauthorised-payload = أُرسل شيء باسم لا يحق له إرساله.
security-bad-credential = جاء جهاز بمفاتيح ليست للشخص الذي يدّعي أنه هو.
security-altered-record = تغيّر شيء في الطريق إلى هنا.
security-replayed-record = أُرسل شيء مرة ثانية ممن ليس في هذه المحادثة.
security-reordered-record = وصلت رسائل بترتيب يختلف عن ترتيب كتابتها.
security-missing-record = أُرسلت رسالة ولم تصل.
security-forgotten-early = شيء كان ينبغي الاحتفاظ به لم يعد على الخادم.
security-unprovable-record = رُفض شيء ما كان بوسع أحد أن يبلّغ عنه.
security-wrong-epoch = كان شيء مقفلًا بمفاتيح لم تعد صالحة.
security-what-now = لم يُقبل ذلك. ما كتبته يبقى سريًّا. إن رأيت هذا مرة أخرى، فيرجى مقارنة رقم الأمان وإبلاغ العيادة.
safety-open = رؤية رقم الأمان

# الطلب
request-title = طلب مساعدة من { $name }
request-sealed-note = تبقى الأجزاء المختومة مغلقة إلى أن تُفتح من «التفاصيل» لسبب تذكره. ويُبلَّغ الطرف الآخر بذلك.
request-ask-note = إن كنت بحاجة إلى معرفة شيء أولًا، فيمكنك كتابته في الأسفل: يصل كسؤال، ويبقى الطلب مفتوحًا.
accept = قبول
refer = إحالة إلى مختص آخر
decline = اعتذار
decline-title = الاعتذار عن طلب { $name }؟
decline-text = تصل كلماتك إلى { $name } كما هي هنا. الكلمة الطيبة، وذكر مكان آخر للمساعدة، يعنيان الكثير في هذه اللحظة.
decline-words = كلماتك
decline-starter = شكرًا لثقتك ولأنك كتبت. يؤسفني أنني لا أستطيع قبول طلبك في الوقت الحالي. هذا لا يعني شيئًا عنك ولا عما يشغلك. أرجو ألا ينقطع أملك: ربما كان لدى مختص آخر هنا متسع، والمساعدة في الأزمات في أعلى الصفحة متاحة في أي وقت.
decline-submit = اعتذار
refer-title = إحالة { $name } إلى مختص آخر؟
refer-text = يصل { $name } إلى الملف الذي تختاره ويمكن الكتابة هناك. لا يُنقل شيء من بطاقة الاستقبال.
refer-to = إلى من
refer-nobody = لا أحد من المختصين يقبل طلبات جديدة الآن.
refer-words = كلماتك
refer-starter = شكرًا لثقتك ولأنك كتبت. أرى أن مختصًّا آخر لدينا يستطيع مساعدتك في هذا أفضل مني، ويسرّني أن تصله رسالتك.
refer-submit = إحالة

# بطاقة الاستقبال
intake-title = بطاقة الاستقبال
intake-title-own = بطاقة الاستقبال الخاصة بك
intake-reason = سبب الطلب
intake-region = البلد أو المنطقة
intake-sealed = الأجزاء المختومة
intake-sealed-none = لم يُذكر منها شيء
intake-real-name = الاسم الحقيقي
intake-emergency-contact = جهة اتصال للطوارئ
sealed-medical = معلومات طبية
sealed-contact = الاسم الحقيقي وجهة اتصال للطوارئ
sealed-open-medical = فتح المعلومات الطبية
sealed-open-contact = فتح الاسم الحقيقي وجهة الاتصال للطوارئ
sealed-open-text = يُبلَّغ { $name } فورًا بأنك فتحت هذا، ومتى، وبالسبب الذي تذكره. ولا يظهر لك إلا بعد إرسال ذلك.
sealed-open-reason = السبب
sealed-open-submit = فتح وإبلاغ
sealed-not-opened = لم يُفتح هذا من { $name }.
sealed-not-opened-yet = لم يُفتح حتى الآن.
sealed-opened-on = فُتح في { $date } الساعة { $time }:

# الموافقة المستنيرة
consent-agreed-on = تمت الموافقة على النسخة { $version } في { $date }.
consent-revoked-on = سُحبت في { $date }.

# رقم الأمان
safety-title = رقم الأمان
safety-text = عند الحديث مع { $name } هاتفيًّا أو وجهًا لوجه، يمكن أن يقرأ كل منكما هذه الكلمات للآخر. إن رأيتما الكلمات نفسها فلا أحد يقف بينكما.
safety-words = رقم الأمان بالكلمات
safety-other-forms = كرمز QR وبالأرقام
safety-qr = رقم الأمان كرمز QR
safety-compared = تمت المقارنة: متطابق لدى الطرفين
safety-same = قارنّاه: إنه متطابق
safety-undo = تراجع
safety-differs = ليس متطابقًا؟
safety-differs-text = إذن يرجى عدم كتابة شيء سري هنا الآن. أعيدا تحميل الصفحة لدى كل منكما وقارنا مرة أخرى. إن ظل مختلفًا فقد يكون أحد بينكما: يرجى إبلاغ العيادة من صفحة التواصل، والاتفاق على طريقة أخرى للحديث.

# الإنهاء
ending-title = الإنهاء
end = إنهاء هذه المحادثة
end-title = إنهاء هذه المحادثة؟
end-text-client = يُبلَّغ { $name } بذلك. ما قيل يبقى مقروءًا لكما، ولا يمكن لأي منكما الكتابة بعد ذلك. إن أردت الحديث لاحقًا فيمكنك إرسال طلب من جديد.
end-text-practitioner = يُبلَّغ { $name } بذلك. ما قيل يبقى مقروءًا لكما، ولا يمكن لأي منكما الكتابة بعد ذلك. يرجى الوداع قبل ذلك.
end-withdraw = سحب طلبي
end-withdraw-title = سحب طلبك؟
revoke-consent = سحب موافقتي
revoke-consent-title = سحب موافقتك؟
revoke-consent-text = تنتهي المحادثة، ويُبلَّغ { $name } بأنك سحبت موافقتك. ما اتُّفق عليه وقيل من قبل يبقى مقروءًا لكما.

code-word-title = كلمة متفق عليها
code-word-text-client = بها يتعرف { $name } عليك إن فقدت يومًا عبارة المرور ورمز الاسترداد. اتفقا عليها وجهًا لوجه أو بالهاتف، ويُفضَّل عدم كتابتها حيث ينظر الآخرون.
code-word-text-practitioner = بها تتعرف على { $name } عند فقدان عبارة المرور ورمز الاسترداد. اتفقا عليها وجهًا لوجه أو بالهاتف.
code-word-agreed = المتفق عليها:
code-word-proposed-mine = اقترحت هذه، وما زال على { $name } أن يوافق:
code-word-proposed-theirs = يقترح { $name }:
code-word-agree = الموافقة عليها
code-word-propose = اقتراح كلمة
code-word-other = اقتراح كلمة أخرى
code-word-submit = اقتراحها
code-word = الكلمة المتفق عليها
code-word-hint = كلمتان لا يربطهما أحد بك. لا أهمية بعد ذلك للتشكيل ولا للأحرف الكبيرة ولا للمسافات والشرطات.
notice-code-word-proposed-mine = اقترحت كلمة تتفقان عليها. تجدها في التفاصيل.
notice-code-word-proposed-theirs = يقترح { $name } كلمة تتفقان عليها. تجدها في التفاصيل.
notice-code-word-agreed = اتفقتما على كلمة. تجدها في التفاصيل.
notice-vouched-client = تعرّف { $name } عليك: هذه المحادثة تكمل محادثة سابقة. ما قيل هناك يبقى مغلقًا ما لم يشاركه { $name }. يرجى مقارنة رقم الأمان من جديد.
notice-vouched-practitioner = شهدت بأن هذا هو { $name }: هذه المحادثة تكمل محادثة سابقة. يرجى مقارنة رقم الأمان من جديد.
notice-continued-client = ذكر حساب آخر لـ{ $name } اسمك والكلمة المتفق عليها، ويواصل { $name } معه في محادثة جديدة.
notice-continued-practitioner = شهدت بأن { $name } يواصل في محادثة جديدة.
notice-objected-client = قلت إنك لم تكن أنت.
notice-objected-practitioner = يقول { $name }: لم أكن أنا.
returning-title = كان هنا من قبل
returning-says = يقول هذا الشخص إنه { $name } وإنه فقد كل طريق إلى ذلك الحساب.
returning-matches = الكلمة هي التي اتفقت عليها مع { $name }.
returning-differs = الكلمة ليست التي اتفقت عليها مع { $name }.
returning-nobody = ليست لديك محادثة مع أحد اسمه { $name }.
returning-no-word = لم تتفق قط على كلمة مع { $name }.
returning-too-many = جُرّبت كلمات خاطئة كثيرة باسم { $name }، فلم تعد أي كلمة تُقارَن.
returning-attempts = { $count ->
    [zero] لم يذكر أي طلب هذا الشخص.
    [one] هذا أول طلب يذكر هذا الشخص.
    [two] هذا ثاني طلب يذكر هذا الشخص.
    [few] هذا الطلب رقم { $count } الذي يذكر هذا الشخص.
    [many] هذا الطلب رقم { $count } الذي يذكر هذا الشخص.
   *[other] هذا الطلب رقم { $count } الذي يذكر هذا الشخص.
}
returning-voice = قبل القرار يُفضَّل التحقق بطريق آخر: بالصوت أو وجهًا لوجه. ودون ذكر أي جزء كان خاطئًا.
returning-vouch = الشهادة لهذا الشخص
returning-vouch-text = تقول المحادثتان ذلك، للحساب السابق أيضًا، وله أن يعترض. وما قيل من قبل يبقى مغلقًا أمام { $name }.
returning-vouched = شهدت لهذا الشخص
returning-share = مشاركة المحادثة السابقة
returning-share-text = يُرسَل كل ما قيل هناك إلى { $name } ملفًا في هذه المحادثة. ولا يمكن استرجاعه.
returning-objected = يقول الحساب السابق لـ{ $name } إن هذا شخص آخر. يُفضَّل عدم ائتمانه هنا على شيء قبل الحديث مع الشخص نفسه.
continued-text = ذكر شخص بحساب آخر اسمك وكلمتك، ويظن { $name } أنه أنت. هل كنت أنت؟
continued-object = لم أكن أنا
continued-objected = علم { $name } أنك لم تكن أنت. تحدثا بطريق آخر واتفقا على كلمة أخرى.
