"""Ed25519 signing keys, and the short-lived tokens that they sign."""

from __future__ import annotations

import base64
import json
import os
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from clientkit.auth import Token
from clientkit.results import Result
from clientkit.secrets import Secret

from sbn.checks import texts
from sbn.tokens import LEEWAY, TokenSource

DEFAULT_KID: Final = "sbn-ed25519"


@dataclass(slots=True)
class MintedToken(Result):
    """A signed token.

    Attributes:
        token: The compact JWT; `repr` does not show it.
        expires_at: When it ends, in UTC.
    """

    token: str = field(repr=False)
    expires_at: datetime

    @property
    def expired(self) -> bool:
        """Whether it has ended."""
        return datetime.now(UTC) >= self.expires_at

    @classmethod
    def from_ttl(cls, token: str, ttl_seconds: float) -> Self:
        """Return a token that ends in `ttl_seconds`.

        Args:
            token: The token.
            ttl_seconds: Seconds that it is valid for, from now.
        """
        return cls(token, datetime.now(UTC) + timedelta(seconds=ttl_seconds))


@dataclass(slots=True)
class SigningKey:
    """An Ed25519 private key and what its tokens say of their origin.

    Attributes:
        private_key: The key, as `cryptography` has it.
        issuer: The claim `iss`.
        audience: The claim `aud`.
        kid: Id of the key, in the header of a token.
    """

    private_key: Any = field(repr=False)
    issuer: str
    audience: str
    kid: str = DEFAULT_KID

    @classmethod
    def from_pem(
        cls,
        source: str | bytes | os.PathLike[str],
        *,
        issuer: str,
        audience: str,
        kid: str = DEFAULT_KID,
    ) -> Self:
        """Read a key from PEM, unencrypted.

        Args:
            source: Path of a file, or the PEM itself as text or bytes.
            issuer: The claim `iss` of its tokens.
            audience: The claim `aud` of its tokens.
            kid: Id of the key.

        Raises:
            ValueError: There is no such file, or it holds no unencrypted private key.
            TypeError: It holds a key of another kind.
            ImportError: The extra `sbn` is not installed.
        """
        pem = _pem(source)
        # From here on the frame holds nothing that a traceback must not show.
        del source
        serialization, ed25519 = _cryptography()
        if "BEGIN OPENSSH PRIVATE KEY" in pem:
            raise ValueError(
                "this is an OpenSSH key, and a PEM in PKCS8 is needed; convert it with cryptography: "
                "load_ssh_private_key(…).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), "
                "or make a new key: openssl genpkey -algorithm ed25519 -out key.pem"
            )
        try:
            key = serialization.load_pem_private_key(pem.encode("utf-8", "replace"), password=None)
        except TypeError:
            raise ValueError("the PEM is encrypted; give an unencrypted Ed25519 private key") from None
        except ValueError:
            raise ValueError("this is neither a file nor the PEM of an unencrypted private key") from None
        if not isinstance(key, ed25519.Ed25519PrivateKey):
            raise TypeError(f"the key must be an Ed25519 private key, not {type(key).__name__}")
        return cls(key, issuer, audience, kid)

    @classmethod
    def generate(cls, *, issuer: str, audience: str, kid: str = DEFAULT_KID) -> Self:
        """Return a new key.

        Args:
            issuer: The claim `iss` of its tokens.
            audience: The claim `aud` of its tokens.
            kid: Id of the key.

        Raises:
            ImportError: The extra `sbn` is not installed.
        """
        return cls(_cryptography()[1].Ed25519PrivateKey.generate(), issuer, audience, kid)

    def issue_token(
        self,
        *,
        subject: str,
        scopes: Iterable[str],
        cdna: str,
        ttl_seconds: int,
        tenant_id: str | None = None,
        role: str = "agent",
    ) -> MintedToken:
        """Sign a token that is good from now on.

        Args:
            subject: The claim `sub`.
            scopes: The claim `scope`; blanks are trimmed, doubles dropped, the rest sorted.
            cdna: The claim `cdna`.
            ttl_seconds: Lifetime in seconds, above 0.
            tenant_id: The claim `tenant_id`; left out when there is none.
            role: The claim `role`.

        Raises:
            ValueError: The lifetime is not above 0.
            TypeError: `scopes` is not a list of strings.
        """
        claims = Claims(subject, scope_list(scopes), cdna, lifetime(ttl_seconds), role)
        return self._sign(claims, tenant_id, time.time())

    def sign_payload(self, payload: Mapping[str, Any]) -> str:
        """Return the signature of a mapping: base64url without padding, over its sorted, compact JSON.

        Args:
            payload: What is signed.
        """
        return _base64url(self.private_key.sign(_compact(payload)))

    def private_key_pem(self) -> bytes:
        """Return the private key as PEM (PKCS 8, unencrypted)."""
        serialization, _ = _cryptography()
        pem: bytes = self.private_key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return pem

    def public_key_pem(self) -> bytes:
        """Return the public key as PEM, to be registered with a service."""
        serialization, _ = _cryptography()
        pem: bytes = self.private_key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return pem

    def _sign(self, claims: Claims, tenant_id: str | None, now: float) -> MintedToken:
        header = {"alg": "EdDSA", "kid": self.kid, "typ": "JWT"}
        expires_at = int(now + claims.ttl_seconds)
        body = {
            "iss": self.issuer,
            "aud": self.audience,
            "sub": claims.subject,
            "role": claims.role,
            "scope": claims.scopes,
            "cdna": claims.cdna,
            "iat": int(now),
            "exp": expires_at,
            "jti": uuid.uuid4().hex,
        }
        if tenant_id:
            body["tenant_id"] = tenant_id
        signed = f"{_base64url(_compact(header))}.{_base64url(_compact(body))}"
        signature = _base64url(self.private_key.sign(signed.encode("ascii")))
        return MintedToken(f"{signed}.{signature}", datetime.fromtimestamp(expires_at, UTC))

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (Secret(self.private_key_pem().decode()), self.issuer, self.audience, self.kid)


def _restored(pem: Secret, issuer: str, audience: str, kid: str) -> SigningKey:
    return SigningKey.from_pem(pem, issuer=issuer, audience=audience, kid=kid)


class Claims(NamedTuple):
    """What the tokens of a client have in common.

    Attributes:
        subject: The claim `sub`.
        scopes: The claim `scope`.
        cdna: The claim `cdna`.
        ttl_seconds: Lifetime, in seconds.
        role: The claim `role`.
    """

    subject: str
    scopes: list[str]
    cdna: str
    ttl_seconds: float
    role: str = "agent"


class Minter(TokenSource):
    """A signing key with the claims of its tokens.

    Args:
        key: The key.
        claims: What its tokens claim.
    """

    def __init__(self, key: SigningKey, claims: Claims) -> None:
        self.leeway = min(LEEWAY, claims.ttl_seconds / 2)
        self._key = key
        self._claims = claims

    def mint(self, tenant_id: str | None, now: float) -> Token:
        """Sign a token.

        Args:
            tenant_id: The tenant that it claims.
            now: Unix seconds.
        """
        minted = self._key._sign(self._claims, tenant_id, now)
        return Token(minted.token, expires_at=minted.expires_at.timestamp(), name="the signed token")


def scope_list(scopes: Iterable[str]) -> list[str]:
    """Return scopes trimmed, without doubles and sorted.

    Raises:
        TypeError: When they are no list of strings.
    """
    return sorted({each.strip() for each in texts("scopes", scopes)} - {""})


def lifetime(ttl_seconds: float) -> float:
    """Return the lifetime of a token, in seconds.

    Raises:
        ValueError: When it is not above 0.
    """
    if not ttl_seconds > 0:
        raise ValueError(f"ttl_seconds must be above 0, got {ttl_seconds}")
    return ttl_seconds


def _pem(source: str | bytes | os.PathLike[str]) -> Secret:
    if isinstance(source, bytes):
        return _lines(Secret(source.decode("latin-1")))
    if isinstance(source, str):
        source = Secret(source)
        # The text of a PEM is no path, and its characters must not reach an error of the file system.
        if "-----BEGIN" in source or not os.path.exists(source):
            return _lines(source)
        source = source.reveal()
    try:
        return _lines(Secret(Path(source).read_bytes().decode("latin-1")))
    except OSError as error:
        raise ValueError(f"the key file cannot be read: {error.strerror}") from None


def _lines(pem: Secret) -> Secret:
    """Return a PEM as it should be: without a byte order mark, and with line breaks where it spells them."""
    text = Secret(pem.reveal().removeprefix("\ufeff").removeprefix("\u00ef\u00bb\u00bf"))
    if "-----BEGIN" in text:
        text = Secret(text.reveal().replace("\\r\\n", "\n").replace("\\n", "\n").strip() + "\n")
    return text


def _cryptography() -> tuple[Any, Any]:
    try:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric import ed25519
    except ImportError:
        raise ImportError(
            "signing keys need cryptography, which is not installed; type: pip install 'clientkit[sbn]'",
            name="cryptography",
        ) from None
    return serialization, ed25519


def _compact(value: Mapping[str, Any]) -> bytes:
    return json.dumps(dict(value), sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
