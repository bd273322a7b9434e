"""Schemathesis against the sandbox of ASG Gateway."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox import Sandbox

from tests.sandbox.fuzzing import Case, Target, examples

ASG = Target(
    "asg",
    headers=lambda sandbox: {"Authorization": f"Bearer {sandbox.keys['live']}"},
    known={
        "type": "sentiment",
        "task_type": "sentiment",
        "data_url": "https://example.com/1.txt",
        "callback_url": "https://example.com/hook",
        "events": ["task.settled"],
    },
)


@ASG.schema.parametrize()
@examples(15)
def test_every_answer_is_documented(case: Case[Any], asg_sandbox: Sandbox) -> None:
    ASG.check(case, asg_sandbox)


def test_what_belongs_together_holds_together(asg_sandbox: Sandbox) -> None:
    ASG.follow_links(asg_sandbox, scenarios=15)
