"""Start a new service: spec in place, package generated, and the first form of everything else.

Usage: clientkit new NAME SPEC [--skip] [--profile own|foreign]

NAME is what its files are named by and what it is imported as; SPEC an OpenAPI document of version 3.0 to
3.2, YAML or JSON, in one file or several. Nothing is left behind when the client cannot be made.

Exit codes: 0 for a new service, 1 when it cannot be made, 2 for wrong arguments.
"""

from __future__ import annotations

import argparse
import json
import keyword
import os
import re
import sys
import traceback
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from clientkit.files import FileRefusedError, write_file

from clientkit_codegen import generate, loading, undo
from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import lines
from clientkit_codegen.escaping import safe_lines
from clientkit_codegen.gates.lint import PROVENANCE, problems_of
from clientkit_codegen.gates.surface import write_records
from clientkit_codegen.generation import layout, source
from clientkit_codegen.generation.bundling import FILES
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.generation.normalise import Normalised
from clientkit_codegen.generation.walking import map_schemas
from clientkit_codegen.scaffold.writing import write_service

_NAME = re.compile(r"[a-z][a-z0-9_]*")
# Names that no file has on Windows.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}
_ROW = re.compile(r"^\| \[.*\|$", re.MULTILINE)


class RefusedError(Exception):
    """A service that cannot be started; the message says why."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit new", description="Start a new service.")
    parser.add_argument("name", metavar="NAME", help="what its files are named by: lower case, as `parcels`")
    parser.add_argument(
        "spec", metavar="SPEC", type=Path, nargs="?", help="its OpenAPI document, YAML or JSON"
    )
    parser.add_argument("--spec", dest="option", metavar="SPEC", type=Path, help="the same, as an option")
    parser.add_argument(
        "--skip", action="store_true", help="leave out the operations that cannot be generated"
    )
    parser.add_argument("--profile", choices=("own", "foreign"), help="what the lint asks of the document")
    options = parser.parse_args(arguments)
    spec = options.option or options.spec
    if spec is None:
        parser.error("name the document: clientkit new NAME --spec SPEC")
    try:
        written = start(options.name, spec, skip=options.skip, profile=options.profile)
    except (RefusedError, FileRefusedError) as error:
        print(safe_lines(str(error)), file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001  (what goes wrong is said in one line, and undone)
        at = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
        said += f" ({Path(at.filename).name}, line {at.lineno})"
        fault = "this is a fault of clientkit, please report it; nothing was written"
        print(safe_lines(f"{spec}: {said}; {fault}"), file=sys.stderr)
        return 1
    service = next(each for each in layout.services() if each.name == options.name)
    print(layout.relative(service.spec))
    for path in written:
        print(layout.relative(path))
    print(f"\nnow: python -m pytest {layout.relative(layout.project().tests / options.name)}")
    return 0


def start(name: str, spec: Path, *, skip: bool = False, profile: str | None = None) -> list[Path]:
    """Write everything that a service needs; return the paths of what was written by way of a first form.

    Raises:
        RefusedError: When the name is taken or cannot be one, or the spec cannot be used.
    """
    project = layout.project()
    _refuse_name(Service(name, (name,)))
    document = read_spec(spec)
    text, is_own = text_of(spec, document, profile)
    folders = [
        project.specs,
        project.generated,
        project.facades,
        project.sandbox,
        project.tests,
        project.docs,
    ]
    with undo.everything([*folders, project.examples]):
        return _written(name, spec, text, skip=skip, is_own=is_own)


def _written(name: str, spec: Path, text: str, *, skip: bool, is_own: bool) -> list[Path]:
    project = layout.project()
    options = [
        f'facades = ["{name}"]',
        *([] if is_own else ['lint = "foreign"']),
        *(["skip = true"] if skip else []),
    ]
    place = project.specs / f"{name}.{'json' if text.lstrip().startswith('{') else 'yaml'}"
    project.specs.mkdir(parents=True, exist_ok=True)
    write_file(place, text.encode(), name=layout.relative(place))
    table = project.table.read_text(encoding="utf-8") if project.table.is_file() else "[services]\n"
    line = f"{name} = {{ {', '.join(options)} }}"
    write_file(project.table, f"{table.rstrip()}\n{line}\n".encode(), name=layout.relative(project.table))
    if generate.main([name]):
        again = "" if skip else ", or leave out what cannot be generated: --skip"
        raise RefusedError(f"{spec}: fix what is reported above{again}")
    service = next(each for each in layout.services() if each.name == name)
    data = source.of_service(service).data
    if service.is_foreign:
        # Examples of others are not always of the schemas that they stand in; made ones are.
        map_schemas(data, _without_examples)
    written = write_service(service, Document(data))
    _list_page(name)
    if generate.main([]):
        raise RefusedError("the sync code could not be derived; fix what is reported above")
    write_records()
    return written


def _without_examples(schema: Any, at: str) -> Any:
    if isinstance(schema, dict):
        return {key: value for key, value in schema.items() if key not in ("example", "examples", "default")}
    return schema


def _refuse_name(service: Service) -> None:
    if not _NAME.fullmatch(service.name):
        raise RefusedError(f"NAME={service.name}: write it in lower case, letters, digits and underscores")
    if keyword.iskeyword(service.name):
        raise RefusedError(
            f"NAME={service.name} is a keyword of Python, which cannot be imported; take another"
        )
    project = layout.project()
    if taken := [layout.relative(path) for path in _places(service) if os.path.lexists(path)]:
        raise RefusedError(f"NAME={service.name} is taken: {', '.join(taken)}")
    if why := _hidden(service.name, project):
        raise RefusedError(f"NAME={service.name} {why}; take another")


def _places(service: Service) -> list[Path]:
    """Return where the files of a service would be."""
    project = layout.project()
    return [
        *(project.specs / each for each in layout.specs_of(service.name)),
        service.overlay,
        service.ids,
        service.package,
        project.facades / service.name,
        project.facades / f"{service.name}.py",
        project.sandbox / f"{service.name}{'' if project.sandbox_package else '_sandbox'}.py",
        project.examples / f"{service.name}_quickstart.py",
        project.docs / f"{service.name}.md",
        project.tests / service.name,
    ]


def _hidden(name: str, project: layout.Project) -> str:
    """Return why a package of this name would be in the way of something; empty when it would not."""
    if name in sys.stdlib_module_names:
        return "would hide a module of the standard library"
    if name in _DEVICES:
        return "cannot be a file name on Windows"
    if name == "base":
        return "would name its client BaseClient, as the class that it is made of"
    folders = (project.specs, project.generated, project.facades, project.sandbox, project.tests)
    if name in {path.name for path in (*folders, project.docs, project.examples)} or name == "conftest":
        return "would hide a folder or module of this repository"
    try:
        found = find_spec(name)
    except (ImportError, ValueError):
        found = None
    # A folder without modules of its own hides nothing.
    if found is not None and found.origin is not None:
        return "would hide a package that is installed here"
    return ""


def read_spec(spec: Path) -> Normalised:
    """Return a document in its one form.

    Raises:
        RefusedError: When it cannot be read, or is no OpenAPI 3.
    """
    try:
        return source.read(spec)
    except source.SourceError as error:
        raise RefusedError(f"{spec}: {error}") from None


def text_of(spec: Path, document: Normalised, profile: str | None = None) -> tuple[str, bool]:
    """Return the text that is kept of a document, and whether the lint's own profile holds for it.

    A document that the lint of ours accepts, with the careful marks that it asks for, is taken as ours; any
    other stays byte for byte what it is. One of several files becomes one file.

    Args:
        spec: Its file.
        document: Its one form.
        profile: "own" or "foreign", where the user decides.
    """
    text = loading.text_of(spec)
    data = source.bundled(spec)
    if FILES in data:
        return json.dumps(data, indent=1, ensure_ascii=False) + "\n", False
    if profile == "foreign" or document.ids or not str(data["openapi"]).startswith("3.1"):
        return text, False
    if text.lstrip().startswith("{"):
        import yaml

        as_yaml = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)
        candidate = as_yaml if loading.load(as_yaml) == data else text
    else:
        candidate = text
    candidate = marked(candidate, Document(loading.load(candidate)))
    if profile == "own" or not list(problems_of(Document(loading.load(candidate)))):
        return candidate, True
    return text, False


def marked(text: str, document: Document) -> str:
    """Return a spec with the marks that the lint asks for: not to be repeated, from the documentation.

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
        text = f"{text[:end]}\n| [{title}]({name}.md) | its client |{text[end:]}"
        write_file(index, text.encode(), name=layout.relative(index))
