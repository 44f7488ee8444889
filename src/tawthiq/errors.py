"""The errors Tawthiq raises on purpose.

* TawthiqError
  x InputError           somebody's file or text cannot be taken as it is
    x UnreadableError    its bytes cannot be read as what it says it is
    x RefusedRowsError   rows of a table say what cannot be true; carries every refusal
  x UnknownNameError     a name of ours (case, count, incident, source) that nothing bears
  x NotLookedAtError     nothing could be examined, so nothing can be said
  x RuleError            a rule, schema or definition file cannot mean what it says
  x UntracedFigureError  a figure in a statement cannot be derived again
  x IntegrityError       what was sealed and what is there now are not the same
  x HomeError            the home folder cannot be used
  x StorageError         the disk or server that keeps evidence refuses; nothing was acknowledged

Misuse by our own code raises the built-ins (ValueError, TypeError).
Every message says what is wrong, which one, and what to do now.
"""

from __future__ import annotations


class TawthiqError(Exception):
    """Whatever a caller may show to a person as it stands.

    Attributes:
        en: The message in English; also what ``str`` gives.
        ar: The message in Arabic, or the English one where nobody wrote it in Arabic.
    """

    def __init__(self, en: str, ar: str = "") -> None:
        super().__init__(en)
        self.en = en
        self.ar = ar or en


class InputError(TawthiqError):
    """Somebody's file or text cannot be taken as it is."""


class UnreadableError(InputError):
    """The bytes cannot be read as what they say they are."""


class RefusedRowsError(InputError):
    """Rows of a table say what cannot be true; nothing of the table was taken."""


class UnknownNameError(TawthiqError):
    """Nothing bears this name; the message lists what there is."""


class NotLookedAtError(TawthiqError):
    """Nothing could be examined, so nothing can be said: never a pass."""


class RuleError(TawthiqError):
    """A rule, schema or definition file cannot mean what it says."""


class UntracedFigureError(TawthiqError):
    """A figure in a statement cannot be derived again from what it rests on."""


class IntegrityError(TawthiqError):
    """What was sealed or signed and what is there now are not the same."""


class HomeError(TawthiqError):
    """The home folder cannot be used as it is."""


class StorageError(TawthiqError):
    """The disk or server that keeps evidence refuses; what it concerns was not acknowledged."""
