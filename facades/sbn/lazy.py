"""The modules with models, loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from sbn_api import models as wire

    from sbn import models
else:
    models = Module("sbn.models")
    wire = Module("sbn_api.models")

__all__ = ["models", "wire"]
