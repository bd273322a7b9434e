"""GET /v1/write/namespaces: List namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.namespace_list_response import NamespaceListResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "limit": ("bounded", "integer", {"minimum": 1}),
    "page_token": ("bounded", "string", {"minLength": 1}),
    "draining": "boolean",
    "frozen": "boolean",
    "include_deleted": "boolean",
}


def _build_request(
    *,
    limit: int | None | Unset = UNSET,
    page_token: str | None | Unset = UNSET,
    tenant_id: str | None | Unset = UNSET,
    owner_principal_id: str | None | Unset = UNSET,
    policy_class: str | None | Unset = UNSET,
    lifecycle: str | None | Unset = UNSET,
    write_mode: str | None | Unset = UNSET,
    draining: bool | None | Unset = UNSET,
    frozen: bool | None | Unset = UNSET,
    include_deleted: bool | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/v1/write/namespaces",
        query=_query(
            {
                "limit": limit,
                "page_token": page_token,
                "tenant_id": tenant_id,
                "owner_principal_id": owner_principal_id,
                "policy_class": policy_class,
                "lifecycle": lifecycle,
                "write_mode": write_mode,
                "draining": draining,
                "frozen": frozen,
                "include_deleted": include_deleted,
            },
            _QUERY,
        ),
    )


def _parse_response(answer: Answer) -> NamespaceListResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.namespace_list_response import NamespaceListResponse

    return NamespaceListResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="list_namespaces_endpoint",
    method="GET",
    path="/v1/write/namespaces",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    page_token: str | None | Unset = UNSET,
    tenant_id: str | None | Unset = UNSET,
    owner_principal_id: str | None | Unset = UNSET,
    policy_class: str | None | Unset = UNSET,
    lifecycle: str | None | Unset = UNSET,
    write_mode: str | None | Unset = UNSET,
    draining: bool | None | Unset = UNSET,
    frozen: bool | None | Unset = UNSET,
    include_deleted: bool | None | Unset = UNSET,
) -> Response[NamespaceListResponse | ProblemDetails]:
    """List namespaces.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            limit=limit,
            page_token=page_token,
            tenant_id=tenant_id,
            owner_principal_id=owner_principal_id,
            policy_class=policy_class,
            lifecycle=lifecycle,
            write_mode=write_mode,
            draining=draining,
            frozen=frozen,
            include_deleted=include_deleted,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    page_token: str | None | Unset = UNSET,
    tenant_id: str | None | Unset = UNSET,
    owner_principal_id: str | None | Unset = UNSET,
    policy_class: str | None | Unset = UNSET,
    lifecycle: str | None | Unset = UNSET,
    write_mode: str | None | Unset = UNSET,
    draining: bool | None | Unset = UNSET,
    frozen: bool | None | Unset = UNSET,
    include_deleted: bool | None | Unset = UNSET,
) -> NamespaceListResponse | ProblemDetails | None:
    """List namespaces.

    Args:
        client: Sends the request.
        limit: Namespaces of a page; its bounds are not documented.
        page_token: Where the page begins; opaque, from the page before.
        tenant_id: Only namespaces of this tenant; the JSON type is not documented.
        owner_principal_id: Only namespaces of this principal; the JSON type is not documented.
        policy_class: Only namespaces of this policy class.
        lifecycle: Only namespaces in this state.
        write_mode: Only namespaces in this mode.
        draining: Only namespaces that are draining, or are not.
        frozen: Only namespaces that are frozen, or are not.
        include_deleted: Deleted namespaces, too.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `list_namespaces_endpoint`
    """
    return sync_detailed(
        limit=limit,
        page_token=page_token,
        tenant_id=tenant_id,
        owner_principal_id=owner_principal_id,
        policy_class=policy_class,
        lifecycle=lifecycle,
        write_mode=write_mode,
        draining=draining,
        frozen=frozen,
        include_deleted=include_deleted,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    page_token: str | None | Unset = UNSET,
    tenant_id: str | None | Unset = UNSET,
    owner_principal_id: str | None | Unset = UNSET,
    policy_class: str | None | Unset = UNSET,
    lifecycle: str | None | Unset = UNSET,
    write_mode: str | None | Unset = UNSET,
    draining: bool | None | Unset = UNSET,
    frozen: bool | None | Unset = UNSET,
    include_deleted: bool | None | Unset = UNSET,
) -> Response[NamespaceListResponse | ProblemDetails]:
    """List namespaces.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            limit=limit,
            page_token=page_token,
            tenant_id=tenant_id,
            owner_principal_id=owner_principal_id,
            policy_class=policy_class,
            lifecycle=lifecycle,
            write_mode=write_mode,
            draining=draining,
            frozen=frozen,
            include_deleted=include_deleted,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    page_token: str | None | Unset = UNSET,
    tenant_id: str | None | Unset = UNSET,
    owner_principal_id: str | None | Unset = UNSET,
    policy_class: str | None | Unset = UNSET,
    lifecycle: str | None | Unset = UNSET,
    write_mode: str | None | Unset = UNSET,
    draining: bool | None | Unset = UNSET,
    frozen: bool | None | Unset = UNSET,
    include_deleted: bool | None | Unset = UNSET,
) -> NamespaceListResponse | ProblemDetails | None:
    """List namespaces.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            limit=limit,
            page_token=page_token,
            tenant_id=tenant_id,
            owner_principal_id=owner_principal_id,
            policy_class=policy_class,
            lifecycle=lifecycle,
            write_mode=write_mode,
            draining=draining,
            frozen=frozen,
            include_deleted=include_deleted,
            client=client,
        )
    ).parsed
