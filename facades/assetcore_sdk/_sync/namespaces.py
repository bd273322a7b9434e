# Derived from facades/assetcore_sdk/_async/namespaces.py by make generate; edit that file.
"""The control plane: namespaces, and who the caller is. Its answers come as they are: none is documented."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assetcore_api.api import auth as auth_api, namespaces as api
from assetcore_sdk._sync.base import Calls
from assetcore_sdk.checks import namespace
from assetcore_sdk.lazy import models, wire
from clientkit.arguments import mapping, nonempty, optional_nonempty
from clientkit.operation import given

if TYPE_CHECKING:
    from assetcore_sdk.models import Document


class Namespaces(Calls):
    """The control plane: namespaces, and who the caller is."""

    def whoami_sync(self) -> Document:
        """Get the principal of the token: its tenant, roles and groups.

        Raises:
            SDKUnauthorizedError: The token is missing, invalid or expired.

        Operation: auth_whoami_endpoint
        """
        return self._send_sync(auth_api.auth_whoami_endpoint.OPERATION(), models.Document.from_dict)

    def get_permissions_sync(self, namespace_id: int | None = None) -> Document:
        """Get what the token may do.

        Args:
            namespace_id: In this namespace only, from 1.

        Raises:
            SDKUnauthorizedError: The token is missing, invalid or expired.

        Operation: auth_permissions_endpoint
        """
        call = auth_api.auth_permissions_endpoint.OPERATION(
            namespace_id=given(None if namespace_id is None else namespace(namespace_id))
        )
        return self._send_sync(call, models.Document.from_dict)

    def list_namespaces_sync(
        self,
        limit: int | None = None,
        page_token: str | None = None,
        *,
        tenant_id: str | None = None,
        owner_principal_id: str | None = None,
        policy_class: str | None = None,
        lifecycle: str | None = None,
        write_mode: str | None = None,
        draining: bool | None = None,
        frozen: bool | None = None,
        include_deleted: bool | None = None,
    ) -> Document:
        """List namespaces, one page.

        Args:
            limit: Namespaces of a page, from 1.
            page_token: Where the page begins, from the page before; the name of that member is not
                documented.
            tenant_id: Of this tenant only.
            owner_principal_id: Of this principal only.
            policy_class: Of this policy class only: `prod`, `project` or `scratch`.
            lifecycle: In this state only, such as `provisioned`.
            write_mode: In this mode only, such as `read-only`.
            draining: Only those that are draining, or are not.
            frozen: Only those that are frozen, or are not.
            include_deleted: Deleted ones, too.

        Raises:
            SDKForbiddenError: The token does not allow this.

        Operation: list_namespaces_endpoint
        """
        call = api.list_namespaces_endpoint.OPERATION(
            limit=given(limit),
            page_token=given(page_token),
            tenant_id=given(optional_nonempty("tenant_id", tenant_id)),
            owner_principal_id=given(optional_nonempty("owner_principal_id", owner_principal_id)),
            policy_class=given(policy_class),
            lifecycle=given(lifecycle),
            write_mode=given(write_mode),
            draining=given(draining),
            frozen=given(frozen),
            include_deleted=given(include_deleted),
        )
        return self._send_sync(call, models.Document.from_dict)

    def create_namespace_sync(
        self,
        namespace_id: int | None = None,
        label: str | None = None,
        *,
        extra: Mapping[str, Any] | None = None,
    ) -> Document:
        """Create a namespace. Never repeated by itself when its outcome is not clear.

        The names of the members are inferred from the command line.

        Args:
            namespace_id: The namespace, from 1.
            label: Its label.
            extra: Further members of the request, sent as they are.

        Raises:
            ConflictError: It exists already.
            SDKForbiddenError: The token does not allow this.

        Operation: create_namespace_endpoint
        """
        body = wire.NamespaceCreateRequest(
            namespace_id=given(None if namespace_id is None else namespace(namespace_id)),
            label=given(optional_nonempty("label", label)),
        )
        body.additional_properties.update({} if extra is None else mapping("extra", extra))
        call = api.create_namespace_endpoint.OPERATION(body=body)
        return self._send_sync(call, models.Document.from_dict)

    def get_namespace_sync(self, namespace_id: int, *, correlation_id: str | None = None) -> Document:
        """Get a namespace.

        Args:
            namespace_id: The namespace, from 1.
            correlation_id: 1 to 128 printable ASCII characters without blanks.

        Raises:
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: get_namespace_endpoint
        """
        call = api.get_namespace_endpoint.OPERATION(
            namespace(namespace_id), x_correlation_id=given(correlation_id)
        )
        return self._send_sync(call, models.Document.from_dict)

    def list_namespace_changes_sync(self) -> Document:
        """Poll the feed of changes of namespaces.

        Raises:
            SDKForbiddenError: The token does not allow this.

        Operation: list_namespace_changes_endpoint
        """
        call = api.list_namespace_changes_endpoint.OPERATION()
        return self._send_sync(call, models.Document.from_dict)

    def list_namespace_statuses_sync(self) -> Document:
        """List the status of all namespaces.

        Raises:
            SDKForbiddenError: The token does not allow this.

        Operation: list_namespace_statuses_endpoint
        """
        call = api.list_namespace_statuses_endpoint.OPERATION()
        return self._send_sync(call, models.Document.from_dict)

    def get_namespace_status_sync(self, namespace_id: int) -> Document:
        """Get the status of a namespace.

        Args:
            namespace_id: The namespace, from 1.

        Raises:
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: get_namespace_status_endpoint
        """
        call = api.get_namespace_status_endpoint.OPERATION(namespace(namespace_id))
        return self._send_sync(call, models.Document.from_dict)

    def set_namespace_lifecycle_sync(
        self, namespace_id: int, target_state: str, reason: str | None = None
    ) -> Document:
        """Move a namespace to another state of its life: provision it, or delete it.

        The names of the members are inferred from the command line.

        Args:
            namespace_id: The namespace, from 1.
            target_state: Such as `provisioned`.
            reason: Why, for the audit.

        Raises:
            ConflictError: It cannot go there from where it is.
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: set_namespace_lifecycle_endpoint
        """
        body = wire.NamespaceLifecycleRequest(
            target_state=nonempty("target_state", target_state),
            reason=given(optional_nonempty("reason", reason)),
        )
        call = api.set_namespace_lifecycle_endpoint.OPERATION(namespace(namespace_id), body=body)
        return self._send_sync(call, models.Document.from_dict)

    def set_namespace_operational_state_sync(
        self,
        namespace_id: int,
        *,
        write_mode: str | None = None,
        draining: bool | None = None,
        frozen: bool | None = None,
        reason: str | None = None,
    ) -> Document:
        """Set write mode, draining or freeze of a namespace; what is not given stays as it is.

        The names of the members are inferred from the command line.

        Args:
            namespace_id: The namespace, from 1.
            write_mode: `read-only` blocks writes and keeps reads.
            draining: Whether it drains.
            frozen: Whether everything stops.
            reason: Why, for the audit.

        Raises:
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: set_namespace_operational_state_endpoint
        """
        body = wire.NamespaceOperationalStateRequest(
            write_mode=given(optional_nonempty("write_mode", write_mode)),
            draining=given(draining),
            frozen=given(frozen),
            reason=given(optional_nonempty("reason", reason)),
        )
        call = api.set_namespace_operational_state_endpoint.OPERATION(namespace(namespace_id), body=body)
        return self._send_sync(call, models.Document.from_dict)

    def set_namespace_placement_sync(self, namespace_id: int, placement: Mapping[str, Any]) -> Document:
        """Set placement metadata of a namespace.

        Args:
            namespace_id: The namespace, from 1.
            placement: The request, sent as it is; its members are not documented.

        Raises:
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: set_namespace_placement_endpoint
        """
        body = wire.NamespacePlacementRequest.from_dict(mapping("placement", placement))
        call = api.set_namespace_placement_endpoint.OPERATION(namespace(namespace_id), body=body)
        return self._send_sync(call, models.Document.from_dict)

    def fork_namespace_sync(self, request: Mapping[str, Any]) -> Document:
        """Fork a namespace into a timeline of its own.

        Never repeated by itself when its outcome is not clear.

        Args:
            request: The request, sent as it is; its members are not documented.

        Raises:
            NotFoundError: There is no such namespace, or it is not disclosed.

        Operation: fork_namespace_endpoint
        """
        call = api.fork_namespace_endpoint.OPERATION(
            body=wire.NamespaceForkRequest.from_dict(mapping("request", request))
        )
        return self._send_sync(call, models.Document.from_dict)
