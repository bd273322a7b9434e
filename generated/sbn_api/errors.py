"""Errors that the functions of the endpoints raise."""

from clientkit.lowlevel import UnexpectedStatus

__all__ = ["UnexpectedStatus"]
