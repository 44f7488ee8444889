"""What others say of the log: time stamping authorities that saw it, and witnesses that cosign."""

from __future__ import annotations

from django.db import models


class Authority(models.Model):
    """A time stamping authority that we chose; the latest row of an address stands.

    ``roots`` are the certificates (PEM) under which its stamps are believed.
    """

    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400)
    roots = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()


class StampAsked(models.Model):
    """A checkpoint that shall be stamped; pending until a reply says otherwise.

    ``sha256`` is that of the text of ``note`` without its signatures: what is stamped.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="asked")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    note = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("authority", "sha256"), name="stamp_is_asked_for_once"),
        )


class StampReply(models.Model):
    """What came of asking once: a stamp (``time``), or why there is none.

    ``reply`` are the bytes as they came, in Base64; ``nonce`` is the number that was sent along.
    """

    asked = models.ForeignKey(StampAsked, models.PROTECT, related_name="replies")
    reply = models.TextField(blank=True)
    nonce = models.CharField(max_length=40, blank=True)
    time = models.DateTimeField(null=True)
    reason_en = models.TextField(blank=True)
    reason_ar = models.TextField(blank=True)
    may_be_asked_again = models.BooleanField()
    at = models.DateTimeField()


class WitnessKey(models.Model):
    """The key of a log witness, as it came by hand or on paper."""

    name = models.CharField(max_length=200)
    key = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key",), name="witness_key_is_kept_once"),)


class WitnessedCheckpoint(models.Model):
    """A checkpoint of ours that came back cosigned; the whole note as it came."""

    size = models.PositiveBigIntegerField()
    note = models.TextField()
    at = models.DateTimeField()
