"""What an incident is called and where its claims stand, for whoever lists many of them."""

from __future__ import annotations

from functools import lru_cache

from tawthiq.counts.established import Describe
from tawthiq.store import models
from tawthiq.store.queries.decisions import standing_groupings
from tawthiq.values.both import Both


def describe_with(case: models.Case) -> Describe:
    """Titles and addresses of the incidents of a case; read once for each state of it."""

    def describe(code: str) -> tuple[Both, tuple[str, ...]]:
        title = _titles(case.pk, case.state).get(code, Both.same(code))
        return title, _urls(case.pk, case.state).get(code, ())

    return describe


def urls_of(case: models.Case) -> dict[str, tuple[str, ...]]:
    """The addresses of the documents of each incident's claims, each once, by incident."""
    return _urls(case.pk, case.state)


@lru_cache(maxsize=2)
def _titles(case_id: int, state: str) -> dict[str, Both]:
    rows = models.Incident.objects.filter(case_id=case_id)
    cells = rows.values_list("code", "title_en", "title_ar").iterator(chunk_size=5000)
    return {code: Both(en, ar) for code, en, ar in cells}


@lru_cache(maxsize=2)
def _urls(case_id: int, state: str) -> dict[str, tuple[str, ...]]:
    incident_of = standing_groupings(models.Case.objects.get(pk=case_id))
    standing = models.Claim.objects.filter(case_id=case_id, superseded_by=None).order_by("id")
    urls: dict[str, dict[str, None]] = {}
    for code, url in standing.values_list("code", "document__url").iterator(chunk_size=5000):
        if url and code in incident_of:
            urls.setdefault(incident_of[code], {})[url] = None
    return {incident: tuple(each) for incident, each in urls.items()}
