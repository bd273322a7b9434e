"""Start a new service: spec in place, package generated, and the first form of everything else.

Usage: clientkit new NAME SPEC

NAME is what its files are named by and what it is imported as; SPEC an OpenAPI 3.1 document, YAML or JSON.
Nothing is left behind when the spec cannot be generated whole.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
from pathlib import Path

import yaml

from clientkit_codegen import generate
from clientkit_codegen.compat import Document, UnreadableError, parse
from clientkit_codegen.compat.document import lines
from clientkit_codegen.gates.lint import PROVENANCE, problems_of
from clientkit_codegen.gates.surface import write_records
from clientkit_codegen.generation import layout
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.scaffold.writing import write_service

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ROW = re.compile(r"^\| \[.*\|$", re.MULTILINE)


class RefusedError(Exception):
    """A service that cannot be started; the message says why."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit new", description="Start a new service.")
    parser.add_argument("name", metavar="NAME", help="what its files are named by: lower case, as `parcels`")
    parser.add_argument("spec", metavar="SPEC", type=Path, help="its OpenAPI 3.1 document, YAML or JSON")
    options = parser.parse_args(arguments)
    try:
        written = start(options.name, options.spec)
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"specs/{options.name}.yaml")
    for path in written:
        print(layout.relative(path))
    document = parse((layout.project().specs / f"{options.name}.yaml").read_text(encoding="utf-8"))
    if problems := list(problems_of(document)):
        print(f"\nmake check will ask for {len(problems)} more things in the spec, the first of them:")
        print(f"  {problems[0][2]}")
    print(f"\nnow: .venv/bin/python -m pytest tests/{options.name}, then make the facade the product's own")
    return 0


def start(name: str, spec: Path) -> list[Path]:
    """Write everything that a service needs; return the paths of what was written by way of a first form.

    Raises:
        RefusedError: When the name is taken or cannot be one, or the spec cannot be used.
    """
    service = Service(name, (name,))
    _refuse_name(service)
    text, document = read_spec(spec)
    text = marked(text, document)
    table = layout.project().table.read_text(encoding="utf-8")
    service.spec.write_text(text, encoding="utf-8")
    layout.project().table.write_text(
        f'{table.rstrip()}\n{name} = {{ facades = ["{name}"] }}\n', encoding="utf-8"
    )
    if generate.main([name]):
        service.spec.unlink()
        layout.project().table.write_text(table, encoding="utf-8")
        shutil.rmtree(service.package, ignore_errors=True)
        raise RefusedError(f"{spec}: fix what is said above, and start again")
    written = write_service(service, parse(text))
    _list_page(name)
    if generate.main([]):
        raise RefusedError("the twins could not be derived; fix what is said above, then make generate")
    write_records()
    return written


def _refuse_name(service: Service) -> None:
    if not _NAME.fullmatch(service.name):
        raise RefusedError(f"NAME={service.name}: write it in lower case, letters, digits and underscores")
    sandbox = layout.project().sandbox / f"{service.name}.py"
    places = (service.spec, service.package, layout.project().facades / service.name, sandbox)
    if taken := [layout.relative(path) for path in places if path.exists()]:
        raise RefusedError(f"NAME={service.name} is taken: {', '.join(taken)}")
    if service.name in sys.stdlib_module_names:
        raise RefusedError(f"NAME={service.name} would hide a module of the standard library")


def read_spec(spec: Path) -> tuple[str, Document]:
    """Return a spec as YAML, and as a document.

    Raises:
        RefusedError: When it cannot be read, or is no OpenAPI 3.1.
    """
    try:
        text = spec.read_text(encoding="utf-8")
        document = parse(text)
    except (OSError, UnreadableError) as error:
        raise RefusedError(f"{spec}: {error}") from None
    if not str(document.data["openapi"]).startswith("3.1"):
        raise RefusedError(
            f"{spec}: OpenAPI 3.1 is needed, this is {document.data['openapi']}; convert it first"
        )
    if text.lstrip().startswith("{"):
        text = yaml.safe_dump(json.loads(text), sort_keys=False, allow_unicode=True, width=120)
        document = parse(text)
    return text, document


def marked(text: str, document: Document) -> str:
    """Return a spec with the marks that the house asks for: not to be repeated, from the documentation.

    Both are the careful answer; who knows better says so. They are written where an operation has its id on a
    line of its own, so that everything else stays as it was written.
    """
    rows = text.splitlines()
    places = lines(text, [f"{each.here.at}/operationId" for each in document.operations])
    for operation in sorted(document.operations, key=lambda each: -places[f"{each.here.at}/operationId"]):
        number = places[f"{operation.here.at}/operationId"]
        row = rows[number - 1]
        if not row.lstrip().startswith("operationId:"):
            continue
        indent = row[: len(row) - len(row.lstrip())]
        node = operation.node
        marks = []
        if PROVENANCE not in node:
            marks.append(f"{indent}{PROVENANCE}: doc")
        if operation.method in ("POST", "PATCH") and not {"x-idempotent", "x-idempotency-key"} & node.keys():
            marks.append(f"{indent}x-idempotent: false")
        rows[number:number] = marks
    return "\n".join(rows) + "\n"


def _list_page(name: str) -> None:
    """Add the page of a service to the index of the documentation."""
    index = layout.project().docs / "index.md"
    text = index.read_text(encoding="utf-8") if index.is_file() else ""
    if rows := list(_ROW.finditer(text)):
        title = "".join(part.capitalize() for part in name.split("_"))
        end = rows[-1].end()
        index.write_text(f"{text[:end]}\n| [{title}]({name}.md) | its client |{text[end:]}", encoding="utf-8")
