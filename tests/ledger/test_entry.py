from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import UnreadableError
from tawthiq.ledger.commitment import Commitment, new_salt
from tawthiq.ledger.entry import NO_PAYLOAD, Entry, seal
from tawthiq.ledger.log import Log
from tawthiq.ledger.memory import MemoryStorage
from tawthiq.values.digest import Digest

SPECIFICATION = Path(__file__).resolve().parents[2] / "docs/spec/ledger-entry.md"
SALT = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
ACTOR = Commitment.to(b"nour", SALT)

labels = st.from_regex(r"[a-z][a-z0-9]{0,8}([.-][a-z0-9]{1,8}){0,3}", fullmatch=True)
commitments = st.binary(min_size=32, max_size=32).map(Commitment)
moments = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(microsecond=0))
bodies = st.binary(max_size=200)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    body = draw(bodies)
    payload = Digest.of(body) if body else draw(st.binary(max_size=9).map(Digest.of))
    sealed = seal(draw(st.dictionaries(labels, commitments, max_size=5)))
    return Entry(draw(labels), draw(moments), draw(commitments), payload, sealed, body)


@given(entries())
def test_an_entry_reads_back_to_the_same(entry: Entry) -> None:
    assert Entry.parse(entry.to_bytes()) == entry


@given(entries(), entries())
def test_two_entries_are_the_same_only_if_their_bytes_are(one: Entry, two: Entry) -> None:
    assert (one == two) is (one.to_bytes() == two.to_bytes())


@given(entries(), st.data())
def test_a_changed_byte_makes_another_entry_or_none(entry: Entry, data: st.DataObject) -> None:
    whole = bytearray(entry.to_bytes())
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    with suppress(UnreadableError):
        assert Entry.parse(bytes(whole)) != entry


def test_it_is_written_as_the_specification_shows() -> None:
    text = SPECIFICATION.read_text("utf-8")
    shown = re.findall(r"^    (.*)$", text.split("An entry says")[0], re.MULTILINE)
    entry = Entry.parse("".join(f"{line}\n" for line in shown).encode())
    assert entry.kind == "incident.discounted"
    assert entry.time == datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
    assert entry.payload == NO_PAYLOAD
    assert [label for label, _ in entry.sealed] == ["reason"]


def test_a_person_can_read_it() -> None:
    entry = Entry(
        "claim.kept", NOON, ACTOR, Digest.of(b"{}"), seal({"b": ACTOR, "a": ACTOR}), b"{}"
    )
    assert entry.to_bytes().decode() == (
        f"tawthiq-entry/1\nkind claim.kept\ntime 2026-11-22T12:00:00Z\nactor {ACTOR}\n"
        f"payload {sha256(b'{}').hexdigest()}\nsealed a {ACTOR}\nsealed b {ACTOR}\nbody e30=\n"
    )


GOOD = Entry(
    "claim.kept", NOON, ACTOR, Digest.of(b"{}"), seal({"a": ACTOR, "b": ACTOR}), b"{}"
).to_bytes()
LINES = GOOD.splitlines(keepends=True)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"tawthiq-entry/1\n",
        GOOD.replace(b"entry/1", b"entry/2"),
        GOOD[:-1],
        GOOD + b"\n",
        GOOD + b"more x\n",
        GOOD.replace(b"kind claim.kept", b"kind Claim.kept"),
        GOOD.replace(b"kind claim.kept", b"kind claim..kept"),
        GOOD.replace(b"kind claim.kept", b"kind " + b"k" * 65),
        GOOD.replace(b"kind ", b"kind  "),
        GOOD.replace(b"2026-11-22T12:00:00Z", b"2026-11-22T12:00:00+00:00"),
        GOOD.replace(b"2026-11-22T12:00:00Z", b"2026-11-31T12:00:00Z"),
        GOOD.replace(b"2026-11-22T12:00:00Z", b"2026-11-22T12:00:60Z"),
        GOOD.replace(b"2026-11-22T12:00:00Z", b"2026-11-22 12:00:00Z"),
        GOOD.replace(str(ACTOR).encode(), str(ACTOR).upper().encode()),
        GOOD.replace(str(ACTOR).encode(), str(ACTOR).encode()[:-2]),
        GOOD.replace(b"sealed a", b"sealed b"),
        GOOD.replace(b"sealed a", b"sealed c"),
        GOOD.replace(b"body e30=", b"body e30"),
        GOOD.replace(b"body e30=", b"body e31="),
        GOOD.replace(b"body e30=", b"body W10="),
        GOOD.replace(b"body e30=", b"body "),
        GOOD.replace(b"body e30=\n", b"body e30=\nbody e30=\n"),
        b"".join([LINES[0], LINES[2], LINES[1], *LINES[3:]]),
        b"".join([*LINES[:5], LINES[7], LINES[5], LINES[6]]),
        b"".join(LINES[:4]),
        b"".join([*LINES[:4], *LINES[5:]]),
    ],
)
def test_there_is_one_way_to_write_an_entry(data: bytes) -> None:
    assert Entry.parse(GOOD).to_bytes() == GOOD
    with pytest.raises(UnreadableError, match="this is not an entry of the log"):
        Entry.parse(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for given_bytes in (data, LINES[0] + LINES[1] + data, GOOD[:-9] + data):
        with suppress(UnreadableError):
            assert Entry.parse(given_bytes).to_bytes() == given_bytes


# --- what cannot be sealed ------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["", "A", "1a", "a.", ".a", "a b", "a\n", "claim.kept\nx", "ع"])
def test_a_kind_or_label_that_cannot_stand_in_its_line_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="not a kind or label"):
        Entry(kind, NOON, ACTOR)
    with pytest.raises(ValueError, match="not a kind or label"):
        Entry("a", NOON, ACTOR, sealed=((kind, ACTOR),))


@pytest.mark.parametrize(
    "time",
    [
        NOON.replace(tzinfo=None),
        NOON.replace(microsecond=1),
        NOON.astimezone(timezone(timedelta(hours=3))),
    ],
)
def test_a_time_is_a_whole_second_in_utc(time: datetime) -> None:
    with pytest.raises(ValueError, match="whole second in UTC"):
        Entry("a", time, ACTOR)


def test_a_body_is_the_payload() -> None:
    with pytest.raises(ValueError, match="the body of an entry is its payload"):
        Entry("a", NOON, ACTOR, Digest.of(b"one"), body=b"two")


def test_labels_stand_once_and_in_order() -> None:
    for twice in ((("a", ACTOR), ("a", ACTOR)), (("b", ACTOR), ("a", ACTOR))):
        with pytest.raises(ValueError, match="stands twice or out of its order"):
            Entry("a", NOON, ACTOR, sealed=twice)


def test_an_entry_that_the_log_cannot_hold_is_refused() -> None:
    body = bytes(48_975)
    Entry("a", NOON, ACTOR, Digest.of(body), body=body)
    body = bytes(50_000)
    with pytest.raises(ValueError, match="longer than 65535 bytes"):
        Entry("a", NOON, ACTOR, Digest.of(body), body=body)


# --- to forget ------------------------------------------------------------------------------


def test_a_forgotten_name_leaves_the_log_valid() -> None:
    """A witness withdraws. Name and salt are erased; nothing sealed changes."""
    beside_the_log = {"name": (b"Layla of the tests", new_salt())}
    committed = Commitment.to(*beside_the_log["name"])
    entry = Entry("witness.heard", NOON, ACTOR, sealed=seal({"name": committed}))
    log = Log(MemoryStorage())
    held = log.append([b"before", entry.to_bytes()])
    log.append([b"after"])
    assert Entry.parse(log.entry(1)).sealed[0][1].is_to(*beside_the_log["name"])

    del beside_the_log["name"]

    log.check_grew_from(held)
    log.inclusion(1)
    assert b"Layla" not in b"".join(log.storage.entries(0, log.size))
    guesses = [name.encode() for name in ("Layla of the tests", "Omar", "Nour")]
    assert not any(committed.is_to(guess, salt) for guess in guesses for salt in (bytes(32), SALT))
