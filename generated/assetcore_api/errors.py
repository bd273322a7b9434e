"""Errors that the functions of the endpoints raise."""

from clientkit.operation.client import UnexpectedStatus

__all__ = ["UnexpectedStatus"]
