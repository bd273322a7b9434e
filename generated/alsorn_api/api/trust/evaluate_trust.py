"""POST /trust/evaluate/{agent_id}: Recompute the trust profile of an agent now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.trust_evaluation_request import TrustEvaluationRequest
    from ...models.trust_profile import TrustProfile
    from ...types import Response


def _build_request(agent_id: str, *, body: TrustEvaluationRequest | Unset = UNSET) -> Request:
    return Request("POST", f"/trust/evaluate/{_segment('agent_id', agent_id)}", json=_plain(body))


def _parse_response(answer: Answer) -> TrustProfile:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.trust_profile import TrustProfile

    return TrustProfile.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="evaluate_trust",
    method="POST",
    path="/trust/evaluate/{agent_id}",
    idempotent=True,
    body=("fields", {"action": "string", "amount": "number", "currency": "string"}, (), None),
)


def sync_detailed(
    agent_id: str, *, client: AuthenticatedClient, body: TrustEvaluationRequest | Unset = UNSET
) -> Response[ErrorEnvelope | TrustProfile]:
    """Recompute the trust profile of an agent now.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id, body=body))


def sync(
    agent_id: str, *, client: AuthenticatedClient, body: TrustEvaluationRequest | Unset = UNSET
) -> ErrorEnvelope | TrustProfile | None:
    """Recompute the trust profile of an agent now.

    The documented call has no body and answers the fresh profile. The Python SDK page passes an action
    with its amount and currency and reads `allowed` and `reason`; a server may ignore the one and omit
    the other.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.
        body: The action that is about to be executed.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `evaluate_trust`
    """
    return sync_detailed(agent_id=agent_id, body=body, client=client).parsed


async def asyncio_detailed(
    agent_id: str, *, client: AuthenticatedClient, body: TrustEvaluationRequest | Unset = UNSET
) -> Response[ErrorEnvelope | TrustProfile]:
    """Recompute the trust profile of an agent now.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id, body=body))


async def asyncio(
    agent_id: str, *, client: AuthenticatedClient, body: TrustEvaluationRequest | Unset = UNSET
) -> ErrorEnvelope | TrustProfile | None:
    """Recompute the trust profile of an agent now.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, body=body, client=client)).parsed
