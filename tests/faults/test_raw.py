"""Every method of every client gives through `raw` what it gives without, with the answer that it came in."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
from clientkit.errors import ClientError
from clientkit.operation import Answer
from clientkit.testing import ScriptedTransport, answer
from clientkit.transport import HttpRequest
from clientkit.views import RawAnswer, raw
from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import parse
from clientkit_codegen.generation import layout
from clientkit_codegen.scaffold.examples import Examples

from tests.faults import inputs
from tests.faults.probe import BASE_PATH, ORIGIN, Probe
from tests.faults.surfaces import SURFACES
from tests.faults.wire import Sent


class Playing(ScriptedTransport):
    """Answers every request with an example of what is documented for it."""

    def __init__(self, service: str) -> None:
        super().__init__(iter(lambda: self._played, None))
        self.first: list[Answer] = []
        self._service = service

    def _played(self, request: HttpRequest) -> Answer:
        return self.first.pop(0) if self.first else played(self._service, request)


def played(service: str, request: HttpRequest) -> Answer:
    operation = Sent(service, request, ORIGIN, BASE_PATH).operation
    status, documented = next(
        (int(status), each) for status, each in sorted(operation.answers.items()) if status.startswith("2")
    )
    for kind, pointer in documented.content.items():
        if kind.endswith("json") and pointer is not None:
            document, examples = written(service)
            return answer(status, examples.of(document.at(pointer)), {"content-type": kind})
        if kind == "text/event-stream":
            return answer(status, "", {"content-type": kind})
        return answer(status, "text", {"content-type": kind})
    return answer(status)


@functools.cache
def written(service: str) -> tuple[Document, Examples]:
    document = parse((layout.project().specs / f"{service}.yaml").read_text(encoding="utf-8"))
    return document, Examples(document)


# They send when they are read, so that there is no answer yet.
LAZY = {
    "ASGGatewayClient.poll_many",
    "Classes.iter_classes_sync",
    "Commits.iter_commits_sync",
    "Containers.iter_containers_sync",
    "Health.follow_history_sync",
    "Health.iter_batches_sync",
    "MessageMethods.send_message_stream",
}


def outcome(method: Any, arguments: dict[str, Any]) -> Any:
    """Return what a call came to: its result, or its error."""
    try:
        return method(**arguments)
    except (ClientError, OSError) as error:
        return error


@pytest.mark.parametrize("surface", SURFACES)
def test_a_method_gives_through_raw_what_it_gives_without(
    surface: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    probe = Probe(SURFACES[surface])
    wrong, answered = [], 0
    for method in inputs.methods(surface):
        # A session of slots is closed by some of them.
        client = SURFACES[surface].build(Playing(SURFACES[surface].service))
        plain = outcome(method.bound(client), probe.arguments(method))
        client = SURFACES[surface].build(Playing(SURFACES[surface].service))
        result = outcome(raw(method.bound(client)), probe.arguments(method))
        if isinstance(result, RawAnswer):
            answered += 1
            parsed = outcome(result.parse, {})
            if type(parsed) is not type(plain) or not 200 <= result.status < 300:
                wrong.append(f"{method} is a {type(plain).__name__}, through raw {parsed!r} of {result!r}")
            result = parsed
        elif str(method) not in LAZY and type(result) is not type(plain):
            wrong.append(f"{method} is {plain!r}, through raw {result!r}")
        for each in (plain, result):
            if callable(close := getattr(each, "close", None)):
                close()
    assert "\n".join(wrong) == ""
    assert answered
