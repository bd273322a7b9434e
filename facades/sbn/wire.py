"""The models of the generated package, loaded when a method first needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

if TYPE_CHECKING:
    from sbn_api import models as wire
else:
    wire = Module("sbn_api.models")

__all__ = ["wire"]
