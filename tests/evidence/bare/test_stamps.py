"""Our reader of stamps alone: what it must refuse even where OpenSSL would have refused too."""

from __future__ import annotations

from hashlib import sha256

import pytest
from cryptography import x509
from tests.evidence.timestamps.authorities import (
    ROOT,
    ROOTS,
    SIGNER,
    Holder,
    certified,
    needs_openssl,
    reply_to,
)
from tests.evidence.timestamps.resigning import resigned, rewritten, with_two_signers

from tawthiq.evidence.bare.der import Fields, der_elements, der_one, der_time
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold
from tawthiq.evidence.bare.stamps import check_stamp, read_stamp
from tawthiq.evidence.timestamps.request import Request
from tawthiq.values.digest import Digest

pytestmark = needs_openssl

CONTENT = b"content"
DIGEST = sha256(CONTENT).digest()
QUESTION = Request.of(Digest.of(CONTENT)).to_bytes()


def refused(reply: bytes, imprint: bytes = DIGEST) -> str:
    with pytest.raises((DoesNotHold, CannotTell)) as caught:
        check_stamp(reply, imprint, ROOTS.read())
    code: str = caught.value.code
    return code


def accepted(reply: bytes) -> bool:
    check_stamp(reply, DIGEST, ROOTS.read())
    return True


def test_another_content_under_the_same_signature_is_refused() -> None:
    """The digest of the content stands in what is signed; the content itself does not."""
    reply = reply_to(QUESTION)
    other = sha256(b"other").digest()
    assert refused(reply.replace(DIGEST, other), other) == "not-signed"


def test_a_stamp_that_names_another_certificate_is_refused() -> None:
    """RFC 5816; rfc3161-client does not look."""
    signer = certified("Stamps", ROOT)
    assert accepted(resigned(reply_to(QUESTION), signer))
    assert refused(resigned(reply_to(QUESTION), signer, names=SIGNER)) == "not-signed"


def test_a_stamp_that_names_no_certificate_is_refused() -> None:
    assert refused(resigned(reply_to(QUESTION), SIGNER, without="2f")) == "not-signed"


def test_a_signature_over_another_kind_of_content_is_refused() -> None:
    """Otherwise what somebody signed for another purpose could be passed off as a stamp."""
    kind = bytes.fromhex("060b2a864886f70d0109100104")
    other = bytes.fromhex("060b2a864886f70d0109100105")
    assert refused(resigned(reply_to(QUESTION), SIGNER, replace=(kind, other))) == "not-signed"


def test_two_signers_are_one_too_many() -> None:
    assert refused(with_two_signers(reply_to(QUESTION))) == "not-der"


def links() -> dict[str, Holder]:
    strange = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")
    only_lists = x509.KeyUsage(False, False, False, False, False, False, True, False, False)
    return {
        "no authority": certified("Between", ROOT, says_its_uses=False, purposes=[]),
        "may not issue": certified(
            "Between", ROOT, is_authority=True, says_its_uses=False, extra=[(only_lists, True)]
        ),
        "an unknown condition": certified(
            "Between", ROOT, is_authority=True, extra=[(strange, True)]
        ),
    }


@pytest.mark.parametrize("why", links())
def test_a_link_that_may_not_issue_breaks_the_chain(why: str) -> None:
    between = links()[why]
    reply = reply_to(QUESTION, certified("Stamps", between), [between])
    expected = "critical-extension" if why == "an unknown condition" else "no-chain"
    assert refused(reply) == expected


def test_an_extension_of_the_stamp_counts_only_if_it_is_critical() -> None:
    plain = bytes.fromhex("a10b3009060353040404025300")
    critical = bytes.fromhex("a10e300c06035304040101ff04025300")
    assert read_stamp(rewritten(reply_to(QUESTION), plain)).says.imprint == DIGEST
    with pytest.raises(CannotTell, match="condition"):
        read_stamp(rewritten(reply_to(QUESTION), critical))


# --- DER ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    ["3080", "308100", "30820001ff", "3081", "30", "1f0100", "300500", "30850000000001ff"],
)
def test_what_is_not_written_in_the_shortest_way_is_not_read(data: str) -> None:
    with pytest.raises(CannotTell, match="does not read"):
        der_elements(bytes.fromhex(data))


@pytest.mark.parametrize("number", ["0200", "02020001", "0202ffff"])
def test_a_number_has_one_way_of_being_written(number: str) -> None:
    from tawthiq.evidence.bare.der import der_integer

    with pytest.raises(CannotTell):
        der_integer(der_one(bytes.fromhex(number), 0x02))


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (b"20261123100000Z", True),
        (b"20261123100000.5Z", True),
        (b"20261123100000.50Z", False),
        (b"20261123100000.Z", False),
        (b"20261123100000", False),
        (b"202611231000Z", False),
        (b"20261323100000Z", False),
        (b"20261123100000+0200", False),
        (b"", False),
    ],
)
def test_a_time_is_in_utc_and_written_whole(text: bytes, good: bool) -> None:
    element = Fields(b"\x18" + bytes([len(text)]) + text).take(0x18)
    if good:
        assert der_time(element).year == 2026
        return
    with pytest.raises(CannotTell):
        der_time(element)
