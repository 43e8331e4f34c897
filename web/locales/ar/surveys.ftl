# الاستبيانات، لمن يجيب عنها. تُحمَّل مع شاشاتها.
surveys-title = الاستبيانات
surveys-lead = تسأل العيادة من حين إلى آخر عن جودة ما تقدمه. الإجابة ممكنة وليست واجبة. لا أحد يعرف من أجاب بماذا.
surveys-none = لا يُسأل عن شيء الآن
surveys-none-text = حين تسأل العيادة عن شيء، يظهر هنا.
surveys-open = يمكن الإجابة عن هذه
surveys-open-none = لا شيء في الانتظار.
surveys-others = أُجيب عنها أو انتهت
survey-open-until = مفتوح حتى { $date }
survey-opens = يُفتح في { $date }
survey-was-closed = أُغلق في { $date }
survey-response-begun = بدأت الإجابة
survey-response-waiting = في الطريق
survey-response-sent = أُرسلت
survey-response-withdrawn = سُحبت
survey-response-elsewhere = أُجيب عنه في مكان آخر
survey-response-late = لم تُحسب
survey-response-refused = لم تُحسب
survey-card-label = استبيان
survey-card-text = العيادة تسأل. لا يمكن لأحد أن يعرف من يجيب. مفتوح حتى { $date }.
survey-card-open = عرض
survey-card-away = دون تذكير بعد الآن
survey-gone = هذا الاستبيان ليس هنا
survey-gone-text = حُذف، أو ليس لهذا الحساب.
survey-asked-by = من يسأل
survey-until = حتى
survey-takes = المدة
survey-takes-about = { $questions ->
    [zero] { $questions } سؤال
    [one] سؤال واحد
    [two] سؤالان
    [few] { $questions } أسئلة
    [many] { $questions } سؤالًا
   *[other] { $questions } سؤال
}، في نحو { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
survey-sees = من يرى ما يُسفر عنه
survey-sees-public = من يسأل، وربما الجميع؛ أما كلماتك الخاصة فلا يراها غيره
survey-sees-own = من يسأل فقط
survey-languages = اللغات
survey-begin = بدء
survey-go-on = متابعة
survey-free = الخيار لك. الإجابة أو عدمها لا يغيّر شيئًا في المساعدة هنا.
survey-public-title = هذا الاستبيان لمن لديه الرابط.
survey-public-text = لا حاجة إلى حساب. لذلك لا يمكن لأحد التحقق من أن كل شخص يجيب مرة واحدة فقط، ويرى الخادم أن أحدًا جاء عبر هذا الرابط. ومع ذلك تبقى الإجابات مختومة.
survey-why = لماذا لا يمكن لأحد أن يعرف صاحب الإجابة
survey-picture = ثلاث صور: ورقة وورق كربون داخل ظرف مغلق؛ ختم يُضغط على الظرف من الخارج فيصل أثره إلى الورقة؛ ثم تُخرج الورقة من الظرف وتسقط في صندوق بلا اسم.
survey-picture-text = تختم العيادة ظرفًا مغلقًا. ينقل ورق الكربون في داخله الختم إلى ورقتك، وهي لا تراها أبدًا. لاحقًا تعرف العيادة ختمها، ولا تعرف لمن كان الظرف.
survey-why-ballot = يأخذ تطبيقك ورقة اقتراع لكل استبيان، سواء كانت هناك إجابة أم لا. يوقّعها الخادم دون أن يراها، كما في الصورة.
survey-why-sealed = تُختم إجاباتك على هذا الجهاز. لا يفتحها إلا من يسأل، ولا تحمل اسمًا ولا حسابًا.
survey-why-delay = تغادر في لحظة عشوائية، دون جلسة الدخول، فلا يدل الوقت على شيء.
survey-why-close = لا تُعرض إلا بعد الإغلاق، مخلوطة، وبشرط أن يجيب { $smallest } على الأقل. وإلا تُمحى دون أن تُقرأ.
survey-why-batches = تُعرض في دفعات مخلوطة لا تقل عن { $smallest }، لا واحدة واحدة. وما يبقى في النهاية ولا يكفي يُمحى دون أن يُقرأ.
survey-limits = ما لا يحمي منه ذلك
survey-limits-words = ما يُكتب بكلماتك الخاصة. قد يعرفك من يقرأه.
survey-limits-nearby = من ينظر إلى شاشتك، أو جهاز ليس لك وحدك.
survey-limits-network = من يراقب الشبكة كلها في وقت واحد، شبكتك وشبكة الخادم.
survey-progress = السؤال { $at } من { $of }
survey-may-skip = يمكن تجاوز هذا السؤال.
survey-next = التالي
survey-skip = تجاوز
survey-clear = إزالة هذه الإجابة
survey-row = الموضوع
survey-from = من
survey-to = إلى
survey-from-to = من { $from } إلى { $to }
error-survey_answer_missing = يرجى الإجابة عن هذا السؤال. من دونه لا معنى للأسئلة الأخرى.
error-survey_dates_order = يرجى اختيار اليومين، الأسبق أولًا.
error-survey_answers_empty = يرجى الإجابة عن سؤال واحد على الأقل قبل الإرسال.
survey-not-kept = تعذّر حتى الآن حفظ الإجابات على هذا الجهاز. تجري المحاولة من جديد.
survey-tells = قد تدل هذه الكلمات على هويتك:
survey-tells-name = يشبه اسمًا.
survey-tells-date = يوم أو وقت.
survey-tells-number = رقم قد يخصّك.
survey-tells-place = يشبه مكانًا.
survey-tells-contact = وسيلة للتواصل مع شخص.
survey-tells-rare = كلمة يستعملها قليلون.
survey-tells-yours = هذه إشارة وقد تكون خاطئة. يمكن ترك النص كما هو. عُثر عليها في هذا الجهاز ولم يُبلَّغ بها أحد.
survey-review = كل شيء مرة أخرى
survey-review-text = لم يُرسل شيء حتى الآن.
survey-change-of = تغيير: { $question }
survey-not-answered = بلا إجابة
survey-send = ختم وإرسال
survey-send-then = بعد الختم لا يمكن التغيير. ويمكن سحب الإجابة حتى الإغلاق.
survey-waiting = في الطريق
survey-waiting-until = خُتمت إجابتك. تغادر في لحظة عشوائية، في موعد أقصاه { $time }.
survey-waiting-why = تنتظر حتى لا يمكن لأحد أن يعرف من الوقت أنها منك. لا حاجة إلى فعل أي شيء آخر.
survey-waiting-closed = تغادر ما دام Alcove مفتوحًا. إن أُغلق قبل ذلك، تغادر بعد فتحه من جديد بقليل، ما دام ذلك قبل نهاية { $date }.
survey-waiting-log-out = إن سُجّل الخروج قبل ذلك ضاعت، لأن تسجيل الخروج يمسح هذا الجهاز.
survey-sent = أُرسلت
survey-sent-text = شكرًا لك. أُرسلت إجابتك من دون حسابك. هذا الجهاز وحده يعرف أنها إجابتك.
survey-withdrawn = سُحبت
survey-withdrawn-text = لا تُحسب إجابتك، وقد مُحي محتواها.
survey-elsewhere = أُجيب عنه على جهاز آخر
survey-elsewhere-text = أجاب جهاز آخر من أجهزتك عن هذا الاستبيان من قبل. تلك الإجابة هي المحسوبة.
survey-not-counted = لم تُحسب
survey-late-text = أُغلق الاستبيان قبل أن تغادر إجابتك. لم يقرأها أحد.
survey-refused-text = لم يقبل الخادم إجابتك، فلا تُحسب. يمكن إبلاغ العيادة بذلك؛ ولن تعرف شيئًا مما كُتب.
survey-too-few = كانت الإجابات قليلة جدًا
survey-too-few-text = أجاب أقل من { $smallest }، وكان يمكن تخمين أصحاب الإجابات. مُحيت كل الإجابات ولم يقرأها أحد.
survey-coming = لم يُفتح بعد
survey-coming-text = يُفتح في { $date }.
survey-closed = أُغلق
survey-closed-text = كانت الإجابة ممكنة حتى { $date }.
survey-check-title = هل حُسبت إجابتي؟
survey-check-text = ينظر هذا الجهاز هل إجابتك المختومة بين المحسوبة، دون أن يقول أيها هي.
survey-check = تحقق
survey-counted-pending = لم تُعرض بعد. تُحسب الإجابات عند الإغلاق أو مع الدفعة التالية. يرجى النظر حينها مرة أخرى.
survey-counted-counted = نعم. إجابتك بين المحسوبة، دون تغيير.
survey-counted-missing = لا. ليست إجابتك بين المحسوبة، مع أنها ينبغي أن تكون. يرجى إبلاغ العيادة.
survey-counted-too-few = كانت الإجابات قليلة جدًا، فمُحيت دون أن تُقرأ، كغيرها.
survey-counted-withdrawn = سُحبت الإجابة. لا تُحسب.
survey-published = النتائج
survey-published-text = نشرت العيادة ما أسفر عنه الاستبيان.
survey-published-open = عرض النتائج
survey-withdraw-title = سحب الإجابة
survey-withdraw-text = يمكن سحب إجابتك حتى نهاية { $date }.
survey-withdraw = سحب
survey-withdraw-ask = سحب إجابتك؟
survey-withdraw-ask-text = عندئذ لا تُحسب ويُمحى محتواها. ولا تمكن الإجابة عن هذا الاستبيان مرة أخرى.
