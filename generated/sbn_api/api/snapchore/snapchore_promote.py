"""POST /internal/snapchore/promote: Hand a sealed block to the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.promotion import Promotion
    from ...models.promotion_request import PromotionRequest
    from ...types import Response


def _build_request(*, body: PromotionRequest, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/internal/snapchore/promote",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Promotion:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.promotion import Promotion

    return Promotion.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_promote",
    method="POST",
    path="/internal/snapchore/promote",
    since="0.14",
    body=(
        "fields",
        {
            "smartblock_record_id": "string",
            "snapchore_hash": "string",
            "frontier_id": "string",
            "target_project_id": "string",
        },
        (),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: PromotionRequest, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | Promotion]:
    """Hand a sealed block to the network.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: PromotionRequest, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | Promotion | None:
    """Hand a sealed block to the network.

    Args:
        client: Sends the request.
        body: What to promote, and where to.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_promote`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: PromotionRequest, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | Promotion]:
    """Hand a sealed block to the network.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: PromotionRequest, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | Promotion | None:
    """Hand a sealed block to the network.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
