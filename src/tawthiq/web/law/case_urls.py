"""The addresses of the law in a case. A code of an incident may hold a slash, so it stands last."""

from __future__ import annotations

from django.urls import path

from tawthiq.web.law import case_views, fact_views, pattern_views, qualification_views

urlpatterns = [
    path("", case_views.law_of_case, name="law-case"),
    path("classification/", case_views.classification, name="law-classification"),
    path("agreement/", case_views.record, name="law-agreement-form"),
    path("agreements/<slug:code>/", case_views.agreement, name="law-agreement"),
    path("pattern/", pattern_views.choose, name="law-pattern-form"),
    path("patterns/<slug:code>/", pattern_views.pattern, name="law-pattern"),
    path("patterns/<slug:code>/fact/", pattern_views.pattern_fact, name="law-pattern-fact"),
    path("qualification/<path:code>/", qualification_views.qualification, name="qualification"),
    path("why/<path:code>/", qualification_views.explain, name="law-why"),
    path("why-not/<path:code>/", qualification_views.why_not, name="law-why-not"),
    path("what-if/<path:code>/", qualification_views.what_if, name="law-what-if"),
    path("facts/<path:code>/", fact_views.facts, name="law-facts"),
    path("fact/<path:code>/", fact_views.fact, name="law-fact"),
]
