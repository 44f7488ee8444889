"""Finding an incident by words, in whichever script and spelling they are typed.

Both engines are fed with ``values.text.index_text``, so they find the same: SQLite an
FTS5 table that triggers keep in step with the incidents, PostgreSQL a stored column.
"""

from __future__ import annotations

from django.db import connection

from tawthiq.store.sql import Values
from tawthiq.values.text import query_terms

FIND_NOTHING: tuple[str, Values] = ("1 = 0", ())


def matching(query: str) -> tuple[str, Values]:
    """The SQL condition that an incident's words hold every word of the query."""
    groups = query_terms(query)
    if not groups:
        return FIND_NOTHING
    if connection.vendor == "postgresql":
        said = " & ".join(_any(group, "'", " | ") for group in groups)
        return "found_by @@ to_tsquery('simple', %s)", (said,)
    said = " AND ".join(_any(group, '"', " OR ") for group in groups)
    found = "SELECT rowid FROM store_incident_words WHERE store_incident_words MATCH %s"
    return f"id IN ({found})", (said,)


def _any(group: tuple[str, ...], quote: str, either: str) -> str:
    """Any word of a group; its words hold letters and digits only, so nothing is escaped."""
    return f"({either.join(quote + word + quote for word in group)})"
