"""Incidents as computed from their claims, and the decisions laid over them.

The row of an incident can always be computed again from claims and decisions; it is
kept so that a list of a hundred thousand can be filtered while a reader waits.
"""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case
from tawthiq.store.models.parts import Decided, Timed


class Incident(Timed):
    """What the claims on one incident come to.

    The columns ``within``, ``in_sites``, ``in_weapons`` and ``in_parties`` hold every key
    that names the incident, wider words included, as ``|medical|hospital|``. A filter
    looks for ``|medical|`` in the one covering index ``incident_list``: measured at
    100,000 incidents, every combination of filters takes one walk of at most 8 ms, and
    a table of one row a key was slower in the worst case and six times the size.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="incidents")
    code = models.CharField(max_length=80)
    day = models.DateField()
    """The first day it can have been, for the order of lists; the year 1 where unknown."""
    title_en = models.TextField()
    title_ar = models.TextField()

    places = models.JSONField()
    place_en = models.TextField(blank=True)
    place_ar = models.TextField(blank=True)
    governorate = models.CharField(max_length=60, blank=True)
    district = models.CharField(max_length=60, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)

    sites = models.JSONField()
    weapons = models.JSONField()
    parties = models.JSONField()
    within = models.TextField()
    in_sites = models.TextField()
    in_weapons = models.TextField()
    in_parties = models.TextField()

    grade = models.CharField(max_length=12)
    because_en = models.TextField()
    because_ar = models.TextField()
    decided_by = models.CharField(max_length=200, blank=True)

    killed_low = models.PositiveBigIntegerField(null=True)
    killed_best = models.PositiveBigIntegerField(null=True)
    killed_high = models.PositiveBigIntegerField(null=True)
    children_low = models.PositiveBigIntegerField(null=True)
    children_best = models.PositiveBigIntegerField(null=True)
    children_high = models.PositiveBigIntegerField(null=True)
    women_low = models.PositiveBigIntegerField(null=True)
    women_best = models.PositiveBigIntegerField(null=True)
    women_high = models.PositiveBigIntegerField(null=True)
    injured_low = models.PositiveBigIntegerField(null=True)
    injured_best = models.PositiveBigIntegerField(null=True)
    injured_high = models.PositiveBigIntegerField(null=True)

    claims = models.PositiveIntegerField()
    sources = models.JSONField()
    """Keys of the independent sources."""
    denied = models.BooleanField()
    words = models.TextField()
    """Folded words by which it is searched."""

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "code"), name="incident_has_one_code"),
        )
        indexes = (
            models.Index(
                fields=(
                    "case",
                    "-day",
                    "-code",
                    "last",
                    "grade",
                    "within",
                    "in_sites",
                    "in_weapons",
                    "in_parties",
                    "lat",
                    "lon",
                ),
                name="incident_list",
            ),
        )


class Grouping(Decided):
    """Somebody's decision that a claim tells of an incident; the latest on a claim stands."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="groupings")
    claim = models.CharField(max_length=80)
    incident = models.CharField(max_length=80)

    class Meta:
        indexes = (
            models.Index(fields=("case", "claim", "incident"), name="grouping_of_claim"),
            models.Index(fields=("case", "incident", "claim"), name="grouping_of_incident"),
        )


class GradeDecision(Decided):
    """Somebody's grade in place of the computed one; the latest stands.

    An empty grade takes an earlier decision back.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="grade_decisions")
    incident = models.CharField(max_length=80)
    grade = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = (models.Index(fields=("case", "incident"), name="grade_of_incident"),)
