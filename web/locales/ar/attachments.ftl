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
file-fetching = جارٍ الجلب
