"""What an incident is called and where its claims stand, for whoever lists many of them."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection

from tawthiq.counts.established import Describe
from tawthiq.store import models
from tawthiq.store.queries.decisions import standing_groupings
from tawthiq.values.both import Both


def describe_with(case: models.Case) -> Describe:
    """Titles and addresses of the incidents of a case; read once for each state of it."""
    database, revision = str(connection.settings_dict["NAME"]), case.revision

    def describe(code: str) -> tuple[Both, tuple[str, ...]]:
        title = _titles(database, case.pk, revision).get(code, Both.same(code))
        return title, _urls(database, case.pk, revision).get(code, ())

    return describe


def urls_of(case: models.Case) -> dict[str, tuple[str, ...]]:
    """The addresses of the documents of each incident's claims, each once, by incident."""
    return _urls(str(connection.settings_dict["NAME"]), case.pk, case.revision)


@lru_cache(maxsize=2)
def _titles(database: str, case_id: int, revision: int) -> dict[str, Both]:
    rows = models.Incident.objects.filter(case_id=case_id)
    cells = rows.values_list("code", "title_en", "title_ar").iterator(chunk_size=5000)
    return {code: Both(en, ar) for code, en, ar in cells}


@lru_cache(maxsize=2)
def _urls(database: str, case_id: int, revision: int) -> dict[str, tuple[str, ...]]:
    incident_of = standing_groupings(models.Case.objects.get(pk=case_id))
    standing = models.Claim.objects.filter(case_id=case_id, superseded_by=None).order_by("id")
    urls: dict[str, dict[str, None]] = {}
    for code, url in standing.values_list("code", "document__url").iterator(chunk_size=5000):
        if url and code in incident_of:
            urls.setdefault(incident_of[code], {})[url] = None
    return {incident: tuple(each) for incident, each in urls.items()}
