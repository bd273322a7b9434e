"""Write the files of a new service from its generated package and its spec."""

from __future__ import annotations

import json
import keyword
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from pprint import pformat
from typing import Any
from urllib.parse import quote

import jinja2
from clientkit.files import write_file

from clientkit_codegen.compat.document import Document, Located, Operation, children, elements, essence
from clientkit_codegen.compat.operations import parameters, responses
from clientkit_codegen.escaping import in_docstring, in_f_string, in_literal, in_markdown, quoted
from clientkit_codegen.generation import layout
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.generation.shapes import Reserved
from clientkit_codegen.scaffold.examples import Examples
from clientkit_codegen.scaffold.reading import Method, Resource, resources
from clientkit_codegen.unasync import CODE_NAMES, NAMES, Rules

_TEMPLATES = Path(__file__).with_name("templates")
_WIDTH = 108
_DOCUMENT = "urn:document"
_STORY = 4
_MESSAGES = ("message", "detail", "title", "error", "description", "reason")
_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)


@dataclass(frozen=True)
class Call:
    """A call of a method with values that the service takes.

    Attributes:
        operation: Id of the operation.
        resource: Name of the group of methods.
        name: Name of the method.
        values: Its required arguments, as expressions.
        imports: What the expressions need.
    """

    operation: str
    resource: str
    name: str
    values: dict[str, str]
    imports: tuple[str, ...]

    @property
    def arguments(self) -> str:
        """The arguments as an expression of a dict."""
        return "{" + ", ".join(f'"{name}": {value}' for name, value in self.values.items()) + "}"

    @property
    def given(self) -> str:
        """The arguments as they stand in a call."""
        return ", ".join(f"{name}={value}" for name, value in self.values.items())

    @property
    def arguments_imports(self) -> str:
        """The imports as lines."""
        return "\n".join(self.imports)


@dataclass(frozen=True)
class Handler:
    """How a sandbox answers an operation."""

    operation: str
    name: str
    summary: str
    answer: str


def write_service(service: Service, document: Document) -> list[Path]:
    """Write facade, sandbox, quickstart, page and tests; return their paths.

    Args:
        service: The service; its package is generated already.
        document: Its spec.
    """
    scaffold = _Scaffold(service, document)
    texts = dict(scaffold.files())
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode(), name=layout.relative(path))
    python = [str(path) for path in texts if path.suffix == ".py"]
    ruff = [sys.executable, "-P", "-m", "ruff"]
    subprocess.run([*ruff, "check", "--quiet", "--fix-only", *python], cwd=layout.project().root, check=False)
    subprocess.run([*ruff, "format", "--quiet", *python], cwd=layout.project().root, check=True)
    return list(texts)


class _Scaffold:
    def __init__(self, service: Service, document: Document) -> None:
        self.service, self.document = service, document
        self.name = service.name
        self.prefix = "".join(part.capitalize() for part in self.name.split("_"))
        self.resources = resources(service.package)
        models = {name for each in self.resources for name in each.names}
        for each in self.resources:
            # A model of the same name would hide the class, or the class the model; so would the client.
            taken = each.class_name in models or keyword.iskeyword(each.class_name)
            taken = taken or each.class_name in (
                f"{self.prefix}Client",
                "BaseClient",
                "FixedAuth",
                "Resource",
            )
            each.suffix = "Resource" if taken else ""
        self.operations = {each.id: each for each in document.operations}
        self.tried = set(self.operations)
        self.reserved = Reserved(document.data["paths"])
        self.examples = Examples(document)
        if service.keeps_document:
            # The sandbox answers what can be distinguished.
            kept = json.loads((service.package / "openapi.json").read_text(encoding="utf-8"))
            self.tried = {each.id for each in Document(kept).operations}
            self.examples = Examples(document, _fitting(kept))
        loader = jinja2.FileSystemLoader(_TEMPLATES)
        # Python and Markdown, not HTML: nothing is to be escaped.
        self.env = jinja2.Environment(  # noqa: S701
            loader=loader, undefined=jinja2.StrictUndefined, keep_trailing_newline=True
        )
        self.env.filters.update(doc=in_docstring, text=in_literal, md=in_markdown, quoted=quoted)
        info = document.data.get("info") or {}
        scheme, header = self._scheme()
        self.env.globals.update(
            name=self.name,
            package=service.package.name,
            prefix=self.prefix,
            variable=self.name.upper(),
            title=" ".join(str(info.get("summary") or info.get("title") or self.prefix).split()).rstrip("."),
            base_url=self._base_url(),
            resources=self.resources,
            described=self._described(),
            wrapped=_wrapped,
            header=header,
            token=""
            if scheme == "Bearer" and header == "Authorization"
            else f"header={quoted(header)}, scheme={quoted(scheme)}, ",
            expected=f'f"{in_f_string(scheme)} {{KEY}}"' if scheme else "KEY",
            shown=f"{scheme} <api key>".strip(),
            sandbox=self._sandbox_module(),
            running=quoted(self.name)
            if layout.project().sandbox_package == layout.OUR_SANDBOX
            else "service",
            own_document=service.keeps_document,
            # Our own packages are installed.
            roots=""
            if layout.project().sandbox_package == layout.OUR_SANDBOX
            else json.dumps(layout.import_roots(layout.project())).replace("[", "(").replace("]", ")"),
            depth=len(layout.project().examples.relative_to(layout.project().root).parts),
        )

    def _sandbox_module(self) -> str:
        """Return the import name of the sandbox."""
        package = layout.project().sandbox_package
        return f"{package}.{self.name}" if package else f"{self.name}_sandbox"

    def files(self) -> Iterator[tuple[Path, str]]:
        """Yield the files with their texts."""
        facade = layout.project().facades / self.service.facades[0]
        calls = [
            self._call(resource, method)
            for resource in self.resources
            for method in resource.methods
            if method.operation in self.tried
        ]
        story = sorted(calls, key=self._simplicity)[:_STORY]
        secured = next((each for each in calls if self._is_secured(each.operation)), None)
        errors_text = self._rendered("errors.py")
        errors = _CLASS.findall(errors_text)
        exported = sorted([*errors, f"{self.prefix}Client", f"Async{self.prefix}Client"])
        yield (
            facade / "__init__.py",
            self._rendered("facade_init.py", errors=sorted(errors), exported=exported),
        )
        yield facade / "__main__.py", self._rendered("main.py")
        yield facade / "errors.py", errors_text
        yield facade / "config.py", self._rendered("config.py")
        yield facade / "py.typed", ""
        yield facade / "_async" / "__init__.py", ""
        yield facade / "_async" / "client.py", self._kept(self._rendered("client.py"))
        for each in self.resources:
            text = self._rendered("resource.py", resource=each)
            yield facade / "_async" / f"{each.public}.py", self._kept(text)
        yield (
            layout.project().sandbox / f"{self._sandbox_module().rpartition('.')[2]}.py",
            self._rendered("sandbox.py", handlers=self._handlers(), error_body=self._error_body()),
        )
        yield (
            layout.project().examples / f"{self.name}_quickstart.py",
            self._rendered("quickstart.py", story=story, story_imports=_imports(story)),
        )
        yield (
            layout.project().docs / f"{self.name}.md",
            self._rendered("page.md", first=next(iter(story), None)),
        )
        yield (
            layout.project().tests / self.name / f"test_{self.name}_client.py",
            self._rendered("test_client.py", calls=calls, secured=secured, test_imports=_imports(calls)),
        )

    def _simplicity(self, call: Call) -> tuple[bool, int]:
        return self.operations[call.operation].method != "GET", len(call.values)

    def _kept(self, text: str) -> str:
        """Return a module with the names that the sync code is to keep, where it has any of them."""
        rules = Rules(NAMES, CODE_NAMES)
        words = set(re.findall(r"\w+", text))
        found = sorted(name for name in self._own_names & words if rules.changes(name))
        # A class of the service whose name begins as those of the client do; the one of the client goes on.
        found += sorted(each.class_name for each in self.resources if each.class_name.startswith("Async"))
        return text if not found else f"# unasync: keep {', '.join(dict.fromkeys(found))}\n{text}"

    @cached_property
    def _own_names(self) -> frozenset[str]:
        names = {self.name, self.service.package.name}
        for each in self.resources:
            names |= {each.name, each.public, *each.names, *re.findall(r"\w+", " ".join(each.names.values()))}
            for method in each.methods:
                names |= {method.name, method.operation, *(one.name for one in method.arguments)}
        return frozenset(names)

    def _rendered(self, template: str, **values: Any) -> str:
        return self.env.get_template(f"{template}.jinja").render(**values)

    def _described(self) -> dict[str, str]:
        from clientkit_codegen.generation.document import module_name

        tags = elements(self.document.root("tags"))
        said = {module_name(str(each.node.get("name")), ""): each.node.get("description") for each in tags}
        return {
            each.name: " ".join(str(said.get(each.name) or f"The operations of {each.name}.").split())
            for each in self.resources
        }

    def _base_url(self) -> str:
        servers = self.document.data.get("servers")
        url = servers[0].get("url", "") if isinstance(servers, list) and servers else ""
        return str(url) if str(url).startswith("http") else "https://api.example.com"

    def _scheme(self) -> tuple[str, str]:
        """Return the word before the key and the header that carries it."""
        for _, here in children(self.document.root("components", "securitySchemes")):
            node = self.document.resolve(here).node
            if node.get("type") == "apiKey" and node.get("in") == "header":
                return "", str(node.get("name"))
        return "Bearer", "Authorization"

    def _is_secured(self, operation_id: str) -> bool:
        node = self.operations[operation_id].node
        security = node.get("security", self.document.data.get("security")) or []
        # An empty requirement among them: the operation takes a call without a key as well.
        return bool(security) and {} not in security

    def _call(self, resource: Resource, method: Method) -> Call:
        operation = self.operations[method.operation]
        from clientkit_codegen.generation.document import module_name

        reserved = self.reserved.of(operation.path, operation.method.lower())
        given = {
            module_name(str(here.node.get("name"))): self.examples.of(
                here.child("schema"), str(here.node["name"]), but_not=reserved.get(here.node["name"], ())
            )
            for here in parameters(self.document, operation).values()
        }
        values, imports = {}, []
        for argument in method.arguments:
            if argument.optional:
                continue
            value = (
                self._body(operation) if argument.name == "body" else given.get(argument.name, argument.name)
            )
            kind = argument.type.split(" | ")[0]
            module = method.imports.get(kind, "")
            if module.startswith(f"{self.service.package.name}.models") and isinstance(value, dict):
                imports.append(f"from {self.service.package.name}.models import {kind}")
                values[argument.name] = f"{kind}.from_dict({value!r})"
            elif module.startswith(f"{self.service.package.name}.models"):
                imports.append(f"from {self.service.package.name}.models import {kind}")
                values[argument.name] = f"{kind}({value!r})"
            elif kind.startswith("datetime."):
                imports.append("import datetime")
                values[argument.name] = f"{kind}.fromisoformat({value!r})"
            elif kind == "UUID":
                imports.append("from uuid import UUID")
                values[argument.name] = f"UUID({value!r})"
            elif kind == "File":
                imports += ["from io import BytesIO", "from clientkit.operation.types import File"]
                values[argument.name] = 'File(BytesIO(b"example"))'
            else:
                values[argument.name] = repr(value)
        return Call(method.operation, resource.public, method.name, values, tuple(dict.fromkeys(imports)))

    def _body(self, operation: Operation) -> Any:
        from clientkit_codegen.generation.document import sent_media

        body = self.document.resolve(operation.here.child("requestBody"))
        media = body.child("content", sent_media(body.child("content").node))
        return self.examples.of(media.child("schema"), "body")

    def _handlers(self) -> list[Handler]:
        found = []
        for resource in self.resources:
            for method in resource.methods:
                if method.operation not in self.tried:
                    continue
                answer = self._answer(self.operations[method.operation])
                found.append(Handler(method.operation, method.name, method.summary, answer))
        return found

    def _answer(self, operation: Operation) -> str:
        """Return the expression of an example of the first documented success, else of the default answer."""
        answers = responses(self.document, operation)
        successes = sorted(status for status in answers if status.startswith("2"))
        successes = successes or [status for status in answers if status == "default"]
        if not successes:
            return "None"
        here = answers[successes[0]]
        headers = {
            name: str(self.examples.of(self.document.resolve(each).child("schema"), name))
            for name, each in children(here.child("headers"))
            if self.document.resolve(each).node.get("required") is True
        }
        body = _literal(self._content(here))
        return f"Answer({body}, headers={headers!r})" if headers else body

    def _content(self, here: Located) -> Any:
        media = children(here.child("content"))
        if not media:
            return None
        kind, first = media[0]
        if essence(kind).endswith("json"):
            return self.examples.of(first.child("schema"), "answer")
        return b"data: {}\n\n" if essence(kind) == "text/event-stream" else b"example"

    def _error_body(self) -> str:
        """Return the expression of an error's body, with the message where the documented shape has one."""
        for operation in self.document.operations:
            for status, here in responses(self.document, operation).items():
                body = self._content(here) if not status.startswith("2") else None
                if isinstance(body, dict):
                    return _literal(_with_message(body)).replace("'<message>'", "problem.message")
        return '{"error": problem.message}'


def _fitting(kept: dict[str, Any]) -> Callable[[Located, Any], bool]:
    """Return what says whether a schema of a document takes a value, as the sandbox sees it."""
    import jsonschema_rs

    registry = jsonschema_rs.Registry([(_DOCUMENT, kept)])

    def fits(schema: Located, value: Any) -> bool:
        try:
            validator = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_DOCUMENT}{quote(schema.at, safe='#/~')}"}, registry=registry
            )
            return bool(validator.is_valid(value))
        except (ValueError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError):
            # Where the schema cannot be judged, the value is as good as any.
            return True

    return fits


def _imports(calls: list[Call]) -> list[str]:
    return sorted({line for each in calls for line in each.imports})


def _with_message(body: dict[str, Any]) -> dict[str, Any]:
    for name in _MESSAGES:
        if isinstance(body.get(name), str):
            return {**body, name: "<message>"}
    for name in _MESSAGES:
        if isinstance(body.get(name), dict):
            return {**body, name: _with_message(body[name])}
    return body


def _literal(value: Any) -> str:
    return pformat(value, width=90, sort_dicts=False)


def _wrapped(name: str, text: str) -> str:
    return textwrap.fill(
        f"{name}: {in_docstring(text)}",
        _WIDTH,
        initial_indent=" " * 12,
        subsequent_indent=" " * 16,
        break_long_words=False,
    )
