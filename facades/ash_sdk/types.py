"""The low-level types under the module name of the published package; their home is `ash_api.types`."""

from ash_sdk._published import moved

__getattr__ = moved(__name__)
