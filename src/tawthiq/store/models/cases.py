"""Cases: what belongs together, and what nobody may read by belonging to another."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.parts import Timed


class Case(Timed):
    """One body of claims, incidents and statements.

    ``revision`` rises with every change to the case, so that what was computed from one
    state of it is not taken for what holds in the next.
    """

    code = models.SlugField(max_length=60, unique=True)
    title_en = models.TextField()
    title_ar = models.TextField()
    area = models.CharField(max_length=60, blank=True)
    revision = models.PositiveBigIntegerField(default=0)
