"""POST /v1/customers: Register a customer and get the first key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.customer_create import CustomerCreate
    from ...models.customer_created import CustomerCreated
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(*, body: CustomerCreate) -> Request:
    return Request("POST", "/v1/customers", json=_plain(body))


def _parse_response(answer: Answer) -> CustomerCreated:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.customer_created import CustomerCreated

    return CustomerCreated.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 409, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="register_customer",
    method="POST",
    path="/v1/customers",
    body=(
        "fields",
        {"name": ("bounded", "string", {"minLength": 1}), "email": "email"},
        ("name", "email"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient | Client, body: CustomerCreate
) -> Response[CustomerCreated | ErrorEnvelope]:
    """Register a customer and get the first key.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(
    *, client: AuthenticatedClient | Client, body: CustomerCreate
) -> CustomerCreated | ErrorEnvelope | None:
    """Register a customer and get the first key.

    The answer is the only one that ever shows the key. 409 is an address that is registered already.

    Args:
        client: Sends the request.
        body: A new customer.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `register_customer`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client, body: CustomerCreate
) -> Response[CustomerCreated | ErrorEnvelope]:
    """Register a customer and get the first key.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient | Client, body: CustomerCreate
) -> CustomerCreated | ErrorEnvelope | None:
    """Register a customer and get the first key.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
