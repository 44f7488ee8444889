"""Our words for what evidence has only keys for, in both languages, after docs/glossary.md."""

from __future__ import annotations

from tawthiq.evidence.consent import Purpose
from tawthiq.values.both import Both

CAME = {
    "received": Both("given to us", "سُلّم إلينا"),
    "captured": Both("recorded by us", "سجّلناه بأنفسنا"),
    "redacted": Both("redacted copy", "نسخة محجوبة الأجزاء"),
    "derived": Both("made from another", "مشتق من غيره"),
}
FAMILIES = {
    "picture": Both("picture", "صورة"),
    "film": Both("film", "مقطع مصوّر"),
    "sound": Both("sound", "تسجيل صوتي"),
    "text": Both("text", "نص"),
    "other": Both("file", "ملف"),
}
THINGS = {
    "claim": Both("claim", "ادعاء"),
    "incident": Both("incident", "واقعة"),
    "document": Both("document", "وثيقة"),
}
PURPOSES = {
    Purpose.STORE: Both("store it", "الحفظ"),
    Purpose.SHARE: Both("share it with a named body", "المشاركة مع جهة مسمّاة"),
    Purpose.PUBLISH: Both("publish it", "النشر"),
    Purpose.PUBLISH_NAME: Both("publish the name", "نشر الاسم"),
    Purpose.PUBLISH_PICTURE: Both("publish the picture", "نشر الصورة"),
}
