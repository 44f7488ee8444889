"""Every address of the pages: the language first, then the case, then its room."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from tawthiq.web.home import home

urlpatterns = [
    path("", home, name="home"),
    *i18n_patterns(
        path("", include("tawthiq.web.cases.urls")),
        path("law/", include("tawthiq.web.law.urls")),
        path("cases/<slug:case>/law/", include("tawthiq.web.law.case_urls")),
        path("cases/<slug:case>/", include("tawthiq.web.statements.urls")),
        path("cases/<slug:case>/numbers/", include("tawthiq.web.counts.urls")),
        path("cases/<slug:case>/", include("tawthiq.web.records.urls")),
        path("cases/<slug:case>/sources/", include("tawthiq.web.claims.urls")),
        path("cases/<slug:case>/people/", include("tawthiq.web.people.urls")),
        path("cases/<slug:case>/import/", include("tawthiq.web.intake.urls")),
        path("cases/<slug:case>/evidence/", include("tawthiq.web.evidence.urls")),
        path("ledger/", include("tawthiq.web.ledger.urls")),
    ),
]
handler400 = "tawthiq.web.failures.bad_request"
handler403 = "tawthiq.web.failures.denied"
handler404 = "tawthiq.web.failures.not_found"
handler500 = "tawthiq.web.failures.server_error"
