# ما أظهره استبيان
results-title = النتائج
results-back = إلى الاستبيان
results-none = لم يُجب أحد بعد، أو عدد قليل جدًا
results-none-close = تُعرض النتائج بعد { $date } إذا أجاب { $smallest } أشخاص على الأقل. حتى ذلك الحين لا يُذكر حتى عددهم، كي لا يستطيع أحد أن يرى إجابة وهي تصل.
results-none-batches = تُحصى الإجابات في مجموعات كبيرة كي لا تتميز واحدة منها عن غيرها. تُعرض المجموعة الأولى عند اكتمالها، ثم ما يبقى بعد { $date } إذا أجاب { $smallest } أشخاص على الأقل.
results-never = أجاب عدد قليل جدًا
results-never-text = أجاب أقل من { $smallest } أشخاص. مُحيت إجاباتهم ولم يقرأها أحد.
results-unreadable = لا يمكن قراءة هذه الإجابات هنا
results-unreadable-text = مفتاحها في الحساب الذي أُنشئ منه الاستبيان.
results-answered = { $count ->
    [zero] لم تُحصَ أي إجابة.
    [one] أُحصيت إجابة واحدة.
    [two] أُحصيت إجابتان.
    [few] أُحصيت { $count } إجابات.
    [many] أُحصيت { $count } إجابة.
   *[other] أُحصيت { $count } إجابة.
  }
results-later = { $count ->
    [zero] لا إجابة أخرى تنتظر.
    [one] ستُعرض إجابة أخرى مع إجابات لاحقة.
    [two] ستُعرض إجابتان أخريان مع إجابات لاحقة.
    [few] ستُعرض { $count } إجابات أخرى مع إجابات لاحقة.
    [many] ستُعرض { $count } إجابة أخرى مع إجابات لاحقة.
   *[other] ستُعرض { $count } إجابة أخرى مع إجابات لاحقة.
  }
results-left = { $count ->
    [zero] لم تبقَ إجابة خارج الإحصاء.
    [one] بقيت إجابة واحدة خارج الإحصاء لقلة ما وصل معها.
    [two] بقيت إجابتان خارج الإحصاء لقلتهما.
    [few] بقيت { $count } إجابات خارج الإحصاء لقلتها.
    [many] بقيت { $count } إجابة خارج الإحصاء لقلتها.
   *[other] بقيت { $count } إجابة خارج الإحصاء لقلتها.
  }
results-spoilt = { $count ->
    [zero] أمكنت قراءة كل الإجابات.
    [one] لم تمكن قراءة إجابة واحدة كإجابة عن هذه الأسئلة.
    [two] لم تمكن قراءة إجابتين كإجابتين عن هذه الأسئلة.
    [few] لم تمكن قراءة { $count } إجابات كإجابات عن هذه الأسئلة.
    [many] لم تمكن قراءة { $count } إجابة كإجابات عن هذه الأسئلة.
   *[other] لم تمكن قراءة { $count } إجابة كإجابات عن هذه الأسئلة.
  }
results-why = لماذا تُحجب بعض الأعداد
results-why-few = حيث أعطى أقل من 5 أشخاص إجابة، قد يُعرف أحدهم بها. تُحجب هذه الأعداد، ومعها أعداد أخرى يمكن استنتاجها منها. لذلك قد تعني عبارة «قليل أو محجوب» لا أحد، أو قلة، أو كثيرين.
results-why-interval = الإجابات القليلة تترك الكثير للصدفة. الخط الرفيع على الشريط، والرقمان بجانب النسبة، يدلان على موضعها في 95 من كل 100 استبيان كهذا.
results-csv = حفظ الأعداد (CSV)
results-print = طباعة
results-picture = حفظ كصورة
results-scores = المؤشرات
results-score-withheld = محجوب: يمكن أن يُستنتج من هذا الرقم ما أجاب به قلة من الأشخاص.
results-score-who5 = الرفاه حسب WHO-5، من { $from } (الأسوأ) إلى { $to } (الأفضل).
results-score-nps = من يوصون، مطروحًا منهم من لا يوصون: من { $from } إلى { $to }.
results-score-mean = المتوسط، من { $from } إلى { $to }.
results-score-interval = { $count ->
    [zero] بين { $low } و{ $high } حسب الصدفة؛ بلا إجابات.
    [one] بين { $low } و{ $high } حسب الصدفة؛ إجابة واحدة.
    [two] بين { $low } و{ $high } حسب الصدفة؛ إجابتان.
    [few] بين { $low } و{ $high } حسب الصدفة؛ { $count } إجابات.
    [many] بين { $low } و{ $high } حسب الصدفة؛ { $count } إجابة.
   *[other] بين { $low } و{ $high } حسب الصدفة؛ { $count } إجابة.
  }
results-several = أمكن اختيار أكثر من إجابة، لذلك يزيد مجموع النسب على 100٪.
results-of = { $count ->
    [zero] لم يُطرح السؤال على أحد.
    [one] طُرح السؤال على شخص واحد.
    [two] طُرح السؤال على شخصين.
    [few] طُرح السؤال على { $count } أشخاص.
    [many] طُرح السؤال على { $count } شخصًا.
   *[other] طُرح السؤال على { $count } شخص.
  }
results-withheld = محجوب: طُرح هذا السؤال على أقل من 5 أشخاص، أو لم يُطرح على أقل من 5.
results-mean = المتوسط: { $value } (بين { $low } و{ $high } حسب الصدفة)
results-question = السؤال
results-row = السطر
results-answer = الإجابة
results-count = العدد
results-share = النسبة
results-asked = من طُرح عليهم
results-csv-share = النسبة المئوية
results-csv-low = النسبة المئوية الدنيا
results-csv-high = النسبة المئوية العليا
results-few = قليل أو محجوب
results-range = { $low } إلى { $high }
results-no-answer = بلا إجابة
results-scale-end = { $value }: { $words }
results-length-week = حتى أسبوع
results-length-month = حتى شهر
results-length-quarter = حتى ثلاثة أشهر
results-length-year = حتى سنة
results-length-longer = أطول
results-rounds = مقارنة بالجولات السابقة
results-rounds-text = تظهر «أكثر» و«أقل» فقط حيث لا تكاد الصدفة وحدها تفسر الفرق.
results-now = الآن
results-rose = أكثر
results-fell = أقل
results-texts-few = لا يُعرض شيء هنا حتى يكتب 5 أشخاص على الأقل شيئًا.
results-texts-text = بترتيب عشوائي، ومنفصلة عن كل الإجابات الأخرى. قد يدل المكتوب مع ذلك على كاتبه: يرجى التعامل معه كأنه قيل في ثقة.
results-cross = سؤالان معًا
results-cross-text = كيف تتوافق الإجابات عن سؤال آخر مع الإجابات عن «{ $question }».
results-cross-with = السؤال الآخر
results-cross-none = يرجى الاختيار
results-cross-few = أجاب عدد أقل من أن يُعرض هذا دون كشف شيء عن أفراد.
results-public = عرض النتائج للجميع
results-public-never = تقرر في هذا الاستبيان ألا تُعرض النتائج للجميع.
results-public-no = لا يراها أحد غيرك الآن.
results-public-yes = يمكن لكل من لديه الرابط أن يراها.
results-public-open = فتح تلك الصفحة
results-publish = عرض للجميع
results-publish-again = عرض أحدث النتائج بدلًا منها
results-publish-ask = هل تُعرض النتائج للجميع؟
results-publish-text = تعرض الصفحة الأسئلة والجداول والمؤشرات كما هي هنا، مع حجب الأعداد نفسها. لا تعرض نصوصًا حرة، ولا سؤالين معًا، ولا جولات سابقة. قد يكون من رآها احتفظ بنسخة منها.
results-take = إزالة من العرض
results-take-ask = هل تُزال النتائج من العرض؟
results-take-text = ستقول الصفحة إنه لا توجد نتائج. تبقى النسخ التي صنعها أحد حيث هي.
results-picture-line = { $name }: { $figure }
