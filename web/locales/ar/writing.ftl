# ما يمكن فعله برسالة
message-menu-mine = رسالتك الساعة { $time }: ما يمكن فعله بها
message-menu-theirs = رسالة { $name } الساعة { $time }: ما يمكن فعله بها
reply = رد
answering = رد على { $name }
answering-me = رد على رسالتك
answering-leave = إلغاء الرد على هذه الرسالة
quote-answers = ردًّا على
quote-me = أنت
quote-not-here = رد على رسالة ليست في هذا المتصفح.

# التعديل والسحب
edit = تعديل
edit-title = تعديل رسالتك
edit-words = كلماتك
edit-hint = يرى { $name } أنك عدّلتها، ويمكنه قراءة ما كانت تقوله من قبل.
edit-submit = حفظ
edited = معدَّلة
wordings-title = ما كانت تقوله هذه الرسالة من قبل
wording-at = { $date }، { $time }
wording-now = كما هي الآن
take-back = سحب
take-back-title = سحب هذه الرسالة؟
take-back-text = تختفي كلماتها من هذه المحادثة لدى الطرفين، ويرى كلاكما أن رسالة سُحبت. ربما قرأها { $name } من قبل، والجهاز المطفأ لا ينساها إلا عندما يعود متصلًا.
taken-back-mine = سحبت هذه الرسالة.
taken-back-theirs = سُحبت هذه الرسالة من { $name }.
taken-back-short = سُحبت

# التفاعلات
react = تفاعل
react-with = التفاعل بـ { $emoji }
react-other = تفاعل آخر
react-other-title = تفاعل آخر
react-field = تفاعلك
react-hint = رمز واحد، مثل رمز تعبيري من لوحة المفاتيح.
react-submit = تفاعل
reactions = التفاعلات
reaction-mine = منك
reaction-theirs = من { $name }
reaction-both = منك ومن { $name }

# البحث
search = بحث
search-words = كلمات البحث
search-hint = تكفي بدايات الكلمات. هذا الجهاز وحده يبحث، ولا يُسأل الخادم عن شيء.
search-everywhere = في كل المحادثات
search-found = { $total ->
    [zero] لم يُعثر على شيء.
    [one] عُثر على رسالة واحدة.
    [two] عُثر على رسالتين.
    [few] عُثر على { $total } رسائل، وتُعرض أحدثها ({ $shown }).
    [many] عُثر على { $total } رسالة، وتُعرض أحدثها ({ $shown }).
   *[other] عُثر على { $total } رسالة، وتُعرض أحدثها ({ $shown }).
}
search-at = { $date }، { $time }
search-mine = أنت
search-mine-to = أنت إلى { $name }
search-day = الذهاب إلى يوم
search-date = اليوم
search-go = ذهاب
search-day-none = لم يُقل شيء في ذلك اليوم ولا بعده.

# النجوم
star = تمييز بنجمة، لي فقط
unstar = إزالة النجمة
starred = المميَّزة بنجمة
starred-one = مميَّزة بنجمة.
starred-none = الرسالة المميَّزة بنجمة تجدها هنا مرة أخرى. لا يرى نجومك أحد غيرك.

# عبارات جاهزة
phrases = عبارات جاهزة
phrases-none = ما تكرر كتابته يمكن أن ينتظر هنا: تحية، أو كيفية الوصول إليك في أزمة، أو الموعد القادم.
phrase-new = عبارة جديدة
phrase-change = تغيير
phrase-change-this = تغيير «{ $phrase }»
phrase-words = العبارة
phrase-hint = توضع حيث تكتب، ويمكنك تغييرها هناك قبل إرسالها.
phrase-save = حفظ
phrase-remove = إزالة
