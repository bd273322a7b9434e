"""Schemathesis against the sandbox of Asset Core."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox import Sandbox
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.sandbox.fuzzing import Case, Target, examples

TRANSACTIONS = ["commit_endpoint", "preflight_endpoint"]
ASSETCORE = Target(
    "assetcore",
    headers=lambda sandbox: {"Authorization": f"Bearer {sandbox.keys['admin']}"},
    known={"namespace_id": 1, "container_id": "1001", "class_id": "100"},
    # A body is often about what is to be made.
    aims_bodies=False,
    address=lambda sandbox, path: sandbox.read_url if path.startswith("/v1/read/") else sandbox.write_url,
    # Going through every variant of every operation one by one takes minutes.
    phases=("fuzzing", "stateful"),
    # An operation of a name that the schema does not know is as good as any to it.
    excluded=dict.fromkeys(TRANSACTIONS, (negative_data_rejection,)),
)


# A stream ends when it has sent what was asked for, and here it is asked for anything.
@ASSETCORE.schema.exclude(operation_id=[*TRANSACTIONS, "read_stream_endpoint"]).parametrize()
@examples(15)
def test_every_answer_is_documented(case: Case[Any], assetcore_sandbox: Sandbox) -> None:
    ASSETCORE.check(case, assetcore_sandbox)


@ASSETCORE.schema.include(operation_id=TRANSACTIONS).parametrize()
@examples(8)
def test_every_answer_to_a_transaction_is_documented(case: Case[Any], assetcore_sandbox: Sandbox) -> None:
    ASSETCORE.check(case, assetcore_sandbox)


def test_what_belongs_together_holds_together(assetcore_sandbox: Sandbox) -> None:
    # Operations at random are hardly ever a transaction.
    container = {"op": "CreateContainer", "args": {"external_id": "vault", "kind": {"type": "balance"}}}
    ASSETCORE.follow_links(assetcore_sandbox, scenarios=20, prepare=lambda: {"operations": [container]})
