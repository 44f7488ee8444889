"""Seal entries that promise texts about things and people: each under a salt of its own.

The texts and salts are kept in the tables, from where they can be erased; the entry stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tawthiq.ledger.commitment import Commitment, new_salt
from tawthiq.ledger.entry import NO_PAYLOAD, Entry, seal
from tawthiq.ledger.log import Log
from tawthiq.store import models
from tawthiq.store.sealed.storage import DatabaseStorage
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Promised:
    """An entry that was sealed.

    Attributes:
        index: Its place in the log.
        salts: In hex, by the label of what was promised.
    """

    index: int
    salts: Mapping[str, str]


def next_index() -> int:
    """The place that the next entry will have; inside a change nobody else takes it."""
    return DatabaseStorage().head().size


def promise(
    kind: str,
    texts: Sequence[Mapping[str, bytes]],
    *,
    by: str,
    at: datetime,
    payload: Digest = NO_PAYLOAD,
) -> list[Promised]:
    """Seal one entry for each group of texts by label, in their order.

    Called inside a change. The rows that hold the texts are sealed by the line of the journal.
    """
    actor = actor_commitment(by)
    promised, entries = list[Promised](), list[bytes]()
    log = Log(DatabaseStorage())
    for number, one in enumerate(texts):
        salts = {label: new_salt() for label in one}
        sealed = seal({label: Commitment.to(one[label], salts[label]) for label in one})
        entries.append(Entry(kind, at, actor, payload, sealed).to_bytes())
        hexed = {label: salt.hex() for label, salt in salts.items()}
        promised.append(Promised(log.size + number, hexed))
    log.append(entries)
    return promised


def actor_commitment(by: str) -> Commitment:
    """The commitment by which all entries of one person name that person."""
    held, _ = models.ActorSalt.objects.get_or_create(name=by, defaults={"salt": new_salt()})
    return Commitment.to(by.encode(), bytes(held.salt))


def now() -> datetime:
    """A whole second in UTC, as entries and steps of custody bear it."""
    return datetime.now(UTC).replace(microsecond=0)
