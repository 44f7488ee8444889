"""What every page knows besides its own content: the reader, the case, the same page elsewhere."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import translate_url

from tawthiq.store.queries.ledger import short_name
from tawthiq.values.both import LANGUAGES
from tawthiq.web.reader import ARABIC, LATIN, current


def page(request: HttpRequest) -> dict[str, object]:
    """Give templates the reader and the addresses of the same page, otherwise read."""
    reader = current()
    other = next(language for language in LANGUAGES if language != reader.language)
    here = request.get_full_path()
    return {
        "reader": reader,
        "other_language": other,
        "other_language_url": translate_url(here, other),
        "ledger": short_name,  # asked only where a page shows it
        "digits_url": _with_digits(request, ARABIC if reader.latin_digits else LATIN),
    }


def _with_digits(request: HttpRequest, digits: str) -> str:
    query = request.GET.copy()
    query["digits"] = digits
    return f"{request.path}?{query.urlencode()}"
