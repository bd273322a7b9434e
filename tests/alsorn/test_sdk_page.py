"""The examples of the service's own page, run as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import alsorn
import pytest
from clientkit_sandbox import Sandbox

PAGE = Path(__file__).with_name("python_sdk_page.txt").read_text(encoding="utf-8")
BLOCKS: dict[str, str] = dict(
    re.findall(r"^## (.+?)\n\n```python\n(.*?)```$", PAGE, re.DOTALL | re.MULTILINE)
)
# What the examples print; the page's own comments where they say a value.
PRINTED = {
    "Quick start": r"Score: 500, Assessment: Caution",
    "Client configuration": r"night-courier\ndata-vendor\norder-desk",
    "Agents: register": r"agent_\w+ sha256:[0-9a-f]{64}",
    "Agents: list": r"(agent_\w+ [a-z-]+ active\n?){3}",
    "Agents: get": r"order-desk active 2025-01-02 09:00:00\+00:00",
    "Agents: verify": r"True\nsha256:[0-9a-f]{64}",
    "Agents: update": r"renamed-agent",
    "Agents: suspend": r"suspended",
    "Agents: get_audit_chain": r"([a-z_.]+ [\d-]+ [\d:.]+\+00:00 user_\w+\n?)+",
    "Trust: query": r"\d+\nVerified\n\{'completion_rate': 0.\d+, .*'dispute_ratio': 0.\d+\}",
    "Trust: evaluate": r"True\nTrust score \d+ meets 400",
    "Trust: batch_query": r"(agent_\w+ \d+ (Verified|Trusted|Caution|High Risk)\n?){3}",
    "Trust: get_history": r"([\d-]+ [\d:.]+\+00:00 \d+ (Verified|Trusted|Caution|High Risk)\n?)+",
    "Trust: report": r"dsp_\w+",
    "Transactions: execute": r"tx_\w+ completed",
    "Transactions: list": r"(tx_\w+ [\d.]+ USD completed\n?){3}",
    "Transactions: get": r"agent_7f3k9x2m agent_2b8m4p1q 500 completed",
    "Transactions: reverse": r"tx_\w+ reversed",
    "Transactions: export": r"",
    "Webhooks: register": r"wh_\w+\nwhsec_\w+",
    "Webhooks: list": r"wh_x1y2z3 https://example.com/webhooks/alsorn True",
    "Webhooks: get": r"https://example.com/webhooks/alsorn \['agent.registered', 'transaction.completed'\] 0",
    "Webhooks: update": r"\['agent.registered', 'transaction.completed', 'trust.score_changed'\]",
    "Webhooks: delete": r"",
    "Webhooks: test": r"200\nTrue",
    "Error handling": r"Agent not found: There is no agent agent_nonexistent",
}


@pytest.fixture
def names(alsorn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The names that the page's examples share, with every client of theirs led to the sandbox."""
    made: list[alsorn.AlsornClient] = []

    class Client(alsorn.AlsornClient):
        def __init__(self, api_key: str) -> None:
            assert api_key == "als_your_api_key"
            super().__init__(alsorn_sandbox.api_key, alsorn_sandbox.base_url)
            made.append(self)

    monkeypatch.setattr(alsorn, "AlsornClient", Client)
    yield {"AlsornClient": Client, "client": Client("als_your_api_key")}
    for client in made:
        client.close()


@pytest.mark.filterwarnings("ignore:the service keeps 365 days")
@pytest.mark.parametrize("heading", BLOCKS)
def test_an_example_runs_as_it_is_written(
    heading: str,
    names: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(BLOCKS[heading], heading, "exec"), names)
    printed = capsys.readouterr().out.strip()
    assert re.fullmatch(PRINTED[heading], printed), printed
    if heading == "Transactions: export":
        assert Path("transactions.csv").read_text().count("\n") == 3


def test_every_example_is_there() -> None:
    assert set(BLOCKS) == set(PRINTED)
    assert PAGE.count("```python") == len(BLOCKS) == 26
