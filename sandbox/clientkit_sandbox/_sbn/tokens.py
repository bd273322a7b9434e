"""Tokens that agents sign themselves: whether one is what it claims to be."""

from __future__ import annotations

import base64
import json
from typing import Any

from clientkit_sandbox.engine import Problem

AUDIENCE = "sbn"
_TEXTS = ("iss", "aud", "sub", "role", "cdna", "jti")
_SKEW = 60


def is_jwt(token: str) -> bool:
    """Tell whether a token looks like a JWT."""
    return token.count(".") == 2


def check(token: str, now: float, keys: dict[str, str]) -> dict[str, Any]:
    """Return the claims of a token.

    Args:
        token: The JWT.
        now: The time of the sandbox, in Unix seconds.
        keys: Public keys as PEM, by id. As long as there is none, a well-formed signature will do.

    Raises:
        Problem: 401, with the reason.
    """
    head, body, signature = token.split(".")
    header, claims, signed = _object(head), _object(body), _decoded(signature)
    if header.get("alg") != "EdDSA" or header.get("typ") != "JWT" or not isinstance(header.get("kid"), str):
        raise _refused("the token's header must have alg EdDSA, typ JWT and a kid")
    for name in _TEXTS:
        if not isinstance(claims.get(name), str) or not claims[name]:
            raise _refused(f"the claim {name} is missing")
    _check_scope(claims.get("scope"))
    _check_times(claims, now)
    if claims["aud"] != AUDIENCE:
        raise _refused(f"the claim aud must be {AUDIENCE!r}")
    if len(signed) != 64:
        raise _refused("the signature must have 64 bytes")
    if keys and not _is_signed(f"{head}.{body}".encode(), signed, keys.get(header["kid"])):
        raise _refused("the signature does not fit a registered key")
    return claims


def check_public_key(pem: str) -> str:
    """Return the PEM of an Ed25519 public key.

    Raises:
        ValueError: It is something else, or `cryptography` is not installed.
    """
    _load(pem)
    return pem


def _check_scope(scope: Any) -> None:
    if not isinstance(scope, list) or not all(isinstance(each, str) for each in scope):
        raise _refused("the claim scope must be an array of strings")


def _check_times(claims: dict[str, Any], now: float) -> None:
    if not all(type(claims.get(name)) is int for name in ("iat", "exp")):
        raise _refused("the claims iat and exp must be whole seconds")
    if claims["iat"] > now + _SKEW:
        raise _refused("the token is from the future")
    if claims["exp"] <= now:
        raise _refused("the token has expired")


def _is_signed(message: bytes, signature: bytes, pem: str | None) -> bool:
    if pem is None:
        return False
    from cryptography.exceptions import InvalidSignature

    try:
        _load(pem).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _load(pem: str) -> Any:
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
    except ImportError:
        raise ValueError("checking signatures needs cryptography: pip install 'clientkit[sbn]'") from None
    try:
        key = load_pem_public_key(pem.encode())
    except ValueError:
        raise ValueError("send the PEM of an Ed25519 public key") from None
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(f"send the PEM of an Ed25519 public key, not of {type(key).__name__}")
    return key


def _object(part: str) -> dict[str, Any]:
    try:
        value = json.loads(_decoded(part))
    except ValueError:
        raise _refused("the token is no JWT") from None
    if not isinstance(value, dict):
        raise _refused("the token is no JWT")
    return value


def _decoded(part: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        raise _refused("the token is no JWT") from None


def _refused(reason: str) -> Problem:
    return Problem(401, "invalid_token", reason[0].upper() + reason[1:])
