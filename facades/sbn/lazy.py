"""Modules that are loaded when a method first needs one: importing the client stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.lazy import Module

from sbn.wire import wire

if TYPE_CHECKING:
    from sbn import artifacts, hashing, keys, ladder, models
else:
    artifacts = Module("sbn.artifacts")
    hashing = Module("sbn.hashing")
    keys = Module("sbn.keys")
    ladder = Module("sbn.ladder")
    models = Module("sbn.models")

__all__ = ["artifacts", "hashing", "keys", "ladder", "models", "wire"]
