"""What every decision of a person needs: a reason, and a code that can stand in an address."""

from __future__ import annotations

import re

from tawthiq.errors import InputError
from tawthiq.law.verdicts import verdict_in
from tawthiq.values.both import Both

_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 4_000  # characters of one text of a decision: house choice


def require_reason(because: str) -> None:
    """Refuse a decision without a reason, or with one that only a court may give.

    Raises:
        InputError: None is given, or it says a verdict.
    """
    if not because.strip():
        raise InputError(
            "a decision stays with its reason; say why", "القرار يبقى مع سببه؛ اذكر السبب"
        )
    refuse_verdict(because, Both("the reason", "السبب"))


def require_code(code: str) -> None:
    """Refuse a code that cannot stand in an address.

    Raises:
        InputError: It has other signs than a-z, 0-9 and single hyphens, or more than 80.
    """
    if not _CODE.fullmatch(code) or len(code) > 80:
        raise InputError(
            f"{code[:80]!r} cannot be a code; use a-z, 0-9 and hyphens, at most 80",
            f"{code[:80]!r} لا يصلح رمزًا؛ استعمل a-z و0-9 والواصلة، ٨٠ علامة على الأكثر",
        )


def require_text(text: str, what: Both) -> None:
    """Refuse a text that is missing, too long, or says what only a court may say.

    Raises:
        InputError: It is one of these; the message names ``what``.
    """
    if not text.strip():
        raise InputError(f"{what.en} is missing; write it", f"ينقص {what.ar}؛ اكتبه")
    if len(text) > LONGEST:
        raise InputError(
            f"{what.en} has {len(text):,} signs and {LONGEST:,} are kept; shorten it",
            f"{what.ar} طوله {len(text):,} علامة ويُحفظ {LONGEST:,}؛ اختصره",
        )
    refuse_verdict(text, what)


def refuse_verdict(text: str, what: Both) -> None:
    """Refuse words that only a court may speak: what is recorded for the law is read out again.

    Raises:
        InputError: They stand in the text; the message names ``what``.
    """
    if word := verdict_in(text):
        raise InputError(
            f"{what.en} says {word!r}, which is for a court; say what is documented instead",
            f"{what.ar} يقول {word!r} وهذا للمحكمة وحدها؛ اذكر ما هو موثق بدلًا منه",
        )
