## مدة الاحتفاظ بالكلام

keeping-title = مدة الاحتفاظ
keeping-text = يرى كلاكما هذه الإعدادات وكل تغيير فيها. بعد هذه المدة يُتلف الكلام في متصفحاتكما وعلى الخادم، ومعه المفاتيح.
keeping-without-end = بلا نهاية
keeping-save = تغييرها للطرفين
retention = مدة الاحتفاظ بكل ما هنا
retention-hint = تُحسب من لحظة القول؛ والعيادة تضع الحدود.
retention-shorter = ما هو أقدم من { $time } يزول فورًا لدى الطرفين ولا يعود.
disappear = ما يُقال من الآن يختفي بعد
disappear-hint = تزول الملفات والتعديلات وردود الفعل مع رسالتها.
disappear-off = لا يختفي
goes-at = يزول: { $when }
notice-retention-mine = حدّدت مدة الاحتفاظ بكل ما هنا: { $time }.
notice-retention-theirs = حدّد الطرف الآخر ({ $name }) مدة الاحتفاظ بكل ما هنا: { $time }.
notice-disappear-mine = من الآن يختفي ما يُقال هنا بعد { $time }. هذا إعدادك.
notice-disappear-theirs = من الآن يختفي ما يُقال هنا بعد { $time }. هذا إعداد { $name }.
notice-disappear-off-mine = ألغيت اختفاء الكلام من تلقاء نفسه.
notice-disappear-off-theirs = ألغى الطرف الآخر ({ $name }) اختفاء الكلام من تلقاء نفسه.
notice-forget-asked-mine = طلبت من { $name } نسيان ما قيل حتى ذلك الحين كما فعلت.
notice-forget-asked-theirs = نُسي ما قيل حتى هنا لدى { $name }، ويُطلب منك أن تفعل مثل ذلك.
notice-forgotten-mine = نسيت ما قيل حتى هنا.
notice-forgotten-theirs = نُسي ذلك لدى { $name } أيضًا.

## نسيان محادثة

forget = نسيان هذه المحادثة…
forget-title = نسيان ما قيل
forget-submit = نسيان
forget-too = نسيانه أيضًا…
forget-text = سيزول ما قيل هنا حتى الآن مع الملفات وبطاقة البداية. ويبقى أنكما تتحدثان، وما اتُّفق عليه.
forget-asked-text = نُسي ما قيل هنا لدى { $name }، ويُطلب منك أن تفعل مثل ذلك. لست ملزمًا. وإن فعلت زال من كل متصفحاتك ومن الخادم.
forget-where = أين
forget-scope-here = في هذا المتصفح فقط
forget-scope-here-hint = تحتفظ به متصفحاتك الأخرى، والمتصفح الذي تدخل منه لاحقًا يعيده.
forget-scope-account = في كل متصفحاتي
forget-scope-account-hint = يُتلف سجلك ومفاتيحه. ويبقى ما لدى { $name } دون إخبار.
forget-scope-both = في كل متصفحاتي، مع طلب ذلك من { $name }
forget-scope-both-hint = يظهر طلبك لدى { $name } ويعود القرار إلى الطرف الآخر. وإذا اتفقتما أتلفه الخادم أيضًا.
forget-save-first = إن أردت الاحتفاظ بنسخة فأغلق هذا وخذ المحادثة معك ملفًّا أولًا.
forget-code-word = تُنسى أيضًا الكلمة المتفق عليها. ويمكن الاتفاق على كلمة أخرى بعد ذلك.
forget-reach = لا يصل هذا إلى ما يتذكره { $name } أو دوّنه، ولا إلى لقطات الشاشة أو متصفح معدَّل أو نسخ الخادم الاحتياطية حتى تُستبدل.
forget-known = أعلم أنه لا يمكن التراجع عن ذلك

## The practice's part

retention-bounds = مدة الاحتفاظ بالمحادثات
retention-bounds-text = تُختار المدة لكل محادثة ضمن هذه الحدود، ولا يعلم الخادم ما اختير.
retention-shortest = على الأقل
retention-longest = على الأكثر
retention-standard = المحادثات الجديدة
retention-standard-hint = يراها الطرفان من البداية ويمكنهما تغييرها ضمن الحدود.

## The practitioner's sealed record

record-none = ما يُنسى هنا لا يحتفظ به المختص أيضًا.
record-kept = حفظ سجل واجب على المختص. وما يزول من هنا، لأن مدته انتهت أو لأنه يختفي أو لأنه نُسي، يُختم قبل ذلك على جهاز المختص، وفتحه ممكن له وحده. أما الملفات والأجزاء المختومة من بطاقة الاستقبال فليست فيه.
record-kept-after-end = ويُتلف السجل عندما تمضي هذه المدة على انتهاء المحادثة: { $time }.
record-kept-until = ويُتلف السجل في { $date }.
record-years = السجل المختوم
record-years-hint = عند وجوب حفظ السجلات مدة أطول مما يرى الطرفان المحادثة. يُقرأ هذا قبل الموافقة، ويسري على من وافق عليه، وعلى الرسائل التي تختفي أيضًا.
record-years-none = لا سجل
record-years-after = { $time } بعد الانتهاء
records-title = السجلات المختومة
records-text = ما زال من محادثات يذكر نص الموافقة فيها حفظ سجل. لا يفتحها إلا هذا الحساب وتزول معه، فيُستحسن حفظها في ملف قبل حذفه.
records-none = لا يوجد أي سجل بعد.
record-after-end = يُحفظ هذه المدة بعد انتهاء المحادثة: { $time }.
record-until = يُحفظ حتى { $date }.
record-open = فتح
record-open-of = فتح سجل { $name }
record-title = السجل المختوم: { $name }
record-reading = القراءة والحفظ في ملف ممكنان، والتغيير غير ممكن.
record-damaged = تعذر فتح جزء من هذا السجل.
