"""Time stamps (RFC 3161, RFC 5816): somebody outside says when they saw a digest, and signs it.

A stamp is checked against roots that were given beforehand and against what the RFCs ask of
the certificate that signs: for this purpose alone and critically, no authority itself, valid at
the time in the stamp, and named by its digest in what is signed. Whether a certificate was
revoked is not looked at: that needs a network, and the list of that day.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import NamedTuple, Sequence

from tawthiq.evidence.bare.certificates import (
    KEY_PURPOSE,
    SIGNATURE_DIGESTS,
    TIME_STAMPING,
    Certificate,
    check_chain,
    check_critical,
    constraints_of,
    name_of,
    purposes_of,
    read_certificate,
    read_public_key,
    signature_holds,
    unknown_algorithm,
    usage_of,
)
from tawthiq.evidence.bare.der import (
    DER_BOOLEAN,
    DER_BYTES,
    DER_INTEGER,
    DER_OID,
    DER_SEQUENCE,
    DER_SET,
    DER_TIME,
    Fields,
    der_integer,
    der_oid,
    der_one,
    der_time,
    der_true,
    not_read,
)
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold

SIGNED_DATA, STAMP_CONTENT = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE = {"1.2.840.113549.1.9.16.2.12": "sha1", "1.2.840.113549.1.9.16.2.47": "sha256"}
DIGESTS = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
PLAIN_SIGNATURES = {"1.2.840.113549.1.1.1", "1.2.840.10045.2.1"}  # the digest is named beside them


class StampSays(NamedTuple):
    """What an authority says in a stamp.

    Attributes:
        time: When it saw the digest, by its clock.
        accuracy: How far off it says it may be; zero where it says nothing.
        algorithm: The digest that was stamped is of this kind; `imprint` is the digest.
        nonce: The number that was sent with the request, given back; None where there is none.
    """

    time: datetime
    accuracy: timedelta
    algorithm: str
    imprint: bytes
    nonce: int | None
    serial: int
    policy: str


class StampSigner(NamedTuple):
    """Who signed a stamp, and how.

    Attributes:
        named: Issuer and number of the certificate that is said to have signed.
        attributes: The bytes that are signed; the digest of what is said stands in them.
    """

    named: tuple[bytes, int]
    digest_name: str
    attributes: bytes
    kind: str
    signature: bytes


class Stamp(NamedTuple):
    """A reply as it was read; nothing of it is believed yet."""

    says: StampSays
    content: bytes
    signer: StampSigner
    certificates: tuple[Certificate, ...]


def check_stamp(
    reply: bytes, imprint: bytes, roots: Sequence[Certificate], nonce: int | None = None
) -> tuple[Stamp, list[Certificate]]:
    """The stamp in a reply and the chain that it rests on, if all of it is as it must be.

    Args:
        imprint: The SHA-256 that must have been stamped.
        roots: The authorities that are believed, given beforehand.
        nonce: What was sent with the request, if that is known.

    Raises:
        DoesNotHold: It is not a stamp of this digest that may be believed.
        CannotTell: It is in a form, or signed in a way, that this program does not know.
    """
    stamp = read_stamp(reply)
    check_imprint(stamp.says, imprint)
    if nonce is not None and stamp.says.nonce != nonce:
        raise DoesNotHold(
            "nonce",
            "the stamp answers another request: it does not give back the number that was sent",
            "الختم جواب عن طلب آخر: لا يعيد الرقم الذي أُرسل معه",
        )
    signer = signer_of(stamp)
    check_signed(stamp, signer)
    check_purpose(signer)
    return stamp, check_chain(signer, stamp.certificates, roots, stamp.says.time)


def check_imprint(says: StampSays, imprint: bytes) -> None:
    if (says.algorithm, says.imprint) != ("sha256", imprint):
        raise DoesNotHold(
            "imprint",
            "the stamp is of other bytes: the digest in it is not that of these",
            "الختم لبايتات أخرى: البصمة التي فيه ليست بصمة هذه البايتات",
        )


def read_stamp(reply: bytes) -> Stamp:
    """Read a reply; nothing of it is believed by that.

    Raises:
        DoesNotHold: The authority refused.
        CannotTell: It is not in a form that is read here.
    """
    response = Fields(der_one(reply, DER_SEQUENCE).body)
    status = der_integer(Fields(response.take(DER_SEQUENCE).body).take(DER_INTEGER))
    if status != 0:
        raise DoesNotHold(
            "not-granted",
            f"the authority did not grant the stamp (status {status})",
            f"لم تمنح السلطة الختم (الحالة {status})",
        )
    token = Fields(response.take(DER_SEQUENCE).body)
    response.end()
    if der_oid(token.take(DER_OID)) != SIGNED_DATA:
        raise not_read()
    return read_signed_data(Fields(der_one(token.take(0xA0).body, DER_SEQUENCE).body))


def read_signed_data(fields: Fields) -> Stamp:
    fields.take(DER_INTEGER)
    fields.take(DER_SET)
    content = Fields(fields.take(DER_SEQUENCE).body)
    if der_oid(content.take(DER_OID)) != STAMP_CONTENT:
        raise not_read()
    inside = der_one(content.take(0xA0).body, DER_BYTES).body
    certificates, _ = fields.maybe(0xA0), fields.maybe(0xA1)
    signers = Fields(fields.take(DER_SET).body)
    signer = read_signer(Fields(signers.take(DER_SEQUENCE).body))
    signers.end()  # exactly one signs
    fields.end()
    came = Fields(certificates.body).left if certificates else []
    return Stamp(
        read_content(inside), inside, signer, tuple(read_certificate(one.whole) for one in came)
    )


def read_signer(fields: Fields) -> StampSigner:
    fields.take(DER_INTEGER)
    named = Fields(fields.take(DER_SEQUENCE).body)
    issuer, serial = named.take(DER_SEQUENCE).whole, der_integer(named.take(DER_INTEGER))
    digest = der_oid(Fields(fields.take(DER_SEQUENCE).body).take(DER_OID))
    # RFC 5652, 5.4: what is signed is the set, with the tag of a set.
    attributes = b"\x31" + fields.take(0xA0).whole[1:]
    kind = der_oid(Fields(fields.take(DER_SEQUENCE).body).take(DER_OID))
    if digest not in DIGESTS:
        raise unknown_algorithm(digest)
    signature = fields.take(DER_BYTES).body
    return StampSigner((issuer, serial), DIGESTS[digest], attributes, kind, signature)


def read_content(content: bytes) -> StampSays:
    """TSTInfo (RFC 3161, 2.4.2)."""
    fields = Fields(der_one(content, DER_SEQUENCE).body)
    if der_integer(fields.take(DER_INTEGER)) != 1:
        raise not_read()
    policy, imprint = der_oid(fields.take(DER_OID)), Fields(fields.take(DER_SEQUENCE).body)
    algorithm = der_oid(Fields(imprint.take(DER_SEQUENCE).body).take(DER_OID))
    digest, serial = imprint.take(DER_BYTES).body, der_integer(fields.take(DER_INTEGER))
    time, accuracy = der_time(fields.take(DER_TIME)), fields.maybe(DER_SEQUENCE)
    fields.maybe(DER_BOOLEAN)
    nonce = fields.maybe(DER_INTEGER)
    fields.maybe(0xA0)
    extensions = fields.maybe(0xA1)
    fields.end()
    check_no_critical(Fields(extensions.body) if extensions else Fields(b""))
    return StampSays(
        time,
        read_accuracy(Fields(accuracy.body)) if accuracy else timedelta(),
        DIGESTS.get(algorithm, algorithm),
        digest,
        der_integer(nonce) if nonce else None,
        serial,
        policy,
    )


def check_no_critical(extensions: Fields) -> None:
    """An extension that is critical would have to be understood (RFC 3161, 2.4.2)."""
    for extension in extensions.left:
        fields = Fields(extension.body)
        name, critical = der_oid(fields.take(DER_OID)), fields.maybe(DER_BOOLEAN)
        if critical is not None and der_true(critical):
            raise CannotTell(
                "critical-extension",
                f"the stamp has a condition that this program does not know ({name})",
                f"في الختم شرط لا يعرفه هذا البرنامج ({name})",
            )


def read_accuracy(fields: Fields) -> timedelta:
    seconds, millis, micros = fields.maybe(DER_INTEGER), fields.maybe(0x80), fields.maybe(0x81)
    parts = [der_integer(part) if part else 0 for part in (seconds, millis, micros)]
    if min(parts) < 0 or parts[0] > 10**9:
        raise not_read()
    return timedelta(seconds=parts[0], milliseconds=parts[1], microseconds=parts[2])


def signer_of(stamp: Stamp) -> Certificate:
    """The certificate that the stamp says signed it."""
    for certificate in stamp.certificates:
        if (certificate.issuer, certificate.serial) == stamp.signer.named:
            return certificate
    raise CannotTell(
        "no-certificate",
        "the certificate of whoever signed the stamp did not come with it",
        "لم ترد مع الختم شهادة من وقّعه",
    )


def check_signed(stamp: Stamp, signer: Certificate) -> None:
    """The signature covers the content and names the certificate by its digest."""
    attributes = read_attributes(stamp.signer.attributes)
    digest = hashlib.new(stamp.signer.digest_name, stamp.content).digest()
    if attributes.get(MESSAGE_DIGEST) != [digest]:
        raise not_signed()
    kind = der_oid(der_one(attributes.get(CONTENT_TYPE, [b""])[0], DER_OID))
    names = [
        (attributes[one][0], SIGNING_CERTIFICATE[one])
        for one in SIGNING_CERTIFICATE
        if one in attributes
    ]
    if kind != STAMP_CONTENT or not names:
        raise not_signed()
    for value, usual in names:
        if not names_certificate(value, usual, signer):
            raise not_signed()
    digest_name = SIGNATURE_DIGESTS.get(stamp.signer.kind, "")
    if stamp.signer.kind in PLAIN_SIGNATURES:
        digest_name = stamp.signer.digest_name
    if not digest_name:
        raise unknown_algorithm(stamp.signer.kind)
    if not signature_holds(
        read_public_key(signer.key), digest_name, stamp.signer.attributes, stamp.signer.signature
    ):
        raise not_signed()


def read_attributes(data: bytes) -> dict[str, list[bytes]]:
    """The signed attributes by their kind; of octets the octets, of others the encoding."""
    found: dict[str, list[bytes]] = {}
    for attribute in Fields(der_one(data, DER_SET).body).left:
        fields = Fields(attribute.body)
        kind, values = der_oid(fields.take(DER_OID)), Fields(fields.take(DER_SET).body).left
        if kind in found or not values:
            raise not_read()
        found[kind] = [one.body if one.tag == DER_BYTES else one.whole for one in values]
    return found


def names_certificate(value: bytes, usual: str, certificate: Certificate) -> bool:
    """Whether the first name in a list of signing certificates is of this one (RFC 5816)."""
    listed = Fields(Fields(der_one(value, DER_SEQUENCE).body).take(DER_SEQUENCE).body)
    fields = Fields(listed.take(DER_SEQUENCE).body)
    algorithm = fields.maybe(DER_SEQUENCE)
    if algorithm is not None:
        usual = DIGESTS.get(der_oid(Fields(algorithm.body).take(DER_OID)), "")
        if not usual:
            raise not_read()
    return hashlib.new(usual, certificate.whole).digest() == fields.take(DER_BYTES).body


def check_purpose(signer: Certificate) -> None:
    """The certificate is for time stamping alone, says so critically, and is no authority's."""
    check_critical(signer)
    critical, _ = signer.extensions.get(KEY_PURPOSE, (False, b""))
    uses = usage_of(signer)
    for_signing_only = uses is None or not uses & ~0xC000  # digitalSignature, nonRepudiation
    is_authority, _ = constraints_of(signer)
    if not critical or purposes_of(signer) != [TIME_STAMPING] or not for_signing_only:
        raise DoesNotHold(
            "purpose",
            f"the certificate of {name_of(signer.subject)} is not one for time stamps and"
            " nothing else",
            f"شهادة {name_of(signer.subject)} ليست مخصصة لختم الوقت وحده",
        )
    if is_authority:
        raise DoesNotHold(
            "signed-by-authority",
            f"the certificate of {name_of(signer.subject)} may issue certificates: it could have"
            " made itself any other name, and must not sign stamps",
            f"يجوز لشهادة {name_of(signer.subject)} أن تصدر شهادات: كان بوسع صاحبها أن يتخذ أي اسم"
            " آخر، ولا يجوز أن توقّع أختام الوقت",
        )


def not_signed() -> DoesNotHold:
    return DoesNotHold(
        "not-signed",
        "the signature of the stamp is not over what it says, or not by the certificate that it"
        " names",
        "توقيع الختم لا يشمل ما يقوله أو ليس من الشهادة التي يسمّيها",
    )
