"""GET /api/agents/{name}/eval-cases: List the cases of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.eval_case_list import EvalCaseList
    from ...types import Response

_QUERY: dict[str, _Shape] = {"isActive": "boolean"}


def _build_request(
    name: str, *, category: str | None | Unset = UNSET, is_active: bool | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/api/agents/{_segment('name', name)}/eval-cases",
        query=_query({"category": category, "isActive": is_active}, _QUERY),
    )


def _parse_response(answer: Answer) -> EvalCaseList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.eval_case_list import EvalCaseList

    return EvalCaseList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="listEvalCases",
    method="GET",
    path="/api/agents/{name}/eval-cases",
)


def sync_detailed(
    name: str,
    *,
    client: AuthenticatedClient,
    category: str | None | Unset = UNSET,
    is_active: bool | None | Unset = UNSET,
) -> Response[ApiError | EvalCaseList]:
    """List the cases of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, category=category, is_active=is_active))


def sync(
    name: str,
    *,
    client: AuthenticatedClient,
    category: str | None | Unset = UNSET,
    is_active: bool | None | Unset = UNSET,
) -> ApiError | EvalCaseList | None:
    """List the cases of an agent.

    Args:
        name: Name of the agent.
        client: Sends the request.
        category: Only cases of this category.
        is_active: Only cases that are used, or only those that are not.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listEvalCases`
    """
    return sync_detailed(name=name, category=category, is_active=is_active, client=client).parsed


async def asyncio_detailed(
    name: str,
    *,
    client: AuthenticatedClient,
    category: str | None | Unset = UNSET,
    is_active: bool | None | Unset = UNSET,
) -> Response[ApiError | EvalCaseList]:
    """List the cases of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, category=category, is_active=is_active))


async def asyncio(
    name: str,
    *,
    client: AuthenticatedClient,
    category: str | None | Unset = UNSET,
    is_active: bool | None | Unset = UNSET,
) -> ApiError | EvalCaseList | None:
    """List the cases of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, category=category, is_active=is_active, client=client)).parsed
