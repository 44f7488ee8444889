"""What an error raised on purpose says, in the reader's language where it says it in both."""

from __future__ import annotations

from tawthiq.errors import TawthiqError
from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import with_digits_of


def in_words(error: TawthiqError, reader: Reader) -> str:
    """The message; one that exists in English only is given as it is."""
    return with_digits_of(error.ar if reader.is_arabic else error.en, reader)
