"""The address of the list of cases."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.cases import views

urlpatterns = [path("", views.cases, name="cases")]
