"""Modules that are loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from alsorn_api import models as wire

    from alsorn import models, times
else:
    models = Module("alsorn.models")
    times = Module("alsorn.times")
    wire = Module("alsorn_api.models")

__all__ = ["models", "times", "wire"]
