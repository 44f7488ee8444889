"""Bringing in what somebody gives: each file kept, with its name, and whether we had it before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tawthiq.evidence.arrivals.folders import Passed, files_in
from tawthiq.evidence.arrivals.given_name import GivenName
from tawthiq.evidence.arrivals.unzipping import Member, ZipLimits, members_of
from tawthiq.evidence.media.kinds import HEAD, kind_of
from tawthiq.evidence.sandbox.not_read import NotRead
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.vault.group import GroupLimits, NotKept, keep_files, publish_in_groups
from tawthiq.evidence.vault.objects import Kept, ObjectRef
from tawthiq.evidence.vault.staging import Staged
from tawthiq.evidence.vault.store import Store
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that came.

    Attributes:
        outcome: What became of it. ``Kept.held`` says whether the vault had it before.
        inside: The zip in which it came, which is kept too.
        when: When it was last changed, as the zip says; a claim.
        same_as: An earlier file of this arrival with the same bytes.
    """

    name: GivenName
    outcome: Kept | NotKept
    inside: ObjectRef | None = None
    when: str | None = None
    same_as: GivenName | None = None


@dataclass(frozen=True, slots=True)
class NotOpened:
    """A zip that is kept, and could not be opened or not to its end."""

    name: GivenName
    zip: ObjectRef
    not_read: NotRead


Group = tuple[Arrival, ...]


def bring_in(
    store: Store,
    sandbox: Sandbox,
    paths: Iterable[Path],
    *,
    opens_zips: bool = True,
    limits: GroupLimits | None = None,
    zip_limits: ZipLimits | None = None,
) -> Iterator[Group | NotOpened]:
    """Keep files, what is in folders, and then what is in zips, one level deep.

    A group is on the disk for good when it comes; seal it before asking for the next.

    Raises:
        StorageError: The disk is full or refuses. What came before is kept.
    """
    within = limits or GroupLimits()
    seen, zips = dict[Digest, GivenName](), list[tuple[GivenName, ObjectRef]]()
    passed, roots = list[Passed](), list(paths)
    for group in keep_files(store, _only_files(roots, passed), within):
        arrivals = [Arrival(_name_of(path, roots), outcome) for path, outcome in group]
        yield tuple(_told_twice(one, seen) for one in arrivals)
        zips += [found for one in arrivals if (found := _zip(store, one))]
    if passed:
        yield tuple(
            Arrival(_name_of(one.path, roots), NotKept(one.path.name, one.said)) for one in passed
        )
    for name, ref in zips if opens_zips else ():
        yield from _from_zip(store, sandbox, name, ref, within, zip_limits, seen)


def open_zips(
    store: Store, sandbox: Sandbox, arrivals: Iterable[Arrival]
) -> Iterator[Group | NotOpened]:
    """What is in the zips among arrivals that are sealed already, one level deep.

    Raises:
        StorageError: The disk is full or refuses. What came before is kept.
    """
    seen = dict[Digest, GivenName]()
    for name, ref in [found for one in arrivals if (found := _zip(store, one))]:
        yield from _from_zip(store, sandbox, name, ref, GroupLimits(), None, seen)


def _from_zip(
    store: Store,
    sandbox: Sandbox,
    name: GivenName,
    ref: ObjectRef,
    limits: GroupLimits,
    zip_limits: ZipLimits | None,
    seen: dict[Digest, GivenName],
) -> Iterator[Group | NotOpened]:
    not_read = list[NotRead]()
    with store.at_hand(ref.digest) as path:
        members = _without_the_last(members_of(store, sandbox, path, zip_limits), not_read)
        for group in publish_in_groups(store, members, limits):
            arrivals = (Arrival(one.name, outcome, ref, one.when) for one, outcome in group)
            yield tuple(_told_twice(one, seen) for one in arrivals)
    for reason in not_read:
        yield NotOpened(name, ref, reason)


def _only_files(paths: Iterable[Path], passed: list[Passed]) -> Iterator[Path]:
    for one in files_in(paths):
        if isinstance(one, Passed):
            passed.append(one)
        else:
            yield one


def _without_the_last(
    members: Iterable[tuple[Member, Staged | NotKept] | NotRead], not_read: list[NotRead]
) -> Iterator[tuple[Member, Staged | NotKept]]:
    """Set aside why a zip was not read on."""
    for one in members:
        if isinstance(one, NotRead):
            not_read.append(one)
        else:
            yield one


def _name_of(path: Path, roots: Iterable[Path]) -> GivenName:
    """The name as it was given: from the folder that was named, that folder included."""
    for root in roots:
        if path == root or root in path.parents:
            return GivenName.of_path(path.relative_to(root.parent))
    return GivenName.of_path(path)


def _told_twice(arrival: Arrival, seen: dict[Digest, GivenName]) -> Arrival:
    """Say so if the same bytes came before under another name."""
    if isinstance(arrival.outcome, NotKept):
        return arrival
    first = seen.setdefault(arrival.outcome.ref.digest, arrival.name)
    if first is arrival.name:
        return arrival
    return Arrival(arrival.name, arrival.outcome, arrival.inside, arrival.when, first)


def _zip(store: Store, arrival: Arrival) -> tuple[GivenName, ObjectRef] | None:
    """The arrival, if it is a plain zip: an Office file or an app is not opened."""
    if isinstance(arrival.outcome, NotKept):
        return None
    ref = arrival.outcome.ref
    with store.open(ref.digest) as file:
        head = file.read(HEAD) or b""
    is_zip = kind_of(head).media_type == "application/zip"
    return (arrival.name, ref) if is_zip else None
