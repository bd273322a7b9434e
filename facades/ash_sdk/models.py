"""The models under the module name of the published package; their home is `ash_ai.models`."""

from ash_sdk._published import moved

__getattr__ = moved(__name__)
