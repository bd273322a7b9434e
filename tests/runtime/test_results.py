"""Results in dicts, lines, notebooks, tables, pydantic and FastAPI: every public result of every product."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Annotated, Any

import pyarrow as pa
import pytest
from alsorn import models
from alsorn.events import read_event
from alsorn.pages import AgentPage
from ash_ai.events import ToolUseEvent
from ash_ai.models import EvalComparison, EvalRun
from ash_ai.turns import Turn
from assetcore_sdk.models import Balance, ClassListResponse, Document
from clientkit import export, tables
from clientkit.operation import Model
from clientkit.results import Result
from clientkit.views import CallInfo, RawAnswer
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel, TypeAdapter, ValidationError
from sbn.keys import MintedToken
from sbn.types import Budget, SealedBlock
from sbn_api.models import Empty

PRODUCTS = ("alsorn", "ash_ai", "asg_gateway", "assetcore_sdk", "pgdag", "sbn", "sbn_gateway")
# What public methods return that is no result: something to work with, or an argument of another method.
NO_RESULTS = {
    "AsyncMessageStream": "a stream",
    "AsyncSlotSession": "a session",
    "AsyncSurfaceSession": "a session",
    "IdempotencyGate": "a part of the kernel",
    "InterruptionHandler": "a part of the kernel",
    "ProofWriter": "a part of the kernel",
    "Row": "a line of a journal",
    "TaskIds": "an iterator of strings",
}
AGENT = {
    "id": "agent_1",
    "name": "<b>Ann</b>",
    "fingerprint": "sha256:00",
    "environment": "staging",
    "status": "active",
    "authorized_actions": ["pay"],
    "spending_limit": 10.5,
    "currency": "USD",
    "created_at": "2026-01-31T00:00:00Z",
    "trust_record": {"id": "t", "agent_id": "agent_1", "score": 7},
    "added_one_day": 1,
}
PAYMENT = {
    "id": "tx_1",
    "agent_id": "a",
    "counterparty_id": "b",
    "amount": 0.1,
    "currency": "USD",
    "action_type": "pay",
    "status": "completed",
    "permissions_checked": True,
    "created_at": "2026-01-31T00:00:00Z",
    "notes": "for tea",
}
HOOK = {
    "id": "wh",
    "url": "https://a.b",
    "events": ["x"],
    "secret": "whsec_123456",
    "created_at": "2026-01-31T00:00:00Z",
}


# -- every result -------------------------------------------------------------------------------------------


def modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    yield root
    for each in pkgutil.walk_packages(getattr(root, "__path__", ()), f"{package}."):
        parts = set(each.name.split("."))
        if not parts & {"_sync", "cli", "__main__", "langchain", "handlers", "integrations"}:
            yield importlib.import_module(each.name)


def public_results() -> dict[type, str]:
    """Return the classes of ours that public methods and properties return, and where."""
    found: dict[type, str] = {}
    for package in PRODUCTS:
        classes = defaultdict(set)
        returns: list[tuple[str, str]] = []
        for module in modules(package):
            for name, thing in vars(module).items():
                if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
                    continue
                if isinstance(thing, type):
                    classes[name].add(thing)
                    if name.startswith(("Async", "SbnGateway", "PGDAG")) or issubclass(
                        thing, (Result, tuple)
                    ):
                        returns += [(f"{name}.{at}", text) for at, text in annotated(thing)]
        for place, text in returns:
            for word in re.findall(r"\w+", text):
                found |= dict.fromkeys(classes.get(word, ()), place)
    return found


def annotated(kind: type) -> Iterator[tuple[str, str]]:
    for name, member in vars(kind).items():
        function = member.fget if isinstance(member, property) else member
        function = inspect.unwrap(function) if callable(function) else None
        if not name.startswith("_") and inspect.isfunction(function):
            yield name, str(function.__annotations__.get("return", ""))


RESULTS = public_results()


def test_every_public_result_becomes_a_dict() -> None:
    assert len(RESULTS) > 100
    for kind, place in RESULTS.items():
        if (
            kind.__name__ in NO_RESULTS
            or issubclass(kind, (BaseException, Enum))
            or kind.__name__.endswith("Client")
            or hasattr(kind, "__total__")
            or hasattr(kind, "_core")
        ):
            continue
        assert hasattr(kind, "to_dict"), (
            f"{place} returns {kind.__module__}.{kind.__name__}, which has no to_dict()"
        )
        parameters = inspect.signature(kind.to_dict).parameters
        assert {"names", "secrets"} <= set(parameters), f"{kind.__name__}.to_dict takes no names="


def facade_models() -> list[type[Model]]:
    found: dict[str, type[Model]] = {}
    for package in PRODUCTS:
        for module in modules(package):
            for name, kind in vars(module).items():
                if name.startswith("_") or getattr(kind, "__module__", None) != module.__name__:
                    continue
                if isinstance(kind, type) and issubclass(kind, Model) and kind._absent is None:
                    found[f"{kind.__module__}.{name}"] = kind
    return [kind for _, kind in sorted(found.items())]


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=export.jsonable))


def sample(schema: dict[str, Any], secret: bool = False) -> Any:
    variants = schema.get("anyOf", [schema])
    kind = variants[0].get("type")
    if variants[0].get("format") == "date-time":
        return "2026-01-31T00:00:00Z"
    return {
        "string": "planted-secret-1" if secret else "<i>text</i>",
        "integer": 3,
        "number": 1.5,
        "boolean": True,
        "array": [],
        "object": {},
        "null": None,
    }.get(str(kind), {})


@pytest.mark.parametrize(
    "kind", facade_models(), ids=lambda each: f"{each.__module__.split('.')[0]}.{each.__name__}"
)
def test_every_model_of_a_facade_goes_everywhere(kind: type[Model]) -> None:
    fields = export.fields_of(kind)
    data = {str(each.wire): sample(dict(each.schema), each.secret) for each in fields if each.wire}
    result = kind.from_dict(data)
    secrets = [each for each in fields if each.secret]

    wire, python = result.to_dict(), result.to_dict(names="python")
    assert as_json(result) == as_json(wire)
    assert not {each.wire for each in secrets} & wire.keys()
    assert {each.python for each in fields if not each.secret} <= python.keys()
    for text in (str(wire), str(python), repr(result), result._repr_html_()):
        assert "planted-secret-1" not in text
    assert "<i>" not in result._repr_html_()
    assert len(repr(result)) < 300
    assert "planted-secret-1" in str(result.to_dict(secrets=True)) or not secrets

    adapter: Any = TypeAdapter(kind)
    assert adapter.validate_python(result) is result
    assert adapter.validate_python(wire).to_dict() == wire
    assert "planted-secret-1" not in adapter.dump_json(result).decode()
    assert adapter.json_schema(mode="serialization")["title"] == kind.__name__

    table = tables.to_arrow([result], kind)
    assert table.schema == tables.to_arrow([], kind).schema == tables.arrow_schema(kind)
    assert "planted-secret-1" not in str(table.to_pylist())


@pytest.mark.parametrize("package", ["alsorn_api", "ash_api", "asg_api", "assetcore_api", "sbn_api"])
def test_pydantic_takes_every_type_of_a_dict(package: str) -> None:
    dicts = importlib.import_module(f"{package}.dicts")
    kinds = [kind for name in dicts.__all__ if isinstance(kind := getattr(dicts, name), type)]
    assert len(kinds) > 20
    for kind in kinds:
        assert TypeAdapter(kind).json_schema()


# -- names and secrets --------------------------------------------------------------------------------------


def test_python_names_are_those_of_the_facade() -> None:
    payment = models.ExecutedTransaction.from_dict({**PAYMENT, "idempotency_key": "key-1"})
    found = payment.to_dict(names="python")
    assert [found[name] for name in ("from_agent", "to_agent", "action", "memo")] == [
        "a",
        "b",
        "pay",
        "for tea",
    ]
    assert found["idempotency_key"] == "key-1"
    assert not {"agent_id", "counterparty_id", "action_type", "notes"} & found.keys()
    assert payment.to_dict()["agent_id"] == "a"
    with pytest.raises(ValueError, match="names must be"):
        payment.to_dict(names="ruby")  # type: ignore[arg-type]


def test_a_secret_is_there_when_it_is_asked_for() -> None:
    hook = models.RegisteredWebhook.from_dict(HOOK)
    assert "secret" not in hook.to_dict()
    assert "secret" not in dict(hook)
    assert hook.to_dict(secrets=True)["secret"] == HOOK["secret"]
    assert repr(hook).count("secret='***'") == 1
    adapter = TypeAdapter(models.RegisteredWebhook)
    assert adapter.dump_python(hook, context={"secrets": True})["secret"] == HOOK["secret"]
    token = MintedToken.from_ttl("eyJ.secret", 60)
    assert token.to_dict().keys() == {"expires_at"}
    assert token.to_dict(secrets=True)["token"] == "eyJ.secret"


def test_a_model_of_the_wire_may_be_a_body_and_keeps_its_secrets() -> None:
    from ash_api.models import CreatedApiKey

    body = CreatedApiKey.from_dict({"id": "k", "key": "sk-1"})
    assert body.to_dict()["key"] == "sk-1"
    assert "key" not in body.to_dict(secrets=False)


def test_an_amount_keeps_its_digits() -> None:
    payment = models.Transaction.from_dict({**PAYMENT, "amount": Decimal("0.10000000000000000001")})
    assert json.loads(json.dumps(payment, default=export.jsonable))["amount"] == "0.10000000000000000001"
    assert models.Transaction.from_dict(PAYMENT).to_dict()["amount"] == 0.1


def test_events_and_reports() -> None:
    event = ToolUseEvent("u1", "Bash", {"command": "ls"})
    assert event.to_dict() == {
        "type": "tool_use",
        "data": {"id": "u1", "name": "Bash", "input": {"command": "ls"}},
    }
    assert event.to_dict(names="python") == {
        "type": "tool_use",
        "id": "u1",
        "name": "Bash",
        "input": {"command": "ls"},
    }
    turn = Turn([event]).to_dict()
    assert turn["tool_uses"] == [event.to_dict()]
    assert turn["is_complete"] is False
    delivered = read_event(
        {
            "id": "e",
            "type": "transaction.completed",
            "created_at": "2026-01-31T00:00:00Z",
            "data": {"id": "tx", "amount": 1.5},
        }
    )
    assert delivered.to_dict()["data"]["amount"] == 1.5
    assert Document(a=1).to_dict() == {"a": 1}


# -- pages --------------------------------------------------------------------------------------------------


def page_of(*agents: models.Agent) -> AgentPage:
    return AgentPage(list(agents), lambda number: pytest.fail("read on"), total=len(agents), page=1, limit=20)


def test_a_page_as_a_dict_and_in_a_notebook() -> None:
    page = page_of(models.Agent.from_dict(AGENT))
    assert dict(page) == page.to_dict()
    assert page.to_dict()["items"][0]["id"] == "agent_1"
    assert (page.to_dict()["total"], page[0].id, page["limit"]) == (1, "agent_1", 20)
    html = page._repr_html_()
    assert "&lt;b&gt;Ann" in html
    assert "<b>" not in html
    listed = ClassListResponse.from_dict({"classes": [{"class_id": 1}], "freshness": {}})
    assert [each.class_id for each in listed] == [1]
    assert dict(listed)["classes"] == [{"class_id": 1}]


# -- FastAPI ------------------------------------------------------------------------------------------------


def test_routes_of_fastapi() -> None:
    agent, page = models.Agent.from_dict(AGENT), page_of(models.Agent.from_dict(AGENT))
    app = FastAPI()

    @app.get("/agent")
    def one() -> models.Agent:
        return agent

    @app.get("/agents")
    def many() -> list[models.Agent]:
        return [agent]

    @app.get("/page")
    def whole() -> AgentPage:
        return page

    @app.get("/bare", response_model=None)
    def bare() -> Any:
        return {"agent": agent, "page": page, "hook": models.RegisteredWebhook.from_dict(HOOK)}

    @app.get("/hook")
    def hook() -> models.RegisteredWebhook:
        return models.RegisteredWebhook.from_dict(HOOK)

    @app.get("/budget")
    def budget() -> Budget:
        return {"max_daily_usd": 5.0}

    @app.post("/agent")
    def echo(sent: Annotated[models.Agent, Body()]) -> models.Agent:
        return sent

    client = TestClient(app)
    assert client.get("/agent").json() == agent.to_dict()
    assert client.get("/agents").json() == [agent.to_dict()]
    assert client.get("/page").json() == page.to_dict()
    bare_answer = client.get("/bare").json()
    assert (bare_answer["agent"], bare_answer["page"]) == (agent.to_dict(), page.to_dict())
    assert "secret" not in bare_answer["hook"]
    assert "secret" not in client.get("/hook").json()
    assert client.get("/budget").json() == {"max_daily_usd": 5.0}
    assert client.post("/agent", json=AGENT).json() == agent.to_dict()
    assert client.post("/agent", json={"id": 5}).status_code == 422

    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"Agent", "AgentPage", "RegisteredWebhook", "TrustRecord", "Budget"} <= schemas.keys()
    assert "secret" not in schemas["RegisteredWebhook"]["properties"]
    assert schemas["AgentPage"]["properties"]["items"]["items"] == {"$ref": "#/components/schemas/Agent"}
    assert "id" in schemas["Agent"]["required"]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (5, "instance of Agent"),
        ({}, "must have 'id'"),
        ({**AGENT, "id": 5}, "Agent.id must be a string, got int"),
    ],
)
def test_what_pydantic_refuses(value: Any, problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        TypeAdapter(models.Agent).validate_python(value)


def test_what_a_route_excludes_is_not_sent() -> None:
    adapter: Any = TypeAdapter(list[models.Agent])
    agents = [models.Agent.from_dict(AGENT)]
    assert set(*adapter.dump_python(agents, include={"__all__": {"id", "name"}})) == {"id", "name"}
    (made,) = adapter.dump_python(agents, exclude={"__all__": {"id": True, "name": ...}})
    assert made.keys() == agents[0].to_dict().keys() - {"id", "name"}

    app = FastAPI()

    @app.get("/", response_model_exclude={"spending_limit"}, response_model_exclude_none=True)
    def route() -> models.Agent:
        return models.Agent.from_dict({**AGENT, "description": None, "added": None})

    sent = TestClient(app).get("/").json()
    assert sent["id"] == "agent_1"
    assert not {"spending_limit", "description", "added"} & sent.keys()


def test_an_answer_as_it_came_becomes_a_dict_without_headers_and_secrets() -> None:
    info = CallInfo(
        "create_webhook", 201, {"x-request-id": "req_1", "set-cookie": "planted-secret-1"}, 2, 0.5
    )
    sent = {**HOOK, "secret": "planted-secret-1"}
    answer = RawAnswer(info, json.dumps(sent).encode(), models.Webhook.from_dict(sent))
    made = answer.to_dict(names="python")
    assert made["result"]["id"] == "wh"
    assert {**made, "result": 0} == {
        "status": 201,
        "request_id": "req_1",
        "attempts": 2,
        "elapsed": 0.5,
        "result": 0,
    }
    assert "planted-secret-1" not in json.dumps(made)
    assert "planted-secret-1" in json.dumps(answer.to_dict(secrets=True))


def test_what_becomes_a_dict_is_read_again() -> None:
    run = EvalRun.from_dict({"id": "r", "agentName": "a", "status": "completed"})
    adapter: Any = TypeAdapter(EvalComparison)
    made = adapter.validate_json(adapter.dump_json(EvalComparison(run, run, [])))
    assert made.run_a.id == made.run_b.id == "r"


def test_a_model_within_a_model_of_pydantic() -> None:
    class Report(BaseModel):
        agent: models.Agent
        rows: list[models.Transaction]

    report = Report.model_validate({"agent": AGENT, "rows": [PAYMENT]})
    assert isinstance(report.rows[0], models.Transaction)
    assert report.rows[0].memo == "for tea"
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert {"Agent", "Transaction"} <= Report.model_json_schema()["$defs"].keys()


# -- tables -------------------------------------------------------------------------------------------------


def test_columns_are_those_of_the_spec_whatever_a_page_holds() -> None:
    page = page_of(models.Agent.from_dict(AGENT), models.Agent.from_dict({"id": "agent_2"}))
    table = page.to_arrow()
    assert table.schema == page_of().to_arrow().schema
    types = {each.name: each.type for each in table.schema}
    assert types["id"] == types["spending_limit"] == pa.string()
    assert types["created_at"] == pa.timestamp("us", tz="UTC")
    assert types["authorized_actions"] == pa.list_(pa.string())
    assert types["trust_score"] == pa.int64()
    first, second = table.to_pylist()
    assert (first["spending_limit"], second["spending_limit"]) == ("10.5", None)
    assert json.loads(first["trust_record"])["score"] == 7
    assert "from_agent" in tables.arrow_schema(models.Transaction).names
    assert "agent_id" in tables.arrow_schema(models.Transaction, names="wire").names


def test_mixed_ids_and_quantities_are_strings() -> None:
    rows = [
        Balance.from_dict({"class": 100, "key": 1, "quantity": "2.50"}),
        Balance.from_dict({"class": "credits", "quantity": 3}),
    ]
    table = tables.to_arrow(rows, Balance)
    assert table.column("class_id").to_pylist() == ["100", "credits"]
    assert table.column("quantity").to_pylist() == ["2.50", "3"]


def test_what_is_left_of_an_iterator_becomes_a_table() -> None:
    from clientkit.facade import Items

    rows = [{"task_id": "t1", "confidence": 1}, {"task_id": "t2", "settlement": {"bsv_txid": None}}]
    items: Items[Any] = Items(iter(rows), "asg_api.models:Result")
    assert next(items) == rows[0]
    table = items.to_arrow()
    assert (table.num_rows, table.column("task_id").to_pylist()) == (1, ["t2"])
    assert table.schema == Items(iter(()), "asg_api.models:Result").to_arrow().schema


def test_methods_that_iterate_declare_a_class_that_becomes_a_table() -> None:
    from asg_gateway import ASGGatewayClient, AsyncASGGatewayClient
    from assetcore_sdk import AssetCoreClient
    from clientkit import facade

    declared = {
        f"{owner.__name__}.{name}": str(inspect.signature(method).return_annotation)
        for owner in (ASGGatewayClient, AsyncASGGatewayClient, AssetCoreClient)
        for name, method in inspect.getmembers(owner, inspect.isfunction)
    }
    iterating = re.compile(r"(Async)?(Items|Iterator)\[")
    assert {name: returned for name, returned in declared.items() if iterating.match(returned)} == {
        "ASGGatewayClient.poll_many": "Items[Result]",
        "AsyncASGGatewayClient.poll_many": "AsyncItems[Result]",
        "AssetCoreClient.iter_classes": "AsyncItems[ClassSummary]",
        "AssetCoreClient.iter_classes_sync": "Items[ClassSummary]",
        "AssetCoreClient.iter_commits": "AsyncItems[CommitRecord]",
        "AssetCoreClient.iter_commits_sync": "Items[CommitRecord]",
        "AssetCoreClient.iter_containers": "AsyncItems[ContainerSummary]",
        "AssetCoreClient.iter_containers_sync": "Items[ContainerSummary]",
        # A log without an end, and what are batches of Arrow already.
        "AssetCoreClient.follow_history": "AsyncIterator[StreamEntry]",
        "AssetCoreClient.follow_history_sync": "Iterator[StreamEntry]",
        "AssetCoreClient.iter_batches": "AsyncIterator[pa.RecordBatch]",
        "AssetCoreClient.iter_batches_sync": "Iterator[pa.RecordBatch]",
    }
    for kind in (facade.Items, facade.AsyncItems, AgentPage):
        assert all(hasattr(kind, method) for method in ("to_arrow", "to_pandas", "to_polars"))


def test_what_is_no_row_is_no_row_of_nulls() -> None:
    for rows in ("agent", [AGENT, 1], [None]):
        with pytest.raises(TypeError, match="each row must be an instance of Agent, or its dict; got"):
            tables.to_arrow(rows, models.Agent)
    with pytest.raises(TypeError, match="model must be a class of results"):
        tables.to_arrow([], dict)  # type: ignore[arg-type]
    assert tables.to_arrow([{}, {"a": 1}], Empty).schema.names == []


def test_a_value_that_does_not_fit_is_null_and_reported() -> None:
    odd = models.Agent.from_dict({**AGENT, "trust_score": "high", "created_at": "yesterday"})
    with pytest.warns(UserWarning, match=r"1 values of the column 'created_at' .* the first was 'yesterday'"):
        table = page_of(odd).to_arrow()
    assert table.to_pylist()[0]["trust_score"] is None


def test_pandas_and_polars_keep_the_types() -> None:
    page = page_of(models.Agent.from_dict(AGENT), models.Agent.from_dict({"id": "agent_2", "trust_score": 5}))
    frame = page.to_pandas()
    assert (
        str(frame.dtypes["trust_score"])
        == str(page_of().to_pandas().dtypes["trust_score"])
        == "int64[pyarrow]"
    )
    assert list(frame["id"]) == ["agent_1", "agent_2"]
    assert page.to_polars().schema == page_of().to_polars().schema
    assert page.to_polars()["id"].to_list() == ["agent_1", "agent_2"]


@pytest.mark.parametrize(
    ("method", "library", "extra"),
    [
        ("to_arrow", "pyarrow", r"pip install 'clientkit\[data\]'"),
        ("to_pandas", "pandas", "pip install 'pandas'"),
        ("to_polars", "polars", "pip install 'polars'"),
    ],
)
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, method: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ImportError, match=extra):
        getattr(page_of(), method)()


# -- typed dicts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", ["alsorn_api", "asg_api", "ash_api", "assetcore_api", "sbn_api"])
def test_keys_of_dicts_are_those_of_the_spec(package: str) -> None:
    dicts = importlib.import_module(f"{package}.dicts")
    schemas = importlib.import_module(f"{package}.schemas").SCHEMAS
    assert set(dicts.__all__) == schemas.keys()
    for name, schema in schemas.items():
        kind = getattr(dicts, name)
        if not schema["properties"]:
            assert not hasattr(kind, "__required_keys__")
            continue
        assert kind.__required_keys__ | kind.__optional_keys__ == schema["properties"].keys(), name
        assert kind.__required_keys__ >= set(schema.get("required", ())), name


def test_what_the_client_fills_in_is_there() -> None:
    assert {"hash", "snapchore_hash"} <= SealedBlock.__required_keys__


def test_pgdag_results() -> None:
    from pgdag import RunResult, RunStarted
    from pgdag.reducer import ReducerStatus

    assert dataclasses.is_dataclass(RunStarted)
    assert RunStarted("r", "t", 2, 0).to_dict() == {
        "run_id": "r",
        "template_name": "t",
        "steps": 2,
        "done": 0,
    }
    run = RunResult("r", "t", ReducerStatus.COMPLETE, {}, "00", final_outputs={"a": "x" * 500})
    assert len(repr(run)) < 300
    assert run.to_dict(names="python") == run.to_dict()
