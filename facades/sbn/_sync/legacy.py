# Derived from facades/sbn/_async/legacy.py by make generate; edit that file.
"""Slots with the tenant in the path, for the old single-module client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.facade import Resource
from clientkit.operation import given
from sbn import answers
from sbn.checks import filled_object
from sbn.lazy import models, wire
from sbn_api.api import legacy as api

if TYPE_CHECKING:
    from sbn.models import SlotClosure, SlotCreateRequest, SlotHandle
    from sbn_api import dicts


class TenantSlots(Resource):
    """Slots with the tenant in the path."""

    def create(self, tenant_id: str, request: SlotCreateRequest) -> SlotHandle:
        """Open a slot of a tenant.

        Operation: legacy_create_slot
        """
        body = wire.SlotCreate(
            worker_id=request.worker_id,
            task_type=request.task_type,
            generation_interval=given(request.generation_interval),
            metadata=filled_object("metadata", request.metadata),
        )
        call = api.legacy_create_slot.OPERATION(tenant_id, body=body)
        return self._send(call, models.SlotHandle.from_dict)

    def list_blocks(self, tenant_id: str, slot_id: str, limit: int | None = None) -> dicts.SlotBlocks:
        """List the SmartBlocks of a tenant's slot.

        Operation: legacy_list_slot_blocks
        """
        call = api.legacy_list_slot_blocks.OPERATION(tenant_id, slot_id, limit=limit)
        return self._send(call, answers.content)

    def close(self, tenant_id: str, slot_id: str) -> SlotClosure:
        """Close a slot of a tenant.

        Operation: legacy_close_slot
        """
        call = api.legacy_close_slot.OPERATION(tenant_id, slot_id, body=wire.Empty())
        return self._send(call, models.SlotClosure.from_dict)
