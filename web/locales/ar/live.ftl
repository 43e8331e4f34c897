# اقتراح جلسة مباشرة
live-propose = جلسة مباشرة
live-propose-text = تجلسان معًا لوقت متفق عليه، وأمامكما ساعة يراها كل منكما. تصل الدعوة إلى { $name } على الفور، وإن لم يأتِ أحد خلال عشر دقائق انتهت من تلقاء نفسها.
live-propose-submit = دعوة
live-length = المدة
live-minutes = { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
live-invited = { $minutes ->
    [zero] دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
    [one] دعوة من { $name } إلى جلسة مباشرة مدتها دقيقة واحدة.
    [two] دعوة من { $name } إلى جلسة مباشرة مدتها دقيقتان.
    [few] دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقائق.
    [many] دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
   *[other] دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
}
live-invited-text = تبدأ الجلسة عند انضمامك. يمكنك الرد حتى { $time }.
live-join = انضمام
live-decline = ليس الآن
live-waiting = بانتظار { $name }
live-waiting-text = دعوتك ظاهرة عند { $name }. تبقى مفتوحة حتى { $time } ثم تنتهي من تلقاء نفسها.
live-withdraw = سحب الدعوة
live-elsewhere-proposed = دعوة من { $name } إلى جلسة مباشرة
live-elsewhere-on = الجلسة المباشرة مع { $name } جارية: الذهاب إليها
live-is-on = الجلسة المباشرة مع { $name } جارية.
live-return = العودة إلى الجلسة
live-is-over = انتهت الجلسة المباشرة مع { $name }.
live-to-closing = بماذا نحتفظ للمرة القادمة؟

# أثناء الجلسة
live-with = جلسة مباشرة مع { $name }
live-here = الطرف الآخر هنا: { $name }.
live-left = { $count ->
    [zero] بقي نحو { $count } دقيقة
    [one] بقي نحو دقيقة واحدة
    [two] بقي نحو دقيقتين
    [few] بقي نحو { $count } دقائق
    [many] بقي نحو { $count } دقيقة
   *[other] بقي نحو { $count } دقيقة
}
live-time-over = انتهى الوقت المتفق عليه
live-until = حتى { $time }
live-word-ten = بقيت عشر دقائق. هل من أمر يستحق أن يجد مكانًا اليوم؟
live-word-two = بقيت دقيقتان. يمكنكما إنهاء الجلسة بهدوء.
live-word-over = انتهى الوقت المتفق عليه. يمكنكما إنهاء الجلسة متى ناسبكما ذلك، أو الاتفاق على وقت إضافي.
live-change = تغيير النهاية
live-change-text = لا تتغير النهاية إلا بموافقة { $name }.
live-new-end = النهاية الجديدة
live-longer = { $count ->
    [zero] أطول بمقدار { $count } دقيقة، حتى { $time }
    [one] أطول بمقدار دقيقة واحدة، حتى { $time }
    [two] أطول بمقدار دقيقتين، حتى { $time }
    [few] أطول بمقدار { $count } دقائق، حتى { $time }
    [many] أطول بمقدار { $count } دقيقة، حتى { $time }
   *[other] أطول بمقدار { $count } دقيقة، حتى { $time }
}
live-shorter = { $count ->
    [zero] أقصر بمقدار { $count } دقيقة، حتى { $time }
    [one] أقصر بمقدار دقيقة واحدة، حتى { $time }
    [two] أقصر بمقدار دقيقتين، حتى { $time }
    [few] أقصر بمقدار { $count } دقائق، حتى { $time }
    [many] أقصر بمقدار { $count } دقيقة، حتى { $time }
   *[other] أقصر بمقدار { $count } دقيقة، حتى { $time }
}
live-ask = سؤال { $name }
live-asked-mine = اقترحت البقاء حتى { $time }. لم يصل بعد رد من { $name }.
live-asked-theirs = اقتراح من { $name }: البقاء حتى { $time }.
live-agree = موافقة: حتى { $time }
live-rather-not = أفضّل ألا نفعل
live-take-back = سحب الاقتراح
live-step-out = عرض المحادثة كاملة
live-end = إنهاء الجلسة
live-end-title = هل تريد إنهاء الجلسة؟
live-end-text = تنتهي أيضًا عند { $name }. بعدها يمكن لكل منكما أن يكتب ما يود الاحتفاظ به للمرة القادمة.
live-from-last-time = ما احتفظنا به من المرة الماضية

# الختام
live-closing-title = انتهت الجلسة
live-closing-text = بماذا نحتفظ للمرة القادمة؟ تكفي جملة واحدة، ولا يلزمك أن تكتب شيئًا.
live-keep-label = للاحتفاظ به حتى المرة القادمة
live-keep-hint = يمكن أن يقرأه { $name }. يظهر في بداية جلستكما القادمة وضمن «التفاصيل».
live-keep = احتفاظ
live-skip = لا شيء للاحتفاظ به
live-later = لاحقًا
kept-title = للاحتفاظ به حتى المرة القادمة
kept-mine = أنت

# ما حدث
notice-live-started-mine = { $minutes ->
    [zero] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها { $minutes } دقيقة.
    [one] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها دقيقة واحدة.
    [two] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها دقيقتان.
    [few] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها { $minutes } دقائق.
    [many] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها { $minutes } دقيقة.
   *[other] أرسلت دعوة إلى { $name } لجلسة مباشرة مدتها { $minutes } دقيقة.
}
notice-live-started-theirs = { $minutes ->
    [zero] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
    [one] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها دقيقة واحدة.
    [two] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها دقيقتان.
    [few] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقائق.
    [many] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
   *[other] وصلتك دعوة من { $name } إلى جلسة مباشرة مدتها { $minutes } دقيقة.
}
notice-live-began = بدأت الجلسة المباشرة.
notice-live-changed = { $minutes ->
    [zero] اتفقتما على أن تكون مدة الجلسة { $minutes } دقيقة.
    [one] اتفقتما على أن تكون مدة الجلسة دقيقة واحدة.
    [two] اتفقتما على أن تكون مدة الجلسة دقيقتين.
    [few] اتفقتما على أن تكون مدة الجلسة { $minutes } دقائق.
    [many] اتفقتما على أن تكون مدة الجلسة { $minutes } دقيقة.
   *[other] اتفقتما على أن تكون مدة الجلسة { $minutes } دقيقة.
}
notice-live-ended-mine = أنهيت الجلسة المباشرة.
notice-live-ended-theirs = انتهت الجلسة المباشرة من جهة { $name }.
notice-live-declined-mine = لم يكن بوسعك الحضور حينها.
notice-live-declined-theirs = الحضور غير ممكن الآن من جهة { $name }.
notice-live-withdrawn-mine = سحبت الدعوة.
notice-live-withdrawn-theirs = سُحبت الدعوة من جهة { $name }.
notice-live-lapsed-mine = لم يتم الحضور إلى الجلسة المباشرة من جهة { $name }. لذلك أسباب كثيرة محتملة، ويمكنك الدعوة من جديد في أي وقت.
notice-live-lapsed-theirs = وصلتك دعوة إلى جلسة مباشرة ولم تكن هنا. لا بأس في ذلك؛ يمكنك الكتابة متى ناسبك.
notice-live-kept-mine = تحتفظ للمرة القادمة بما يلي:
notice-live-kept-theirs = للاحتفاظ به حتى المرة القادمة، من { $name }:
notice-live-unkept-mine = سحبت ما أردت الاحتفاظ به للمرة القادمة.
notice-live-unkept-theirs = سُحب من جهة { $name } ما كان سيُحتفظ به للمرة القادمة.
