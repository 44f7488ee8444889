"""Refuse what consent does not allow, with every reason."""

from __future__ import annotations

from tawthiq.errors import InputError
from tawthiq.evidence.consent import Allowed, Denied
from tawthiq.values.both import Both, joined


class NotAllowedError(InputError):
    """Consent stands in the way; nothing left the house."""


def refuse_denied(item: str, answer: Allowed | Denied) -> None:
    """Return if it is allowed.

    Raises:
        NotAllowedError: It is not; the message has every reason.
    """
    if isinstance(answer, Denied):
        why = joined(answer.reasons, Both("; ", "؛ "))
        raise NotAllowedError(
            f"{item} must not leave: {why.en}", f"لا يجوز أن يخرج {item}: {why.ar}"
        )
