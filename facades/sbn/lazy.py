"""The modules with models, loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

from sbn.wire import wire

if TYPE_CHECKING:
    from sbn import models
else:
    models = Module("sbn.models")

__all__ = ["models", "wire"]
