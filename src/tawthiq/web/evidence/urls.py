"""The addresses of evidence."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.evidence import consents, giving, handing, redacting, tool, tus, views

urlpatterns = [
    path("", views.items, name="evidence"),
    path("add/", giving.give, name="evidence-add"),
    path("uploads/", tus.creation, name="uploads"),
    path("uploads/<str:address>/", tus.upload, name="upload"),
    path("uploads/<str:address>/take/", giving.take, name="upload-take"),
    path("persons/", consents.persons, name="consents"),
    path("persons/<str:person>/", consents.person, name="consenting"),
    path("persons/<str:person>/consent/", consents.agree, name="consent"),
    path("persons/<str:person>/withdraw/", consents.take_back, name="withdraw"),
    path("<str:code>/", views.item, name="item"),
    path("<str:code>/preview.jpg", views.picture, name="item-preview"),
    path("<str:code>/tool/", tool.made_by, name="item-tool"),
    path("<str:code>/link/", views.link_to, name="item-link"),
    path("<str:code>/persons/", consents.seen_in, name="item-persons"),
    path("<str:code>/hand-over/", handing.hand, name="hand-over"),
    path("<str:code>/receipts/<int:step>/", handing.receipt, name="receipt"),
    path("<str:code>/redact/", redacting.draw, name="redact"),
]
