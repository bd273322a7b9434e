"""POST /v1/write/namespaces/{namespace_id}/register_class_shape: Register the shape of a class outside a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.problem_details import ProblemDetails
    from ...models.register_class_shape_request import RegisterClassShapeRequest
    from ...models.register_response import RegisterResponse
    from ...types import Response

_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}


def _build_request(namespace_id: int, *, body: RegisterClassShapeRequest) -> Request:
    return Request(
        "POST",
        f"/v1/write/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/register_class_shape",
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> RegisterResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.register_response import RegisterResponse

    return RegisterResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 409, 422, 429, 500, 503}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="register_class_shape_endpoint",
    method="POST",
    path="/v1/write/namespaces/{namespace_id}/register_class_shape",
    key=("body", "idempotency_key"),
    body=(
        "fields",
        {
            "class_id": (
                "any",
                ("bounded", "string", {"minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9._~\\-]+$"}),
                ("bounded", "integer", {"minimum": 0}),
            ),
            "shape": (
                "fields",
                {
                    "width": ("bounded", "integer", {"minimum": 1}),
                    "height": ("bounded", "integer", {"minimum": 1}),
                },
                ("width", "height"),
                None,
            ),
            "stack_key": ("any", ("bounded", "integer", {"minimum": 0}), "null"),
            "idempotency_key": ("any", ("bounded", "string", {"minLength": 1}), "null"),
        },
        ("class_id", "shape"),
        None,
    ),
)


def sync_detailed(
    namespace_id: int, *, client: AuthenticatedClient, body: RegisterClassShapeRequest
) -> Response[ProblemDetails | RegisterResponse]:
    """Register the shape of a class outside a transaction.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(namespace_id=namespace_id, body=body))


def sync(
    namespace_id: int, *, client: AuthenticatedClient, body: RegisterClassShapeRequest
) -> ProblemDetails | RegisterResponse | None:
    """Register the shape of a class outside a transaction.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        body: The shape of a class to register.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `register_class_shape_endpoint`
    """
    return sync_detailed(namespace_id=namespace_id, body=body, client=client).parsed


async def asyncio_detailed(
    namespace_id: int, *, client: AuthenticatedClient, body: RegisterClassShapeRequest
) -> Response[ProblemDetails | RegisterResponse]:
    """Register the shape of a class outside a transaction.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(namespace_id=namespace_id, body=body))


async def asyncio(
    namespace_id: int, *, client: AuthenticatedClient, body: RegisterClassShapeRequest
) -> ProblemDetails | RegisterResponse | None:
    """Register the shape of a class outside a transaction.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(namespace_id=namespace_id, body=body, client=client)).parsed
