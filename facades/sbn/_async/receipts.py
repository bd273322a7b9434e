"""Receipts: single ones, and the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.arguments import nonempty
from clientkit.facade import AsyncResource
from sbn_api.api import gateway as api
from sbn_api.api import snapchore

from sbn import answers
from sbn._async.gateway import AsyncGatewayClient
from sbn._async.snapchore import AsyncSnapChoreClient
from sbn.checks import filled

if TYPE_CHECKING:
    from sbn_api import dicts

    from sbn.models import Receipt


class AsyncReceiptsClient(AsyncResource):
    """Receipts: single ones, and the catalogue."""

    async def get(self, receipt_id: str) -> dicts.Receipt:
        """Get a receipt as the service's JSON; `gateway.fetch_receipt` gives it as an object.

        Args:
            receipt_id: Id of the receipt.

        Raises:
            SbnNotFoundError: There is no such receipt.

        Operation: gateway_fetch_receipt
        """
        return await self._send(api.gateway_fetch_receipt.OPERATION(receipt_id), answers.plain)

    async def list(
        self,
        *,
        project_id: str | None = None,
        hash: str | None = None,
        domain: str | None = None,
        limit: int = 20,
        offset: int = 0,
        since: str | None = None,
    ) -> dicts.ReceiptCatalogue:
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
        return await AsyncSnapChoreClient(self._core).receipts_discover(
            domain=domain, hash=hash, project_id=project_id, limit=limit, offset=offset, since=filled(since)
        )

    async def fetch_receipt(self, receipt_id: str | None) -> Receipt:
        """Get a receipt as an object.

        Args:
            receipt_id: Id of the receipt.

        Raises:
            SbnNotFoundError: There is no such receipt.
            TypeError: The id is not a string; nothing was sent.
            ValueError: There is no id; nothing was sent.

        Operation: gateway_fetch_receipt
        """
        return await AsyncGatewayClient(self._core).fetch_receipt(receipt_id)

    async def get_by_hash(self, receipt_hash: str, *, project_id: str | None = None) -> dicts.ReceiptLookup:
        """Find receipts by their hash; for a service before 0.14 write `list(hash=…)`.

        Args:
            receipt_hash: The hash.
            project_id: Only of this project.

        Returns:
            The answer; the receipts are under `items`.

        Operation: receipts_get_by_hash
        """
        call = snapchore.receipts_get_by_hash.OPERATION(
            hash_=nonempty("receipt_hash", receipt_hash), project_id=filled(project_id)
        )
        return await self._send(call, answers.opened)
