"""Numbers that have a name: their definitions, kept in every version."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case


class NamedCount(models.Model):
    """A definition under a name; the latest version stands and no version is changed.

    A count that a source published has the code of its period claim in ``claim`` and no
    definition of its own: what it counts is read from the claim as that stands.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="counts")
    name = models.SlugField(max_length=120)
    version = models.PositiveIntegerField()
    title_en = models.TextField()
    title_ar = models.TextField()
    definition = models.TextField(blank=True)
    claim = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "name", "version"), name="count_version"),
        )
