"""Cases: what belongs together, and what nobody may read by belonging to another."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.parts import Timed


class Case(Timed):
    """One body of claims, incidents and statements.

    ``revision`` rises with every change to the case. ``state`` is drawn anew with each, so
    that what was computed from one state is never taken for another, not even where an
    older copy of the database was put back and counts the same revisions again.
    """

    code = models.SlugField(max_length=60, unique=True)
    title_en = models.TextField()
    title_ar = models.TextField()
    area = models.CharField(max_length=60, blank=True)
    revision = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=32, blank=True)
