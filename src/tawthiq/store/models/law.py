"""What people say for the law: facts, classes of conflict, agreements, patterns, signatures.

Every row is a decision of somebody. The latest on a matter stands, the others stay; a row
that takes something back is a row like any other.
"""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case
from tawthiq.store.models.parts import Decided


class EvidencePiece(Decided):
    """A piece of evidence as the law weighs it; the latest of a code stands.

    Claims of a case need no row: facts cite them by their code. ``incident`` is "" for a
    piece of the whole case.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    incident = models.CharField(max_length=80, blank=True)
    code = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    words = models.TextField(blank=True)
    source = models.TextField(blank=True)
    reliability = models.CharField(max_length=1, blank=True)
    credibility = models.PositiveSmallIntegerField(default=0)
    group = models.CharField(max_length=80, blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("case", "incident", "code"), name="evidence_of_incident"),)


class IncidentFact(Decided):
    """What somebody holds of one fact of an incident: recorded, confirmed, or rejected.

    ``incident`` is "" for a fact of a whole pattern, whose code then stands in ``pattern``.
    ``value`` is canonical JSON; ``was_suggested`` where the records had suggested it.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    incident = models.CharField(max_length=80, blank=True)
    pattern = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=80)
    outcome = models.CharField(max_length=12)
    value = models.TextField()
    evidence = models.JSONField()
    against = models.JSONField()
    is_contested = models.BooleanField(default=False)
    method = models.CharField(max_length=16)
    was_suggested = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=("case", "incident", "key"), name="fact_of_incident"),
            models.Index(fields=("case", "pattern", "key"), name="fact_of_pattern"),
        )


class Ascription(Decided):
    """Who is said to have acted in an incident, against whom and where; the latest stands."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    incident = models.CharField(max_length=80)
    territory = models.CharField(max_length=60, blank=True)
    party = models.CharField(max_length=120, blank=True)
    party_type = models.CharField(max_length=16)
    opposing = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = (models.Index(fields=("case", "incident"), name="ascription_of_incident"),)


class ConflictClassification(Decided):
    """What kind of conflict it was; the latest of a code stands, several codes coexist."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=80)
    conflict = models.CharField(max_length=12)
    pair = models.JSONField()
    area = models.TextField(blank=True)
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    signed_by = models.TextField(blank=True)
    sources = models.JSONField()
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("case", "code"), name="classification_by_code"),)


class AreaAgreement(Decided):
    """A de-escalation zone, a ceasefire, a deconfliction list; the latest of a code stands."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=80)
    kind = models.CharField(max_length=40)
    name_en = models.TextField()
    name_ar = models.TextField()
    parties = models.JSONField()
    areas = models.JSONField()
    partly = models.JSONField()
    first = models.DateField()
    last = models.DateField(null=True)
    source = models.TextField()
    note_en = models.TextField(blank=True)
    note_ar = models.TextField(blank=True)
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("case", "code"), name="agreement_by_code"),)


class IncidentPattern(Decided):
    """A named set of incidents; the latest of a code stands."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=80)
    title_en = models.TextField()
    title_ar = models.TextField()
    incidents = models.JSONField()
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("case", "code"), name="pattern_by_code"),)


class LawRow(Decided):
    """A lawyer's signature under a row of the law pack, or a correction of it.

    ``corrected`` holds what is changed and nothing else; ``digest`` is of the row's texts
    with it. ``pack`` is the hash of the pack that was read.
    """

    row = models.CharField(max_length=80)
    corrected = models.JSONField()
    digest = models.CharField(max_length=64)
    is_signed = models.BooleanField()
    signed_by = models.TextField(blank=True)
    signed_on = models.DateField(null=True)
    source = models.TextField()
    pack = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=("row",), name="decisions_on_law_row"),)
