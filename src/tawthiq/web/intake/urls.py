"""The addresses of an import."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.intake import views

urlpatterns = [
    path("", views.upload, name="import"),
    path("done/", views.done, name="import-done"),
    path("<str:address>/", views.preview, name="import-preview"),
    path("<str:address>/cancel/", views.cancel, name="import-cancel"),
]
