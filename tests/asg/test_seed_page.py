"""The blocks of the SDK page, as they stand there; only the service's address is that of the sandbox."""

from __future__ import annotations

import inspect
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from asg_gateway import ASGGatewayClient
from clientkit_sandbox import Sandbox

QUICK_EXAMPLE = """
import os
import time
from asg_gateway import ASGGatewayClient, ASGGatewayError, ASGGatewayHTTPError

client = ASGGatewayClient(
    api_key=os.environ["ASG_API_KEY"],
    base_url="https://api.asgrefinery.io",
)
resp = client.submit_task(
    task_type="image_classification",
    data_url="https://example.com/image.jpg",
    label_spec={"question": "Animal?", "options": ["cat", "dog"]},
)
task_id = resp["task_id"]
result = client.poll_result(task_id, timeout=300, interval=5)
print(result["consensus_label"], result["settlement"]["bsv_txid"])
"""

ERROR_HANDLING = """
from asg_gateway import ASGGatewayHTTPError

try:
    client.submit_task(...)
except ASGGatewayHTTPError as e:
    if e.status_code == 429:
        # rate limited — backoff
        ...
    elif e.status_code == 403:
        # quota
        ...
"""

S3_MANIFEST = """
import requests

r = requests.post(
    f"{base_url}/v1/jobs",
    headers={"Authorization": f"Bearer {api_key}"},
    json={
        "manifest_url": "s3://my-bucket/batch/manifest.jsonl",
        "label_spec": {"question": "Animal?", "options": ["cat", "dog"]},
        "credentials": {
            "access_key_id": "...",
            "secret_access_key": "...",
            "region": "us-west-2",
        },
    },
    timeout=60,
)
r.raise_for_status()
"""

GCS_MANIFEST = """
r = requests.post(
    f"{base_url}/v1/jobs",
    headers={"Authorization": f"Bearer {api_key}"},
    json={
        "manifest_url": "gs://my-bucket/batch/manifest.jsonl",
        "label_spec": {"question": "Animal?", "options": ["cat", "dog"]},
        "credentials": {"service_account_json": open("sa.json").read()},
    },
    timeout=60,
)
"""


def test_the_quick_example_prints_label_and_transaction(
    asg_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASG_API_KEY", asg_sandbox.api_key)
    names: dict[str, Any] = {}
    head, poll = QUICK_EXAMPLE.replace("https://api.asgrefinery.io", asg_sandbox.base_url).split("result =")
    exec(head, names)
    asg_sandbox.advance(10)  # instead of waiting
    exec("result =" + poll, names)
    label, txid = capsys.readouterr().out.split()
    assert (label, len(txid)) == ("cat", 64)
    names["client"].close()


@pytest.mark.parametrize("key", ["small", "sandbox"])
def test_the_error_handling_catches_quota_and_rate(asg_sandbox: Sandbox, key: str) -> None:
    with ASGGatewayClient(asg_sandbox.keys[key], asg_sandbox.base_url) as client:
        arguments = ("sentiment", "https://example.com/1.txt", {"question": "?", "options": ["a", "b"]})
        for _ in range(3):
            client.submit_task(*arguments)
        if key == "sandbox":
            asg_sandbox.limit(0)
        names = {"client": client, "arguments": arguments}
        code = ERROR_HANDLING.replace("submit_task(...)", "submit_task(*arguments)")
        exec(code.replace("        ...", "        caught = e.status_code"), names)
        assert names["caught"] == (403 if key == "small" else 429)


def test_the_manifest_samples_start_jobs(
    asg_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIENTKIT_SANDBOX_BUCKETS", str(tmp_path))
    (tmp_path / "my-bucket" / "batch").mkdir(parents=True)
    manifest = tmp_path / "my-bucket" / "batch" / "manifest.jsonl"
    manifest.write_text('{"data_url": "https://example.com/cat.jpg"}\n')
    (tmp_path / "sa.json").write_text('{"type": "service_account"}')
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"base_url": asg_sandbox.base_url, "api_key": asg_sandbox.api_key}
    exec(S3_MANIFEST, names)
    by_hand = asg_sandbox.requests("create_job")[0]["body"]
    with ExitStack() as stack:
        # The page leaves it to the garbage collector to close the file.
        names["open"] = lambda path: stack.enter_context(Path(path).open())
        exec(GCS_MANIFEST, names)
    assert names["r"].status_code == 202
    with ASGGatewayClient(asg_sandbox.api_key, asg_sandbox.base_url) as client:
        client.create_job(by_hand["manifest_url"], by_hand["label_spec"], by_hand["credentials"])
        job = client.get_job(names["r"].json()["job_id"])
    assert asg_sandbox.requests("create_job")[2]["body"] == by_hand
    assert "credentials" not in job
    assert "service_account" not in str(job)


SIGNATURES = {
    "submit_task": (
        "task_type, data_url, label_spec, consensus_threshold=3, callback_url=None, idempotency_key=None"
    ),
    "submit_batch": "tasks, callback_url=None",
    "get_task": "task_id",
    "get_result": "task_id",
    "poll_result": "task_id, timeout=300, interval=5",
    "register_webhook": "callback_url, secret, events=None",
    "list_webhooks": "",
    "delete_webhook": "webhook_id",
}


@pytest.mark.parametrize(("name", "documented"), SIGNATURES.items())
def test_methods_have_the_documented_names_and_defaults(name: str, documented: str) -> None:
    parameters = list(inspect.signature(getattr(ASGGatewayClient, name)).parameters.values())[1:]
    found = [
        each.name if each.default is each.empty else f"{each.name}={each.default!r}" for each in parameters
    ]
    assert ", ".join(found) == documented
    assert all(each.kind is each.POSITIONAL_OR_KEYWORD for each in parameters)


def test_the_constructor_has_the_documented_arguments_first() -> None:
    parameters = inspect.signature(ASGGatewayClient).parameters
    assert list(parameters)[:2] == ["api_key", "base_url"]
    # Each may come from the environment; the address of the page is taken without either.
    assert parameters["api_key"].default is parameters["base_url"].default is None
    assert ASGGatewayClient("sk_live_1").base_url == "https://api.asgrefinery.io"


@pytest.mark.parametrize("name", ["ASGRateLimitError", "ASGAuthError"])
def test_classes_that_the_page_denies_are_not_there(name: str) -> None:
    import asg_gateway

    assert not hasattr(asg_gateway, name)
