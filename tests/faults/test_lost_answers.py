"""Answers that are lost: what `client.resolve` says of every write, which it finds out by reading alone."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

import alsorn
import asg_gateway
import ash_ai
import assetcore_sdk
import httpx
import pytest
import sbn
from clientkit import errors
from clientkit.resolving import READS, Resolution
from clientkit.testing import ScriptedTransport, answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox, running

from tests.faults import examples, surfaces, walk

LABELS = {"question": "Cat or dog?", "options": ["cat", "dog"]}
BROKEN = Failure("the peer closed the connection")


class Lost:
    """A client whose answers can be lost on their way, and what its sandbox has received."""

    def __init__(self, sandbox: Sandbox, url: str, client: Any, awaited: Any, reader: Any = None) -> None:
        self.control = httpx.Client(base_url=url, headers={"X-Sandbox-Control": "1"})
        self.sandbox = sandbox
        self.client = client
        self.awaited = awaited
        self.reader = reader or client

    def close(self) -> None:
        """Close the connection of the control."""
        self.control.close()

    def lose(self, operation: str, when: str, call: Callable[[], Any]) -> errors.ClientError:
        """Lose the answer of a call that was carried out (`after`), or not (`before`)."""
        fault = {"kind": "reset", "when": when, "operation": operation}
        self.control.post("/__sandbox__/faults", json=fault).raise_for_status()
        with pytest.raises(errors.ClientError) as caught:
            call()
        assert caught.value.unclear
        assert caught.value.operation_id == operation
        return caught.value

    def received(self) -> list[str]:
        """Methods of the requests that the sandbox has received."""
        return [each["method"] for each in self.control.get("/__sandbox__/requests").json()]

    def resolve(self, error: errors.ClientError) -> Resolution:
        """Find out by both clients, which say the same and send reads alone."""
        before = len(self.received())
        name = "resolve_sync" if hasattr(self.reader, "resolve_sync") else "resolve"
        found: Resolution = getattr(self.reader, name)(error)

        async def awaited() -> Resolution:
            result: Resolution = await self.awaited.resolve(error)
            await self.awaited.aclose()
            return result

        if self.awaited is not None:
            again = asyncio.run(awaited())
            assert (again.outcome, again.reason) == (found.outcome, found.reason)
            self.awaited = None
        assert set(self.received()[before:]) <= READS
        return found


@pytest.fixture(scope="module")
def alsorn_lost() -> Iterator[Lost]:
    with running("alsorn") as sandbox:
        account = {"api_key": sandbox.api_key, "base_url": sandbox.base_url, "max_retries": 0}
        with (
            alsorn.AlsornClient(**account) as client,
            closing(Lost(sandbox, sandbox.base_url, client, alsorn.AsyncAlsornClient(**account))) as lost,
        ):
            yield lost


@pytest.fixture(scope="module")
def ash_lost() -> Iterator[Lost]:
    with running("ash") as sandbox:
        options: dict[str, Any] = {"max_retries": 0, "on_open_turn": "interrupt"}
        with ash_ai.AshClient(sandbox.server_url, sandbox.api_key, **options) as client:
            awaited = ash_ai.AsyncAshClient(sandbox.server_url, sandbox.api_key, **options)
            lost = Lost(sandbox, sandbox.server_url, client, awaited)
            lost.control.post("/__sandbox__/limits", json={"limit": 10_000}).raise_for_status()
            yield lost
            lost.close()


@pytest.fixture(scope="module")
def asg_lost() -> Iterator[Lost]:
    with running("asg") as sandbox, asg_gateway.ASGGatewayClient(sandbox.api_key, sandbox.base_url) as client:
        awaited = asg_gateway.AsyncASGGatewayClient(sandbox.api_key, sandbox.base_url)
        with closing(Lost(sandbox, sandbox.base_url, client, awaited)) as lost:
            yield lost


@pytest.fixture(scope="module")
def sbn_lost() -> Iterator[Lost]:
    with running("sbn") as sandbox, sbn.SbnClient(base_url=sandbox.base_url, max_retries=0) as client:
        client.authenticate_api_key(sandbox.api_key)
        awaited = sbn.AsyncSbnClient(base_url=sandbox.base_url, max_retries=0)
        awaited.authenticate_api_key(sandbox.api_key)
        with closing(Lost(sandbox, sandbox.base_url, client, awaited)) as lost:
            yield lost


@pytest.fixture(scope="module")
def assetcore_lost() -> Iterator[Lost]:
    with running("assetcore") as sandbox:
        admin = sandbox.keys["admin"]
        with (
            assetcore_sdk.AssetCoreClient(sandbox.write_url, admin, max_retries=0) as writer,
            assetcore_sdk.AssetCoreClient(sandbox.read_url, admin) as reader,
        ):
            awaited = assetcore_sdk.AssetCoreClient(sandbox.read_url, admin)
            with closing(Lost(sandbox, sandbox.write_url, writer, awaited, reader)) as lost:
                yield lost


Prepare = Callable[[Any, str], Callable[[], Any]]

# For each write what makes a call of it, of a client and a word of its own; then what is found out of one
# that was carried out, and of one that was not.
FOUND = ("done", "not_done")
HIDDEN = ("cannot_tell", "cannot_tell")

ALSORN: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "register_agent": (lambda c, w: lambda: agent(c, w), FOUND),
    "update_agent": (lambda c, w: late(agent(c, w), lambda a: c.agents.update(a.id, name=f"new {w}")), FOUND),
    "suspend_agent": (lambda c, w: late(agent(c, w), lambda a: c.agents.suspend(a.id)), FOUND),
    "evaluate_trust": (
        lambda c, w: late(agent(c, w), lambda a: c.trust.evaluate(a.id)),
        HIDDEN,
    ),
    "batch_query_trust": (
        lambda c, w: lambda: c.trust.batch_query(["agent_2b8m4p1q"]),
        ("not_done", "not_done"),
    ),
    "report_agent": (lambda c, w: lambda: c.trust.report("agent_2b8m4p1q", w), HIDDEN),
    "execute_transaction": (lambda c, w: late(agent(c, w), lambda a: pay(c, a)), FOUND),
    "reverse_transaction": (
        lambda c, w: late(pay(c, agent(c, w)), lambda t: c.transactions.reverse(t.id)),
        FOUND,
    ),
    "register_webhook": (lambda c, w: lambda: hook(c, w), FOUND),
    "update_webhook": (
        lambda c, w: late(hook(c, w), lambda h: c.webhooks.update(h.id, events=["*"])),
        FOUND,
    ),
    "delete_webhook": (lambda c, w: late(hook(c, w), lambda h: c.webhooks.delete(h.id)), FOUND),
    "test_webhook": (lambda c, w: late(hook(c, w), lambda h: c.webhooks.test(h.id)), HIDDEN),
}


def late(made: Any, call: Callable[[Any], Any]) -> Callable[[], Any]:
    """A call of what was made before."""
    return lambda: call(made)


def agent(client: Any, word: str) -> Any:
    return client.agents.register(name=f"agent {word}", authorized_actions=["pay"], spending_limit=100)


def pay(client: Any, payer: Any) -> Any:
    return client.transactions.execute(payer.id, "agent_2b8m4p1q", "pay", Decimal("5.10"))


def hook(client: Any, word: str) -> Any:
    return client.webhooks.register(f"http://127.0.0.1:9/{word}", ["agent.suspended"])


ASG: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "submit_task": (
        lambda c, w: lambda: c.submit_task("sentiment", f"https://x.test/{w}", LABELS, idempotency_key=w),
        HIDDEN,
    ),
    "submit_batch": (
        lambda c, w: (
            lambda: c.submit_batch(
                [{"type": "sentiment", "data_url": f"https://x.test/{w}", "label_spec": LABELS}]
            )
        ),
        HIDDEN,
    ),
    "create_job": (lambda c, w: lambda: c.create_job(f"s3://bucket/{w}", LABELS), HIDDEN),
    # A webhook does not say since when it is there.
    "register_webhook": (
        lambda c, w: lambda: c.register_webhook(f"https://x.test/{w}", "a-secret-0123"),
        ("cannot_tell", "not_done"),
    ),
    "delete_webhook": (
        lambda c, w: late(
            c.register_webhook(f"https://x.test/{w}", "a-secret-0123"),
            lambda h: c.delete_webhook(h["webhook_id"]),
        ),
        FOUND,
    ),
    "register_customer": (lambda c, w: lambda: c.register_customer(w, f"{w}@example.com"), HIDDEN),
}


def helper(client: Any, word: str) -> Any:
    """An agent of its own, so that its sessions and versions are."""
    return client.deploy_agent_files(f"helper-{word}", {"CLAUDE.md": b"You help."}).name


def session(client: Any, word: str) -> Any:
    return client.create_session(helper(client, word)).id


ASH: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "deployAgent": (lambda c, w: lambda: helper(c, w), FOUND),
    "deleteAgent": (lambda c, w: late(helper(c, w), c.delete_agent), FOUND),
    "updateAgentConfig": (
        lambda c, w: late(helper(c, w), lambda a: c.update_agent_config(a, {"word": w})),
        FOUND,
    ),
    "deleteAgentFile": (
        lambda c, w: late(helper(c, w), lambda a: c.delete_agent_file(a, "CLAUDE.md")),
        FOUND,
    ),
    "createAgentVersion": (
        lambda c, w: late(helper(c, w), lambda a: c.create_agent_version(a, version_name=w)),
        FOUND,
    ),
    "createSession": (lambda c, w: late(helper(c, w), c.create_session), FOUND),
    "forkSession": (lambda c, w: late(session(c, w), c.fork_session), FOUND),
    "pauseSession": (lambda c, w: late(session(c, w), c.pause_session), FOUND),
    "stopSession": (lambda c, w: late(session(c, w), c.stop_session), FOUND),
    "endSession": (lambda c, w: late(session(c, w), c.end_session), FOUND),
    "resumeSession": (
        lambda c, w: late(c.pause_session(session(c, w)).id, c.resume_session),
        FOUND,
    ),
    "sendMessage": (lambda c, w: late(session(c, w), lambda s: c.send_message(s, f"hello {w}")), FOUND),
    "execInSession": (lambda c, w: late(session(c, w), lambda s: c.exec(s, "true")), HIDDEN),
    "uploadAttachment": (
        lambda c, w: late(session(c, w), lambda s: c.upload_attachment(s, "a.txt", b"hello")),
        FOUND,
    ),
    "enqueue": (lambda c, w: late(helper(c, w), lambda a: c.enqueue(a, f"do {w}")), FOUND),
    "createApiKey": (lambda c, w: lambda: c.create_api_key(w), FOUND),
    "revokeApiKey": (lambda c, w: late(c.create_api_key(w), lambda k: c.revoke_api_key(k.id)), FOUND),
    "createCredential": (
        lambda c, w: lambda: c.create_credential("anthropic", "sk-0123456789abcdef", label=w),
        FOUND,
    ),
    "createEvalCase": (lambda c, w: late(helper(c, w), lambda a: c.create_eval_case(a, f"why {w}?")), FOUND),
    "startEvalRun": (lambda c, w: late(helper(c, w), c.start_eval_run), FOUND),
}


def slot(client: Any, word: str) -> Any:
    return client.gateway.create_slot(f"worker-{word}").id


def block(client: Any, slot_id: str, word: str, **ids: Any) -> Any:
    return client.bitblocks.submit(
        slot_id=slot_id, block_type="Action", domain="d", payload={"word": word, "score": 0.5}, **ids
    )


SBN: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "gateway_create_slot": (lambda c, w: lambda: slot(c, w), FOUND),
    "gateway_close_slot": (lambda c, w: late(slot(c, w), c.gateway.close_slot), FOUND),
    "gateway_seal_slot": (lambda c, w: late(slot(c, w), c.gateway.seal_slot), HIDDEN),
    "bitblocks_submit": (lambda c, w: late(slot(c, w), lambda s: block(c, s, w)), FOUND),
    "blocks_create": (lambda c, w: lambda: c.blocks.create(payload={"word": w}), HIDDEN),
    "snapchore_capture": (lambda c, w: lambda: c.snapchore.capture({"word": w, "score": 0.5}), FOUND),
    "snapchore_seal": (
        lambda c, w: lambda: c.snapchore.seal({"sealed": w}, domain="d", block_type="audit"),
        FOUND,
    ),
    "snapchore_create_chain": (lambda c, w: lambda: c.snapchore.create_chain(f"chain-{w}"), FOUND),
    "snapchore_verify": (
        lambda c, w: lambda: c.snapchore.verify("0" * 64, {"word": w}),
        ("not_done", "not_done"),
    ),
    "governance_create_proposal": (
        lambda c, w: lambda: c.governance.create_proposal({"frontier_id": w}),
        FOUND,
    ),
    "gateway_reap_orphan_slots": (lambda c, w: lambda: c.gateway.reap_orphan_slots(), HIDDEN),
}


def register(client: Any, class_id: str) -> Any:
    return client.register_class_sync(class_id, "Gold")


def commit(client: Any, word: str) -> Any:
    operation = {"op": "RegisterClass", "args": {"request": {"class_id": word, "name": "Gold"}}}
    return client.commit_operations_sync([operation], metadata={"word": word})


ASSETCORE: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "commit_endpoint": (lambda c, w: lambda: commit(c, w), FOUND),
    "preflight_endpoint": (
        lambda c, w: (
            lambda: c.preflight_operations_sync(
                [{"op": "RegisterClass", "args": {"request": {"class_id": w, "name": "Gold"}}}]
            )
        ),
        ("not_done", "not_done"),
    ),
    "reverse_commit_endpoint": (
        lambda c, w: late(commit(c, w), lambda made: c.reverse_commit_sync(made.commit_id, "a mistake")),
        FOUND,
    ),
    "register_class_endpoint": (lambda c, w: lambda: register(c, w), FOUND),
    "register_class_shape_endpoint": (
        lambda c, w: late(register(c, w), lambda made: c.register_class_shape_sync(w, 2, 3)),
        FOUND,
    ),
}
CONTROL: dict[str, tuple[Prepare, tuple[str, str]]] = {
    "create_namespace_endpoint": (lambda c, w: lambda: c.create_namespace_sync(number(w), w), FOUND),
    "set_namespace_operational_state_endpoint": (
        lambda c, w: late(
            c.create_namespace_sync(number(w)),
            lambda made: c.set_namespace_operational_state_sync(number(w), draining=True),
        ),
        FOUND,
    ),
    "set_namespace_placement_endpoint": (
        lambda c, w: late(
            c.create_namespace_sync(number(w)),
            lambda made: c.set_namespace_placement_sync(number(w), {"region": w}),
        ),
        FOUND,
    ),
    "fork_namespace_endpoint": (
        lambda c, w: lambda: c.fork_namespace_sync({"source_namespace_id": 1, "namespace_id": number(w)}),
        HIDDEN,
    ),
}


def number(word: str) -> int:
    """A namespace of a word's own."""
    return 1000 + sum(ord(char) * (place + 1) for place, char in enumerate(word))


def every(*tables: dict[str, tuple[Prepare, tuple[str, str]]]) -> list[Any]:
    return [
        pytest.param(operation, *entry, id=operation)
        for table in tables
        for operation, entry in table.items()
    ]


def check(lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    for when, expected in zip(("after", "before"), outcomes, strict=True):
        call = prepare(lost.client, f"{operation.lower().replace('_', '-')}-{when}")
        error = lost.lose(operation, when, call)
        found = lost.resolve(error)
        assert found.outcome == expected, (when, found)
        assert (found.done, found.not_done, found.cannot_tell).count(True) == 1


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(ALSORN))
def test_alsorn(alsorn_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    check(alsorn_lost, operation, prepare, outcomes)


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(ASG))
def test_asg(asg_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    check(asg_lost, operation, prepare, outcomes)


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(ASH))
def test_ash(ash_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    check(ash_lost, operation, prepare, outcomes)


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(SBN))
def test_sbn(sbn_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    check(sbn_lost, operation, prepare, outcomes)


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(ASSETCORE))
def test_assetcore(assetcore_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]) -> None:
    check(assetcore_lost, operation, prepare, outcomes)


@pytest.mark.parametrize(("operation", "prepare", "outcomes"), every(CONTROL))
def test_assetcore_namespaces(
    assetcore_lost: Lost, operation: str, prepare: Prepare, outcomes: tuple[str, str]
) -> None:
    reader, assetcore_lost.reader = assetcore_lost.reader, assetcore_lost.client
    awaited, assetcore_lost.awaited = assetcore_lost.awaited, None
    try:
        check(assetcore_lost, operation, prepare, outcomes)
    finally:
        assetcore_lost.reader, assetcore_lost.awaited = reader, awaited


# -- what the results are ------------------------------------------------------------------------------


def test_the_result_is_what_the_method_returns(alsorn_lost: Lost, assetcore_lost: Lost) -> None:
    payer = agent(alsorn_lost.client, "result")
    error = alsorn_lost.lose("execute_transaction", "after", lambda: pay(alsorn_lost.client, payer))
    found = alsorn_lost.resolve(error).result
    again = error.retry()
    assert isinstance(found, alsorn.ExecutedTransaction)
    assert (found.id, found.idempotency_key) == (again.id, again.idempotency_key)
    assert len(alsorn_lost.client.transactions.list(agent_id=payer.id)) == 1
    error = assetcore_lost.lose("commit_endpoint", "after", lambda: commit(assetcore_lost.client, "result"))
    found, again = assetcore_lost.resolve(error).result, error.retry()
    assert (found.commit_id, found.world_seq_end, found.idempotency_key) == (
        again.commit_id,
        again.world_seq_end,
        again.idempotency_key,
    )


def test_two_that_fit_cannot_be_told_apart(alsorn_lost: Lost, sbn_lost: Lost) -> None:
    payer = agent(alsorn_lost.client, "twice")
    error = alsorn_lost.lose("execute_transaction", "after", lambda: pay(alsorn_lost.client, payer))
    pay(alsorn_lost.client, payer)
    found = alsorn_lost.resolve(error)
    assert (found.outcome, len(found.candidates)) == ("cannot_tell", 2)
    slot_id = slot(sbn_lost.client, "twice")
    ids = {"operation_id": "op-1", "idempotency_key": "key-1"}
    error = sbn_lost.lose("bitblocks_submit", "after", lambda: block(sbn_lost.client, slot_id, "a", **ids))
    block(sbn_lost.client, slot_id, "b", **ids)
    assert sbn_lost.resolve(error).outcome == "cannot_tell"


def test_another_payment_is_not_taken_for_it(alsorn_lost: Lost) -> None:
    client, payer = alsorn_lost.client, agent(alsorn_lost.client, "others")
    error = alsorn_lost.lose("execute_transaction", "before", lambda: pay(client, payer))
    for changes in ({"amount": 6}, {"memo": "for another"}, {"currency": "EUR"}, {"to_agent": "agent_9x"}):
        call: dict[str, Any] = {"from_agent": payer.id, "to_agent": "agent_2b8m4p1q", "action": "pay"}
        with contextlib.suppress(alsorn.AlsornError):
            client.transactions.execute(**{**call, "amount": Decimal("5.10"), **changes})
    assert alsorn_lost.resolve(error).not_done


def test_a_task_is_found_once_the_client_knows_it(asg_lost: Lost) -> None:
    call = ASG["submit_task"][0](asg_lost.client, "known")
    error = asg_lost.lose("submit_task", "after", call)
    assert asg_lost.resolve(error).cannot_tell
    task = error.retry()
    found = asg_lost.resolve(error)
    assert (found.outcome, found.result["task_id"]) == ("done", task["task_id"])


def test_a_submission_of_many_is_told_by_its_report(asg_lost: Lost) -> None:
    task = {"type": "sentiment", "data_url": "https://x.test/many", "label_spec": LABELS}
    asg_lost.control.post(
        "/__sandbox__/faults", json={"kind": "status", "status": 403, "operation": "submit_task"}
    )
    with pytest.raises(asg_gateway.ASGGatewayError) as caught:
        asg_lost.client.submit_many([task])
    found = asg_lost.resolve(caught.value)
    assert (found.outcome, found.candidates) == ("cannot_tell", (caught.value.report,))


def test_a_turn_that_was_cut_off_is_found_among_the_messages(ash_lost: Lost) -> None:
    client, control = ash_lost.client, ash_lost.control
    session_id = session(client, "cut")
    fault = {"kind": "truncate", "after_bytes": 200, "operation": "sendMessage"}
    control.post("/__sandbox__/faults", json=fault).raise_for_status()
    with pytest.raises(ash_ai.AshStreamError) as caught:
        client.send_message(session_id, "hello that is cut")
    found = ash_lost.resolve(caught.value)
    assert (found.outcome, found.result[0].decoded["content"]) == ("done", "hello that is cut")
    with pytest.raises(ash_ai.AshError, match="was not repeated"):
        caught.value.retry()


def test_a_turn_that_failed_was_run(ash_lost: Lost) -> None:
    session_id = session(ash_lost.client, "failed")
    with pytest.raises(ash_ai.AshTurnError) as caught:
        ash_lost.client.send_message(session_id, "scene:failed", raise_on_error=True)
    found = ash_lost.resolve(caught.value)
    assert (found.outcome, found.result) == ("done", caught.value.received)


def test_a_request_to_any_path_is_known_by_its_path(alsorn_lost: Lost) -> None:
    client, payer = alsorn_lost.client, agent(alsorn_lost.client, "path")
    body = {
        "agent_id": payer.id,
        "counterparty_id": "agent_2b8m4p1q",
        "amount": 5,
        "action_type": "pay",
        "idempotency_key": "by-hand",
    }
    alsorn_lost.control.post(
        "/__sandbox__/faults",
        json={"kind": "reset", "when": "after", "operation": "execute_transaction"},
    )
    with pytest.raises(alsorn.AlsornError) as caught:
        client.request("POST", "/transactions", json=body)
    found = client.resolve(caught.value)
    assert (found.outcome, found.result.idempotency_key) == ("done", "by-hand")


# -- every write there is ------------------------------------------------------------------------------

PRODUCTS: dict[str, tuple[Callable[[Any], Any], str]] = {
    "alsorn": (surfaces._alsorn, "alsorn._sync.resolving"),
    "ash": (surfaces._ash, "ash_ai._sync.resolving"),
    "asg": (surfaces._asg, "asg_gateway._sync.resolving"),
    "assetcore": (surfaces._assetcore, "assetcore_sdk._sync.resolving"),
    "sbn": (surfaces._sbn, "sbn.resolving"),
}
SILENT = {"nothing there": answer(404, {}), "empty object": answer(200, {}), "empty list": answer(200, [])}


def write_methods(client: Any, rules: Any) -> Iterator[tuple[walk.Method, str]]:
    for method in walk.methods_of(client):
        for operation in method.operations:
            if operation in rules:
                yield method, operation


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("silence", SILENT)
def test_what_the_service_does_not_say_is_not_made_up(product: str, silence: str, empty_folder: None) -> None:
    build, module = PRODUCTS[product]
    rules = importlib.import_module(module).RULES
    reached = set()
    for method, operation in write_methods(build(ScriptedTransport([])), rules):
        transport = ScriptedTransport([BROKEN, *[SILENT[silence]] * 9])
        client = build(transport).with_options(max_retries=0)
        arguments = {each.name: examples.example(method, each) for each in method.parameters if each.required}
        try:
            method.bound(client)(**{**arguments, **examples.companions(method, set())})
        except errors.ClientError as error:
            sent = len(transport.requests)
            if error.operation_id != operation or not error.unclear:
                continue
            name = "resolve_sync" if hasattr(client, "resolve_sync") else "resolve"
            found = getattr(client, name)(error)
        except (TypeError, ValueError, OSError):
            continue
        else:
            # It was repeated, as it may be.
            continue
        reached.add(operation)
        # A read that fails leaves it open, whatever it could have said.
        assert found.outcome in {*rules[operation].outcomes, "cannot_tell"}, (operation, found)
        # Only what is gone from a list, or not there, is done then.
        assert found.cannot_tell or found.not_done or rules[operation].operation.method == "DELETE", found
        assert {each.method for each in transport.requests[sent:]} <= READS, operation
    assert len(reached) > 0.7 * len(rules), sorted(set(rules) - reached)
