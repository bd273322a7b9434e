"""Slot sessions under the module name of the published package."""

from sbn._async.streaming import AsyncSlotSession
from sbn._sync.streaming import SlotSession
from sbn.models import SlotFinalizeResult, SlotReceipt

__all__ = ["AsyncSlotSession", "SlotFinalizeResult", "SlotReceipt", "SlotSession"]
