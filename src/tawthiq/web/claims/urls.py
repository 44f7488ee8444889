"""The addresses of sources."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.claims import views

urlpatterns = [
    path("", views.sources, name="sources"),
    # A key comes from somebody's table and may hold any sign, a slash included.
    path("<path:key>/", views.source, name="source"),
]
