"""The words that lie in a package for whoever opens it: what it is and how to check it."""

from __future__ import annotations

from tawthiq.evidence.packages.contents import Contents
from tawthiq.values.both import Language


def readme_of(contents: Contents) -> bytes:
    """The file ``README.txt``, in Arabic and then in English."""
    languages: tuple[Language, ...] = ("ar", "en")
    return "\n\n".join(_text(contents, language) for language in languages).encode()


def _text(contents: Contents, language: Language) -> str:
    words = _WORDS[language]
    left_out = [f"  - {one.reason.in_(language)}: {one.count}" for one in contents.left_out] or [
        f"  - {words['nothing']}"
    ]
    return words["text"].format(
        title=contents.title.in_(language),
        maker=contents.maker,
        made=f"{contents.made:%Y-%m-%d %H:%M:%S}",
        question=contents.question.in_(language),
        left_out="\n".join(left_out),
        key=contents.key,
        count=len(contents.items),
    )


_WORDS: dict[Language, dict[str, str]] = {
    "ar": {
        "nothing": "لا شيء",
        "text": """{title}
صنعها: {maker}، في {made} بالتوقيت العالمي
ما طُلب: {question}
عدد الأدلة: {count}
ما تُرك خارجها:
{left_out}

كيف تتحقق منها، من دون شبكة ومن دون تثبيت شيء (يكفي Python 3.8 أو أحدث):

    python3 verify.py --key '{key}'

قارن هذا المفتاح بالمفتاح الذي أعطاك إياه الصانع بطريق آخر: على ورق أو شفاهًا أو عبر منظمة
أخرى. من يختلق حزمة يضع فيها مفتاحه هو وفاحصه هو. لذلك خذ verify.py أيضًا من مكان آخر إن
كان لديك سبب للشك، وشغّله هكذا: python3 verify.py المجلد --key المفتاح

  data/evidence/       الأدلة، كل منها باسم رقمها الثابت
  data/load-file.csv   جدول الأدلة: الأرقام والصفحات والبصمات والأسماء الأصلية
  data/custody.csv     الحيازة خطوة خطوة
  data/ledger/         قيود السجل التي ختمت الأدلة والخطوات، وما كُشف منها
  data/premis.xml، data/ro-crate-metadata.json   الأمر نفسه لأنظمة الحفظ
  checkpoint، proofs/، timestamps/   ما يثبت القيود ووقتها

لا تثبت الحزمة أن ما في الأدلة صحيح، بل أن بايتاتها لم تتغير منذ ختمها.
""",
    },
    "en": {
        "nothing": "nothing",
        "text": """{title}
Made by {maker}, on {made} UTC
What was asked for: {question}
Pieces of evidence: {count}
What was left out:
{left_out}

How to check it, without a network and without installing anything (Python 3.8 or later):

    python3 verify.py --key '{key}'

Compare this key with the one that the maker gave you by another way: on paper, by word of mouth,
through another organisation. Whoever makes a package up puts their own key into it, and their
own verifier. If you have reason to doubt, take verify.py from elsewhere as well, and run it
so: python3 verify.py FOLDER --key KEY

  data/evidence/       the pieces, each under its number, which never changes
  data/load-file.csv   the pieces in a table: numbers, pages, digests, the names they came with
  data/custody.csv     custody, step by step
  data/ledger/         the entries that sealed pieces and steps, and what was opened of them
  data/premis.xml, data/ro-crate-metadata.json   the same for preservation systems
  checkpoint, proofs/, timestamps/   what proves the entries, and by when they were there

The package does not prove that what the evidence says is true. It proves that its bytes are
unchanged since they were sealed.
""",
    },
}
