# Derived from facades/sbn/_async/acp.py by make generate; edit that file.
"""ACP: compute that a project leases, with budgets, leases, receipts and invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.arguments import nonempty
from clientkit.facade import Resource
from clientkit.operation import given
from sbn import answers
from sbn.checks import filled
from sbn.lazy import wire
from sbn_api.api import acp as api

if TYPE_CHECKING:
    from sbn_api import dicts


class AcpClient(Resource):
    """ACP: compute that a project leases, with budgets, leases, receipts and invoices.

    Every method returns the service's JSON. Leases and invoices are money: a call that makes or changes
    one is never repeated by itself when its outcome is not clear; the error says so with `unclear`.
    """

    def get_budget(self, project_id: str) -> dicts.Budget:
        """Get the budget of a project.

        Args:
            project_id: Id of the project.

        Raises:
            SbnNotFoundError: There is no such project.

        Operation: acp_get_budget
        """
        return self._send(api.acp_get_budget.OPERATION(project_id), answers.opened)

    def update_budget(
        self,
        project_id: str,
        *,
        max_hourly_usd: float | None = None,
        max_daily_usd: float | None = None,
        max_monthly_usd: float | None = None,
        max_concurrent_leases: int | None = None,
        max_bid_usd_hr: float | None = None,
        enabled: bool | None = None,
    ) -> dicts.Budget:
        """Change the budget of a project; what is not given stays as it is, and 0 is sent.

        Args:
            project_id: The project.
            max_hourly_usd: At most in an hour, in US dollars.
            max_daily_usd: At most in a day, in US dollars.
            max_monthly_usd: At most in a month, in US dollars.
            max_concurrent_leases: Leases at the same time.
            max_bid_usd_hr: At most for a machine, in US dollars per hour.
            enabled: Whether the project may lease at all.

        Raises:
            SbnNotFoundError: There is no such project.
            ValueError: An amount is no finite number; nothing was sent.

        Operation: acp_update_budget
        """
        body = wire.BudgetUpdate(
            max_hourly_usd=given(max_hourly_usd),
            max_daily_usd=given(max_daily_usd),
            max_monthly_usd=given(max_monthly_usd),
            max_concurrent_leases=given(max_concurrent_leases),
            max_bid_usd_hr=given(max_bid_usd_hr),
            enabled=given(enabled),
        )
        return self._send(api.acp_update_budget.OPERATION(project_id, body=body), answers.opened)

    def kill(self, project_id: str, *, reason: str = "manual") -> dicts.AcpSwitch:
        """Stop a project from spending. Tried again when its outcome is not clear.

        Args:
            project_id: The project.
            reason: Why.

        Raises:
            SbnNotFoundError: There is no such project.

        Operation: acp_kill
        """
        body = wire.KillRequest(reason=reason)
        return self._send(api.acp_kill.OPERATION(project_id, body=body), answers.opened)

    def unkill(self, project_id: str) -> dicts.AcpSwitch:
        """Let a project spend again. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: Id of the project.

        Raises:
            SbnNotFoundError: There is no such project.

        Operation: acp_unkill
        """
        return self._send(api.acp_unkill.OPERATION(project_id, body=wire.Empty()), answers.opened)

    def list_leases(self, project_id: str, *, state: str | None = None, limit: int = 50) -> list[dicts.Lease]:
        """List leases.

        Args:
            project_id: The project.
            state: Only in this state.
            limit: Leases at most.

        Operation: acp_list_leases
        """
        call = api.acp_list_leases.OPERATION(project_id, limit=limit, state=filled(state))
        return self._send(call, lambda data: answers.rows(data, "leases"))

    def get_lease(self, project_id: str, lease_id: str) -> dicts.Lease:
        """Get a lease.

        Args:
            project_id: Id of the project.
            lease_id: Id of the lease.

        Raises:
            SbnNotFoundError: There is no such lease.

        Operation: acp_get_lease
        """
        return self._send(api.acp_get_lease.OPERATION(project_id, lease_id), answers.opened)

    def test_lease(
        self,
        project_id: str,
        *,
        provider: str,
        region: str | None = None,
        gpu_profile: str = "t4-16gb",
        gpu_count: int = 1,
        vcpus: int = 1,
        ram_gb: int = 2,
        disk_gb: int = 25,
        max_bid_usd_hr: float = 1.0,
        purpose: str | None = None,
    ) -> dicts.LeaseAnswer:
        """Lease a machine for a test: it costs money until it is released. Never repeated by itself.

        Args:
            project_id: The project.
            provider: Who lets machines.
            region: Where the machine is to be.
            gpu_profile: Kind of GPU.
            gpu_count: GPUs.
            vcpus: Virtual CPUs.
            ram_gb: Memory, in GB.
            disk_gb: Disk, in GB.
            max_bid_usd_hr: At most for the machine, in US dollars per hour.
            purpose: What it is for.

        Returns:
            `lease` and `receipt`.

        Raises:
            SbnError: The service refused; `unclear` says whether there may be a lease all the same.
            ValueError: The bid is no finite number; nothing was sent.

        Operation: acp_test_lease
        """
        body = wire.LeaseTestRequest(
            provider=nonempty("provider", provider),
            gpu_profile=gpu_profile,
            gpu_count=gpu_count,
            vcpus=vcpus,
            ram_gb=ram_gb,
            disk_gb=disk_gb,
            max_bid_usd_hr=max_bid_usd_hr,
            region=given(region),
            purpose=given(purpose),
        )
        return self._send(api.acp_test_lease.OPERATION(project_id, body=body), answers.opened)

    def release_lease(
        self, project_id: str, lease_id: str, *, reason: str = "manual_cli_release"
    ) -> dicts.LeaseAnswer:
        """Give a lease back. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: The project.
            lease_id: The lease.
            reason: Why.

        Returns:
            `lease` and `receipt`.

        Raises:
            SbnNotFoundError: There is no such lease.

        Operation: acp_release_lease
        """
        body = wire.LeaseRelease(reason=reason)
        call = api.acp_release_lease.OPERATION(project_id, lease_id, body=body)
        return self._send(call, answers.opened)

    def list_receipts(
        self,
        project_id: str,
        *,
        receipt_type: str | None = None,
        since: str | None = None,
        cursor: str | None = None,
        limit: int = 50,
    ) -> dicts.AcpReceiptList:
        """List receipts of spending.

        Args:
            project_id: The project.
            receipt_type: Only of this type.
            since: Only from this moment on, as ISO 8601.
            cursor: Where to go on: the `next_cursor` of the answer before.
            limit: Receipts at most.

        Returns:
            `receipts` and `next_cursor`.

        Operation: acp_list_receipts
        """
        call = api.acp_list_receipts.OPERATION(
            project_id,
            limit=limit,
            receipt_type=filled(receipt_type),
            since=filled(since),
            cursor=filled(cursor),
        )
        return self._send(call, answers.opened)

    def status(self, project_id: str) -> dicts.AcpStatus:
        """Get the state of a project and what it has spent.

        Args:
            project_id: Id of the project.

        Returns:
            `enabled`, `killed`, `active_leases`, `total_leases`, `total_spend_usd` and `total_receipts`.

        Raises:
            SbnNotFoundError: There is no such project.

        Operation: acp_status
        """
        return self._send(api.acp_status.OPERATION(project_id), answers.opened)

    def generate_invoice(self, project_id: str, *, start: str, end: str) -> dicts.Invoice:
        """Draw up the invoice of a period. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: The project.
            start: Begin of the period, as ISO 8601.
            end: End of the period, as ISO 8601.

        Raises:
            SbnError: The service refused; `unclear` says whether there may be an invoice all the same.
            ValueError: An end of the period is missing; nothing was sent.

        Operation: acp_generate_invoice
        """
        body = wire.InvoiceGenerate(
            billing_period_start=nonempty("start", start), billing_period_end=nonempty("end", end)
        )
        return self._send(api.acp_generate_invoice.OPERATION(project_id, body=body), answers.opened)

    def list_invoices(
        self, project_id: str, *, status: str | None = None, limit: int = 50, offset: int = 0
    ) -> dicts.InvoiceList:
        """List invoices.

        Args:
            project_id: The project.
            status: Only in this state.
            limit: Invoices at most.
            offset: Invoices to leave out.

        Returns:
            `invoices` and `total`.

        Operation: acp_list_invoices
        """
        call = api.acp_list_invoices.OPERATION(project_id, limit=limit, offset=offset, status=filled(status))
        return self._send(call, answers.opened)

    def get_invoice(self, project_id: str, invoice_id: str) -> dicts.Invoice:
        """Get an invoice.

        Args:
            project_id: Id of the project.
            invoice_id: Id of the invoice.

        Raises:
            SbnNotFoundError: There is no such invoice.

        Operation: acp_get_invoice
        """
        return self._send(api.acp_get_invoice.OPERATION(project_id, invoice_id), answers.opened)

    def finalize_invoice(self, project_id: str, invoice_id: str) -> dicts.Invoice:
        """Make an invoice final. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: Id of the project.
            invoice_id: Id of the invoice.

        Raises:
            SbnNotFoundError: There is no such invoice.
            SbnConflictError: It is in a state that does not allow this.

        Operation: acp_finalize_invoice
        """
        call = api.acp_finalize_invoice.OPERATION(project_id, invoice_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def mark_invoice_paid(self, project_id: str, invoice_id: str) -> dicts.Invoice:
        """Mark an invoice as paid. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: Id of the project.
            invoice_id: Id of the invoice.

        Raises:
            SbnNotFoundError: There is no such invoice.
            SbnConflictError: It is in a state that does not allow this.

        Operation: acp_mark_invoice_paid
        """
        call = api.acp_mark_invoice_paid.OPERATION(project_id, invoice_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def void_invoice(self, project_id: str, invoice_id: str) -> dicts.Invoice:
        """Void an invoice. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: Id of the project.
            invoice_id: Id of the invoice.

        Raises:
            SbnNotFoundError: There is no such invoice.
            SbnConflictError: It is in a state that does not allow this.

        Operation: acp_void_invoice
        """
        call = api.acp_void_invoice.OPERATION(project_id, invoice_id, body=wire.Empty())
        return self._send(call, answers.opened)
