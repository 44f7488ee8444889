"""X.509 certificates (RFC 5280), as far as one must read them to believe a time stamp.

A certificate is believed because a chain of signatures leads from it to one that was given
beforehand, by another way. What came together with the stamp can be a link, never the end.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Sequence

from tawthiq.evidence.bare.der import (
    DER_BITS,
    DER_BOOLEAN,
    DER_BYTES,
    DER_INTEGER,
    DER_OID,
    DER_SEQUENCE,
    DER_SET,
    DER_TIME,
    DER_UTC_TIME,
    Der,
    Fields,
    der_bits,
    der_integer,
    der_oid,
    der_one,
    der_text,
    der_time,
    der_true,
    not_read,
)
from tawthiq.evidence.bare.public_keys import P256, P384, P521, Curve, ecdsa_holds, rsa_holds
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold, shown

RSA_KEY, EC_KEY = "1.2.840.113549.1.1.1", "1.2.840.10045.2.1"
CURVES = {"1.2.840.10045.3.1.7": P256, "1.3.132.0.34": P384, "1.3.132.0.35": P521}
SIGNATURE_DIGESTS = {
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
    "1.2.840.10045.4.3.2": "sha256",
    "1.2.840.10045.4.3.3": "sha384",
    "1.2.840.10045.4.3.4": "sha512",
}
BASIC_CONSTRAINTS, KEY_USAGE, KEY_PURPOSE = "2.5.29.19", "2.5.29.15", "2.5.29.37"
ANY_PURPOSE, TIME_STAMPING = "2.5.29.37.0", "1.3.6.1.5.5.7.3.8"
# Critical extensions that are checked here, or that say nothing about what is asked here.
UNDERSTOOD = {BASIC_CONSTRAINTS, KEY_USAGE, KEY_PURPOSE, "2.5.29.32", "2.5.29.17"}
NAME_PARTS = {"2.5.4.3": "CN", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.6": "C"}
LONGEST_CHAIN = 8


class PublicKey(NamedTuple):
    """A key of an authority, of a kind that this program can verify."""

    rsa: tuple[int, int] | None = None
    curve: Curve | None = None
    point: tuple[int, int] = (0, 0)


class Certificate(NamedTuple):
    """A certificate as it was read; nothing of it is believed yet.

    Attributes:
        whole: All its bytes.
        signed: The part that the issuer signed.
        issuer: The issuer's name as encoded; `subject` likewise.
        begins: From when, and `ends` until when (both included) it is valid.
        key: The encoded public key.
        extensions: By identifier: whether critical, and the value.
    """

    whole: bytes
    signed: bytes
    serial: int
    issuer: bytes
    subject: bytes
    begins: datetime
    ends: datetime
    key: bytes
    algorithm: str
    signature: bytes
    extensions: dict[str, tuple[bool, bytes]]


def read_certificate(data: bytes) -> Certificate:
    """Read one certificate.

    Raises:
        CannotTell: It is none, or not in a form that is read here.
    """
    outer = Fields(der_one(data, DER_SEQUENCE).body)
    signed, algorithm, signature = (
        outer.take(DER_SEQUENCE),
        outer.take(DER_SEQUENCE),
        outer.take(DER_BITS),
    )
    outer.end()
    inner = Fields(signed.body)
    inner.maybe(0xA0)  # the version
    serial = der_integer(inner.take(DER_INTEGER))
    if inner.take(DER_SEQUENCE).whole != algorithm.whole:
        raise not_read()  # RFC 5280, 4.1.1.2: both say the same
    issuer, validity = inner.take(DER_SEQUENCE), Fields(inner.take(DER_SEQUENCE).body)
    begins, ends = read_validity(validity.any()), read_validity(validity.any())
    subject, key = inner.take(DER_SEQUENCE), inner.take(DER_SEQUENCE)
    inner.maybe(0x81)
    inner.maybe(0x82)
    extensions = inner.maybe(0xA3)
    inner.end()
    return Certificate(
        data,
        signed.whole,
        serial,
        issuer.whole,
        subject.whole,
        begins,
        ends,
        key.whole,
        der_oid(Fields(algorithm.body).take(DER_OID)),
        der_bits(signature),
        read_extensions(extensions) if extensions else {},
    )


def read_validity(element: Der) -> datetime:
    if element.tag not in (DER_UTC_TIME, DER_TIME):
        raise not_read()
    return der_time(element)


def read_extensions(element: Der) -> dict[str, tuple[bool, bytes]]:
    found: dict[str, tuple[bool, bytes]] = {}
    for extension in Fields(der_one(element.body, DER_SEQUENCE).body).left:
        fields = Fields(extension.body)
        name, critical = der_oid(fields.take(DER_OID)), fields.maybe(DER_BOOLEAN)
        if name in found:
            raise not_read()
        found[name] = (critical is not None and der_true(critical), fields.take(DER_BYTES).body)
    return found


def read_public_key(data: bytes) -> PublicKey:
    """Read a public key.

    Raises:
        CannotTell: It is of a kind that this program cannot verify.
    """
    outer = Fields(der_one(data, DER_SEQUENCE).body)
    algorithm, bits = Fields(outer.take(DER_SEQUENCE).body), der_bits(outer.take(DER_BITS))
    kind = der_oid(algorithm.take(DER_OID))
    if kind == RSA_KEY:
        numbers = Fields(der_one(bits, DER_SEQUENCE).body)
        return PublicKey(
            rsa=(der_integer(numbers.take(DER_INTEGER)), der_integer(numbers.take(DER_INTEGER)))
        )
    curve = CURVES.get(der_oid(algorithm.take(DER_OID))) if kind == EC_KEY else None
    if curve is None:
        raise unknown_algorithm(kind)
    half = (len(bits) - 1) // 2
    if bits[:1] != b"\x04" or len(bits) != 1 + 2 * ((curve.prime.bit_length() + 7) // 8):
        raise not_read()
    x, y = int.from_bytes(bits[1 : 1 + half], "big"), int.from_bytes(bits[1 + half :], "big")
    return PublicKey(curve=curve, point=(x, y))


def signature_holds(key: PublicKey, digest_name: str, message: bytes, signature: bytes) -> bool:
    if key.rsa is not None:
        return rsa_holds(*key.rsa, digest_name, message, signature)
    assert key.curve is not None
    numbers = Fields(der_one(signature, DER_SEQUENCE).body)
    r, s = der_integer(numbers.take(DER_INTEGER)), der_integer(numbers.take(DER_INTEGER))
    numbers.end()
    return ecdsa_holds(key.curve, key.point, digest_name, message, r, s)


def check_chain(
    signer: Certificate,
    links: Sequence[Certificate],
    roots: Sequence[Certificate],
    moment: datetime,
) -> list[Certificate]:
    """The certificates from the signer's to one of the roots, all valid at the moment.

    Args:
        links: Those that came with the stamp: they may stand between, never at the end.
        roots: Those that were given beforehand.

    Raises:
        DoesNotHold: There is no such chain.
        CannotTell: There may be one, but it needs what this program does not know.
    """
    check_time(signer, moment)
    unclear: list[CannotTell] = []
    ways: list[list[Certificate]] = [[signer]]
    while ways:
        way = ways.pop(0)
        for above in [*roots, *links] if len(way) < LONGEST_CHAIN else ():
            if above in way or not is_issued_by(way[-1], above, len(way) - 1, moment, unclear):
                continue
            if above in roots:
                return [*way, above]
            ways.append([*way, above])
    raise (
        unclear[0]
        if unclear
        else DoesNotHold(
            "no-chain",
            f"no chain of certificates leads from {name_of(signer.subject)} to an authority that"
            " was given beforehand",
            f"لا تقود سلسلة شهادات من {name_of(signer.subject)} إلى سلطة معطاة مسبقًا",
        )
    )


def is_issued_by(
    below: Certificate,
    above: Certificate,
    between: int,
    moment: datetime,
    unclear: list[CannotTell],
) -> bool:
    """Whether this authority issued that certificate and might do so at the moment.

    Args:
        between: How many authorities stand between this one and the signer.
    """
    if below.issuer != above.subject or not above.begins <= moment <= above.ends:
        return False
    try:
        check_critical(above)
        if not may_issue(above, between):
            return False
        digest = SIGNATURE_DIGESTS.get(below.algorithm)
        if digest is None:
            raise unknown_algorithm(below.algorithm)
        return signature_holds(read_public_key(above.key), digest, below.signed, below.signature)
    except CannotTell as reason:
        unclear.append(reason)
        return False


def may_issue(certificate: Certificate, between: int) -> bool:
    authority, most = constraints_of(certificate)
    uses, purposes = usage_of(certificate), purposes_of(certificate)
    return (
        authority
        and (most is None or between <= most)
        and (uses is None or bool(uses & 0x0400))  # keyCertSign
        and (purposes is None or bool({TIME_STAMPING, ANY_PURPOSE} & set(purposes)))
    )


def constraints_of(certificate: Certificate) -> tuple[bool, int | None]:
    """Whether it is an authority's, and how many authorities may stand below it."""
    if BASIC_CONSTRAINTS not in certificate.extensions:
        return False, None
    fields = Fields(der_one(certificate.extensions[BASIC_CONSTRAINTS][1], DER_SEQUENCE).body)
    authority, most = fields.maybe(DER_BOOLEAN), fields.maybe(DER_INTEGER)
    is_one = authority is not None and der_true(authority)
    return is_one, None if most is None else der_integer(most)


def usage_of(certificate: Certificate) -> int | None:
    """The uses of the key as sixteen bits, digitalSignature the highest; None where not said."""
    if KEY_USAGE not in certificate.extensions:
        return None
    body = der_one(certificate.extensions[KEY_USAGE][1], DER_BITS).body
    return int.from_bytes((body[1:] + b"\x00\x00")[:2], "big")


def purposes_of(certificate: Certificate) -> list[str] | None:
    """What the key is for; None where not said."""
    if KEY_PURPOSE not in certificate.extensions:
        return None
    purposes = der_one(certificate.extensions[KEY_PURPOSE][1], DER_SEQUENCE)
    return [der_oid(purpose) for purpose in Fields(purposes.body).left]


def check_time(certificate: Certificate, moment: datetime) -> None:
    if not certificate.begins <= moment <= certificate.ends:
        raise DoesNotHold(
            "certificate-not-valid-then",
            f"the certificate of {name_of(certificate.subject)} was not valid at the time that"
            f" the stamp gives ({moment:%Y-%m-%d %H:%M:%S} UTC)",
            f"لم تكن شهادة {name_of(certificate.subject)} سارية في الوقت الذي يذكره الختم"
            f" ({moment:%Y-%m-%d %H:%M:%S} بالتوقيت العالمي)",
        )


def check_critical(certificate: Certificate) -> None:
    for name, (critical, _) in certificate.extensions.items():
        if critical and name not in UNDERSTOOD:
            raise CannotTell(
                "critical-extension",
                f"a certificate has a condition that this program does not know ({name})",
                f"في إحدى الشهادات شرط لا يعرفه هذا البرنامج ({name})",
            )


def name_of(encoded: bytes) -> str:
    """A name as people read it: the parts that tell whose it is."""
    parts = []
    for group in Fields(der_one(encoded, DER_SEQUENCE).body).left:
        for pair in Fields(group.body).left if group.tag == DER_SET else ():
            fields = Fields(pair.body)
            kind, value = der_oid(fields.take(DER_OID)), fields.any()
            if kind in NAME_PARTS:
                parts.append(f"{NAME_PARTS[kind]}={shown(der_text(value))}")
    return ", ".join(parts) or encoded.hex()[:40]


def unknown_algorithm(name: str) -> CannotTell:
    return CannotTell(
        "unknown-algorithm",
        f"a signature is of a kind that this program cannot verify ({name})",
        f"أحد التواقيع من نوع لا يستطيع هذا البرنامج التحقق منه ({name})",
    )
