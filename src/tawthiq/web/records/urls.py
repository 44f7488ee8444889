"""The addresses of incidents."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.records import views

urlpatterns = [
    path("incidents/", views.incidents, name="incidents"),
    # A code comes from somebody's table and may hold any sign, a slash included.
    path("incidents/<path:code>/", views.incident, name="incident"),
    path("map/", views.on_map, name="map"),
    path("map/settlements.geojson", views.settlements, name="settlements"),
    path("timeline/", views.along_time, name="timeline"),
]
