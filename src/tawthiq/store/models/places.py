"""Places that somebody imported beside those that come with Tawthiq."""

from __future__ import annotations

from django.db import models


class Place(models.Model):
    """One place of an imported gazetteer; it replaces a shipped place of the same code."""

    code = models.CharField(max_length=60, unique=True)
    level = models.CharField(max_length=12)
    name_en = models.TextField()
    name_ar = models.TextField()
    variants = models.JSONField()
    parent = models.CharField(max_length=60, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)


class Boundary(models.Model):
    """The outline of a place, as a GeoJSON geometry."""

    place = models.CharField(max_length=60, unique=True)
    geometry = models.JSONField()
    credit = models.TextField(blank=True)
