"""Modules that are loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from ash_api import models as wire
    from clientkit import codec

    from ash_ai import models, uploads
else:
    codec = Module("clientkit.codec")
    models = Module("ash_ai.models")
    uploads = Module("ash_ai.uploads")
    wire = Module("ash_api.models")

__all__ = ["codec", "models", "uploads", "wire"]
