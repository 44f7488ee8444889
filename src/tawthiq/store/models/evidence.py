"""Evidence as it is kept: which items there are, what is said of them, and through whose hands.

The bytes lie in the vault and not here. ``EvidenceItem`` says nothing about anybody and stays for
good; whatever may tell of a person stands in rows that can be erased as a whole, and only together
with a line of the journal (``Erasure``). Salts are hex, moments are in UTC.
"""

from __future__ import annotations

from django.db import models

from tawthiq.store.models.cases import Case
from tawthiq.store.models.parts import Decided


class EvidenceItem(models.Model):
    """One item, by the code that never changes; what was made from another names its parent.

    ``entry`` is the place in the log of the entry that promises its bytes.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence")
    code = models.CharField(max_length=60, unique=True)
    came = models.CharField(max_length=12)
    """received, captured; of what was made from another item: redacted, derived."""
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="made_from_it")
    entry = models.PositiveBigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("case", "-id"), name="evidence_of_case"),)


class EvidenceContent(models.Model):
    """Which bytes an item is, what they were called and who gave them. Can be erased."""

    item = models.OneToOneField(EvidenceItem, models.PROTECT, related_name="content")
    sha256 = models.CharField(max_length=64)
    sha512 = models.CharField(max_length=128)
    size = models.PositiveBigIntegerField()
    salt = models.CharField(max_length=64)
    """Opens the promise under ``object`` in the entry of the item."""
    name = models.TextField()
    """As it was read; ``name_raw`` are its bytes in hex, ``encoding`` how they were read."""
    name_raw = models.TextField(blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    media_type = models.CharField(max_length=120)
    said_by_name = models.CharField(max_length=120, blank=True)
    """The kind that its name says, where its bytes say another one."""
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    inside = models.ForeignKey(EvidenceItem, models.PROTECT, null=True, related_name="unpacked")
    changed_said = models.CharField(max_length=40, blank=True)
    """When it was last changed, as the zip says in which it came; a claim."""

    class Meta:
        indexes = (models.Index(fields=("sha256",), name="evidence_by_digest"),)


class CustodyStep(models.Model):
    """One step of custody, as ``evidence.custody.Step`` writes it. Can be erased.

    ``salt`` opens the promise under ``custody`` in entry ``entry``.
    """

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="custody")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    time = models.DateTimeField()
    holder = models.TextField()
    to = models.TextField(blank=True)
    by = models.TextField()
    previous = models.CharField(max_length=64)
    note = models.TextField(blank=True)
    entry = models.PositiveBigIntegerField()
    salt = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("item", "number"), name="custody_step_is_taken_once"),
        )


class EvidenceSight(models.Model):
    """What the sandbox saw of an item on one day, as canonical JSON; the latest is shown.

    Can be erased: files say where and by whom they were made.
    """

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="sights")
    at = models.DateTimeField()
    tool = models.CharField(max_length=80)
    said = models.TextField()


class EvidenceLikeness(models.Model):
    """What a picture, or one key frame of a film, looks like: a PDQ hash in hex. Can be erased."""

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="likenesses")
    hash = models.CharField(max_length=64)
    quality = models.PositiveSmallIntegerField()
    scaler = models.CharField(max_length=40)
    seconds = models.FloatField(null=True)


class EvidenceDerivation(models.Model):
    """How an item was made from its parent. Can be erased.

    ``root`` is the item that was given to us; ``number`` counts what was made from it, by kind.
    ``salt`` opens the promise under ``derivation`` in the entry of the item.
    """

    item = models.OneToOneField(EvidenceItem, models.PROTECT, related_name="derivation")
    root = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="derivatives")
    kind = models.CharField(max_length=1)
    number = models.PositiveIntegerField()
    tool = models.TextField()
    parameters = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    reviewed_by = models.TextField(blank=True)
    pages = models.PositiveIntegerField()
    salt = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("root", "kind", "number"), name="derivative_number_is_given_once"
            ),
        )


class EvidenceLink(Decided):
    """Somebody's decision that an item bears on something of its case; the latest stands.

    ``what`` is claim, incident or document, ``code`` that of a claim or incident, or the digest of
    a document. Incidents are computed anew, so nothing points at their rows.
    """

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="links")
    what = models.CharField(max_length=10)
    code = models.CharField(max_length=80)
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=("what", "code", "item"), name="evidence_of_something"),)


class Handover(models.Model):
    """An item left our hands; ``receipt`` is the signed note that went with it. Can be erased."""

    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="handovers")
    step = models.PositiveIntegerField()
    to = models.TextField()
    receipt = models.TextField()
    at = models.DateTimeField()


class PackageNumber(models.Model):
    """The number of an item in every package of one prefix: given once, never again."""

    prefix = models.CharField(max_length=12)
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="numbers")
    number = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("prefix", "number"), name="package_number_once"),
            models.UniqueConstraint(fields=("prefix", "item"), name="package_number_of_item"),
        )


class PackageMade(models.Model):
    """A package that was made: of what, for whom, and where the log has it.

    ``items`` and ``recipients`` are lists in canonical JSON: codes of items, and keys (age) for
    which it was closed. ``sealed`` is the digest of its ``package.txt``.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="packages")
    about = models.CharField(max_length=140)
    for_whom = models.TextField(blank=True)
    recipients = models.TextField()
    items = models.TextField()
    sealed = models.CharField(max_length=64)
    entry = models.PositiveBigIntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class Erasure(models.Model):
    """The content of a row was erased: which table, which row, when. Why is in the journal.

    The database lets a row of an erasable table go only where this names it.
    """

    table = models.CharField(max_length=60)
    row = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("table", "row"), name="row_is_erased_once"),)
