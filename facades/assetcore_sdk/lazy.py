"""Modules that are loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from assetcore_api import models as wire

    from assetcore_sdk import exporting, following, models, operations, requests
else:
    exporting = Module("assetcore_sdk.exporting")
    following = Module("assetcore_sdk.following")
    models = Module("assetcore_sdk.models")
    operations = Module("assetcore_sdk.operations")
    requests = Module("assetcore_sdk.requests")
    wire = Module("assetcore_api.models")

__all__ = ["exporting", "following", "models", "operations", "requests", "wire"]
