# الملفات في المحادثة
attach = إرسال ملف أو صورة
uploads = ملفات في الطريق
upload-progress = ما أُرسل من { $name }
upload-retry = إعادة المحاولة
upload-retry-of = إعادة المحاولة: { $name }
upload-cancel-of = إلغاء: { $name }
picture-open = الصورة { $name }: عرضها كبيرة
file-save = حفظ
file-save-of = حفظ { $name }
file-fetching-of = ما وصل من { $name }
file-fetching-cancel = إيقاف جلب { $name }
drop-here = أفلت الملفات لإرسالها هنا.
pictures-title = قبل الإرسال
pictures-text = تُرسم الصورة من جديد وتُصغَّر على هذا الجهاز. أما المكان والوقت والكاميرا، وقد يحملها ملفها، فتبقى هنا.
pictures-send = { $count ->
    [zero] لا ملفات للإرسال
    [one] إرسال الصورة
    [two] إرسال ملفين
    [few] إرسال { $count } ملفات
    [many] إرسال { $count } ملفًا
   *[other] إرسال { $count } ملف
}
pictures-busy = جارٍ التحضير…
picture-original = إرسال الملف الأصلي
picture-original-hint = بالحجم الكامل وبكل ما فيه. لا حاجة إليه إلا أحيانًا، مثلًا لوثيقة أو للطباعة.
picture-original-warning = يحمل الأصل ما كتبته الكاميرا فيه: غالبًا أين ومتى التُقطت الصورة وبأي جهاز. يستطيع من تتحدث معه قراءة ذلك، وكذلك كل من يمرّر إليه الملف.
picture-not-drawable = لا يستطيع هذا المتصفح رسم هذه الصورة من جديد. لا يمكن إرسالها إلا كما هي.
