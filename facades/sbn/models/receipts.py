"""Receipts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.models.reading import Answer


class Receipt(Answer, wire.Receipt):
    """A receipt."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"payload": dict, "metadata": dict}
    _times: ClassVar[tuple[str, ...]] = ("created_at",)

    subject_id: str | None
    subject_type: str | None
    tenant_id: str | None
    signer_id: str | None
    snapchore_hash: str | None
    created_at: datetime | None
    payload: dict[str, Any]  # type: ignore[assignment]
    metadata: dict[str, Any]  # type: ignore[assignment]
