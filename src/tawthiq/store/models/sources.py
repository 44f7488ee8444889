"""Sources, and the documents that they published or gave."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case
from tawthiq.store.models.parts import Timed


class Source(models.Model):
    """Somebody who claims. ``origin`` is the key of the source whose claim it is."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="sources")
    key = models.CharField(max_length=200)
    said = models.TextField()
    name_en = models.TextField()
    name_ar = models.TextField()
    kind = models.CharField(max_length=20)
    origin = models.CharField(max_length=200)
    relay = models.TextField(blank=True)
    reliability = models.CharField(max_length=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "key"), name="source_has_one_key"),)
        indexes = (models.Index(fields=("case", "origin"), name="source_by_origin"),)


class Document(Timed):
    """What a source published; its time is that of publication. Never changed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    source = models.ForeignKey(Source, models.PROTECT, related_name="documents")
    title = models.TextField(blank=True)
    url = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    """Over everything above, so that one document is kept once."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "digest"), name="document_is_kept_once"),
        )
