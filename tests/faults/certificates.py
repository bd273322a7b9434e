"""Certificates for a server on loopback: a good one, and those that nobody should trust."""

from __future__ import annotations

import datetime
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_DAY = datetime.timedelta(days=1)
_SIGNS = x509.KeyUsage(
    key_cert_sign=True,
    crl_sign=True,
    digital_signature=False,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    encipher_only=False,
    decipher_only=False,
)


class Authority:
    """An authority that signs certificates.

    Attributes:
        pem: Its own certificate.
    """

    def __init__(self, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        builder = _builder(self._name, self._name, self._key.public_key())
        made = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        made = made.add_extension(_SIGNS, critical=True)
        made = made.add_extension(
            x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False
        )
        self.pem = made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)

    def issue(self, host: x509.GeneralName, *, age: datetime.timedelta = _DAY) -> bytes:
        """Return a key and a certificate for a host.

        Args:
            host: The host.
            age: Since when it holds, for two days.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "fault server")])
        builder = _builder(subject, self._name, key.public_key(), age)
        made = builder.add_extension(x509.SubjectAlternativeName([host]), critical=False)
        # Python 3.13 asks for all that RFC 5280 does.
        made = made.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False
        )
        return key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ) + made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, age: datetime.timedelta = _DAY
) -> x509.CertificateBuilder:
    start = datetime.datetime.now(datetime.UTC) - age
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + 2 * _DAY)
    )


def write(folder: Path) -> Path:
    """Write a certificate with its key for each listener of the fault server; return the authority's own."""
    known, unknown = Authority("known"), Authority("unknown")
    here = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    issued = {
        "right": known.issue(here),
        "wrong-name": known.issue(x509.DNSName("elsewhere.test")),
        "expired": known.issue(here, age=30 * _DAY),
        "unknown-ca": unknown.issue(here),
    }
    for name, pem in issued.items():
        (folder / f"{name}.pem").write_bytes(pem)
    authority = folder / "authority.pem"
    authority.write_bytes(known.pem)
    return authority
