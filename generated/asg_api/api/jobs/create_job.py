"""POST /v1/jobs: Start a job from a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.job import Job
    from ...models.job_create import JobCreate
    from ...types import Response


def _build_request(*, body: JobCreate) -> Request:
    return Request("POST", "/v1/jobs", json=_plain(body))


def _parse_response(answer: Answer) -> Job:
    if not answer.body and answer.status not in {200, 201, 202}:
        return None  # type: ignore[return-value]
    from ...models.job import Job

    return Job.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 401, 403, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="create_job",
    method="POST",
    path="/v1/jobs",
    body=(
        "fields",
        {
            "manifest_url": ("bounded", "string", {"minLength": 1}),
            "label_spec": (
                "fields",
                {
                    "question": ("bounded", "string", {"minLength": 1}),
                    "options": ("bounded", ("items", "string"), {"minItems": 2}),
                },
                ("question", "options"),
                None,
            ),
            "task_type": "string",
            "consensus_threshold": ("bounded", "integer", {"minimum": 2, "maximum": 10}),
            "callback_url": "string",
            "credentials": (
                "any",
                (
                    "fields",
                    {"access_key_id": "string", "secret_access_key": "string", "region": "string"},
                    ("access_key_id", "secret_access_key", "region"),
                    None,
                ),
                ("fields", {"service_account_json": "string"}, ("service_account_json",), None),
            ),
            "delivery": ("fields", {"type": "string", "bucket": "string"}, (), None),
        },
        ("manifest_url", "label_spec"),
        None,
    ),
)


def sync_detailed(*, client: AuthenticatedClient, body: JobCreate) -> Response[ErrorEnvelope | Job]:
    """Start a job from a manifest.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: JobCreate) -> ErrorEnvelope | Job | None:
    """Start a job from a manifest.

    The manifest is a file of JSON Lines in object storage, each an object with `data_url` and perhaps
    `metadata`. Status and fields of the answer are not documented.

    Args:
        client: Sends the request.
        body: A job to start.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `create_job`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient, body: JobCreate) -> Response[ErrorEnvelope | Job]:
    """Start a job from a manifest.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: JobCreate) -> ErrorEnvelope | Job | None:
    """Start a job from a manifest.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
