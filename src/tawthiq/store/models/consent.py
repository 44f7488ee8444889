"""Who is in the evidence, what they agreed to and took back, and what left the house since.

Rows name people by codes only, ``ConsentPerson`` apart, which can be erased: what was agreed to,
withdrawn and released stays, and tells no longer of whom.
"""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case
from tawthiq.store.models.evidence import EvidenceItem


class ConsentPerson(models.Model):
    """Somebody who can consent, by a code that tells nothing. Can be erased."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, unique=True)
    name = models.TextField(blank=True)
    note = models.TextField(blank=True)
    at = models.DateTimeField()


class PersonsSeen(models.Model):
    """Somebody looked who is in an item; the latest look stands.

    ``persons`` is a list of codes in canonical JSON; empty where there is nobody.
    """

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="persons_seen")
    persons = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class ConsentEvent(models.Model):
    """A consent or a withdrawal, in the order in which they were written down.

    ``purpose`` is empty where everything was withdrawn; ``given`` is when it was said, ``at`` when
    it was written down here.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    is_withdrawal = models.BooleanField()
    person = models.CharField(max_length=20, db_index=True)
    purpose = models.CharField(max_length=20, blank=True)
    recipient = models.CharField(max_length=200, blank=True)
    given = models.DateTimeField()
    until = models.DateField(null=True)
    taken_by = models.CharField(max_length=200)
    record = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()


class Release(models.Model):
    """Something left the house: which item, who is in it, for what and to whom, and in what."""

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="releases")
    persons = models.TextField()
    purpose = models.CharField(max_length=20)
    recipient = models.CharField(max_length=200, blank=True)
    where = models.CharField(max_length=200)
    at = models.DateTimeField()
