"""POST /v1/tasks/batch: Submit 1 to 1,000 tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.batch_accepted import BatchAccepted
    from ...models.batch_create import BatchCreate
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(*, body: BatchCreate) -> Request:
    return Request("POST", "/v1/tasks/batch", json=_plain(body))


def _parse_response(answer: Answer) -> BatchAccepted:
    if not answer.body and answer.status != 202:
        return None  # type: ignore[return-value]
    from ...models.batch_accepted import BatchAccepted

    return BatchAccepted.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 401, 403, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="submit_batch",
    method="POST",
    path="/v1/tasks/batch",
    body=(
        "fields",
        {
            "tasks": (
                "bounded",
                (
                    "items",
                    (
                        "fields",
                        {
                            "type": "string",
                            "data_url": ("bounded", "string", {"minLength": 1}),
                            "label_spec": (
                                "fields",
                                {
                                    "question": ("bounded", "string", {"minLength": 1}),
                                    "options": ("bounded", ("items", "string"), {"minItems": 2}),
                                },
                                ("question", "options"),
                                None,
                            ),
                            "consensus_threshold": ("bounded", "integer", {"minimum": 2, "maximum": 10}),
                            "callback_url": "string",
                            "idempotency_key": "string",
                        },
                        ("type", "data_url", "label_spec"),
                        None,
                    ),
                ),
                {"minItems": 1, "maxItems": 1000},
            ),
            "callback_url": "string",
        },
        ("tasks",),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: BatchCreate
) -> Response[BatchAccepted | ErrorEnvelope]:
    """Submit 1 to 1,000 tasks.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: BatchCreate) -> BatchAccepted | ErrorEnvelope | None:
    """Submit 1 to 1,000 tasks.

    The answer names no tasks and no operation reads a batch, so their ids come by webhook alone. What
    an idempotency key of a task means here is not documented: a repetition may submit everything again.

    Args:
        client: Sends the request.
        body: Tasks to label.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `submit_batch`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: BatchCreate
) -> Response[BatchAccepted | ErrorEnvelope]:
    """Submit 1 to 1,000 tasks.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: BatchCreate) -> BatchAccepted | ErrorEnvelope | None:
    """Submit 1 to 1,000 tasks.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
