from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.keys import LOG, WITNESS

from tawthiq.errors import UnreadableError
from tawthiq.ledger.key import KeyKind, SigningKey, VerificationKey

# From github.com/golang/mod, sumdb/note/example_test.go: a key pair made to be published.
GO_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

names = st.text(min_size=1, max_size=30).filter(
    lambda name: not any(letter.isspace() or letter == "+" or letter < " " for letter in name)
)


def test_a_key_that_others_published_is_read_and_written_alike() -> None:
    assert str(VerificationKey.parse(GO_PUBLIC)) == GO_PUBLIC
    secret = SigningKey.parse(GO_SECRET)
    assert secret.secret_line() == GO_SECRET
    assert str(secret.public) == GO_PUBLIC


@given(names.filter(lambda name: name.isprintable()), st.sampled_from(KeyKind))
def test_a_new_key_reads_back_and_verifies_what_it_signed(name: str, kind: KeyKind) -> None:
    key = SigningKey.generate(name, kind)
    again = SigningKey.parse(key.secret_line())
    assert VerificationKey.parse(str(key.public)) == again.public == key.public
    assert key.public.verifies(b"text", again.sign(b"text"))
    assert not key.public.verifies(b"texT", again.sign(b"text"))


def test_two_new_keys_are_not_the_same() -> None:
    one, two = (SigningKey.generate("a.example", KeyKind.NOTE) for _ in range(2))
    assert one.public.public != two.public.public
    assert not two.public.verifies(b"text", one.sign(b"text"))


def test_the_number_of_a_key_tells_name_kind_and_key_apart() -> None:
    raw = LOG.public.public
    ids = {
        VerificationKey("a.example", KeyKind.NOTE, raw).id,
        VerificationKey("a.example", KeyKind.COSIGNATURE, raw).id,
        VerificationKey("b.example", KeyKind.NOTE, raw).id,
        VerificationKey("a.example", KeyKind.NOTE, bytes(32)).id,
    }
    assert len(ids) == 4


@pytest.mark.parametrize(
    "line",
    [
        "",
        GO_PUBLIC + "\n",
        GO_PUBLIC.replace("c74f20a3", "c74f20a4"),
        GO_PUBLIC.replace("c74f20a3", "C74F20A3"),
        GO_PUBLIC.replace("PeterNeumann", "Peter Neumann"),
        GO_PUBLIC.replace("PeterNeumann", "Peter\u00a0Neumann"),
        GO_PUBLIC.replace("PeterNeumann", ""),
        GO_PUBLIC.replace("+ARpc", "+AhpC"),
        GO_PUBLIC[:-4],
        GO_SECRET,
    ],
)
def test_a_mistyped_key_is_refused(line: str) -> None:
    with pytest.raises(UnreadableError, match="this is not a verification key"):
        VerificationKey.parse(line)


@pytest.mark.parametrize(
    "line", [GO_PUBLIC, GO_SECRET.replace("c74f20a3", "c74f20a4"), GO_SECRET + "A", GO_SECRET[8:]]
)
def test_a_mistyped_signing_key_is_refused(line: str) -> None:
    with pytest.raises(UnreadableError, match="this is not a signing key"):
        SigningKey.parse(line)


def test_a_key_of_an_unknown_kind_is_named() -> None:
    """Kind 6 is ML-DSA-44, whose keys are longer as well."""
    line = str(VerificationKey("a.example", KeyKind.NOTE, bytes(32)))
    other = line[: line.rindex("+")] + "+Bg" + line[line.rindex("+") + 3 :]
    with pytest.raises(UnreadableError, match="kind 6 is not known here"):
        VerificationKey.parse(other)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\nb", "a\u2003b", "a\tb"])
def test_a_name_that_cannot_stand_in_a_signature_line_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no key of 32 bytes is named"):
        VerificationKey(name, KeyKind.NOTE, bytes(32))
    with pytest.raises(ValueError, match="no key of 32 bytes is named"):
        SigningKey.generate(name, KeyKind.NOTE)


def test_a_signing_key_does_not_show_its_secret() -> None:
    for key in (LOG, WITNESS):
        secret = key.secret_line().rpartition("+")[2]
        assert secret not in repr(key) + str(key) + f"{[key]}"
