continue = متابعة
save = حفظ
log-out = تسجيل الخروج
other-tab-title = مفتوح في نافذة أخرى
other-tab-text = ‏Alcove مفتوح في نافذة أخرى أو تبويب آخر. ولا يمكن أن تكون مفاتيحك إلا في مكان واحد في الوقت نفسه. لم يضِع شيء: يمكنك المتابعة هناك أو نقل الجلسة إلى هنا.
take-over = استخدامه هنا
failed-title = تعذّر بدء التشغيل
failed-text = لم يضِع شيء. ما يمكنك فعله:
starting = لحظة من فضلك…
crisis = مساعدة في الأزمات
leave-now = مغادرة الآن
connection-connecting = جارٍ الاتصال…
connection-offline = لا يوجد اتصال. يمكنك قراءة ما على هذا الجهاز، وما تكتبه يُرسل حالما يتوفر اتصال.
copy = نسخ
copied = تم النسخ
optional = (اختياري)
show-passphrase = إظهار
close = إغلاق
cancel = إلغاء
back = رجوع
skip = الانتقال إلى المحتوى
help-label = المساعدة والمغادرة
choose-language = اللغة
nav-label = القائمة الرئيسية
nav-conversations = المحادثات
nav-start = البحث عن مختص
nav-rooms = الغرف
nav-profile = ملفي
nav-people = المختصون
nav-practice = العيادة
nav-surveys = الاستبيانات
nav-settings = الإعدادات
unread = { $count ->
    [zero] رسالة غير مقروءة
    [one] رسالة غير مقروءة
    [two] رسالتان لم تُقرآ
    [few] رسائل غير مقروءة
    [many] رسالة غير مقروءة
   *[other] رسالة غير مقروءة
}
