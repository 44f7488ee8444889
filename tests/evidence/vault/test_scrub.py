from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.evidence.vault.house import film, keep

from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.local import LocalStore
from tawthiq.evidence.vault.scrub import Expected, Level, Scrubbed, State, scrub


@pytest.fixture
def store(tmp_path: Path) -> Iterator[LocalStore]:
    with LocalStore(tmp_path / "vault") as store:
        yield store


@pytest.fixture
def expected(store: LocalStore) -> list[Expected]:
    kept = keep(store, *(film(500, seed) for seed in range(30)))
    found = [Expected(one.ref, one.fingerprint.sha512) for one in kept]
    return sorted(found, key=lambda one: one.ref)


def scrubbed(store: LocalStore, expected: list[Expected], level: Level) -> Scrubbed:
    found = Scrubbed(level)
    for looked in scrub(store, expected, level):
        found.note(looked)
    return found


def change(store: LocalStore, one: Expected, content: bytes) -> None:
    path = store.layout.path_of(one.ref.digest)
    path.chmod(0o640)
    path.write_bytes(content)


@pytest.mark.parametrize("level", Level)
def test_a_vault_that_nobody_touched_holds(
    store: LocalStore, expected: list[Expected], level: Level
) -> None:
    found = scrubbed(store, expected, level)
    assert found.exit_code == 0
    assert (found.objects, found.size) == (30, 30 * 500)
    assert found.states == {State.HOLDS: 30}


@pytest.mark.parametrize("level", Level)
def test_what_is_missing_or_cut_is_seen_at_every_level(
    store: LocalStore, expected: list[Expected], level: Level
) -> None:
    store.erase(expected[3].ref.digest)
    change(store, expected[7], film(499))
    found = scrubbed(store, expected, level)
    assert [(one.expected, one.state) for one in found.faults] == [
        (expected[3], State.MISSING),
        (expected[7], State.OTHER_SIZE),
    ]
    assert found.exit_code == 1


def flip(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit >> 3] ^= 1 << (bit & 7)
    return bytes(changed)


def named_flips(store: LocalStore, expected: list[Expected], times: int) -> int:
    """How often a scrub names the one object of which one bit was flipped, and no other."""
    draw, named = Random(4), 0
    for _ in range(times):
        one = draw.choice(expected)
        path = store.layout.path_of(one.ref.digest)
        whole = path.read_bytes()
        change(store, one, flip(whole, draw.randrange(len(whole) * 8)))
        near = draw.sample(expected, 2)
        looked = scrub(store, sorted({*near, one}, key=lambda each: each.ref), Level.HASHED)
        faults = [(each.expected, each.state) for each in looked if each.state is not State.HOLDS]
        named += faults == [(one, State.CHANGED)]
        path.write_bytes(whole)
    return named


def test_any_flipped_bit_is_named(store: LocalStore, expected: list[Expected]) -> None:
    assert named_flips(store, expected, 200) == 200


@pytest.mark.torture
def test_ten_thousand_flipped_bits_are_named(store: LocalStore, expected: list[Expected]) -> None:
    assert named_flips(store, expected, 10_000) == 10_000


def test_a_flipped_bit_is_not_seen_by_size_alone(
    store: LocalStore, expected: list[Expected]
) -> None:
    change(store, expected[5], flip(film(500, 99), 17))
    assert scrubbed(store, expected, Level.THERE).exit_code == 0
    assert [one.state for one in scrubbed(store, expected, Level.DEEP).faults] == [State.CHANGED]


def test_the_second_hash_is_compared_at_the_deepest_level(
    store: LocalStore, expected: list[Expected]
) -> None:
    lying = [Expected(expected[0].ref, bytes(64)), *expected[1:]]
    assert scrubbed(store, lying, Level.HASHED).exit_code == 0
    assert scrubbed(store, lying, Level.DEEP).faults[0].expected == lying[0]


def test_a_scrub_goes_on_where_another_ended(store: LocalStore, expected: list[Expected]) -> None:
    change(store, expected[2], film(500, 99))
    change(store, expected[20], film(500, 99))
    first, second = Scrubbed(Level.HASHED), Scrubbed(Level.HASHED)
    for looked in scrub(store, expected, Level.HASHED):
        first.note(looked)
        if first.objects == 11:
            break
    for looked in scrub(store, expected, Level.HASHED, after=first.last):
        second.note(looked)
    assert first.objects + second.objects == 30
    assert [one.expected for one in first.faults + second.faults] == [expected[2], expected[20]]


class BadSectors(Disk):
    """Reading fails under some objects."""

    def __init__(self, bad: str) -> None:
        self.bad = bad

    def open_kept(self, path: Path) -> int:
        if path.name == self.bad:
            raise OSError(5, "Input/output error")
        return super().open_kept(path)


def test_what_cannot_be_read_is_not_called_changed(tmp_path: Path) -> None:
    with LocalStore(tmp_path / "vault") as store:
        kept = [Expected(one.ref) for one in keep(store, b"1", b"2")]
    with LocalStore(tmp_path / "vault", BadSectors(str(kept[1].ref.digest))) as store:
        found = scrubbed(store, kept, Level.HASHED)
        assert [one.state for one in found.faults] == [State.UNREADABLE]
        assert found.exit_code == 3
        store.erase(kept[0].ref.digest)
        assert scrubbed(store, kept, Level.HASHED).exit_code == 1  # something certainly is wrong


def test_a_scrub_of_nothing_has_found_nothing_out(store: LocalStore) -> None:
    assert scrubbed(store, [], Level.DEEP).exit_code == 3


@pytest.mark.parametrize("state", State)
def test_every_state_is_said_in_both_languages(state: State) -> None:
    assert state.said.en != state.said.ar
