"""The words that only a court may speak, and that nothing here may ever say.

Every text of the law pack and every name that a user gives passes this door, and a test
looks for these words in all that the engine can say.
"""

from __future__ import annotations

import re

# "Criminal" as in "International Criminal Court" is no verdict; "criminals" is.
_ENGLISH = (
    r"guilt|guilty|committed|convict(?:s|ed|ion|ions)?|prov(?:ed|en|es)|perpetrat\w+"
    r"|culprits?|criminals|murderers?|culpab\w+|innocen\w+"
)
# Forms of ارتكب (did a crime), أدان (found guilty), أثبت/ثبت (proved); المجرم، الجاني، مذنب.
_ARABIC = (
    r"(?:و|ف|ب|ل|ال|وال|بال|لل)*(?:مجرم(?:ون|ين|ي|ه|ة)?|جناة|جاني|جانٍ|مذنب(?:ون|ين|ة)?|مدان(?:ون|ين|ة)?"
    r"|إدانة|أدين|أُدين|يدان|مرتكب(?:و|ي|ون|ين|ة|ها|وها|يها)?|ارتكب(?:ت|وا|ها|ته)?|ارتُكب(?:ت)?|يرتكب(?:ون|ها)?"
    r"|قاتل|قتلة|سفاح\w*|بريء|ثبت(?:ت)?|ثبوت)"
)
_VERDICT = re.compile(rf"\b(?:{_ENGLISH})\b|(?<!\w){_ARABIC}(?!\w)", re.IGNORECASE)


def verdict_in(text: str) -> str:
    """The first word of judgment in a text, or ""."""
    found = _VERDICT.search(text)
    return found[0] if found else ""
