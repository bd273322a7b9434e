"""Schemathesis against the sandbox of SBN."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox import Sandbox
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.sandbox.fuzzing import Case, Target, examples

SBN = Target(
    "sbn",
    headers=lambda sandbox: {"x-api-key": sandbox.api_key},
    known={
        "project_id": "proj-123",
        "frontier_id": "kinetic.pushup.amrap.v1",
        "rate_plan_id": "plan_starter",
        "block_type": "event",
        "plan": "builder",
        "billing_period_start": "2026-01-01",
        "billing_period_end": "2027-01-01",
        "disk_gb": 25,
        "max_bid_usd_hr": 1.0,
        "url": "https://example.com/hook",
    },
    # Boundaries of the many open schemas here take long and say little; random values find as much.
    phases=("examples", "fuzzing", "stateful"),
    # Whatever is put into a form is a text there, a number as well.
    excluded={"reality_upload_source": (negative_data_rejection,)},
)


@SBN.schema.parametrize()
@examples(5)
def test_every_answer_is_documented(case: Case[Any], sbn_sandbox: Sandbox) -> None:
    SBN.check(case, sbn_sandbox)


def test_what_belongs_together_holds_together(sbn_sandbox: Sandbox) -> None:
    SBN.follow_links(sbn_sandbox, scenarios=20)
