"""Erase what tells of a person who withdrew: bytes, names, custody, and the salts that bound them.

What stays: that there was an item, that it was received, handed over and erased, and every entry
and proof of the log. 32 random bytes of a salt are not guessed, so that nobody can show any more
what the entries promised. What others hold already is not called back by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from django.db.models import Q

from tawthiq.actions import journal, rights
from tawthiq.actions.changing import changing
from tawthiq.actions.evidence.add import open_vault
from tawthiq.errors import InputError
from tawthiq.evidence.consent import STORING, Allowed, may
from tawthiq.evidence.vault.store import Store
from tawthiq.ledger.commitment import SALT_BYTES
from tawthiq.store import models
from tawthiq.store.home import Home
from tawthiq.store.queries.consents import person_case, persons_in, said
from tawthiq.store.sealed import parts
from tawthiq.store.sealed.tables import table_of
from tawthiq.store.unchanging import ERASABLE
from tawthiq.values.digest import Digest

_OF_ITEMS = [name for name in ERASABLE if name != "ConsentPerson"]


@dataclass(frozen=True, slots=True)
class Goes:
    """What is erased with a person.

    Attributes:
        items: Codes of the items whose content goes, with their copies.
        also_in: Zips that hold the same bytes and stay; decide on each of them.
    """

    items: tuple[str, ...]
    also_in: tuple[str, ...]


def what_goes(person: str) -> Goes:
    """What would be erased; nothing is.

    Raises:
        UnknownNameError: Nobody has this code, or they were erased before.
    """
    rows = _rows(person_case(person), person)
    return Goes(tuple(row.code for row in rows), tuple(_zips(rows)))


def erase_person(home: Home, person: str, *, by: str, because: str = "") -> Goes:
    """Erase the person and everything in which they were seen, for good.

    Objects of the vault go first and rows last: if it is broken off, the same command ends it.

    Raises:
        UnknownNameError: Nobody has this code, or they were erased before.
        InputError: They did not withdraw the consent to storing.
        StorageError, HomeError: It could not be finished; give the command again.
    """
    code = person_case(person)
    rights.require_consent(by, code)
    _refuse_standing(code, person)
    with open_vault(home) as store:
        _overwrite_what_is_freed()
        with changing(code) as case:
            rows = _rows(code, person)
            goes = Goes(tuple(row.code for row in rows), tuple(_zips(rows)))
            numbers = {name: _numbers(name, rows) for name in _OF_ITEMS}
            numbers["ConsentPerson"] = list(
                models.ConsentPerson.objects.filter(code=person).values_list("id", flat=True)
            )
            _erase_objects(store, rows)
            gone = {name: sorted(some) for name, some in numbers.items() if some}
            for name, some in gone.items():
                _erase_rows(name, some, by)
            what = {"person": person, "items": len(rows)}
            journal.write(case, by=by, action="erase-person", what=what, why=because, gone=gone)
    _empty_the_log_beside()
    return goes


def _refuse_standing(case: str, person: str) -> None:
    """Erasing is for whoever took back that we keep it; never a way to be rid of evidence."""
    history = said(case, person)
    withdrawn = any(event.use in (None, STORING) for event in history if _is_withdrawal(event))
    if not withdrawn or isinstance(may(STORING, [person], history, datetime.now(UTC)), Allowed):
        raise InputError(
            f"{person} did not withdraw the consent to storing; record that first"
            f" (tawthiq evidence consent withdraw {person})",
            f"لم يسحب {person} موافقته على الحفظ؛ سجّل السحب أولًا"
            f" (tawthiq evidence consent withdraw {person})",
        )


def _is_withdrawal(event: object) -> bool:
    return not hasattr(event, "until")


def _rows(case: str, person: str) -> list[models.EvidenceItem]:
    """Items in which the person was seen, the same bytes elsewhere, and what was made of them."""
    items = models.EvidenceItem.objects.filter(case__code=case).exclude(content=None)
    seen = {row.pk for row in items if person in (persons_in(row) or ())}
    before = set[int]()
    while seen != before:
        before = set(seen)
        contents = models.EvidenceContent.objects.filter(item_id__in=seen)
        digests = list(contents.values_list("sha256", flat=True))
        more = models.EvidenceItem.objects.filter(
            Q(content__sha256__in=digests) | Q(parent_id__in=seen)
        ).exclude(content=None)
        seen |= set(more.values_list("id", flat=True))
    return list(models.EvidenceItem.objects.filter(id__in=seen).order_by("id"))


def _zips(rows: Iterable[models.EvidenceItem]) -> Iterator[str]:
    """Zips from which they came and that are not erased themselves."""
    codes = {row.code for row in rows}
    inside = {row.content.inside for row in rows if row.content.inside is not None}
    yield from sorted(zip_.code for zip_ in inside if zip_.code not in codes)


def _numbers(name: str, rows: Iterable[models.EvidenceItem]) -> list[int]:
    model = getattr(models, name)
    found = model.objects.filter(item_id__in=[row.pk for row in rows])
    return [int(number) for number in found.values_list("id", flat=True)]


def _erase_objects(store: Store, rows: Iterable[models.EvidenceItem]) -> None:
    """Every item with these bytes is among the rows, so nobody else needs them."""
    for sha256 in {row.content.sha256 for row in rows}:
        store.erase(Digest.parse(sha256))


def _erase_rows(name: str, numbers: list[int], by: str) -> None:
    at, table = datetime.now(UTC), table_of(name)
    models.Erasure.objects.bulk_create(
        models.Erasure(table=table, row=number, at=at, by=by) for number in numbers
    )
    _forget_salts(name, set(numbers))
    getattr(models, name).objects.filter(id__in=numbers).delete()


def _forget_salts(name: str, numbers: set[int]) -> None:
    """Put nothing in place of the salts of these rows; all others stay."""
    low, high = min(numbers), max(numbers)
    for part in models.SealedPart.objects.filter(table=name, gone=False).order_by("id"):
        rows = bytes(part.rows)
        sealed = [number for number, _, _ in parts.taken_apart(rows, b"")]
        if not sealed or sealed[-1] < low or sealed[0] > high:
            continue
        places = [at for at, number in enumerate(sealed) if number in numbers]
        if places:
            about = {"entry": part.entry, "table": name, "part": part.part}
            held = models.SealedSalts.objects.get(**about)
            salts = bytearray(held.salts)
            for at in places:
                salts[at * SALT_BYTES : (at + 1) * SALT_BYTES] = bytes(SALT_BYTES)
            models.SealedSalts.objects.filter(**about).update(salts=bytes(salts))


def _overwrite_what_is_freed() -> None:
    """SQLite leaves what was removed in its file until something else is written there."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def _empty_the_log_beside() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
