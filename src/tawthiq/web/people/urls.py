"""The addresses of people."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.people import counting, linking, lists, reviewing, views

urlpatterns = [
    path("", views.people, name="people"),
    path("numbers/", counting.numbers, name="people-numbers"),
    path("lists/", lists.upload, name="list-import"),
    path("lists/<str:address>/", lists.preview, name="list-preview"),
    path("lists/<str:address>/columns/", lists.columns, name="list-columns"),
    path("lists/<str:address>/cancel/", lists.cancel, name="list-cancel"),
    path("link/", linking.link, name="link"),
    path("link/stop/", linking.stop, name="link-stop"),
    path("review/", reviewing.review, name="review"),
    path("review/name/", reviewing.name, name="reviewer"),
    path("review/undo/", reviewing.undo, name="review-undo"),
    path("<int:number>/", views.person, name="person"),
    path("<int:number>/split/", views.split, name="person-split"),
    path("<int:number>/merge/", views.merge, name="person-merge"),
]
