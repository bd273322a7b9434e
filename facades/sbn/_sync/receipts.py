# Derived from facades/sbn/_async/receipts.py by make generate; edit that file.
"""Receipts: single ones, and the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientkit.facade import Resource
from sbn import answers
from sbn._sync.gateway import GatewayClient
from sbn._sync.snapchore import SnapChoreClient
from sbn.checks import filled
from sbn_api.api import gateway as api

if TYPE_CHECKING:
    from sbn.models import Receipt


class ReceiptsClient(Resource):
    """Receipts: single ones, and the catalogue."""

    def get(self, receipt_id: str) -> dict[str, Any]:
        """Get a receipt as the service's JSON; `gateway.fetch_receipt` gives it as an object.

        Raises:
            SbnNotFoundError: There is no such receipt.

        Operation: gateway_fetch_receipt
        """
        return self._send(api.gateway_fetch_receipt.OPERATION(receipt_id), answers.plain)

    def list(
        self,
        *,
        project_id: str | None = None,
        hash: str | None = None,
        domain: str | None = None,
        limit: int = 20,
        offset: int = 0,
        since: str | None = None,
    ) -> dict[str, Any]:
        """Search the receipt catalogue.

        Args:
            project_id: Only of this project.
            hash: Only with this hash.
            domain: Only of this domain.
            limit: Receipts at most, up to 200.
            offset: Receipts to leave out.
            since: Only from this moment on, as ISO 8601.

        Returns:
            `receipts`, `count` and `offset`.

        Operation: snapchore_receipts_discover
        """
        return SnapChoreClient(self._core).receipts_discover(
            domain=domain, hash=hash, project_id=project_id, limit=limit, offset=offset, since=filled(since)
        )

    def fetch_receipt(self, receipt_id: str | None) -> Receipt:
        """Get a receipt as an object.

        Raises:
            SbnNotFoundError: There is no such receipt.
            ValueError: There is no id; nothing was sent.

        Operation: gateway_fetch_receipt
        """
        return GatewayClient(self._core).fetch_receipt(receipt_id)

    def get_by_hash(self, hash: str) -> dict[str, Any]:
        """Search the receipt catalogue for a hash.

        Returns:
            `receipts`, `count` and `offset`.

        Operation: snapchore_receipts_discover
        """
        return self.list(hash=hash)
