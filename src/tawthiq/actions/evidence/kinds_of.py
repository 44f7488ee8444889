"""What kind of file each arrival is, by its first bytes as they lie in the vault."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.evidence.arrivals.arriving import Arrival
from tawthiq.evidence.media.kinds import HEAD, Kind, kind_of
from tawthiq.evidence.vault.objects import Kept
from tawthiq.evidence.vault.store import Store


def kinds_of(store: Store, arrivals: Sequence[Arrival]) -> list[Kind]:
    """The kinds, in the order of the arrivals. Nothing is parsed but the beginning."""
    return [_kind(store, one) for one in arrivals]


def _kind(store: Store, arrival: Arrival) -> Kind:
    assert isinstance(arrival.outcome, Kept)
    with store.open(arrival.outcome.ref.digest) as file:
        return kind_of(file.read(HEAD) or b"", arrival.name.leaf)
