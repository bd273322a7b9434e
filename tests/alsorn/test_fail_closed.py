"""An evaluation decides about money: whatever the service answers, only a clear yes is a yes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from alsorn import AlsornClient, TrustEvaluation
from alsorn.errors import AlsornError
from clientkit.testing import ScriptedTransport, answer
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = st.text("ab é1", max_size=3)
LEAF = st.none() | st.booleans() | st.integers(-2000, 2000) | st.floats() | TEXT
JSON = LEAF | st.lists(LEAF, max_size=2) | st.dictionaries(TEXT, LEAF, max_size=2)
FIELDS = st.sampled_from(
    ["allowed", "reason", "score", "assessment", "components", "factors", "agent_id", "x"]
)
ANSWERS = st.dictionaries(FIELDS, JSON | st.sampled_from([True, 400, 399, 1000]), max_size=6)


def evaluate(body: bytes) -> TrustEvaluation:
    with AlsornClient("als_key", http_client=ScriptedTransport([answer(200, body)])) as client:
        return client.trust.evaluate("agent_1", action="transfer_funds", amount=5)


def is_clear_yes(body: Any) -> bool:
    if body.get("allowed") is not None:
        return body["allowed"] is True
    score = body.get("score")
    return isinstance(score, (int, float)) and not isinstance(score, bool) and 400 <= score <= 1000


@given(ANSWERS)
@example({"score": 400})
@example({"score": 399.9})
@example({"score": float("nan")})
@example({"score": float("inf")})
@example({"score": True})
@example({"score": "900"})
@example({"allowed": "true", "score": 900})
@example({"allowed": 1, "score": 900})
@example({"allowed": None, "score": 900})
@example({"allowed": False, "score": 900})
@example({"allowed": True})
def test_only_a_clear_yes_is_a_yes(body: dict[str, Any]) -> None:
    evaluation = evaluate(json.dumps(body).encode())
    assert evaluation.allowed is is_clear_yes(body)
    assert bool(evaluation) is evaluation.allowed
    assert evaluation.derived is not isinstance(body.get("allowed"), bool)
    assert isinstance(evaluation.reason, str)
    assert evaluation.reason
    assert isinstance(evaluation.factors, dict)


@given(st.binary(max_size=60) | JSON.filter(lambda value: not isinstance(value, dict)).map(json.dumps))
@example(b"")
@example(b'{"score": 900')
@example(b"true")
@example(b"<html>ok</html>")
def test_what_is_no_evaluation_is_an_error(body: bytes | str) -> None:
    data = body.encode() if isinstance(body, str) else body
    try:
        is_object = isinstance(json.loads(data), dict)
    except ValueError:
        is_object = False
    if not is_object:
        with pytest.raises(AlsornError):
            evaluate(data)
