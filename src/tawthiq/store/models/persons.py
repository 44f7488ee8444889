"""Lists of people who were killed, their rows as records, and the people found in them.

Records, mappings, runs and decisions are written once. ``Person`` and ``PersonMember`` are
computed from them, as incidents are from claims, and can always be computed again.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tawthiq.store.models.cases import Case
from tawthiq.store.models.journal import ImportBatch
from tawthiq.store.models.parts import Decided, Timed
from tawthiq.store.models.sources import Document


class VictimList(models.Model):
    """A list that an organisation keeps; later editions of it supersede its rows."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="victim_lists")
    code = models.CharField(max_length=20)
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "code"), name="victim_list_has_one_code"),
            models.UniqueConstraint(fields=("case", "document"), name="victim_list_is_kept_once"),
        )


class ColumnMapping(Decided):
    """Which column of an organisation's lists is which of ours; the latest that fits stands.

    ``columns`` is canonical JSON from the names in the list to our keys. It belongs to the
    organisation and not to a case: columns are mapped once.
    """

    source = models.CharField(max_length=200)
    columns = models.TextField()

    class Meta:
        indexes = (models.Index(fields=("source", "-id"), name="mapping_of_source"),)


class PersonRecord(Timed):
    """A row of a list; its time is that of death.

    ``key`` is the row's own id in the list and is not shown in addresses; ``code`` is ours.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    list = models.ForeignKey(VictimList, models.PROTECT, related_name="records")
    number = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField(default=1)
    key = models.TextField()
    name = models.TextField(blank=True)
    given = models.TextField(blank=True)
    father = models.TextField(blank=True)
    grandfather = models.TextField(blank=True)
    family = models.TextField(blank=True)
    mother = models.TextField(blank=True)
    kunya = models.TextField(blank=True)
    sex = models.CharField(max_length=10, blank=True)
    age_low = models.PositiveSmallIntegerField(null=True)
    age_high = models.PositiveSmallIntegerField(null=True)
    age_group = models.CharField(max_length=10, blank=True)
    born_first = models.DateField(null=True)
    born_last = models.DateField(null=True)
    born_precision = models.CharField(max_length=8)
    status = models.CharField(max_length=12)
    roles = models.CharField(max_length=60, blank=True)
    role_said = models.TextField(blank=True)
    place_said = models.TextField(blank=True)
    subdistrict_said = models.TextField(blank=True)
    governorate_said = models.TextField(blank=True)
    party_said = models.TextField(blank=True)
    url = models.TextField(blank=True)
    raw = models.TextField()
    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case", "number", "version"), name="person_record_version"
            ),
        )
        indexes = (
            models.Index(
                fields=("list", "number"),
                condition=Q(superseded_by=None),
                name="standing_person_records",
            ),
        )


class LinkageRun(models.Model):
    """One linkage of all records of a case, as it came out.

    ``records``, ``clusters`` and ``draws`` are packed columns (``store.packed``): the numbers
    of the records, the number of each one's person, and the people as they may also be.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="linkage_runs")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=200)
    seed = models.PositiveBigIntegerField()
    low = models.FloatField()
    cut = models.FloatField()
    high = models.FloatField()
    candidates = models.PositiveBigIntegerField()
    last_decision = models.PositiveBigIntegerField()
    """The number of the last decision that it knew of."""
    report = models.TextField()
    records = models.TextField()
    clusters = models.TextField()
    draws = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="linkage_run_has_one_number"),
        )


class LinkedPair(models.Model):
    """Two records that a run found alike enough to be looked at or to be one person."""

    run = models.ForeignKey(LinkageRun, models.PROTECT, related_name="pairs")
    left = models.PositiveBigIntegerField()
    right = models.PositiveBigIntegerField()
    same = models.FloatField()
    related = models.FloatField()
    rank = models.PositiveBigIntegerField(null=True)
    """Its place in the queue: 0 teaches most. None for pairs that need no look."""
    why = models.TextField(blank=True)
    """The explanation, as canonical JSON; "" for pairs that nobody is asked about."""

    class Meta:
        indexes = (
            models.Index(fields=("run", "rank"), name="pairs_in_review_order"),
            models.Index(fields=("run", "left"), name="pairs_by_left"),
            models.Index(fields=("run", "right"), name="pairs_by_right"),
        )


class PairDecision(Decided):
    """What somebody holds two records to be; the latest of each person stands.

    An empty verdict takes the person's earlier one back.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="pair_decisions")
    left = models.PositiveBigIntegerField()
    right = models.PositiveBigIntegerField()
    verdict = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = (models.Index(fields=("case", "left", "right"), name="decisions_on_pair"),)


class Person(Timed):
    """Somebody, as the records that were found to be theirs tell; computed.

    ``number`` is that of the person's first record, and stays while that record is theirs.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="persons")
    number = models.PositiveBigIntegerField()
    name = models.TextField(blank=True)
    sex = models.CharField(max_length=10, blank=True)
    age_low = models.PositiveSmallIntegerField(null=True)
    age_high = models.PositiveSmallIntegerField(null=True)
    age_group = models.CharField(max_length=10, blank=True)
    status = models.CharField(max_length=12)
    roles = models.CharField(max_length=60, blank=True)
    places = models.JSONField()
    place_en = models.TextField(blank=True)
    place_ar = models.TextField(blank=True)
    governorate = models.CharField(max_length=60, blank=True)
    within = models.TextField(blank=True)
    """Codes of the places and all that hold them, as ``|SY07|SY0703|``."""
    parties = models.JSONField()
    standing = models.CharField(max_length=12)
    """identified, incomplete or unnamed."""
    disagreements = models.CharField(max_length=120, blank=True)
    records = models.PositiveIntegerField()
    lists = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    """Independent sources: those that have it from one another are one."""
    weakest = models.FloatField(null=True)
    """The probability of the least sure link that holds the records together; None for one."""
    words = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="person_has_one_number"),
        )
        indexes = (models.Index(fields=("case", "standing", "number"), name="person_list"),)


class PersonMember(models.Model):
    """Which person a record belongs to; computed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    record = models.PositiveBigIntegerField()
    person = models.PositiveBigIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "record"), name="record_is_of_one_person"),
        )
        indexes = (models.Index(fields=("case", "person"), name="members_of_person"),)
