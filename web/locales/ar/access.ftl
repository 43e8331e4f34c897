# The access log: loaded when it is first needed.
access-title = سجلّ الوصول
access-text = ما جرى في حسابك: عمليات تسجيل الدخول والمتصفحات الجديدة والمفاتيح التي تغيّرت وما فُتح من بطاقة الاستقبال. لا يستطيع أحد غيرك قراءته.
access-show = فتح سجلّ الوصول
access-open = { $count ->
    [zero] لا سؤال عن أي قيد
    [one] سؤال عن قيد واحد
    [two] سؤال عن قيدين
    [few] سؤال عن { $count } قيود
    [many] سؤال عن { $count } قيدًا
   *[other] سؤال عن { $count } قيد
  }
access-lead = ما جرى في حسابك، والأحدث أولًا. لا يستطيع قراءته إلا متصفحاتك.
access-none = لا شيء فيه بعد
access-none-text = من تسجيل دخولك القادم سيُكتب كل شيء هنا.
access-calm = لا شيء فيه يحتاج إلى جواب منك.
access-waiting = { $count ->
    [zero] ليس لدينا سؤال عن أي قيد.
    [one] لدينا سؤال عن قيد واحد. غالبًا ما يكون السبب بسيطًا.
    [two] لدينا سؤال عن قيدين. غالبًا ما يكون السبب بسيطًا.
    [few] لدينا سؤال عن { $count } قيود. غالبًا ما يكون السبب بسيطًا.
    [many] لدينا سؤال عن { $count } قيدًا. غالبًا ما يكون السبب بسيطًا.
   *[other] لدينا سؤال عن { $count } قيد. غالبًا ما يكون السبب بسيطًا.
  }
access-to-first = الانتقال إليه
access-earlier = عرض ما قبلها
access-today = اليوم
access-yesterday = أمس
access-nowhere = لا يُعرف في أي متصفح

# What happened
access-log-in = تسجيل دخول
access-log-in-new = تسجيل دخول بمتصفح جديد
access-recovered = دخول برمز الاسترداد
access-linked = ربط متصفح آخر
access-passphrase = تغيير عبارة المرور
access-recovery-code = إنشاء رمز استرداد جديد
access-passkey = إضافة مفتاح مرور
access-one-time-code = استخدام رمز لمرة واحدة
access-sessions-ended = تسجيل خروج المتصفحات الأخرى
access-renewed = تجديد بيانات التحقق من عبارة المرور
access-all-ended = تسجيل خروج الجميع من قِبل العيادة
access-mail = تحديد عنوان بريد إلكتروني
access-mail-removed = إزالة عنوان البريد الإلكتروني
access-push = تشغيل الإشعارات في متصفح
access-push-removed = إيقاف الإشعارات في متصفح
access-anew = المتابعة بسجلّ وصول آخر
access-unreadable = شيء لا يمكن قراءته
access-more = { $count ->
    [zero] لم يتكرر الشيء نفسه في ذلك اليوم
    [one] الشيء نفسه مرة أخرى في ذلك اليوم
    [two] الشيء نفسه مرتين أخريين في ذلك اليوم
    [few] الشيء نفسه { $count } مرات أخرى في ذلك اليوم
    [many] الشيء نفسه { $count } مرة أخرى في ذلك اليوم
   *[other] الشيء نفسه { $count } مرة أخرى في ذلك اليوم
  }
access-expired = { $count ->
    [zero] لم يفت أي قيد
    [one] قيد واحد لم يُجلب في الوقت المناسب
    [two] قيدان لم يُجلبا في الوقت المناسب
    [few] { $count } قيود لم تُجلب في الوقت المناسب
    [many] { $count } قيدًا لم تُجلب في الوقت المناسب
   *[other] { $count } قيد لم تُجلب في الوقت المناسب
  }
access-begun = بداية سجلّ الوصول
access-opened-medical = تم من { $name } فتح معلوماتك الطبية
access-opened-contact = تم من { $name } فتح اسمك الحقيقي وجهة الاتصال للطوارئ
access-opened-card = تم من { $name } فتح بطاقة الاستقبال الخاصة بك
access-exported-conversation = حفظ محادثة في ملف
access-exported-record = حفظ سجل مختوم في ملف
access-exported-held = حفظ ما يعرفه الخادم في ملف
access-exported-log = حفظ سجلّ الوصول في ملف
access-policy = الموافقة على النسخة { $version } من سياسة الخصوصية
access-compared = مقارنة رقم الأمان مع { $name }

# What it means
access-means-log-in = أُدخل اسم الدخول الخاص بك وعبارة المرور.
access-means-session = هذا ما يقوله المتصفح نفسه. أما الخادم فاكتفى بعدّه.
access-means-recovered = أُدخل رمز الاسترداد الخاص بك، وهو يفتح الحساب من دون عبارة المرور.
access-means-linked = سمح له بالدخول متصفح كانت جلسته مفتوحة، من دون عبارة المرور.
access-means-passphrase = منذ ذلك الحين لا تفتح حسابك إلا العبارة الجديدة.
access-means-recovery-code = منذ ذلك الحين لا يصلح إلا الرمز الجديد.
access-means-passkey = منذ ذلك الحين يؤكد تسجيل الدخول كما تفعل المفاتيح السابقة.
access-means-one-time-code = حلّ محل مفتاح مرور، ولا يصلح مرة أخرى.
access-means-sessions-ended = منذ ذلك الحين لا تستطيع قراءة شيء جديد.
access-means-renewed = حصل الخادم على مفاتيح جديدة، وأُعيد بها إنشاء ما يتحقق من عبارة المرور. أما العبارة نفسها فتبقى.
access-means-all-ended = سُجّل خروج كل من هنا، لا خروجك وحدك. تفعل العيادة ذلك حين تريد أن تطمئن.
access-means-mail = حين يكون هناك جديد تُرسل إليه رسالة بلا محتوى.
access-means-mail-removed = لم تعد تُرسل رسالة حين يكون هناك جديد.
access-means-push = يُظهر أن هناك جديدًا، ولا شيء مما هو.
access-means-push-removed = لم يعد يُظهر أن هناك جديدًا.
access-means-anew = قُبل في هذا المتصفح أن يعرض الخادم سجلّ وصول غير الذي عرضه من قبل.
access-means-unreadable = دوّن الخادم شيئًا لا تفتحه مفاتيحك.
access-means-more = ما يتكرر كثيرًا في اليوم الواحد يكتفي الخادم بعدّه.
access-means-expired = يحتفظ الخادم بالقيد 90 يومًا. وفي تلك المدة لم يكن أي من متصفحاتك هنا.
access-means-begun = من هنا فصاعدًا يُكتب كل شيء؛ أما ما قبله فلا.
access-means-opened = أُبلغت بذلك فورًا.
access-means-exported = لم يعد بوسع Alcove حماية ملف محفوظ. يحسن حفظه في مكان آمن.
access-means-policy = يمكن قراءة السياسة من جديد في أي وقت.
access-means-compared = كان الرقم واحدًا عند الطرفين، فلا أحد يقف بينكما.

# The question, and the answers
access-ask = هل كان ذلك منك؟
access-mine = كان ذلك مني
access-not-mine = لم يكن ذلك مني
access-why-unknown = لم تذكر بعد هل هذا المتصفح لك.
access-why-nobody = لا يقول أي من متصفحاتك إنه كان هو. قد يكون السبب نافذة خاصة أُغلقت بسرعة.
access-why-rare = هذا نادر جدًّا، ولذلك نسأل عنه دائمًا.
access-why-unreadable = قد يكون ذلك خطأً من الخادم.
access-said-mine = جوابك: كان ذلك مني.
access-said-not-mine = جوابك: لم يكن ذلك مني.
access-otherwise = تغيير الجواب
access-do = ما يمكن فعله الآن
access-no-fault = من الجيد أنك نظرت. لا ذنب لك في شيء من ذلك، ويمكن إغلاق الباب من جديد:
access-do-exported = الملف الذي أُخذ لا يمكن استرجاعه. لكن يمكن منع أخذ غيره.
access-do-end = تسجيل خروج المتصفح الذي لا تعرفه. عندئذ لا يستطيع قراءة شيء بعد ذلك.
access-do-passphrase = تغيير عبارة المرور، ومعها إنشاء رمز استرداد جديد. عندئذ لا تفتح القديمة شيئًا.
access-do-reach = النظر في الإعدادات إلى أين يذهب البريد والإشعارات، وإزالة ما ليس لك.
access-do-near = إن كان ذلك ربما من شخص قريب منك ولا تشعر بالأمان، فلا يلزم أن تحمل ذلك وحدك.

# What it is worth
access-signed-title = لماذا يمكن الاعتماد عليه
access-signed-text = يوقّع كل متصفح من متصفحاتك ما يكتبه بمفتاحك أنت، وكل قيد يذكر القيد الذي قبله. ويتذكر هذا المتصفح آخر قيد رآه.
access-signed-server = لذلك لا يستطيع الخادم أن يحذف شيئًا أو يغيّره أو يبدّل ترتيبه خفية: سيلاحظ هذا المتصفح ذلك ويقوله فوق كل شاشة.
access-cannot-title = ما لا يستطيع إظهاره
access-cannot-before = ما حدث قبل بدايته.
access-cannot-server = ما لا يدوّنه أصلًا خادم يريد الخداع. لكنه لا يستطيع حذف ما هو مكتوب هنا، ولا إغفال عمليات دخولك أنت خفية.
access-cannot-who = من كان يجلس أمام المتصفح. المتصفح معروف، أما الشخص فلا.
access-cannot-read = ما قُرئ أو كُتب. لا أحد يدوّن ذلك.
access-cannot-seen = ما يراه من ينظر إلى شاشتك أو يستخدم جهازك وهو غير مقفل.
access-cannot-passphrase = من يملك عبارة المرور يستطيع أن يكتب فيه أيضًا. يمكن أن يُخدع بذلك متصفح جديد، لا متصفح كان هنا من قبل.

# Above every screen
access-bar = لدينا سؤال عن شيء في سجلّ الوصول.
access-bar-show = عرض
access-alarm-label = تحذير بشأن سجلّ الوصول
access-alarm-title = هناك شيء غير سليم في سجلّ الوصول
access-alarm-access_older = قد تكون العيادة استعادت الخادم من نسخة احتياطية. وقد يكون أن أحدًا يريد إخفاء ما جرى في حسابك.
access-alarm-access_broken = قد يكون خطأً من الخادم. وقد يكون أن أحدًا يريد إخفاء ما جرى في حسابك.
access-alarm-access_foreign = لا يستطيع ذلك إلا من لديه مفاتيح حسابك، أو نسخة من هذا المتصفح. والأسلم تسجيل الخروج من كل مكان آخر وتغيير عبارة المرور.
access-alarm-access_unnoted = فقد يكون أغفل غيره أيضًا. أما تسجيل دخولك فقد نجح، ولم يضع شيء.
access-alarm-do = يرجى سؤال العيادة بطريق آخر غير هذا التطبيق، كالهاتف مثلًا، وقراءة الجملة أعلاه لها. وحتى ذلك الحين لا يُكتب هنا شيء جديد. لا ذنب لك في شيء من ذلك.
access-alarm-settings = إلى الإعدادات
access-accept = شُرح لي ذلك
access-accept-title = هل نتابع بما يعرضه الخادم الآن؟
access-accept-text = لا يُفعل ذلك إلا إذا أخبرك أحد من العيادة، بطريق آخر غير هذا التطبيق، لماذا الأمر كذلك. وما رآه هذا المتصفح من قبل ولم يعد عند الخادم سيختفي من القائمة.
access-accept-do = المتابعة بذلك

error-access_broken = يعرض الخادم سجلّ وصول غير الذي عرضه من قبل، أو ينقصه شيء.
error-access_foreign = في سجلّ الوصول قيد باسم هذا المتصفح لم يكتبه هو.
error-access_older = يعرض الخادم سجلّ وصول أقدم مما عرضه من قبل.
error-access_unnoted = لم يدوّن الخادم تسجيل دخولك.

access-take-title = خذ السجل معك
access-take-text = ملف واحد (JSON) فيه كل قيد، بالكلمات وكاملًا. وهو يبيّن متى كنت هنا وبأي متصفحات. احفظه جيدًا.
access-take-so-far = { $so } من القيود حتى الآن
