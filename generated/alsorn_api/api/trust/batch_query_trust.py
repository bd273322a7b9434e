"""POST /trust/query: Retrieve the trust profiles of up to 50 agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.trust_query import TrustQuery
    from ...models.trust_query_results import TrustQueryResults
    from ...types import Response


def _build_request(*, body: TrustQuery) -> Request:
    return Request("POST", "/trust/query", json=_plain(body))


def _parse_response(answer: Answer) -> TrustQueryResults:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.trust_query_results import TrustQueryResults

    return TrustQueryResults.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="batch_query_trust",
    method="POST",
    path="/trust/query",
    idempotent=True,
    body=(
        "fields",
        {"agent_ids": ("bounded", ("items", ("bounded", "string", {"minLength": 1})), {"minItems": 1})},
        ("agent_ids",),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: TrustQuery
) -> Response[ErrorEnvelope | TrustQueryResults]:
    """Retrieve the trust profiles of up to 50 agents.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: TrustQuery) -> ErrorEnvelope | TrustQueryResults | None:
    """Retrieve the trust profiles of up to 50 agents.

    The results have the order and length of the ids; an unknown id gives null in its place.

    Args:
        client: Sends the request.
        body: The agents to look up.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `batch_query_trust`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: TrustQuery
) -> Response[ErrorEnvelope | TrustQueryResults]:
    """Retrieve the trust profiles of up to 50 agents.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: TrustQuery
) -> ErrorEnvelope | TrustQueryResults | None:
    """Retrieve the trust profiles of up to 50 agents.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
