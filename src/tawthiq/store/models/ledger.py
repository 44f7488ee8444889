"""The log in which every action is sealed: entries, hashes, and what they commit to.

Nothing here is ever edited. Only salts may be removed, by which what was sealed about a
person is forgotten while the log stays valid (``docs/spec/ledger-entry.md``, line 15).
"""

from __future__ import annotations

from django.db import models


class LedgerEntry(models.Model):
    """One entry as it was sealed, byte by byte; its number is its place in the log."""

    place = models.PositiveBigIntegerField(unique=True)
    sealed = models.BinaryField()


class LedgerHash(models.Model):
    """One hash of a tile: the tiles of C2SP laid out singly, so that none is ever rewritten."""

    level = models.PositiveSmallIntegerField()
    place = models.PositiveBigIntegerField()
    hash = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("level", "place"), name="ledger_hash_has_one_place"),
        )


class LedgerHead(models.Model):
    """How far the log had grown, after each addition; the largest holds."""

    size = models.PositiveBigIntegerField(unique=True)
    root = models.BinaryField()


class SealedPart(models.Model):
    """Which rows of a table an entry sealed, or says are gone: at most 4,096 of them.

    ``rows`` holds for each row its number (8 bytes) and, unless it is gone, the commitment
    to its content (32 bytes). The entry commits to all parts together.
    """

    entry = models.PositiveBigIntegerField()
    table = models.CharField(max_length=60)
    gone = models.BooleanField()
    part = models.PositiveIntegerField()
    rows = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("table", "gone", "entry", "part"), name="sealed_part_is_kept_once"
            ),
        )


class SealedSalts(models.Model):
    """The salts of one part, 32 bytes a row in the same order; whoever removes one forgets."""

    entry = models.PositiveBigIntegerField()
    table = models.CharField(max_length=60)
    part = models.PositiveIntegerField()
    salts = models.BinaryField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("table", "entry", "part"), name="salts_of_a_part_are_kept_once"
            ),
        )


class ActorSalt(models.Model):
    """The salt under which all entries of one person name that person."""

    name = models.CharField(max_length=200, unique=True)
    salt = models.BinaryField()


class KeptCheckpoint(models.Model):
    """A checkpoint of this log that was signed here, as it was given to others."""

    origin = models.TextField()
    size = models.PositiveBigIntegerField()
    note = models.TextField()
    at = models.DateTimeField()
