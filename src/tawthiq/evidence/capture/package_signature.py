"""Who signed the list of a packed web archive (wacz-auth 0.1.0): by a bare key, or for a domain.

A bare key says that the list was not changed since somebody signed it, and nothing of who. A
signature for a domain rests on a certificate; whether an authority gave that certificate is
known only to whoever has chosen authorities beforehand, and is never assumed here.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from tawthiq.evidence.capture.files import GivenFile
from tawthiq.evidence.capture.finding import Check, Outcome
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.timestamps.verification import Refused, Roots, verify
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_UNUSABLE = (ValueError, binascii.Error, UnsupportedAlgorithm, TypeError)


def signature_checks(
    file: GivenFile, records: list[Record], roots: Roots | None
) -> Iterator[Check]:
    """The digest of the list, the signature over that digest, and its time stamp."""
    written = next((one["signed"] for one in records if "signed" in one), None)
    if not isinstance(written, Mapping):
        said = Both("the package is not signed", "الحزمة غير موقعة")
        yield Check("package.signature", Outcome.NOT_FOUND_OUT, said, file.name)
        return
    yield _digest_check(file, records, written)
    signed = written.get("signedData")
    if not isinstance(signed, Mapping):
        said = Both("the package is not signed", "الحزمة غير موقعة")
        yield Check("package.signature", Outcome.NOT_FOUND_OUT, said, file.name)
        return
    if signed.get("hash") != written.get("hash"):
        said = Both(
            "what is signed is another list than the one in the package",
            "الموقَّع قائمة غير القائمة التي في الحزمة",
        )
        yield Check("package.signature", Outcome.DOES_NOT_HOLD, said, file.name)
        return
    yield _signature_check(file, signed)
    if signed.get("timeSignature"):
        yield _stamp_check(file, str(signed.get("signature")), signed["timeSignature"], roots)


def _digest_check(file: GivenFile, records: list[Record], written: Mapping[str, Json]) -> Check:
    is_so = any(
        one.get("member") == "datapackage.json" and written.get("hash") == f"sha256:{one['sha256']}"
        for one in records
        if "sha256" in one
    )
    said = (
        Both("the list of the package has the digest that is written of it",
             "لقائمة الحزمة البصمة المكتوبة عنها")
        if is_so
        else Both("the list of the package does not have the digest that is written of it",
                  "ليست لقائمة الحزمة البصمة المكتوبة عنها")
    )  # fmt: skip
    outcome = Outcome.HOLDS if is_so else Outcome.DOES_NOT_HOLD
    return Check("package.digest", outcome, said, file.name)


def _signature_check(file: GivenFile, signed: Mapping[str, Json]) -> Check:
    code = "package.signature"
    try:
        key, who = _key(signed)
        signature = base64.b64decode(str(signed.get("signature")), validate=True)
        if not isinstance(key, EllipticCurvePublicKey):
            raise ValueError("a key of another kind")
    except _UNUSABLE:
        said = Both("it is signed in a way that is not known here", "موقعة بطريقة غير معروفة هنا")
        return Check(code, Outcome.NOT_FOUND_OUT, said, file.name)
    if _holds(key, signature, str(signed["hash"]).encode()):
        return Check(code, Outcome.HOLDS, who, file.name)
    said = Both("the signature over the list does not hold", "التوقيع على القائمة غير صحيح")
    return Check(code, Outcome.DOES_NOT_HOLD, said, file.name)


def _key(signed: Mapping[str, Json]) -> tuple[object, Both]:
    """The key that the package itself names, and what its signature would say."""
    if bare := signed.get("publicKey"):
        data = base64.b64decode(str(bare), validate=True)
        mark = hashlib.sha256(data).hexdigest()[:16]
        return load_der_public_key(data), Both(
            f"the list was signed with the key {mark}…; nobody says whose key that is",
            f"وُقّعت القائمة بالمفتاح {mark}…؛ ولا يقول أحد لمن هذا المفتاح",
        )
    chain = x509.load_pem_x509_certificates(str(signed.get("domainCert")).encode())
    key = chain[0].public_key()
    key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    domain = str(signed.get("domain"))[:200]
    return key, Both(
        f"the list was signed with the key of a certificate in the package that names {domain};"
        " whether an authority gave that certificate was not checked",
        f"وُقّعت القائمة بمفتاح شهادة في الحزمة تسمي {domain}؛"
        " ولم يُتحقق من أن سلطة تصديق منحت تلك الشهادة",
    )


def _holds(key: EllipticCurvePublicKey, signature: bytes, message: bytes) -> bool:
    """In DER as the specification has it now, or as two bare numbers as it was before."""
    forms = [signature]
    half, odd = divmod(len(signature), 2)
    if not odd and half >= 32:
        numbers = (int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big"))
        forms.append(encode_dss_signature(*numbers))
    for form in forms:
        try:
            key.verify(form, message, ECDSA(hashes.SHA256()))
        except InvalidSignature:
            continue
        return True
    return False


def _stamp_check(file: GivenFile, signature: str, stamp: Json, roots: Roots | None) -> Check:
    code = "package.stamp"
    if roots is None:
        said = Both(
            "its time stamp was not checked: no authority has been chosen here whose word is taken",
            "لم يُتحقق من ختم الوقت: لم تُختر هنا سلطة ختم يؤخذ بقولها",
        )
        return Check(code, Outcome.NOT_FOUND_OUT, said, file.name)
    try:
        reply = base64.b64decode(str(stamp), validate=True)
    except binascii.Error:
        reply = b""
    found = verify(reply, Digest.of(signature.encode()), roots)
    if isinstance(found, Refused):
        said = Both("its time stamp could not be accepted: ", "تعذّر قبول ختم الوقت: ") + found.said
        return Check(code, Outcome.NOT_FOUND_OUT, said, file.name)
    said = Both(
        f"the signature was there by {found.time:%Y-%m-%d %H:%M:%S} UTC, says {found.authority}",
        f"كان التوقيع موجودًا في {found.time:%Y-%m-%d %H:%M:%S} UTC بحسب {found.authority}",
    )
    return Check(code, Outcome.HOLDS, said, file.name)
