"""Columns that several tables have in common: a time, a quantity, and who kept it when."""

from __future__ import annotations

from django.db import models

from tawthiq.values.how_many import HowMany
from tawthiq.values.when import Precision, When


class Timed(models.Model):
    """A row that holds one ``When``: what was said of a time, and no more."""

    first = models.DateField(null=True)
    last = models.DateField(null=True)
    precision = models.CharField(max_length=8, default=Precision.UNKNOWN)

    class Meta:
        abstract = True

    @property
    def when(self) -> When:
        return When(self.first, self.last, Precision(self.precision))


class Counted(models.Model):
    """A row that holds one ``HowMany``."""

    low = models.PositiveBigIntegerField(null=True)
    best = models.PositiveBigIntegerField(null=True)
    high = models.PositiveBigIntegerField(null=True)
    number_words = models.TextField(blank=True)
    rule = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True

    @property
    def how_many(self) -> HowMany:
        return HowMany(self.low, self.best, self.high, self.number_words, self.rule)


class Decided(models.Model):
    """A row of a history: who, when and why. Written once; the database refuses a change."""

    by = models.CharField(max_length=200)
    because = models.TextField()
    at = models.DateTimeField()

    class Meta:
        abstract = True
