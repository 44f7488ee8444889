"""The addresses of numbers."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.counts import views

urlpatterns = [
    path("", views.counts, name="counts"),
    # The name of a reported number is the code of its claim, and may hold any sign.
    path("<path:name>/", views.count, name="count"),
]
