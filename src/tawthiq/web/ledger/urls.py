"""The addresses of the ledger, which is one for all cases."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.ledger import views

urlpatterns = [
    path("", views.stands, name="ledger"),
    path("checkpoint.svg", views.square, name="checkpoint-square"),
    path("checkpoint.txt", views.text, name="checkpoint-text"),
    path("verify/", views.verified, name="verify"),
]
