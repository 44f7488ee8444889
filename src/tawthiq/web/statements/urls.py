"""The addresses of a case's statement and of the checker."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.statements import views

urlpatterns = [
    path("", views.case, name="case"),
    path("check/", views.check, name="check"),
]
