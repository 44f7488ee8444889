"""Stamps under attack: everything that evidence research found others to accept is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import ExtendedKeyUsageOID
from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response
from tests.evidence.timestamps.authorities import (
    ROOT,
    ROOTS,
    SIGNER,
    STAMPING,
    Holder,
    certified,
    key,
    needs_openssl,
    openssl_accepts,
    reply_to,
)
from tests.evidence.timestamps.resigning import resigned

from tawthiq.errors import UnreadableError
from tawthiq.evidence.timestamps.request import Request
from tawthiq.evidence.timestamps.verification import Refused, Roots, Verified, verify
from tawthiq.values.digest import Digest

pytestmark = needs_openssl

CONTENT = b"archive.example/log\n12\nroot\n"
DIGEST = Digest.of(CONTENT)
REQUEST = Request.of(DIGEST)
QUESTION = REQUEST.to_bytes()
Times = tuple[datetime, datetime]
LONG_AGO: Times = (datetime(2020, 1, 1), datetime(2021, 1, 1))  # noqa: DTZ001
LATER: Times = (datetime(2044, 1, 1), datetime(2045, 1, 1))  # noqa: DTZ001


def code_of(verdict: Verified | Refused) -> str:
    assert isinstance(verdict, Refused), verdict
    assert verdict.said.en and verdict.said.ar
    return verdict.code


def test_an_honest_stamp_says_when_by_whom_and_under_which_root() -> None:
    reply = reply_to(QUESTION)
    verdict = verify(reply, DIGEST, ROOTS, nonce=REQUEST.nonce)
    assert isinstance(verdict, Verified)
    assert abs(verdict.time - datetime.now(UTC)) < timedelta(seconds=30)
    assert verdict.accuracy == timedelta(seconds=1.5)
    assert (verdict.authority, verdict.root) == ("CN=Invented Time Stamps", "CN=Invented Root")
    assert verdict.valid_until == datetime(2045, 1, 1, tzinfo=UTC)
    assert openssl_accepts(reply, CONTENT)


@pytest.mark.parametrize("kind", ["P-256", "P-384", "P-521", "RSA-2048", "RSA-3072"])
@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_a_stamp_holds_whatever_usual_key_signs_it(kind: str, digest: str) -> None:
    root = certified("Root", is_authority=True, of=key(kind), signed_with=hashes.SHA384())
    signer = certified("Stamps", root, of=key(kind), signed_with=hashes.SHA512())
    reply = reply_to(QUESTION, signer, digest=digest)
    assert isinstance(verify(reply, DIGEST, Roots.parse(root.pem)), Verified)
    assert openssl_accepts(reply, CONTENT, root)


@pytest.mark.parametrize("named_by", ["sha1", "sha256", "sha512"])
def test_the_certificate_may_be_named_by_any_of_the_digests_of_the_standard(named_by: str) -> None:
    reply = reply_to(QUESTION, named_by=named_by)
    assert isinstance(verify(reply, DIGEST, ROOTS), Verified)


def test_a_stamp_outlives_its_certificate() -> None:
    """It need be valid at the time in the stamp, not on the day on which somebody looks."""
    gone = certified("Gone", ROOT, valid=LONG_AGO)
    then = resigned(reply_to(QUESTION), gone, time=b"20200601120000Z")
    verdict = verify(then, DIGEST, ROOTS)
    assert isinstance(verdict, Verified)
    assert verdict.time == datetime(2020, 6, 1, 12, tzinfo=UTC)
    assert verdict.valid_until == datetime(2021, 1, 1, tzinfo=UTC)
    late = resigned(reply_to(QUESTION), gone, time=b"20210601120000Z")
    assert code_of(verify(late, DIGEST, ROOTS)) == "certificate-not-valid-then"


# --- attacks --------------------------------------------------------------------------------


def test_a_stamp_of_other_bytes_is_refused() -> None:
    assert code_of(verify(reply_to(QUESTION), Digest.of(b"other"), ROOTS)) == "imprint"


def test_the_answer_to_another_question_is_refused() -> None:
    reply = reply_to(QUESTION)
    other = Request.of(DIGEST)
    assert code_of(verify(reply, DIGEST, ROOTS, nonce=other.nonce)) == "nonce"
    assert isinstance(verify(reply, DIGEST, ROOTS, nonce=REQUEST.nonce), Verified)


def test_a_stamp_under_another_root_of_the_same_name_is_refused() -> None:
    twin = certified("Invented Root", is_authority=True)
    assert code_of(verify(reply_to(QUESTION), DIGEST, Roots.parse(twin.pem))) == "no-chain"


def test_a_signer_who_certified_himself_is_refused() -> None:
    """rfc3161-client 1.0.6 to 1.0.8 took it: what came inside was among what it trusted."""
    for name in ("Evil", "Invented Time Stamps", "Invented Root"):
        reply = reply_to(QUESTION, certified(name))
        assert code_of(verify(reply, DIGEST, ROOTS)) == "no-chain"
        assert not openssl_accepts(reply, CONTENT)


@pytest.mark.parametrize("name", ["Evil Root", "Evil Root " + "x" * 40, "E", "Invented Root"])
@pytest.mark.parametrize("leaf", ["Evil Stamps", "E", "L" * 50])
@pytest.mark.parametrize("brings_it", [True, False])
def test_an_authority_that_the_forger_brings_along_is_refused(
    name: str, leaf: str, brings_it: bool
) -> None:
    """rfc3161-client up to 1.0.8 took it, whenever the set happened to be in DER's order."""
    own = certified(name, is_authority=True)
    reply = reply_to(QUESTION, certified(leaf, own), [own] if brings_it else [])
    assert code_of(verify(reply, DIGEST, ROOTS)) == "no-chain"


def test_a_leaf_pinned_as_a_root_does_not_become_an_authority() -> None:
    alone = certified("Alone")
    reply = reply_to(QUESTION, alone)
    assert code_of(verify(reply, DIGEST, Roots.parse(alone.pem))) == "no-chain"


@pytest.mark.parametrize("valid", [LONG_AGO, LATER], ids=["expired", "not yet"])
def test_a_certificate_that_was_not_valid_at_the_time_is_refused(valid: Times) -> None:
    reply = reply_to(QUESTION, certified("Invented Time Stamps", ROOT, valid=valid))
    assert code_of(verify(reply, DIGEST, ROOTS)) == "certificate-not-valid-then"


@pytest.mark.parametrize("valid", [LONG_AGO, LATER], ids=["expired", "not yet"])
def test_a_root_that_was_not_valid_at_the_time_is_refused(valid: Times) -> None:
    root = certified("Old", is_authority=True, valid=valid)
    reply = reply_to(QUESTION, certified("Stamps", root))
    assert code_of(verify(reply, DIGEST, Roots.parse(root.pem))) == "no-chain"


def test_a_signer_who_may_issue_certificates_is_refused_though_others_take_him() -> None:
    authority = certified("Stamps", ROOT, is_authority=True, purposes=[STAMPING])
    usable = certified("Both", ROOT, is_authority=True, purposes=[STAMPING], says_its_uses=False)
    taken = []
    for signer in (authority, usable):
        try:
            reply = reply_to(QUESTION, signer)
        except RuntimeError:  # openssl itself will not sign with it
            continue
        assert isinstance(verify(reply, DIGEST, ROOTS), Refused)
        taken.append(openssl_accepts(reply, CONTENT))
    assert code_of(verify(reply_to(QUESTION, usable), DIGEST, ROOTS)) == "signed-by-authority"
    assert True in taken  # or this test would show nothing that openssl does not


def forged_purposes() -> list[tuple[str, Holder]]:
    code_signing = ExtendedKeyUsageOID.CODE_SIGNING
    return [
        ("several", certified("Many", ROOT, purposes=[STAMPING, code_signing])),
        ("another", certified("Other", ROOT, purposes=[code_signing])),
        ("none", certified("None", ROOT, purposes=[])),
        ("not critical", certified("Soft", ROOT, is_critical=False)),
    ]


@pytest.mark.parametrize(("why", "signer"), forged_purposes(), ids=lambda one: str(one)[:20])
def test_a_certificate_for_anything_but_stamps_alone_is_refused(why: str, signer: Holder) -> None:
    """openssl will not sign with such a certificate, so that the reply is cut together."""
    reply = resigned(reply_to(QUESTION), signer)
    assert isinstance(verify(reply, DIGEST, ROOTS), Refused), why


def test_resigning_alone_is_not_what_is_refused() -> None:
    """Otherwise the test above would show that we cannot re-sign, and nothing else."""
    good = certified("Invented Time Stamps", ROOT)
    assert isinstance(verify(resigned(reply_to(QUESTION), good), DIGEST, ROOTS), Verified)


@pytest.mark.parametrize(("why", "signer"), forged_purposes(), ids=lambda one: str(one)[:20])
def test_the_purpose_is_what_refuses_it(why: str, signer: Holder) -> None:
    assert code_of(verify(resigned(reply_to(QUESTION), signer), DIGEST, ROOTS)) == "purpose", why


def test_a_key_with_other_uses_than_signing_is_refused() -> None:
    uses = x509.KeyUsage(True, False, True, False, False, False, False, False, False)
    signer = certified("Uses", ROOT, says_its_uses=False, extra=[(uses, True)])
    assert code_of(verify(resigned(reply_to(QUESTION), signer), DIGEST, ROOTS)) == "purpose"


def test_a_condition_that_we_do_not_know_is_unclear_and_never_a_yes() -> None:
    strange = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00")
    signer = certified("Strange", ROOT, extra=[(strange, True)])
    verdict = verify(resigned(reply_to(QUESTION), signer), DIGEST, ROOTS)
    assert code_of(verdict) == "critical-extension"
    assert isinstance(verdict, Refused) and verdict.is_unclear


# --- chains ---------------------------------------------------------------------------------


def test_a_chain_over_an_authority_between_holds_in_either_order() -> None:
    """openssl writes the chain in its own order, which rfc3161-client does not read."""
    between = certified("Between", ROOT, is_authority=True)
    for name in ("A", "L" * 60):
        signer = certified(name, between)
        reply = reply_to(QUESTION, signer, [between])
        assert isinstance(verify(reply, DIGEST, ROOTS), Verified)
        assert openssl_accepts(reply, CONTENT)


def test_some_order_of_a_chain_is_one_that_the_library_cannot_read() -> None:
    """If this fails the library has learnt it, and ``reordering`` is no longer needed."""
    between = certified("Between", ROOT, is_authority=True)
    readable = []
    for name in ("A", "L" * 60):
        reply = reply_to(QUESTION, certified(name, between), [between])
        try:
            decode_timestamp_response(reply)
            readable.append(True)
        except ValueError:
            readable.append(False)
    assert False in readable


@pytest.mark.parametrize(
    "between",
    [
        certified("Between", ROOT),
        certified("Between", ROOT, is_authority=True, valid=LONG_AGO),
        certified("Between", is_authority=True),
        certified("Between", ROOT, is_authority=True, purposes=[ExtendedKeyUsageOID.SERVER_AUTH]),
    ],
    ids=["no authority", "expired", "of nobody", "for something else"],
)
def test_a_link_that_may_not_issue_breaks_the_chain(between: Holder) -> None:
    reply = reply_to(QUESTION, certified("Stamps", between), [between])
    assert isinstance(verify(reply, DIGEST, ROOTS), Refused)


def test_an_authority_that_may_have_none_below_it_has_none() -> None:
    root = certified("Root", is_authority=True, most_below=0)
    between = certified("Between", root, is_authority=True)
    roots = Roots.parse(root.pem)
    assert isinstance(verify(reply_to(QUESTION, certified("S", root)), DIGEST, roots), Verified)
    reply = reply_to(QUESTION, certified("S", between), [between])
    assert code_of(verify(reply, DIGEST, roots)) == "no-chain"


# --- damage ---------------------------------------------------------------------------------


def test_a_changed_byte_never_changes_what_is_said() -> None:
    """Every byte of a reply, one bit and the highest bit: refused, or the very same stamp.

    What stays acceptable lies in envelope bytes that nobody signs.
    """
    reply = reply_to(QUESTION)
    honest = verify(reply, DIGEST, ROOTS, nonce=REQUEST.nonce)
    assert isinstance(honest, Verified)
    accepted = 0
    for at in range(len(reply)):
        for bit in (1, 0x80):
            changed = bytearray(reply)
            changed[at] ^= bit
            verdict = verify(bytes(changed), DIGEST, ROOTS, nonce=REQUEST.nonce)
            if isinstance(verdict, Verified):
                accepted += 1
                assert verdict == honest
    assert accepted <= 20  # 17 of 1,964 for the library alone


@pytest.mark.parametrize("cut", [0, 1, 2, 5, 100, -1])
def test_a_cut_reply_is_unclear_and_never_a_yes(cut: int) -> None:
    verdict = verify(reply_to(QUESTION)[:cut], DIGEST, ROOTS)
    assert isinstance(verdict, Refused) and verdict.is_unclear


@pytest.mark.parametrize("noise", [b"", b"\x30", b"\x30\x80\x00\x00", b"<html>", os.urandom(500)])
def test_noise_is_unclear_and_never_a_yes(noise: bytes) -> None:
    verdict = verify(noise, DIGEST, ROOTS)
    assert isinstance(verdict, Refused) and verdict.is_unclear


def test_an_authority_that_refused_is_told_apart_from_damage() -> None:
    refusal = bytes.fromhex("30053003020102")
    verdict = verify(refusal, DIGEST, ROOTS)
    assert code_of(verdict) == "not-granted"


# --- the second reader ----------------------------------------------------------------------


def test_the_installed_library_refuses_what_its_older_ones_took() -> None:
    """Held against the library alone, so that a downgrade is noticed here and not in court."""
    own = certified("Evil Root", is_authority=True)
    root = x509.load_pem_x509_certificate(ROOT.pem)
    for signer, chain in ((certified("Evil"), []), (certified("E", own), [own])):
        reply = reply_to(QUESTION, signer, chain)
        try:
            decoded = decode_timestamp_response(reply)
        except ValueError:
            continue
        with pytest.raises(VerificationError):
            VerifierBuilder(roots=[root]).build().verify(decoded, DIGEST.raw)


def test_only_roots_of_authorities_can_be_read() -> None:
    with pytest.raises(UnreadableError, match="no certificate"):
        Roots.parse(b"nothing")
    with pytest.raises(ValueError, match="without a root"):
        Roots(())


def test_nothing_here_needs_a_network_or_a_program() -> None:
    loaded = "import sys, tawthiq.evidence.timestamps.verification; print(*sorted(sys.modules))"
    modules = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, check=True, text=True
    ).stdout.split()
    assert not {"urllib.request", "http.client", "subprocess"} & set(modules)
    assert SIGNER.name != ROOT.name
