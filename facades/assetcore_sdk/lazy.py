"""The modules with models, loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from assetcore_api import models as wire

    from assetcore_sdk import exporting, models, operations, requests
else:
    exporting = Module("assetcore_sdk.exporting")
    models = Module("assetcore_sdk.models")
    operations = Module("assetcore_sdk.operations")
    requests = Module("assetcore_sdk.requests")
    wire = Module("assetcore_api.models")

__all__ = ["exporting", "models", "operations", "requests", "wire"]
