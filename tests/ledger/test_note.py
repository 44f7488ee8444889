from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.keys import LOG, OTHER, SECOND, WITNESS, key
from tests.ledger.test_key import GO_SECRET

from tawthiq.errors import IntegrityError, UnreadableError
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey
from tawthiq.ledger.note import MOST_SIGNATURES, Note, Signature, sign, signed

# The example of C2SP signed-note, with the key given beside it.
C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
C2SP_NOTE = (
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2O"
    "NncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\n"), max_size=80
).map(lambda text: f"{text}\n")


def test_the_example_of_the_specification_verifies() -> None:
    known = VerificationKey.parse(C2SP_KEY)
    note = Note.parse(C2SP_NOTE.encode())
    [by] = note.verified([known])
    assert (by.key, by.time) == (known, None)
    assert note.text == "This is an example message.\n"


def test_we_sign_as_others_do() -> None:
    """github.com/golang/mod, sumdb/note/example_test.go; Ed25519 always gives one signature."""
    text = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
    )
    assert str(sign(text, SigningKey.parse(GO_SECRET))) == (
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp"
        "RZb6KE6RyyBwJnAM="
    )


@given(texts)
def test_a_note_reads_back_to_the_same_bytes(text: str) -> None:
    note = signed(text, LOG, OTHER)
    assert Note.parse(note.to_bytes()) == note
    assert [by.key for by in note.verified([OTHER.public, LOG.public])] == [
        OTHER.public,
        LOG.public,
    ]


@given(texts, st.data())
def test_a_note_with_one_byte_changed_is_never_believed(text: str, data: st.DataObject) -> None:
    """It is no note, or is refused, or speaks only of keys that nobody knows."""
    whole = signed(text, LOG).to_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[at] ^= data.draw(st.integers(1, 255))
    try:
        verified = Note.parse(bytes(changed)).verified([LOG.public])
    except (UnreadableError, IntegrityError):
        return
    assert verified == ()


def test_a_false_signature_of_a_known_key_refuses_the_whole_note() -> None:
    good = signed("text\n", OTHER)
    false = Signature(LOG.name, LOG.public.id, bytes(64))
    note = good.with_signature(false)
    assert len(note.verified([OTHER.public])) == 1
    with pytest.raises(IntegrityError, match=r"no valid signature by archive\.example/log"):
        note.verified([OTHER.public, LOG.public])


def test_a_signature_is_known_by_name_and_number_together() -> None:
    """Another key may share the one or the other; it is unknown, not false."""
    raw = sign("text\n", LOG).raw
    same_name = Signature(LOG.name, b"\0\0\0\0", raw)
    same_number = Signature("impostor.example", LOG.public.id, raw)
    assert Note("text\n", (same_name, same_number)).verified([LOG.public]) == ()


def test_signatures_of_unknown_kinds_are_kept_as_they_are() -> None:
    """A post-quantum one has 2,420 bytes and eight of time before them."""
    unknown = Signature("future.example", b"\1\2\3\4", bytes(range(256)) * 9 + bytes(124))
    note = signed("text\n", LOG).with_signature(unknown)
    again = Note.parse(note.to_bytes())
    assert again.signatures[1] == unknown
    assert again.to_bytes() == note.to_bytes()
    assert len(again.verified([LOG.public])) == 1


def test_a_signature_is_added_once() -> None:
    note = signed("text\n", LOG)
    assert note.with_signature(sign("text\n", LOG)) == note
    assert len(note.with_signature(sign("text\n", OTHER)).signatures) == 2


# --- cosignatures ---------------------------------------------------------------------------


@given(texts, st.integers(0, 2**63 - 1))
def test_a_witness_says_when(text: str, time: int) -> None:
    note = Note(text, (sign(text, WITNESS, time=time),))
    [by] = Note.parse(note.to_bytes()).verified([WITNESS.public, SECOND.public])
    assert (by.key, by.time) == (WITNESS.public, time)


def test_the_time_is_signed_with_the_text() -> None:
    signature = sign("text\n", WITNESS, time=1_700_000_000)
    assert signature.raw[:8] == (1_700_000_000).to_bytes(8)
    later = Signature(signature.name, signature.key_id, b"\0\0\0\1" + signature.raw[4:])
    with pytest.raises(IntegrityError, match=r"no valid signature by sister\.example/witness"):
        Note("text\n", (later,)).verified([WITNESS.public])


@pytest.mark.parametrize("raw", [b"\1", bytes(64), bytes(72), b"\xff" * 72, bytes(73)])
def test_a_misshapen_cosignature_is_refused_and_nothing_breaks(raw: bytes) -> None:
    note = Note("text\n", (Signature(WITNESS.name, WITNESS.public.id, raw),))
    with pytest.raises(IntegrityError):
        note.verified([WITNESS.public])


def test_what_a_log_signs_does_not_pass_for_what_a_witness_signs() -> None:
    """One secret under both kinds has two numbers, and the messages differ."""
    secret_of_both = {
        kind: key("both.example", kind, seed="one") for kind in (KeyKind.NOTE, KeyKind.COSIGNATURE)
    }
    as_log = sign("text\n", secret_of_both[KeyKind.NOTE])
    witness = secret_of_both[KeyKind.COSIGNATURE].public
    passed_off = Signature(witness.name, witness.id, bytes(8) + as_log.raw)
    with pytest.raises(IntegrityError):
        Note("text\n", (passed_off,)).verified([witness])


def test_a_log_does_not_say_when_and_a_witness_must() -> None:
    with pytest.raises(ValueError, match="only a witness, says when"):
        sign("text\n", LOG, time=1)
    with pytest.raises(ValueError, match="only a witness, says when"):
        sign("text\n", WITNESS)
    for time in (-1, 2**63):
        with pytest.raises(ValueError, match="cannot bear the time"):
            sign("text\n", WITNESS, time=time)


# --- what is no note ------------------------------------------------------------------------

GOOD = signed("text\n", LOG).to_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text\n",
        b"text\n\n",
        GOOD[:-1],
        GOOD + b"\n",
        GOOD.replace(b"\n\n", b"\n"),
        GOOD.replace(b"text", b"te\0xt"),
        GOOD.replace(b"text", b"te\rxt"),
        GOOD.replace(b"text", b"te\xffxt"),
        GOOD.replace("— ".encode(), b"- "),
        GOOD.replace("— ".encode(), "—  ".encode()),
        GOOD.replace(b"archive", b"arch+ive"),
        GOOD.replace(b"archive", "arch\u2003ive".encode()),
        GOOD.replace(b"=\n", b"\n"),
        GOOD + b"a line that is no signature\n",
        "text\n\n— a.example AAAA\n".encode(),
        "text\n\n— a.example AAAAAA==\n".encode(),
    ],
)
def test_what_is_no_note_is_refused(data: bytes) -> None:
    assert Note.parse(GOOD)
    with pytest.raises(UnreadableError, match="this is not a signed note"):
        Note.parse(data)


def test_sixteen_signatures_are_taken_and_a_flood_is_not() -> None:
    """C2SP asks for sixteen at least, and for some limit."""
    [line] = GOOD.split(b"\n\n")[1].splitlines(keepends=True)
    assert len(Note.parse(GOOD + line * 15).signatures) == 16
    assert len(Note.parse(GOOD + line * (MOST_SIGNATURES - 1)).signatures) == MOST_SIGNATURES
    with pytest.raises(UnreadableError, match="too many signatures"):
        Note.parse(GOOD + line * MOST_SIGNATURES)
    with pytest.raises(UnreadableError, match="it is too long"):
        Note.parse(b"x" * (1 << 20) + GOOD)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        assert Note.parse(data).to_bytes() == data


@pytest.mark.parametrize(("text", "count"), [("no newline", 1), ("text\n", 0), ("text\n", 65)])
def test_a_note_that_cannot_be_written_is_not_made(text: str, count: int) -> None:
    with pytest.raises(ValueError, match="1 to 64 signatures"):
        Note(text, (sign("text\n", LOG),) * count)
