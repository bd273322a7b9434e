"""The modules with models, loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from ash_api import models as wire

    from ash_ai import models
else:
    models = Module("ash_ai.models")
    wire = Module("ash_api.models")

__all__ = ["models", "wire"]
