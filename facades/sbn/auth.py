"""Signing keys and their tokens under the module name of the published package."""

from sbn.keys import MintedToken, SigningKey

__all__ = ["MintedToken", "SigningKey"]
