"""The journal: who did what to a case, when and why."""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case


class ImportBatch(models.Model):
    """One file that was taken in, by the digest of its bytes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="batches")
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    by = models.CharField(max_length=200)


class JournalEntry(models.Model):
    """One line of the journal. The database refuses to change or remove it.

    ``what`` is canonical JSON and names codes and numbers only: no victim's name and no
    coordinates, since journals are shown to people who may not see those.
    """

    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="journal")
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    action = models.CharField(max_length=60)
    what = models.TextField()
    why = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=("case", "-id"), name="journal_of_case"),)
