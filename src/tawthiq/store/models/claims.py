"""Claims as they were made. A corrected claim supersedes; the earlier one stays as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tawthiq.store.models.cases import Case
from tawthiq.store.models.journal import ImportBatch
from tawthiq.store.models.parts import Counted, Timed
from tawthiq.store.models.sources import Document


class Said(Timed):
    """What every kind of claim has. ``digest`` is over all of its content, tolls included.

    Of a row only ``superseded_by`` can change, once, from nothing to the next version.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=1)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    checked = models.TextField(blank=True)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True


class Claim(Said):
    """What one document says of one incident."""

    place_said = models.TextField(blank=True)
    governorate_said = models.TextField(blank=True)
    subdistrict_said = models.TextField(blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    weapon_said = models.TextField(blank=True)
    target_said = models.TextField(blank=True)
    facility_said = models.TextField(blank=True)
    party_said = models.TextField(blank=True)
    words = models.TextField(blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "code", "version"), name="claim_version"),
        )
        indexes = (
            models.Index(
                fields=("case", "code", "digest"),
                condition=Q(superseded_by=None),
                name="standing_claims",
            ),
        )


class Toll(Counted):
    """A number inside a claim; ``group`` is written by ``tawthiq.store.codecs``."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="tolls")
    harm = models.CharField(max_length=12)
    group = models.CharField(max_length=120)


class PeriodClaim(Said, Counted):
    """What one document says of a whole period and area."""

    figure_said = models.TextField()
    when_said = models.TextField(blank=True)
    area_said = models.TextField(blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "code", "version"), name="period_claim_version"
            ),
        )
