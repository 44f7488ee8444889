"""Our words for what evidence has only keys for, in both languages, after docs/glossary.md."""

from __future__ import annotations

import re

from tawthiq.evidence.consent import Purpose, Use
from tawthiq.evidence.custody import Step
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


def step_said(step: Step) -> Both:
    """A step told, without its number, which the list gives it."""
    told = step.told()
    said = Both(told.en.partition(". ")[2], told.ar.partition(". ")[2])
    return _apart(said, step.holder, step.to, step.by, step.note)


def use_said(use: Use) -> Both:
    """A use, with the name of the body kept apart from our words."""
    return _apart(use.said(), use.recipient)


def release_said(where: str) -> Both | None:
    """In what something left, where an action of ours wrote it; None for other words."""
    found = re.fullmatch(r"handed over, step (\d+)", where)
    return Both(where, f"سُلّم في الخطوة {found[1]}") if found else None


def _apart(said: Both, *names: str) -> Both:
    """Keep names of others from turning the direction of the sentence that they stand in."""
    en, ar = said.en, said.ar
    for name in sorted({name for name in names if name}, key=len, reverse=True):
        apart = f"\u2068{name}\u2069"
        en, ar = (_once(text, name, apart) for text in (en, ar))
    return Both(en, ar)


def _once(text: str, name: str, apart: str) -> str:
    """Put a name apart wherever it stands, but not inside another that is apart already."""
    pieces = re.split("(\u2068[^\u2069]*\u2069)", text)
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return "".join(
        piece if piece.startswith("\u2068") else whole.sub(lambda _: apart, piece)
        for piece in pieces
    )
