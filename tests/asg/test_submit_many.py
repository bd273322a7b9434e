"""Many tasks: each submitted once, whatever happens in between."""

from __future__ import annotations

import json
import pickle
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from asg_api.api import tasks as api
from asg_gateway import (
    ASGGatewayConfigurationError,
    ASGGatewayError,
    ASGGatewayHTTPError,
    ASGGatewayInputError,
    ASGGatewayJournalError,
    Outcome,
    Progress,
    SubmissionReport,
)
from asg_gateway.bodies import KEYS_IN_BATCHES
from asg_gateway.forms import Form
from asg_gateway.sources import Source
from asg_gateway.submission import BATCH_LIMIT, Submission, judge
from clientkit.call import encode
from clientkit.testing import answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .tasks import task


def settled(client: Any, sandbox: Sandbox) -> int:
    """Return how many tasks the service has taken."""
    sandbox.advance(60)
    return int(client.get_usage()["tasks_settled"])


def states(report: SubmissionReport | None) -> list[str]:
    assert report is not None
    return [outcome.state for outcome in report for _ in range(outcome.count)]


def test_tasks_come_back_with_their_ids_in_the_order_of_the_input(client: Any, asg_sandbox: Sandbox) -> None:
    animals = ["cat", "dog", "dog", "cat", "dog"] * 8
    report = client.submit_many(task(n, animal) for n, animal in enumerate(animals))
    assert (report.submitted, report.tasks, report.finished) == (40, 40, True)
    assert [outcome.index for outcome in report] == list(range(40))
    keys = {outcome.idempotency_key for outcome in report}
    assert len(keys) == 40
    assert None not in keys
    asg_sandbox.advance(10)
    labels = [client.get_result(task_id)["consensus_label"] for task_id in report.task_ids()]
    assert labels == animals


def test_a_file_of_json_lines_is_an_input(client: Any, asg_sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    lines = [json.dumps(task(n)) for n in range(3)]
    # The name of the argument serves as well as that of the wire.
    lines.append(
        json.dumps({"task_type" if name == "type" else name: value for name, value in task(3).items()})
    )
    path.write_text("\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:]))
    assert client.submit_many(path).submitted == 4
    assert client.submit_many(str(path)).submitted == 4
    with path.open() as file:
        assert client.submit_many(file).submitted == 4
    assert client.submit_many([]).submitted == 0
    assert settled(client, asg_sandbox) == 12


def test_a_bad_line_stops_with_its_number_and_the_lines_before_it_are_sent(
    client: Any, asg_sandbox: Sandbox
) -> None:
    with pytest.raises(ValueError, match="line 3 is not JSON") as caught:
        client.submit_many([json.dumps(task(1)), json.dumps(task(2)), "{"])
    assert "2 tasks submitted" in caught.value.__notes__[0]
    with pytest.raises(TypeError, match="task 2 must be a dict, got int"):
        client.submit_many([task(3), 5])
    assert settled(client, asg_sandbox) == 3


def test_batches_are_packed_full(client: Any, asg_sandbox: Sandbox) -> None:
    report = client.submit_many(
        (task(n) for n in range(25)), batch=10, callback_url="https://example.com/hook"
    )
    assert [(outcome.index, outcome.count) for outcome in report] == [(0, 10), (10, 10), (20, 5)]
    assert list(report.task_ids()) == []
    assert all(outcome.batch_id and outcome.idempotency_key is None for outcome in report)
    sent = asg_sandbox.requests("submit_batch")
    assert {entry["body"]["callback_url"] for entry in sent} == {"https://example.com/hook"}
    assert settled(client, asg_sandbox) == 25


@pytest.mark.parametrize("batch", [1, 0, -1, 1001])
def test_a_batch_of_a_size_that_cannot_be_is_refused(client: Any, batch: int) -> None:
    with pytest.raises(ValueError, match="batch must be"):
        client.submit_many([task()], batch=batch if batch != 1 else 1)


def test_what_a_task_of_a_batch_is_checked_for_is_what_the_batch_takes() -> None:
    """A batch goes out as its tasks were checked, and is not checked again."""
    _, (_, each), bounds = api.submit_batch.OPERATION.body[1]["tasks"]
    assert each == api.submit_task.OPERATION.body
    assert bounds == {"minItems": 1, "maxItems": BATCH_LIMIT}


@pytest.mark.parametrize("callback_url", [None, 'https://example.com/\u00e4"'])
def test_a_batch_is_encoded_once_and_as_any_body(callback_url: str | None, tmp_path: Path) -> None:
    source = Source([task(n) for n in range(3)])
    run = Submission(
        source,
        Form(),
        batch_size=3,
        callback_url=callback_url,
        path=tmp_path / "journal",
        target="https://asg.example",
        on_progress=lambda progress: None,
    )
    with run.journal:
        (chunk,) = run.chunks(run.read())
        sent = run.prepare(chunk, api.submit_batch.OPERATION).request
    body = {"tasks": [task(n) for n in range(3)]} | ({"callback_url": callback_url} if callback_url else {})
    assert sent.content == encode(api.submit_batch.OPERATION(body=body))
    assert (sent.method, sent.path) == ("POST", "/v1/tasks/batch")


def test_a_task_that_is_refused_does_not_hold_up_the_others(client: Any, asg_sandbox: Sandbox) -> None:
    tasks = [task(0), {**task(1), "type": "poetry"}, task(2)]
    report = client.submit_many(tasks)
    assert states(report) == ["submitted", "refused", "submitted"]
    refused = list(report)[1]
    assert refused.error == "unsupported task type"
    assert str(report) == "2 tasks submitted, 1 refused, 0 unclear, 0 not submitted"


def test_a_lost_answer_is_asked_for_again_with_the_same_key(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.fault("reset", when="after", operation="submit_task")
    report = client.submit_many([task(n) for n in range(5)])
    assert report.submitted == 5
    assert sum(outcome.replayed for outcome in report) == 1
    assert settled(client, asg_sandbox) == 5


def test_a_lost_answer_to_a_batch_is_unclear_and_never_sent_again(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    journal = tmp_path / "journal"
    asg_sandbox.fault("reset", when="after", operation="submit_batch")
    for _ in range(2):
        report = client.submit_many([task(n) for n in range(30)], batch=10, concurrency=1, journal=journal)
        assert [outcome.state for outcome in report] == ["unclear", "submitted", "submitted"]
        assert (report.unclear, report.submitted) == (10, 20)
    assert len(asg_sandbox.requests("submit_batch")) == 3
    assert settled(client, asg_sandbox) == 30


def test_a_batch_that_was_never_sent_is_not_unclear(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([Failure("refused", sent=False)] * 4)
    with pytest.raises(ASGGatewayError) as caught:
        client.submit_many([task(n) for n in range(4)], batch=2, concurrency=1)
    assert states(caught.value.report) == ["not_submitted"] * 4
    assert len(transport.requests) == 4


@pytest.mark.parametrize("batch", [False, 2])
def test_the_end_of_the_quota_stops_cleanly_and_says_what_was_submitted(
    connect: Callable[..., Any], asg_sandbox: Sandbox, tmp_path: Path, batch: bool | int
) -> None:
    small = connect(asg_sandbox.keys["small"], asg_sandbox.base_url)
    journal = tmp_path / "journal"
    tasks = [task(n) for n in range(20)]
    with pytest.raises(ASGGatewayHTTPError, match="quota exhausted") as caught:
        small.submit_many(tasks, batch=batch, concurrency=2, journal=journal)
    report = caught.value.report
    assert report is not None
    assert caught.value.status_code == 403
    assert report.submitted == (2 if batch else 3)
    assert states(report).count("not_submitted") == report.not_submitted == 20 - report.submitted
    assert not report.finished
    assert "not submitted" in caught.value.__notes__[0]
    assert str(journal) in caught.value.__notes__[0]
    # The account was upgraded; the rest goes, and nothing that went.
    live = connect(asg_sandbox.keys["live"], asg_sandbox.base_url)
    full = live.submit_many(tasks, batch=batch, journal=journal)
    assert (full.submitted, full.finished) == (20, True)
    assert settled(live, asg_sandbox) == 20 - report.submitted
    assert settled(small, asg_sandbox) == report.submitted


def test_an_unsized_input_says_that_there_may_be_more(
    connect: Callable[..., Any], asg_sandbox: Sandbox
) -> None:
    small = connect(asg_sandbox.keys["small"], asg_sandbox.base_url)
    endless = (task(n) for n in iter(int, 1))
    with pytest.raises(ASGGatewayHTTPError) as caught:
        small.submit_many(endless, concurrency=1)
    report = caught.value.report
    assert report is not None
    assert report.submitted == 3
    assert 1 <= report.not_submitted <= 2
    assert "there may be more" in str(report)
    assert pickle.loads(pickle.dumps(caught.value)).report.submitted == 3


def test_a_wrong_key_stops_at_once(connect: Callable[..., Any], asg_sandbox: Sandbox) -> None:
    stranger = connect("sk_live_unknown", asg_sandbox.base_url)
    with pytest.raises(ASGGatewayHTTPError, match="invalid API key") as caught:
        stranger.submit_many([task(n) for n in range(50)], concurrency=2)
    assert caught.value.report is not None
    assert caught.value.report.submitted == 0
    assert len(asg_sandbox.requests()) <= 4


def accepted(number: int) -> Any:
    return answer(
        202, {"task_id": f"tsk_{number}", "status": "pending", "created_at": "2026-01-01T00:00:00Z"}
    )


def throttled(after: str | None) -> Any:
    return answer(429, {"error": "rate limit exceeded"}, {"Retry-After": after} if after else {})


def test_everybody_waits_as_long_as_the_service_asks(scripted: Callable[..., Any]) -> None:
    # Beyond what one call waits by itself, so the submission does.
    client, transport = scripted([accepted(1), throttled("120"), accepted(2), accepted(3)])
    report = client.submit_many([task(n) for n in range(3)], concurrency=1)
    assert report.submitted == 3
    assert transport.fake_clock.sleeps == [120]


def test_a_service_that_asks_for_too_long_stops_the_submission(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([accepted(1), throttled("3600")])
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.submit_many([task(n) for n in range(3)], concurrency=1)
    assert caught.value.status_code == 429
    assert caught.value.retry_after == 3600
    assert states(caught.value.report) == ["submitted", "not_submitted", "not_submitted"]
    assert transport.fake_clock.sleeps == []


@pytest.mark.parametrize("batch", [False, 2])
def test_a_service_that_throttles_for_ever_is_left_in_the_end(
    scripted: Callable[..., Any], batch: bool | int
) -> None:
    client, transport = scripted(iter(lambda: throttled("61"), None))
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.submit_many([task(n) for n in range(4)], batch=batch, concurrency=1)
    assert states(caught.value.report) == ["not_submitted"] * 4
    assert 10 <= len(transport.requests) <= 100


def test_an_outage_stops_the_submission_and_single_tasks_go_again(
    scripted: Callable[..., Any], tmp_path: Path
) -> None:
    journal = tmp_path / "journal"
    client, outage = scripted([answer(500, {"error": "down"})] * 12)
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.submit_many([task(n) for n in range(8)], journal=journal, concurrency=1)
    assert states(caught.value.report) == ["unclear"] * 3 + ["not_submitted"] * 5
    client, recovered = scripted([accepted(n) for n in range(8)])
    assert client.submit_many([task(n) for n in range(8)], journal=journal).submitted == 8
    keys = [json.loads(request.content)["idempotency_key"] for request in outage.requests]
    again = [json.loads(request.content)["idempotency_key"] for request in recovered.requests]
    # One key for the four attempts of a task, and the same one when it is resumed.
    assert keys == [key for key in again[:3] for _ in range(4)]
    assert len(set(again)) == 8


def test_progress_is_told_after_every_request(client: Any) -> None:
    told: list[Progress] = []
    client.submit_many([task(0), {**task(1), "type": "poetry"}, task(2)], on_progress=told.append)
    assert told[-1] == Progress(2, 1, 3)
    assert len(told) == 3


def test_arguments_are_checked_before_anything_is_sent(client: Any, asg_sandbox: Sandbox) -> None:
    for concurrency in (0, -1, 1.5, True):
        with pytest.raises(ValueError, match="concurrency"):
            client.submit_many([task()], concurrency=concurrency)
    assert asg_sandbox.requests() == []


# The journal


def test_a_journal_is_taken_up_where_it_ended(client: Any, asg_sandbox: Sandbox, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    first = client.submit_many([task(n) for n in range(10)], journal=journal)
    again = client.submit_many((task(n) for n in range(15)), journal=journal)
    assert (first.submitted, again.submitted) == (10, 15)
    assert list(islice(again.task_ids(), 10)) == list(first.task_ids())
    assert len(asg_sandbox.requests("submit_task")) == 15


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"data_url": None}, "data_url must be a string, got NoneType"),
        ({"label_spec": {"question": "Cat?", "options": ["cat"]}}, "must have at least 2 items, got 1"),
    ],
)
def test_a_task_that_cannot_be_sent_is_refused_alone(
    client: Any, asg_sandbox: Sandbox, change: dict[str, Any], says: str
) -> None:
    report = client.submit_many([task(0), {**task(1), **change}, task(2)])
    assert states(report) == ["submitted", "refused", "submitted"]
    assert says in next(outcome.error for outcome in report if outcome.state == "refused")
    assert len(asg_sandbox.requests("submit_task")) == 2


def test_another_task_with_a_key_that_is_taken_is_refused(client: Any, asg_sandbox: Sandbox) -> None:
    first, second, other = ({**task(n), "idempotency_key": "k"} for n in (0, 0, 1))
    report = client.submit_many([first, second, task(5), other])
    assert states(report) == ["submitted", "submitted", "submitted", "refused"]
    (error,) = [outcome.error for outcome in report if outcome.state == "refused"]
    assert error == "task 3 has the idempotency_key 'k' of task 0, which is another task"
    assert len(asg_sandbox.requests("submit_task")) == 3


def test_no_two_tasks_of_a_submission_in_batches_have_one_key(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    tasks = [{**task(n), "idempotency_key": f"k-{key}"} for n, key in enumerate((0, 1, 0, 2, 1))]
    for _ in range(2):
        report = client.submit_many([*tasks, task(9), task(9)], batch=2, journal=tmp_path / "journal")
        assert [(each.index, each.error) for each in report if each.state == "refused"] == [
            (place, f"task {place} has the idempotency_key 'k-{key}' of task {key}, {KEYS_IN_BATCHES}")
            for place, key in ((2, 0), (4, 1))
        ]
        assert report.submitted == 5
    assert sum(len(sent["body"]["tasks"]) for sent in asg_sandbox.requests("submit_batch")) == 5


def test_no_two_tasks_of_a_batch_have_one_key(client: Any, asg_sandbox: Sandbox) -> None:
    one, other = ({**task(n), "idempotency_key": "k"} for n in (1, 2))
    for tasks in ([task(0), one, other], [task(0), one, task(3), one]):
        with pytest.raises(ASGGatewayError, match=r"tasks\[\d\] has the idempotency_key 'k' of tasks\[1\]"):
            client.submit_batch(tasks)
    assert asg_sandbox.requests("submit_batch") == []
    assert client.submit_batch([task(0), one, task(0)])["task_count"] == 3


def test_without_a_key_no_task_is_refused_for_it(connect: Callable[..., Any], asg_sandbox: Sandbox) -> None:
    with pytest.raises(ASGGatewayError, match="has no API key") as caught:
        connect(None, asg_sandbox.base_url).submit_many([task(n) for n in range(3)])
    assert states(caught.value.report) == ["not_submitted"] * 3
    assert asg_sandbox.requests("submit_task") == []


def test_a_task_that_was_refused_may_be_mended(client: Any, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    bad = [task(0), {**task(1), "type": "poetry"}]
    assert client.submit_many(bad, journal=journal).refused == 1
    assert client.submit_many(bad, journal=journal).refused == 1
    report = client.submit_many([task(0), task(1)], journal=journal)
    assert states(report) == ["submitted", "submitted"]


def test_a_journal_of_other_tasks_is_refused(client: Any, asg_sandbox: Sandbox, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    client.submit_many([task(n) for n in range(4)], journal=journal)
    with pytest.raises(ASGGatewayJournalError, match="differs from task 2"):
        client.submit_many([task(0), task(1), task(7), task(8)], journal=journal)
    with pytest.raises(ASGGatewayJournalError, match="mode single"):
        client.submit_many([task(n) for n in range(4)], journal=journal, batch=True)
    assert len(asg_sandbox.requests()) == 4


def test_a_journal_of_another_service_is_refused(
    client: Any, connect: Callable[..., Any], asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    client.submit_many([task()], journal=tmp_path / "journal")
    other = connect("sk_live_x", "http://127.0.0.1:9")
    with pytest.raises(ASGGatewayJournalError, match="base_url"):
        other.submit_many([task()], journal=tmp_path / "journal")


def test_files_that_are_no_journals_are_refused(client: Any, asg_sandbox: Sandbox, tmp_path: Path) -> None:
    text, other = tmp_path / "text", tmp_path / "other"
    text.write_text("not a database, and long enough to be taken for one " * 20)
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.close()
    for path in (text, other, tmp_path, tmp_path / "absent" / "journal"):
        with pytest.raises(ASGGatewayJournalError):
            client.submit_many([task()], journal=path)
    assert asg_sandbox.requests() == []


def test_one_journal_serves_one_submission_at_a_time(client: Any, tmp_path: Path) -> None:
    journal = tmp_path / "journal"

    def tasks() -> Iterator[dict[str, Any]]:
        yield task(0)
        database = sqlite3.connect(journal, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            database.execute("SELECT * FROM chunk").fetchall()
        database.close()

    assert client.submit_many(tasks(), journal=journal).submitted == 1


def test_a_journal_that_nobody_asked_for_goes_with_its_report(client: Any) -> None:
    report = client.submit_many([task()])
    path = report.journal
    assert path.exists()
    del report
    assert not path.exists()


def test_outcomes_that_are_iterated_hold_the_report_and_its_journal(client: Any) -> None:
    assert [outcome.state for outcome in client.submit_many([task(), task()])] == ["submitted", "submitted"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ends=st.lists(st.integers(0, 30), max_size=4), batch=st.sampled_from([False, 2, 7]))
def test_however_often_it_is_taken_up_again_each_task_goes_once(
    scripted: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory, ends: list[int], batch: bool | int
) -> None:
    taken: list[str] = []

    def service(request: Any) -> Any:
        body = json.loads(request.content)
        taken.extend(each["data_url"] for each in body.get("tasks", [body]))
        number = len(taken)
        return answer(202, {"task_id": f"tsk_{number}", "batch_id": f"bat_{number}", "task_count": 1})

    journal = tmp_path_factory.mktemp("journal") / "journal"
    for end in [*ends, 30]:
        client, _ = scripted(iter(lambda: service, None))
        tasks: list[Any] = [task(n) for n in range(30)]
        if end < 30:
            tasks[end] = "{"  # the input breaks off
        try:
            client.submit_many(tasks, journal=journal, batch=batch)
        except ValueError:
            continue
    assert sorted(taken) == sorted(each["data_url"] for each in map(task, range(30)))


CHILD = """
import asyncio, json, sys
from asg_gateway import AsyncASGGatewayClient
from tests_tasks import task

base_url, key, journal, batch, ready, lost = json.loads(sys.argv[1])

def tasks():
    for number in range(60):
        if number == ready:
            print("ready", flush=True)
            sys.stdin.readline()
        yield task(number)

async def main():
    async with AsyncASGGatewayClient(key, base_url) as client:
        await client.submit_many(tasks(), journal=journal, concurrency=lost, batch=batch)

asyncio.run(main())
"""


def killed_in_the_middle(sandbox: Sandbox, folder: Path, batch: bool | int, ready: int, lost: int) -> None:
    """Run a submission in a process, and kill it when the service has taken what it was never told of."""
    (folder / "tests_tasks.py").write_text(
        "from importlib import util\n"
        f"spec = util.spec_from_file_location('shared', {str(Path(__file__).with_name('tasks.py'))!r})\n"
        "module = util.module_from_spec(spec)\nspec.loader.exec_module(module)\ntask = module.task\n"
    )
    facts = [sandbox.base_url, sandbox.keys["live"], str(folder / "journal"), batch, ready, lost]
    program = f"import sys; sys.path[:0] = {[str(folder), *sys.path]!r}\n{CHILD}"
    operation = "submit_batch" if batch else "submit_task"
    command = [sys.executable, "-c", program, json.dumps(facts)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        before = len(sandbox.requests(operation))
        sandbox.fault("delay", delay=60, when="after", operation=operation, times=lost)
        child.stdin.write("\n")
        child.stdin.flush()
        end = time.monotonic() + 30
        while len(sandbox.requests(operation)) < before + lost and time.monotonic() < end:
            pass
        child.kill()


@pytest.fixture
def live(asg_sandbox: Sandbox) -> Iterator[Any]:
    from asg_gateway import ASGGatewayClient

    with ASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
        yield client


def test_after_a_kill_each_task_is_accepted_exactly_once(
    live: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    killed_in_the_middle(asg_sandbox, tmp_path, batch=False, ready=24, lost=4)
    report = live.submit_many((task(n) for n in range(60)), journal=tmp_path / "journal")
    assert (report.submitted, report.unclear, report.finished) == (60, 0, True)
    # These had been taken by the service, and the process died before it heard of it.
    assert sum(outcome.replayed for outcome in report) >= 4
    assert len(set(report.task_ids())) == 60
    assert settled(live, asg_sandbox) == 60


def test_after_a_kill_a_batch_under_way_is_unclear_and_the_others_go_once(
    live: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    killed_in_the_middle(asg_sandbox, tmp_path, batch=10, ready=40, lost=1)
    report = live.submit_many((task(n) for n in range(60)), journal=tmp_path / "journal", batch=10)
    assert (report.submitted, report.unclear) == (50, 10)
    assert [outcome.count for outcome in report if outcome.state == "unclear"] == [10]
    assert settled(live, asg_sandbox) == 60


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"status": 400}, "refused"),
        ({"status": 422}, "refused"),
        ({"status": 401}, "stop"),
        ({"status": 403}, "stop"),
        ({"status": 429}, "again"),
        ({"status": 500, "unclear": True}, "unclear"),
        ({"status": 302}, "stop"),
    ],
)
def test_what_an_error_means(facts: dict[str, Any], verdict: str) -> None:
    from asg_gateway.errors import CLASSES

    assert judge(CLASSES.for_status(facts["status"])("no", **facts)) == verdict  # type: ignore[arg-type]


@pytest.mark.parametrize("batch", [False, 2])
def test_an_environment_that_cannot_work_ends_a_submission_and_refuses_no_task(
    connect: Callable[..., Any],
    asg_sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    batch: bool | int,
) -> None:
    tasks, journal = [task(n) for n in range(4)], tmp_path / "journal"
    with monkeypatch.context() as patch:
        patch.setenv("NO_PROXY", "")
        patch.setenv("HTTP_PROXY", "http://127.0.0.1:99999")
        with pytest.raises(ASGGatewayConfigurationError, match="HTTP_PROXY") as caught:
            connect(asg_sandbox.keys["live"], asg_sandbox.base_url).submit_many(
                tasks, batch=batch, journal=journal
            )
    assert caught.value.unclear is False
    assert "0 tasks submitted, 0 refused, 0 unclear, 4 not submitted" in str(caught.value.__notes__)
    live = connect(asg_sandbox.keys["live"], asg_sandbox.base_url)
    report = live.submit_many(tasks, batch=batch, journal=journal)
    assert (report.submitted, report.refused) == (4, 0)


def test_outcomes_are_values() -> None:
    assert Outcome(0, 1, "submitted", task_id="tsk_1") == Outcome(0, 1, "submitted", task_id="tsk_1")


# Rows that JSON cannot say


NOT_JSON = [float("nan"), float("inf"), b"bytes", object(), {1, 2}, "\ud800"]


@pytest.mark.parametrize("batch", [False, 4])
def test_a_row_that_cannot_be_json_is_that_rows_refusal(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path, batch: Any
) -> None:
    tasks = [task(n) for n in range(12)]
    bad = {1, 4, 5, 6, 7, 11}
    for index, value in zip(sorted(bad), NOT_JSON, strict=True):
        tasks[index] = {**task(index), "callback_url": value}
    journal = tmp_path / "journal"
    report = client.submit_many(tasks, batch=batch, journal=journal)
    assert (report.submitted, report.refused, report.finished) == (6, 6, True)
    refused = {outcome.index: outcome.error or "" for outcome in report if outcome.state == "refused"}
    assert refused.keys() == bad
    assert all("callback_url" in error for error in refused.values()), refused
    assert "nan" in refused[1]
    assert settled(client, asg_sandbox) == 6
    # Again, with one of them fixed: nothing goes twice.
    tasks[5] = task(5)
    again = client.submit_many(tasks, batch=batch, journal=journal)
    assert (again.submitted, again.refused) == (7, 5)
    assert settled(client, asg_sandbox) == 7


def test_a_task_of_another_shape_does_not_fail_its_batch(client: Any, asg_sandbox: Sandbox) -> None:
    tasks = [task(0), {**task(1), "label_spec": "cat or dog"}, task(2), {"type": "sentiment"}]
    report = client.submit_many(tasks, batch=True)
    assert states(report) == ["submitted", "refused", "submitted", "refused"]
    errors = [outcome.error or "" for outcome in report]
    assert "label_spec must be an object" in errors[1]
    assert "data_url" in errors[3]
    assert settled(client, asg_sandbox) == 2


# Every error has the report


def test_a_bad_line_of_a_file_has_the_report(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_text(f"{json.dumps(task(0))}\n{json.dumps(task(1))}\n{{oops\n{json.dumps(task(2))}\n")
    with pytest.raises(ASGGatewayInputError, match="line 3 is not JSON") as caught:
        client.submit_many(path)
    assert isinstance(caught.value, ASGGatewayError)
    assert (caught.value.line, caught.value.report.submitted) == (3, 2)
    assert states(caught.value.report) == ["submitted", "submitted"]


def broken_input() -> Iterator[dict[str, Any]]:
    yield task(0)
    raise KeyError("of the caller")


def failing_hook(progress: Progress) -> None:
    raise LookupError("of the caller")


@pytest.mark.parametrize(
    ("arguments", "error", "submitted"),
    [
        ({"tasks": broken_input}, KeyError, 1),
        ({"tasks": lambda: [task(0), 5]}, ASGGatewayInputError, 1),
        ({"tasks": lambda: "/nonexistent/tasks.jsonl"}, OSError, 0),
        ({"tasks": lambda: [task(0)], "on_progress": failing_hook}, LookupError, 1),
        ({"tasks": lambda: [task(0), task(1)], "journal": "/nonexistent/journal"}, ASGGatewayJournalError, 0),
    ],
)
def test_whatever_ends_a_submission_has_the_report(
    client: Any, arguments: dict[str, Any], error: type[Exception], submitted: int
) -> None:
    with pytest.raises(error) as caught:
        client.submit_many(**{**arguments, "tasks": arguments["tasks"]()})
    report = caught.value.report  # type: ignore[attr-defined]
    assert report.submitted == submitted
    assert states(report).count("submitted") == submitted


@pytest.mark.parametrize("batch", [False, 2])
def test_a_full_disk_is_an_error_of_the_journal(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path, batch: Any
) -> None:
    journal = tmp_path / "journal"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(progress: Progress) -> None:
        # From now on no file may grow beyond this.
        size = Path(f"{journal}-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))

    tasks = [task(n) for n in range(20)]
    try:
        with pytest.raises(ASGGatewayJournalError, match=r"make room|see to the disk") as caught:
            client.submit_many(tasks, journal=journal, batch=batch, concurrency=1, on_progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert caught.value.__cause__ is None
    assert caught.value.report.submitted > 0
    report = client.submit_many(tasks, journal=journal, batch=batch)
    # A batch that could not be noted may have been taken, and is not sent again.
    assert report.submitted + report.unclear == 20
    assert settled(client, asg_sandbox) == 20


def test_a_damaged_journal_says_what_to_do(client: Any, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    client.submit_many([task(n) for n in range(300)], batch=2, journal=journal)
    data = bytearray(journal.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    journal.write_bytes(data)
    with pytest.raises(ASGGatewayJournalError, match=r"the journal .*; "):
        client.submit_many([task(n) for n in range(300)], batch=2, journal=journal)


def test_a_locked_journal_says_who_has_it(client: Any, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    client.submit_many([task()], journal=journal)
    other = sqlite3.connect(journal, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ASGGatewayJournalError, match="another process uses it"):
        client.submit_many([task()], journal=journal)
    other.close()


def test_a_byte_order_mark_is_skipped(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    path.write_text(f"{json.dumps(task(0))}\n{json.dumps(task(1))}\n", encoding="utf-8-sig")
    assert client.submit_many(path).submitted == 2
    for options in ({"mode": "rb"}, {"encoding": "utf-8"}, {"encoding": "utf-8-sig"}):
        with path.open(**options) as file:
            assert client.submit_many(file).submitted == 2
    assert client.submit_many(["\ufeff", json.dumps(task(2))]).submitted == 1
