"""Content credentials (C2PA) in a picture or film: what they say, and how far that was checked.

Three things are kept apart that a green tick throws together: whether the bytes are those that the
credentials were made for; whether the claim is as it was signed; and whether anybody whom we trust
stands behind the key. The last is never known here: it needs a list of trusted issuers.
"""

from __future__ import annotations

from collections.abc import Iterator

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from tawthiq.evidence.capture import words
from tawthiq.evidence.capture.files import GivenFile, GivenFiles, asked, hashed
from tawthiq.evidence.capture.finding import Capture, Check, Outcome, Tool, ToolClaim
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.media.kinds import HEAD, kind_of
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.values.both import Both

_DIGESTS = {"sha256", "sha384", "sha512"}
# COSE algorithms (RFC 9053, RFC 8230) that C2PA 2.1 allows, section 13.2.
_CURVES = {-7: hashes.SHA256(), -35: hashes.SHA384(), -36: hashes.SHA512()}
_RSA = {-37: hashes.SHA256(), -38: hashes.SHA384(), -39: hashes.SHA512()}
_EDDSA = -8
_SLACK = 4096  # bytes of headers around the credentials that may be left out with them
_LARGEST_KEY = 16_384  # bits; a larger one is made to keep whoever checks it busy
NOT_PROVED = (
    Both(
        "who signed: no list of trusted issuers was asked, and anybody can make a key and sign",
        "من وقّع: لم تُسأل أي قائمة للجهات الموثوقة، ويستطيع أي أحد صنع مفتاح والتوقيع به",
    ),
    Both(
        "that nothing was taken away: credentials are lost when a file is saved anew, and a file"
        " without them says nothing",
        "أنه لم يُحذف شيء: فبيانات المصدر تضيع عند حفظ الملف من جديد، والملف الخالي منها لا يقول"
        " شيئًا",
    ),
    words.CLOCK_AND_PLACE,
    words.TRUE_SCENE,
)


def captures(sandbox: Sandbox, files: GivenFiles) -> Iterator[Capture]:
    """Each picture or film that carries credentials."""
    for file in files:
        if _may_carry(file):
            records, refused = asked(sandbox, "credentials", file)
            if refused is None or refused.why is not Why.NOT_OF_THIS_KIND:
                yield _capture(file, records, refused)


def _may_carry(file: GivenFile) -> bool:
    with file.path.open("rb") as opened:
        head = opened.read(HEAD)
    kind = kind_of(head)
    return kind.family in ("picture", "film", "sound") or head[4:8] == b"jumb"


def _capture(file: GivenFile, records: list[Record], refused: NotRead | None) -> Capture:
    checks = [Check("c2pa.present", Outcome.NOT_FOUND_OUT, _PRESENT, file.name)]
    size = next((one["bytes"] for one in records if "store" in one), 0)
    assert isinstance(size, int)
    for record in records:
        if "binding" in record:
            checks.append(_binding_check(file, record, size))
        elif "signed" in record:
            checks.append(_signature_check(file, record))
    checks += _assertion_checks(file, records)
    checks.append(Check("c2pa.trust", Outcome.NOT_FOUND_OUT, _TRUST, file.name))
    if refused:
        checks.append(words.unread("c2pa.read", refused, file.name))
    claims = tuple(claim for record in records for claim in _claims(file, record))
    return Capture(Tool.C2PA, (file.name,), (), claims, tuple(checks), (), NOT_PROVED)


_PRESENT = Both(
    "credentials are present, and are not verified as a whole here; below is each part that was"
    " looked at",
    "بيانات المصدر موجودة، ولم يُتحقق منها هنا جملةً؛ وفيما يلي كل جزء نُظر فيه",
)
_TRUST = Both(
    "whether the signer is anybody whom others trust was not looked at",
    "لم يُنظر في ما إذا كان الموقِّع جهة يثق بها الآخرون",
)


def _claims(file: GivenFile, record: Record) -> Iterator[ToolClaim]:
    said_by = "C2PA"
    if "manifest" in record:
        which = "active manifest" if record.get("active") else "earlier manifest"
        yield ToolClaim.of(About.OTHER, said_by, which, record["manifest"], file.name)
        yield ToolClaim.of(
            About.PROGRAM, said_by, "claim generator", record["generator"], file.name
        )
    elif "action" in record:
        parts = [str(record[key]) for key in ("action", "by", "source", "when") if record.get(key)]
        yield ToolClaim.of(About.OTHER, said_by, "action", " · ".join(parts), file.name)
        if record.get("when"):
            yield ToolClaim.of(About.TAKEN_AT, said_by, "action when", record["when"], file.name)
    elif "ingredient" in record:
        said = f"{record['ingredient']} ({record['relation']})"
        yield ToolClaim.of(About.OTHER, said_by, "made from", said, file.name)
    elif "field" in record and not str(record["field"]).startswith("@"):
        field = str(record["field"])
        yield ToolClaim.of(
            _about(field), f"{said_by} {record['in']}", field, record["is"], file.name
        )


def _about(field: str) -> About:
    low = field.lower()
    if "gps" in low:
        return About.PLACE
    if "date" in low:
        return About.TAKEN_AT
    return About.PERSON if "author" in low else About.OTHER


# --- what can be compared ---------------------------------------------------------------------


def _binding_check(file: GivenFile, record: Record, size: int) -> Check:
    """Compare the bytes with what the credentials say of them.

    Args:
        size: Bytes of the credentials themselves, which nobody can hash into themselves.
    """
    code, algorithm = "c2pa.binding", str(record["algorithm"]) or "sha256"
    if record["binding"] != "c2pa.hash.data" or algorithm not in _DIGESTS:
        said = Both(
            f"the bytes were not compared: {record['binding']} is not computed here",
            f"لم تُقارن البايتات: {record['binding']} لا يُحسب هنا",
        )
        return Check(code, Outcome.NOT_FOUND_OUT, said, file.name)
    left_out = list(_stretches(record["left_out"]))
    if sum(length for _, length in left_out) > size + size // 50 + _SLACK:
        return Check(code, Outcome.NOT_FOUND_OUT, _TOO_LITTLE, file.name)
    try:
        holds = hashed(file.path, algorithm, left_out).hex() == record["hash"]
    except ValueError:
        holds = False
    outcome = Outcome.HOLDS if holds else Outcome.DOES_NOT_HOLD
    return Check(code, outcome, _BOUND if holds else _NOT_BOUND, file.name)


def _stretches(said: Json) -> Iterator[tuple[int, int]]:
    for one in said if isinstance(said, list) else []:
        if isinstance(one, list) and len(one) == 2:
            start, length = one
            if isinstance(start, int) and isinstance(length, int):
                yield start, length


_TOO_LITTLE = Both(
    "the credentials leave out more of the file than they fill themselves, so that their hash says"
    " little",
    "تستثني بيانات المصدر من الملف أكثر مما تشغله هي نفسها، فلا تقول بصمتها إلا القليل",
)
_BOUND = Both(
    "the bytes of the file are those that the credentials name (assertion.dataHash.match)",
    "بايتات الملف هي التي تسميها بيانات المصدر (assertion.dataHash.match)",
)
_NOT_BOUND = Both(
    "the bytes of the file are not those that the credentials name: it was changed after, or the"
    " credentials come from another file (assertion.dataHash.mismatch)",
    "بايتات الملف ليست التي تسميها بيانات المصدر: غُيّر بعدها، أو أن البيانات من ملف آخر"
    " (assertion.dataHash.mismatch)",
)


def _assertion_checks(file: GivenFile, records: list[Record]) -> Iterator[Check]:
    """Whether the signed claim and what it rests on, the binding to the bytes too, go together."""
    compared = [one for one in records if "compared" in one]
    for one in compared:
        if one["holds"] is not True:
            what = str(one["compared"])
            said = Both(
                f"{what}: not what the claim says of it (assertion.hashedURI.mismatch)",
                f"{what}: لا يطابق ما يقوله القول عنه (assertion.hashedURI.mismatch)",
            )
            yield Check("c2pa.assertions", Outcome.DOES_NOT_HOLD, said, file.name)
    if compared and all(one["holds"] is True for one in compared):
        said = Both(
            f"all parts of the claim ({len(compared)}) are as it says of them"
            " (assertion.hashedURI.match)",
            f"جميع أجزاء القول ({len(compared)}) كما يقول عنها (assertion.hashedURI.match)",
        )
        yield Check("c2pa.assertions", Outcome.HOLDS, said, file.name)


def _signature_check(file: GivenFile, record: Record) -> Check:
    code = "c2pa.signature"
    try:
        certificate = x509.load_der_x509_certificate(bytes.fromhex(str(record["certificate"])))
        message = _to_be_signed(
            bytes.fromhex(str(record["protected"])), bytes.fromhex(str(record["signed"]))
        )
        signature, algorithm = bytes.fromhex(str(record["signature"])), record["algorithm"]
        assert isinstance(algorithm, int)
        _verify(certificate.public_key(), algorithm, signature, message)
    except InvalidSignature:
        said = Both(
            "the claim is not what was signed (claimSignature.mismatch)",
            "القول ليس ما وُقّع عليه (claimSignature.mismatch)",
        )
        return Check(code, Outcome.DOES_NOT_HOLD, said, file.name)
    except (ValueError, UnsupportedAlgorithm):
        said = Both(
            "the signature is in a form that is not known here", "التوقيع بصيغة غير معروفة هنا"
        )
        return Check(code, Outcome.NOT_FOUND_OUT, said, file.name)
    who = certificate.subject.rfc4514_string()[:200]
    said = Both(
        f"the claim is as it was signed with the key of a certificate in the file that names {who};"
        " that certificate was not checked, and the times of its validity neither",
        f"القول كما وُقّع بمفتاح شهادة في الملف تسمي {who}؛ ولم يُتحقق من تلك الشهادة ولا من مدة"
        " صلاحيتها",
    )
    return Check(code, Outcome.HOLDS, said, file.name)


def _verify(key: object, algorithm: int, signature: bytes, message: bytes) -> None:
    """Check one signature.

    Raises:
        InvalidSignature: It does not hold.
        ValueError: Key and algorithm do not belong together, or are not known here.
    """
    if isinstance(key, ec.EllipticCurvePublicKey) and algorithm in _CURVES:
        half = len(signature) // 2
        numbers = (int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big"))
        key.verify(encode_dss_signature(*numbers), message, ec.ECDSA(_CURVES[algorithm]))
    elif isinstance(key, rsa.RSAPublicKey) and algorithm in _RSA and key.key_size <= _LARGEST_KEY:
        digest = _RSA[algorithm]
        salted = padding.PSS(padding.MGF1(digest), digest.digest_size)
        key.verify(signature, message, salted, digest)
    elif isinstance(key, ed25519.Ed25519PublicKey) and algorithm == _EDDSA:
        key.verify(signature, message)
    else:
        raise ValueError(f"algorithm {algorithm}")


def _to_be_signed(protected: bytes, payload: bytes) -> bytes:
    """The Sig_structure of RFC 9052, section 4.4, without external data."""
    parts = b"\x84" + _head(3, 10) + b"Signature1"
    return parts + _head(2, len(protected)) + protected + b"\x40" + _head(2, len(payload)) + payload


def _head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    size = next(one for one in (1, 2, 4, 8) if count < 1 << 8 * one)
    return bytes([major << 5 | 24 + size.bit_length() - 1]) + count.to_bytes(size, "big")
