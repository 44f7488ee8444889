"""Authorities of our own making: honest ones, and every kind of dishonest one.

Certificates come from `cryptography`, replies from `openssl ts`: neither is our code.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tawthiq.evidence.timestamps.verification import Roots

PrivateKey = EllipticCurvePrivateKey | RSAPrivateKey
STAMPING = ExtendedKeyUsageOID.TIME_STAMPING
OPENSSL = shutil.which("openssl") or ""
needs_openssl = pytest.mark.skipif(not OPENSSL, reason="openssl is not installed")

_CONFIGURATION = """
[tsa]
default_tsa = it
[it]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/signer.pem
signer_key = {folder}/key.pem
signer_digest = {digest}
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
ess_cert_id_alg = {named_by}
{chain}
"""


def key(kind: str = "P-256") -> PrivateKey:
    curves = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1(), "P-521": ec.SECP521R1()}
    if kind in curves:
        return ec.generate_private_key(curves[kind])
    return rsa.generate_private_key(65537, int(kind.removeprefix("RSA-")))


@dataclass(frozen=True)
class Holder:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: PrivateKey

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def name(self) -> x509.Name:
        return self.certificate.subject


def certified(
    name: str,
    by: Holder | None = None,
    *,
    is_authority: bool = False,
    valid: tuple[datetime, datetime] = (datetime(2020, 1, 1), datetime(2045, 1, 1)),  # noqa: DTZ001
    purposes: Sequence[x509.ObjectIdentifier] = (STAMPING,),
    is_critical: bool = True,
    of: PrivateKey | None = None,
    signed_with: hashes.HashAlgorithm | None = None,
    says_its_uses: bool = True,
    most_below: int | None = None,
    extra: Sequence[tuple[x509.ExtensionType, bool]] = (),
) -> Holder:
    """Somebody with a certificate: by an authority, or by themselves where none is named."""
    own = of or key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    signs = not is_authority
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.name if by else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid[0])
        .not_valid_after(valid[1])
        .add_extension(x509.BasicConstraints(is_authority, most_below), critical=True)
    )
    if says_its_uses:
        uses = x509.KeyUsage(signs, *[False] * 4, not signs, not signs, False, False)
        builder = builder.add_extension(uses, critical=True)
    if purposes and not (is_authority and purposes == (STAMPING,)):
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=is_critical)
    for extension, critical in extra:
        builder = builder.add_extension(extension, critical=critical)
    signed = builder.sign(by.key if by else own, signed_with or hashes.SHA256())
    return Holder(signed, own)


ROOT = certified("Invented Root", is_authority=True)
SIGNER = certified("Invented Time Stamps", ROOT)
ROOTS = Roots.parse(ROOT.pem)


def reply_to(
    request: bytes,
    signer: Holder = SIGNER,
    chain: Sequence[Holder] = (),
    *,
    digest: str = "sha256",
    named_by: str = "sha256",
) -> bytes:
    """What `openssl ts` answers to a request, as this signer and with this chain."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "serial").write_text("01\n")
        (place / "signer.pem").write_bytes(signer.pem)
        (place / "key.pem").write_bytes(
            signer.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.TraditionalOpenSSL,
                serialization.NoEncryption(),
            )
        )
        (place / "chain.pem").write_bytes(b"".join(one.pem for one in chain))
        line = f"certs = {folder}/chain.pem" if chain else ""
        written = _CONFIGURATION.format(folder=folder, digest=digest, named_by=named_by, chain=line)
        (place / "ts.cnf").write_text(written)
        (place / "request").write_bytes(request)
        arguments = ["ts", "-reply", "-config", f"{folder}/ts.cnf", "-section", "it"]
        files = ["-queryfile", f"{folder}/request", "-out", f"{folder}/reply"]
        run = subprocess.run([OPENSSL, *arguments, *files], capture_output=True, check=False)
        if run.returncode:
            raise RuntimeError(run.stderr.decode())
        return (place / "reply").read_bytes()


def openssl_accepts(reply: bytes, content: bytes, root: Holder = ROOT) -> bool:
    """What `openssl ts -verify` says of it."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "reply").write_bytes(reply)
        (place / "content").write_bytes(content)
        (place / "root.pem").write_bytes(root.pem)
        files = ["-in", f"{folder}/reply", "-data", f"{folder}/content"]
        arguments = ["ts", "-verify", *files, "-CAfile", f"{folder}/root.pem"]
        return not subprocess.run(
            [OPENSSL, *arguments], capture_output=True, check=False
        ).returncode
