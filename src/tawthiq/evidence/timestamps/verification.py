"""Does this reply stamp this digest, under an authority that we chose beforehand?

Two readers that share no code must both say yes: ours (``evidence.bare.stamps``, which also
runs in the package's verifier) and OpenSSL's, through rfc3161-client. What either does not
check the other does. Nothing here needs a network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

from tawthiq.errors import UnreadableError
from tawthiq.evidence.bare.certificates import Certificate, name_of, read_certificate
from tawthiq.evidence.bare.said import CannotTell, DoesNotHold
from tawthiq.evidence.bare.stamps import check_stamp
from tawthiq.evidence.timestamps.reordering import in_der_order
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Roots:
    """The authorities whose word we take, chosen beforehand and never out of a stamp.

    Attributes:
        certificates: Each in DER. One of them ends every chain.
    """

    certificates: tuple[bytes, ...]

    def __post_init__(self) -> None:
        if not self.certificates:
            raise ValueError("without a root nothing can be believed")

    @classmethod
    def parse(cls, pem: bytes) -> Roots:
        """Read one or more certificates in PEM.

        Raises:
            UnreadableError: There is none, or one that cannot be read.
        """
        try:
            found = x509.load_pem_x509_certificates(pem)
            roots = cls(tuple(one.public_bytes(Encoding.DER) for one in found))
            roots.read()
        except (ValueError, CannotTell):
            raise UnreadableError(
                "this file holds no certificate (PEM) of an authority that can be read here;"
                " ask the authority for its root certificate",
                "لا يحوي هذا الملف شهادة (PEM) لسلطة ختم يمكن قراءتها هنا؛ اطلب من السلطة شهادتها"
                " الجذرية",
            ) from None
        return roots

    def read(self) -> list[Certificate]:
        return [read_certificate(data) for data in self.certificates]


@dataclass(frozen=True, slots=True)
class Verified:
    """The reply stamps the digest.

    Attributes:
        time: When the authority saw it, by its clock, in UTC.
        accuracy: How far off that may be, as it says itself.
        authority: Who signed, by the name in its certificate.
        root: Which of the roots it rests on.
        valid_until: When the first certificate of the chain ends. Stamp again before that:
            afterwards the stamp is still good, but a key that leaked later cannot be told.
    """

    time: datetime
    accuracy: timedelta
    authority: str
    root: str
    serial: int
    policy: str
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """The reply proves nothing; it is kept all the same.

    Attributes:
        code: Which check refused it, for programs.
        said: The same for people.
        is_unclear: It may be good, but is in a form that one of our readers does not know.
    """

    code: str
    said: Both
    is_unclear: bool = False


def verify(
    reply: bytes, digest: Digest, roots: Roots, *, nonce: int | None = None
) -> Verified | Refused:
    """Check a reply as it came.

    Args:
        nonce: What was sent with the request, where that is known.
    """
    try:
        stamp, chain = check_stamp(reply, digest.raw, roots.read(), nonce)
    except (DoesNotHold, CannotTell) as reason:
        said = Both(reason.said.en, reason.said.ar)
        return Refused(reason.code, said, isinstance(reason, CannotTell))
    refused = _second_opinion(reply, digest, roots.certificates, nonce)
    if refused is not None:
        return refused
    return Verified(
        stamp.says.time,
        stamp.says.accuracy,
        name_of(chain[0].subject),
        name_of(chain[-1].subject),
        stamp.says.serial,
        stamp.says.policy,
        min(certificate.ends for certificate in chain),
    )


def _second_opinion(
    reply: bytes, digest: Digest, roots: Sequence[bytes], nonce: int | None
) -> Refused | None:
    """What rfc3161-client has against it; None where it has nothing."""
    verifier = VerifierBuilder(
        roots=[x509.load_der_x509_certificate(root) for root in roots], nonce=nonce
    ).build()
    try:
        # It reads certificates only in DER's order, which not every authority keeps to. Nobody
        # signs their order, so that putting them in order changes nothing that is said.
        verifier.verify(decode_timestamp_response(in_der_order(reply)), digest.raw)
    except (VerificationError, ValueError) as reason:
        return Refused(
            "second-reader",
            Both(
                f"OpenSSL does not accept the stamp: {reason}",
                f"لا تقبل مكتبة OpenSSL الختم: {reason}",
            ),
        )
    return None
