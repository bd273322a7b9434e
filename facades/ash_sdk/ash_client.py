"""The client under the module name of the published package; its home is `ash_sdk`."""

from ash_sdk._published import moved

__getattr__ = moved(__name__)
