"""The error of the low-level functions under the module name of the published package."""

from ash_sdk._published import moved

__getattr__ = moved(__name__)
