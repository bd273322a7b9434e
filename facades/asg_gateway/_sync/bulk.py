# Derived from facades/asg_gateway/_async/bulk.py by make generate; edit that file.
"""Many tasks: submitting them and waiting for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from asg_api.api import tasks as api
from asg_gateway import known, results
from asg_gateway.bodies import at_least, checked_text
from asg_gateway.errors import ASGGatewayError
from asg_gateway.forms import Form
from asg_gateway.journal import Journal
from asg_gateway.progress import shown
from asg_gateway.report import SubmissionReport, TaskIds
from asg_gateway.schedule import Entry, Schedule
from asg_gateway.sources import Source
from asg_gateway.submission import Chunk, Portion, Progress, Submission, chunk_size
from clientkit.facade import Core
from clientkit.polling import PollPolicy

if TYPE_CHECKING:
    from asg_gateway.types import Result

# A submission is there to get through: it repeats what is safe to repeat, asked for or not.
_LEAST_RETRIES = 3
# Requests under way when the caller does not say how many; the sync client then sends one after the other.
_PLACES = 16


def submit_many(
    core: Core,
    tasks: Any,
    form: Form,
    *,
    batch: bool | int,
    callback_url: str | None,
    journal: Path | None,
    concurrency: int | None,
    on_progress: Callable[[Progress], None] | None,
    progress: bool | None,
) -> SubmissionReport:
    """Submit tasks; the arguments are those of the client's method.

    Raises:
        ASGGatewayError: What ended the submission, with the report.
    """
    size = chunk_size(batch)
    places = _PLACES if concurrency is None else at_least("concurrency", concurrency, 1)
    if form.has_keys and size > 1:
        raise ValueError("key= and run= need batch=False: what keys inside a batch do is not documented")
    core = core.view(max_retries=max(core.settings.retry.max_retries, _LEAST_RETRIES))
    with shown("Submitting tasks", progress, on_progress, core.clock.monotonic) as tell:
        source = Source(tasks)
        run = Submission(
            source,
            form,
            batch_size=size,
            callback_url=checked_text("callback_url", callback_url),
            path=journal,
            target=core.settings.origin + core.settings.base_path,
            on_progress=tell,
            shape=api.submit_task.OPERATION.body,
        )
        with run:
            try:
                if tell.is_heard:
                    source.expect()
                with core.tasks(places, threads=concurrency is not None) as group:
                    while not run.stopped:
                        portion = _read_on(core, run)
                        if not portion.items:
                            break
                        for chunk in run.chunks(portion):
                            group.start(_submit_chunk, core, run, chunk)
            except Exception as error:  # noqa: BLE001  (whatever it is, the report goes with it)
                run.stop(error)
            except BaseException:
                # Threads that still send are to end with what they are at.
                run.stop(RuntimeError("interrupted"))
                raise
    return run.end()


def _read_on(core: Core, run: Submission) -> Portion:
    if run.source.is_remote:
        portion: Portion = core.in_thread(run.read)
    else:
        portion = core.outcome(run.read())
    return portion


def _submit_chunk(core: Core, run: Submission, chunk: Chunk) -> None:
    try:
        _send_chunk(core, run, chunk)
    except Exception as error:  # noqa: BLE001  (a journal or a hook that fails: what is under way goes on)
        run.stop(error)


def _send_chunk(core: Core, run: Submission, chunk: Chunk) -> None:
    clock = core.clock
    single = chunk.key is not None
    operation = api.submit_task.OPERATION if single else api.submit_batch.OPERATION
    reader = results.reader("task_id" if single else "batch_id")
    while not run.stopped:
        pause = run.pause(clock.monotonic())
        if pause:
            clock.sleep(pause)
            continue
        run.sending(chunk)
        try:
            answer = core.send(run.prepare(chunk, operation), reader)
        except ASGGatewayError as error:
            if run.failed(chunk, error, clock.monotonic()):
                return
        else:
            known.remember(core.channel, chunk.key, answer.get("task_id", ""))
            run.accepted(chunk, answer)
            return


def poll_many(
    core: Core,
    task_ids: Iterable[str],
    policy: PollPolicy,
    *,
    journal: Path | None,
    concurrency: int,
    on_failure: Callable[[str, ASGGatewayError], None] | None,
    on_progress: Callable[[Progress], None] | None,
    progress: bool | None,
) -> Iterator[Result]:
    """Yield the results of tasks as they come.

    Args:
        core: Sends.
        task_ids: The tasks.
        policy: How long and how often each is read.
        journal: Where results are kept, and read from when they are there; None for nowhere.
        concurrency: How many reads are under way at a time.
        on_failure: Told of every task that is given up.
        on_progress: Told after every task.
        progress: Whether a bar is shown.

    Raises:
        ASGGatewayPollManyError: Tasks were given up, and nobody was told.
        ASGGatewayJournalError: The journal cannot be used.
    """
    clock = core.clock
    report = task_ids.report if isinstance(task_ids, TaskIds) else None
    # Results of a report are kept for its rows, but are read again unless the caller named a journal.
    place = journal or (None if report is None else report.journal)
    if journal is not None and report is not None:
        report.kept(journal)
    with (
        shown("Waiting for results", progress, on_progress, clock.monotonic) as tell,
        Schedule(task_ids, policy, on_failure, tell) as schedule,
        _kept(core, place) as kept,
    ):
        while True:
            # A place for each read of a wave: nothing is under way while the caller has a result.
            group = core.tasks(concurrency)
            wave = schedule.take(group.capacity, clock.monotonic())
            if not wave:
                pause = schedule.pause(clock.monotonic())
                if pause is None:
                    break
                clock.sleep(pause)
                tell.tick()
                continue
            found: list[Result] = []
            with group:
                for entry in wave:
                    known = None if kept is None or journal is None else kept.result(entry.task_id)
                    if known is None:
                        group.start(_read_result, core, schedule, entry, found, kept)
                    else:
                        schedule.done(entry)
                        found.append(cast("Result", known))
            for result in found:
                yield result
        schedule.end()


def _kept(core: Core, place: Path | None) -> AbstractContextManager[Journal | None]:
    if place is None:
        return nullcontext()
    return Journal(place, {"base_url": core.settings.origin + core.settings.base_path}, shared=True)


def _read_result(
    core: Core, schedule: Schedule, entry: Entry, found: list[Result], kept: Journal | None
) -> None:
    clock = core.clock
    call = api.get_result.OPERATION(entry.task_id)
    try:
        ready, state = core.send(
            call, parse=lambda answer: (answer.status != 202, results.result_or_pending(answer))
        )
    except ASGGatewayError as error:
        schedule.failed(entry, error, clock.monotonic())
    else:
        if ready:
            if kept is not None:
                kept.keep(entry.task_id, state)
            schedule.done(entry)
            found.append(cast("Result", state))
        else:
            schedule.pending(entry, state, clock.monotonic())
