# الاختيار
start-title = البحث عمن تتحدث معه
start-lead = لا داعي للعجلة. يمكنك أن تقرأ هنا عن كل مختص، وكيف تتم حمايتك، قبل قول أي شيء.
first-title = الاختيار صعب؟
first-text = نأخذك إلى من يقبل طلبات جديدة الآن. والمتابعة قرارك.
first-text-language = نأخذك إلى من يقبل طلبات جديدة الآن ويكتب باللغة: { $language }. والمتابعة قرارك.
first-available = أول مختص متاح
choices-title = من هنا
choices-count = { $count ->
    [zero] لا أحد
    [one] مختص واحد
    [two] مختصان
    [few] { $count } مختصين
    [many] { $count } مختصًّا
   *[other] { $count } مختص
}
filter-label = تضييق القائمة
filter-language = اللغة
filter-speciality = الموضوع
filter-any = الكل
filter-accepting = يقبل طلبات جديدة الآن
choose = اختيار { $name }
choice-more = المزيد عن { $name }
choice-confirmed = مؤكَّد من العيادة
choice-requested = طلبك لدى { $name } وسيصلك الرد.
choice-open = لديك محادثة مع { $name } بالفعل.
go-to-conversation = الذهاب إلى محادثتك
nobody-title = لا أحد في القائمة بعد
nobody-text = لم تنشر العيادة أي ملف حتى الآن. يمكنك العودة لاحقًا أو التواصل معها.
nobody-fits-title = لا أحد يطابق كل هذا
nobody-fits-text = كثير من المختصين يساعدون أيضًا فيما ليس في قائمتهم. يمكنك الاطلاع على الجميع.
show-all = عرض الجميع

# حيث لا يمكن إرسال طلب
not-now-title = غير ممكن في الوقت الحالي
not-now-gone = هذا المختص ليس في القائمة، أو لم يعد فيها. ربما استطاع آخرون مساعدتك الآن.
not-now-closed = لا تُقبل طلبات جديدة لدى { $name } الآن. ربما استطاع آخرون مساعدتك.
not-now-no-consent = لا يوجد لدى { $name } نص موافقة بعد، ولا يمكن أن يبدأ العلاج دونه. ربما استطاع آخرون مساعدتك الآن.
not-now-kept = ما كتبته ما زال هنا. يمكنك أخذه إلى شخص آخر ومراجعته قبل إرسال أي شيء.
see-everybody = رؤية من هنا
everybody = جميع المختصين
in-touch-title = التواصل بينكما قائم بالفعل

# خطوة خطوة
start-step-protection = الحماية
start-step-consent = الموافقة
start-step-intake = بطاقة الاستقبال
start-step-review = المراجعة
start-protection-title = كيف تتم حمايتك
start-consent-title = على ماذا تكون الموافقة
start-intake-title = ما الذي أتى بك
start-review-title = مراجعة أخيرة

protection-lead = يرجى قراءة هذا أولًا. لا يُطلب منك شيء بعد، ولا يُرسل شيء قبل الخطوة الأخيرة.
protection-readers = من يستطيع قراءة ما تكتبه
protection-readers-text = أنت و{ $name } فقط. كلماتك تُقفل على هذا الجهاز قبل أن تغادره. لا تستطيع فتحها العيادة، ولا المختصون الآخرون فيها، ولا من يشغّلون الخادم.
protection-server = ما يراه الخادم
protection-server-text = أن حسابك وحساب { $name } في محادثة واحدة، وفي أي الأيام يُرسل شيء، وحجمه تقريبًا، ومن هو متصل. لا يرى اسمك المستعار، ولا كلمة واحدة.
protection-sealed = ما يبقى مختومًا
protection-sealed-text = المعلومات الطبية واسمك الحقيقي وجهة اتصال للطوارئ، إن ذكرتها. لا يستطيع { $name } فتحها إلا بذكر سبب، وتعرف متى ولماذا.
protection-ending = يمكنك التوقف في أي وقت
protection-ending-text = يمكنك سحب طلبك أو موافقتك، أو إنهاء المحادثة، أو حذف حسابك، دون سؤال أحد.
unprotected-title = ما ليس محميًّا
unprotected-device = هذا الجهاز. من يتحكم فيه أو يعرف عبارة المرور يستطيع القراءة معك.
unprotected-watched = شاشتك، عندما ينظر أحد من خلفك. زر «مغادرة الآن» في الأعلى، أو الضغط على Escape ثلاث مرات، ينقلك فورًا إلى صفحة عادية.
unprotected-law = للسرية حدود. في بعض الحالات، مثل الخطر على الحياة، قد يُلزم القانون { $name } بإبلاغ جهة ما. وما هي هذه الحالات، تجده في الصفحة التالية.
protection-more = الأمان بالتفصيل (يُفتح في تبويب جديد)

consent-step-lead = هذا ما يعرضه { $name } عليك، وكيف يكون العمل بينكما. لا داعي للعجلة في القراءة.
consent-recorded = تُسجَّل موافقتك داخل التشفير، لك ولـ { $name } فقط. يمكنك قراءة هذا النص مرة أخرى وسحب موافقتك في أي وقت.
consent-agree = قرأت هذا وأوافق

intake-lead = هذه البطاقة من أجل { $name } فقط. قصيرة أو طويلة كما يناسبك.
intake-reason-hint = لا توجد إجابة خاطئة، وبضع كلمات تكفي. يمكنك قول المزيد لاحقًا.
intake-region-hint = ليعرف { $name } أي خدمات طوارئ قريبة منك. مثلًا: طنجة، المغرب
intake-sealed-title = الجزء المختوم
intake-sealed-text = يبقى مختومًا إلى أن يفتحه { $name } لسبب مذكور. وتعرف متى ولماذا. يمكنك ترك كل هذا فارغًا.
intake-medical-hint = أمراض أو أدوية أو حمل: ما قد يكون مهمًّا.
intake-real-name-hint = إن أردت ذكره فقط. وهو مفيد إن لزم أن تصل المساعدة إليك.
intake-emergency-contact-hint = بمن يمكن أن يتصل { $name } إن كنت في خطر؟ اسم ورقم.

review-lead = لم يُرسل شيء بعد. هذا ما سيصل إلى { $name }.
review-agreed = قُرئت وتمت الموافقة عليها، النسخة { $version }
review-sealed = مختوم
review-nothing = لم يُذكر شيء
request-then = بعد ذلك يأتيك من { $name } قبول، أو سؤال أولًا، أو اقتراح من يستطيع مساعدتك بشكل أفضل. ترى الرد في «المحادثات».
request-send = إرسال إلى { $name }
request-sending = تُختم بطاقتك وتُرسل…

error-consent_not_agreed = يرجى تأشير هذا المربع بعد قراءة النص والموافقة عليه. ودون موافقة يمكنك الرجوع، ولا يُرسل شيء.
error-intake_reason_missing = يرجى كتابة بضع كلمات مهما قلّت. «لا أعرف من أين أبدأ» تكفي.
error-intake_region_missing = يرجى ذكر بلد أو منطقة. لا يلزم أن تقول أين أنت بدقة أكبر.
