"""Public texts as they were written, in every version."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case


class Statement(models.Model):
    """A text in one language; it is corrected by a new version, never silently changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="statements")
    code = models.SlugField(max_length=120)
    language = models.CharField(max_length=2)
    version = models.PositiveIntegerField()
    said_on = models.DateField(null=True)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "code", "language", "version"), name="statement_version"
            ),
        )
