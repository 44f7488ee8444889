"""The addresses of the law itself, which belongs to no case."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.law import book_views, sign_views

urlpatterns = [
    path("", book_views.norms, name="law"),
    path("norms/<str:norm>/", book_views.norm, name="law-norm"),
    path("crimes/", book_views.crimes, name="law-crimes"),
    path("crimes/<str:crime>/", book_views.crime, name="law-crime"),
    path("signatures/", sign_views.waiting, name="law-waiting"),
    # A norm by its id, a bond as Syria/AP_II, an element as RS-8-2-e-iv/3, a forum as forum:IIIM.
    path("signatures/<path:row>/", sign_views.row, name="law-row"),
]
