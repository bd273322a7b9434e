"""Render one package from one spec. Nothing but this module and the templates shapes what comes out."""

from __future__ import annotations

import contextlib
import copy
import io
import re
import shutil
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import Property
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.responses import Response
from openapi_python_client.strings import safe_for_docstring

from clientkit_codegen.compat.document import parameter_names
from clientkit_codegen.escaping import in_f_string, in_literal, plain
from clientkit_codegen.generation import dicts, expressions, naming
from clientkit_codegen.generation.document import (
    FIELD_PREFIX,
    FORM,
    MULTIPART,
    Document,
    OperationFacts,
    RefusedError,
    essence,
    prepare,
)
from clientkit_codegen.generation.formatting import format_code
from clientkit_codegen.generation.normalise import Normalised, Note
from clientkit_codegen.generation.patterns import unusable
from clientkit_codegen.generation.shapes import sent_path, shape_code
from clientkit_codegen.generation.walking import METHODS, Json, follow, map_schemas, operations, pointer

_NAMING = frozenset(
    {
        *("$id", "id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor"),
        *("$recursiveRef", "$vocabulary"),
    }
)
# Headers that are no parameters, as OpenAPI says: what is sent is decided elsewhere.
_NO_PARAMETERS = ("accept", "content-type", "authorization")
# What stands in a path as it is, and the signs of its parameters.
_SAFE = "/{}%:@!$&'()*+,;=-._~"
_MOST_ROUNDS = 50
_NAMELESS = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")
_SCHEMA = re.compile(r"/components/schemas/[A-Za-z0-9._-]+")
_PATH_PARAMETER = re.compile(r"{([^{}]+)}")


def _in_docstring(value: Any) -> str:
    """Escape a text for within a docstring whose lines are wrapped afterwards."""
    return safe_for_docstring("".join(char for char in plain(value) if char in "\n\t" or char.isprintable()))


@dataclass(frozen=True)
class Written:
    """A package that was written.

    Attributes:
        operations: Ids of its operations.
        notes: What is read in another way than the document writes it.
        left_out: Operations that are not in it, with the reason.
        problems: What stood against writing all of them.
    """

    operations: list[str]
    notes: list[Note]
    left_out: list[Note]
    problems: list[str] = field(default_factory=list)

    def kept(self, data: Json) -> Json:
        """Return a document without the operations that are left out, as values are checked against it.

        A value may be of several variants, as it may be read as any of them; what a schema is extended by
        (allOf) is no further property of it, though strictly no value would be left; an operation that
        documents no success has one without a body, and one that needs a key refuses a wrong one. Of
        operations whose paths differ in query or fragment alone, the first is kept.
        """
        gone = {each.at for each in self.left_out}
        paths = {
            path: {key: value for key, value in item.items() if pointer("paths", path, key) not in gone}
            for path, item in data["paths"].items()
        }
        kept = {path: item for path, item in paths.items() if any(key in METHODS for key in item)}
        result = copy.deepcopy({**data, "paths": _told_apart(kept)})
        map_schemas(result, _tolerant)
        _open_extended(result)
        _follow_all(result)
        for _, _, operation, item in operations(result):
            for part in (item, operation):
                if isinstance(given := part.get("parameters"), list):
                    part["parameters"] = [each for each in given if not _is_decided(each, result)]
            _answerable(operation, result)
        return result


def _follow_all(data: Json) -> None:
    """Let every reference lead somewhere: to where a variant is by now, or to nothing that counts."""
    waiting: list[Any] = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            reference = node.get("$ref")
            if isinstance(reference, str) and follow(data, reference) is None:
                moved = reference.replace("/oneOf/", "/anyOf/")
                if follow(data, moved) is None:
                    del node["$ref"]
                else:
                    node["$ref"] = moved


def _told_apart(paths: Json) -> Json:
    """Return paths as they are sent, with the first of the operations that are sent alike."""
    result: Json = {}
    known: dict[str, str] = {}
    for path, item in paths.items():
        sent = quote(sent_path(path), safe=_SAFE)
        place = known.setdefault(_PATH_PARAMETER.sub("{}", sent), sent)
        others = result.setdefault(place, {})
        if parameter_names(place) == parameter_names(sent):
            result[place] = {**item, **others}
    return result


def _answerable(operation: Json, data: Json) -> None:
    """Document the answers that every service gives, where a document leaves them out."""
    answers = operation["responses"]
    body = operation.get("requestBody") or {}
    if isinstance(body.get("$ref"), str):
        body = operation["requestBody"] = copy.deepcopy(follow(data, body["$ref"])) or {}
    for kind, media in (body.get("content") or {}).items():
        # The fields of a form are text, whatever the types of their schema.
        if essence(kind) in (FORM, MULTIPART) and isinstance(media, dict):
            media["schema"] = {"type": "object"}
    for status, answer in answers.items():
        if (
            status[:1] in "45d"
            and isinstance(answer, dict)
            and not answer.get("content")
            and "$ref" not in answer
        ):
            # Whether an error has a body, a document often leaves open.
            answer["content"] = {"application/json": {}}
    if "default" not in answers and not any(status.startswith("2") for status in answers):
        answers["200"] = {"description": "Success; the document does not say which."}
    secured = operation.get("security", data.get("security"))
    if secured and not answers.keys() & {"401", "4XX", "4xx", "default"}:
        what = "The key is missing or wrong; the document does not say so."
        answers["401"] = {"description": what, "content": {"application/json": {}}}


def _is_decided(parameter: Any, data: Json) -> bool:
    """Whether a header is none that callers give."""
    if isinstance(parameter, dict) and isinstance(parameter.get("$ref"), str):
        parameter = follow(data, parameter["$ref"])
    return (
        isinstance(parameter, dict)
        and parameter.get("in") == "header"
        and str(parameter.get("name")).lower() in _NO_PARAMETERS
    )


def _tolerant(schema: Any, at: str) -> Any:
    if not isinstance(schema, dict):
        return schema
    # What names a schema would move the references in it, and some write what is no name.
    kept = {key: value for key, value in schema.items() if key not in _NAMING}
    if isinstance(kept.get("pattern"), str) and unusable(kept["pattern"]):
        del kept["pattern"]
    if "oneOf" in kept and "anyOf" not in kept:
        return {("anyOf" if key == "oneOf" else key): value for key, value in kept.items()}
    return kept


def _open_extended(data: Json) -> None:
    """Take `additionalProperties: false` from what is part of an allOf."""
    waiting: list[Any] = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            if isinstance(node.get("allOf"), list):
                _open(node["allOf"], data)


def _open(parts: list[Any], data: Json) -> None:
    """Take `additionalProperties: false` from schemas, from what they refer to, and from their variants."""
    waiting, seen = list(parts), set[str]()
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict):
            continue
        if isinstance(at := part.get("$ref"), str) and at not in seen:
            seen.add(at)
            waiting.append(follow(data, at))
        if part.get("additionalProperties") is False:
            del part["additionalProperties"]
        for word in ("allOf", "anyOf", "oneOf"):
            waiting += part[word] if isinstance(part.get(word), list) else []


def write_whole(source: Normalised, target: Path, templates: Path) -> Written:
    """Generate a package of everything that a document has.

    Args:
        source: The document.
        target: Folder of the package; it must not exist.
        templates: Folder of our templates.

    Raises:
        RefusedError: With all problems at once: what is found when a document is read hides nothing of what
            the generator finds in the rest of it.
    """
    try:
        return write_package(source, target, templates)
    except RefusedError as error:
        problems = error.problems
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        try:
            further = write_what_can_be(source, Path(folder) / target.name, templates).problems
        except RefusedError as error:
            further = error.problems
    raise RefusedError(list(dict.fromkeys([*problems, *further])))


def write_what_can_be(source: Normalised, target: Path, templates: Path) -> Written:
    """Generate a package without the operations that cannot be; they are listed with the reason.

    Args:
        source: The document.
        target: Folder of the package; it must not exist.
        templates: Folder of our templates.

    Raises:
        RefusedError: When what is wrong belongs to no operation.
    """
    data, left_out, problems = copy.deepcopy(source.data), list[Note](), list[str]()
    for _ in range(_MOST_ROUNDS):
        try:
            written = write_package(replace(source, data=data), target, templates)
        except RefusedError as error:
            shutil.rmtree(target, ignore_errors=True)
            problems += error.problems
            concerned = _Concerned(data)
            found = [(each, concerned.by(each)) for each in error.problems]
            unused = [name for each, keys in found if not keys and (name := concerned.component(each))]
            if not unused and not any(keys for _, keys in found):
                raise RefusedError(list(dict.fromkeys(problems))) from None
            for name in unused:
                # No operation is made of it.
                data["components"]["schemas"].pop(name, None)
            for problem, keys in found:
                for path, method in keys:
                    operation = data["paths"].get(path, {}).pop(method, None)
                    if operation is not None:
                        name = f"{method.upper()} {path}"
                        reason = problem.partition(": ")[2] or problem
                        left_out.append(Note(pointer("paths", path, method), f"{name}: left out: {reason}"))
        else:
            return replace(written, left_out=left_out, problems=problems)
    raise RefusedError(list(dict.fromkeys(problems)))


class _Concerned:
    """Which operations of a document a problem is about."""

    def __init__(self, data: Json) -> None:
        self._data = data
        self._operations = list(operations(data))
        self._parts: dict[int, set[str]] = {}

    def by(self, problem: str) -> list[tuple[str, str]]:
        """Return path and method of the operations."""
        at, schema = _pointer_of(problem), self.component(problem)
        found = []
        for index, (path, method, operation, _) in enumerate(self._operations):
            here = pointer("paths", path, method)
            shared = f"{pointer('paths', path)}/parameters/"
            if (
                at.startswith((f"{here}/", shared))
                or at in (here, pointer("paths", path))
                or problem.startswith(f"{operation['operationId']}: ")
                or (schema and schema in self._reached(index))
            ):
                found.append((path, method))
        return found

    def component(self, problem: str) -> str:
        """Return the schema among the components that a problem is in; empty when it is in none."""
        match = re.match(r"#/components/schemas/([^/]+)", _pointer_of(problem))
        name = match[1].replace("~1", "/").replace("~0", "~") if match else ""
        return name if name in (self._data.get("components") or {}).get("schemas", {}) else ""

    def _reached(self, index: int) -> set[str]:
        if index not in self._parts:
            self._parts[index] = _reached(self._operations[index][2], self._data)
        return self._parts[index]


def _pointer_of(problem: str) -> str:
    place = re.search(r"#(/[^\s():]+(?:\{[^}]*\}[^\s():]*)*)", problem)
    return place[0] if place else ""


def _reached(operation: Json, data: Json) -> set[str]:
    """Return the names of the components that an operation is made of."""
    waiting: list[Any] = [operation]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            waiting += node.values()
            reference = node.get("$ref")
            if isinstance(reference, str) and reference not in seen:
                seen.add(reference)
                waiting.append(follow(data, reference))
    names = (reference.rpartition("/")[2] for reference in seen)
    return {name.replace("~1", "/").replace("~0", "~") for name in names}


def write_package(source: Json | Normalised, target: Path, templates: Path) -> Written:
    """Generate a package.

    Args:
        source: The spec, as `generation.document.load` gives it, or in its one form.
        target: Folder of the package; it must not exist.
        templates: Folder of our templates.

    Raises:
        RefusedError: When anything of the spec would be lost.
    """
    document = prepare(source)
    config = _config(target, document)
    with naming.rules():
        data = GeneratorData.from_dict(document.data, config=config)
    if isinstance(data, GeneratorError):
        raise RefusedError([" ".join(f"{data.header}: {data.detail}".split())])
    said = [
        *data.errors,
        *(each for tag in data.endpoint_collections_by_tag.values() for each in tag.parse_errors),
    ]
    if said:
        # What is missing would be missed by the templates.
        raise RefusedError(list(dict.fromkeys(_told(error, document) for error in said)))
    naming.rename_taken(data, config)
    project = Project(openapi=data, config=config, custom_template_path=templates)
    project.env.globals.update(_helpers(document, data))
    project.env.filters.update(
        in_double_quote_literal=in_literal, in_f_string_literal=in_f_string, safe_for_docstring=_in_docstring
    )
    project.env.tests.update(moment=expressions.is_moment, nullable=expressions.is_nullable)
    with contextlib.redirect_stdout(io.StringIO()):
        errors = project.build()
    if errors:
        raise RefusedError(list(dict.fromkeys(_told(error, document) for error in errors)))
    refuse_missing(document, target)
    _write_objects(project, target, dicts.Objects(data.models, document.data))
    (target / "py.typed").touch()
    format_code(target, "I,F401,TC005")
    return Written([each.id for each in document.operations.values()], document.notes, [])


def _write_objects(project: Project, target: Path, objects: dicts.Objects) -> None:
    """Write the modules that say what JSON the models are."""
    for name, values in (
        ("dicts", {"dicts": objects.dicts()}),
        ("schemas", {"schemas": objects.schemas(), "schemas_code": dicts.schemas_code}),
    ):
        text = project.env.get_template(f"{name}.py.jinja").render(**values)
        (target / f"{name}.py").write_text(text, encoding="utf-8")


def _config(target: Path, document: Document) -> Config:
    return Config.from_sources(
        ConfigFile(
            package_name_override=target.name,
            post_hooks=[],
            content_type_overrides=document.content_types,
            use_path_prefixes_for_title_model_names=False,
            field_prefix=FIELD_PREFIX,
        ),
        meta_type=MetaType.NONE,
        document_source=target,
        file_encoding="utf-8",
        overwrite=False,
        output_path=target,
    )


def _told(error: Any, document: Document) -> str:
    """Return a warning of the generator in one line, with the id of the operation that it is about."""
    text = " ".join(_NAMELESS.sub("...", f"{error.header} {error.detail or ''}").split())
    if match := _SCHEMA.search(text):
        return f"#{match[0]}: {text}"
    about = [each.id for each in document.operations.values() if f"{each.method} {each.path} " in text]
    return ": ".join([*about, text.removeprefix("WARNING ")])


def refuse_missing(document: Document, target: Path) -> None:
    """See to it that every operation has come out, whatever the generator said."""
    written = {path.stem for path in target.glob("api/*/*.py")}
    missing = [facts for module, facts in document.operations.items() if module not in written]
    if missing:
        raise RefusedError(
            [f"{each.id}: {each.method} {each.path} was dropped by the generator" for each in missing]
        )


def _helpers(document: Document, data: GeneratorData) -> dict[str, Any]:
    """Return what the templates call in addition to what the generator gives them."""
    operations = document.operations
    models = {str(model.class_info.name): model for model in data.models}
    return {
        "facts_of": lambda endpoint: operations[str(endpoint.name)],
        "new_reading": lambda: expressions.Reading(document.tags, models),
        "is_plain": expressions.is_plain,
        "is_file": lambda prop: isinstance(prop, FileProperty),
        "literal": repr,
        "servers": tuple(str(each["url"]) for each in document.data.get("servers") or ()),
        "negated": negated,
        "path_code": lambda endpoint: path_code(endpoint, operations[str(endpoint.name)]),
        "query_code": query_code,
        "styles_in": styles_in,
        "shape_code": shape_code,
        "shapes_in": shapes_in,
        "success_cases": lambda endpoint: _cases(endpoint, success=True),
        "error_cases": lambda endpoint: _cases(endpoint, success=False),
        "runtime_imports": runtime_imports,
        "types_of": types_of,
        "argument_doc": argument_doc,
    }


def path_code(endpoint: Endpoint, facts: OperationFacts) -> str:
    """Return the expression of an endpoint's path, every parameter encoded and checked."""
    by_name = {each.name.get_untrusted_value(): each for each in endpoint.path_parameters}
    code, end = "", 0
    for match in _PATH_PARAMETER.finditer(facts.path):
        name = match[1]
        encoder = "_segments" if name in facts.wildcards else "_segment"
        code += in_f_string(facts.path[end : match.start()])
        python_name = str(by_name[name].python_name)
        code += f"{{{encoder}({python_name.strip('_')!r}, {python_name}{_more(name, facts)})}}"
        end = match.end()
    if not code:
        return f'"{in_literal(facts.path)}"'
    return f'f"{code}{in_f_string(facts.path[end:])}"'


def _more(name: str, facts: OperationFacts) -> str:
    """Return what the encoder of a path parameter is given in addition to its value."""
    reserved = facts.reserved.get(name)
    more = f", _PATH[{name!r}]" if name in shapes_in("path", facts) else ""
    return more + (f", reserved={reserved!r}" if reserved else "")


def query_code(facts: OperationFacts) -> str:
    """Return what the encoder of the query is given in addition to the values."""
    shapes = "_QUERY" if shapes_in("query", facts) else "{}"
    required = f", required={facts.required!r}" if facts.required else ""
    styles = styles_in("query", facts)
    return shapes + required + (f", styles={styles!r}" if styles else "")


def styles_in(wanted: str, facts: OperationFacts) -> dict[str, str]:
    """Return how the parameters of a place are written that are no single values, by name."""
    return {name: style for (place, name), style in facts.styles.items() if place == wanted}


def shapes_in(wanted: str, facts: OperationFacts) -> dict[str, Any]:
    """Return the shapes of the parameters of a place that are no plain texts, by name."""
    return {
        name: shape for (place, name), shape in facts.shapes.items() if place == wanted and shape != "string"
    }


@dataclass(frozen=True)
class Case:
    """How an answer with one of some statuses is read.

    Attributes:
        condition: When it applies, as an expression; empty when it always does.
        prop: What the body is.
        source: "json", "bytes", "text" or "none".
        type: Type of the result.
        result: Name of the variable that holds it.
    """

    condition: str
    prop: Property
    source: str
    type: str
    result: str = "result"


def _cases(endpoint: Endpoint, *, success: bool) -> list[Case]:
    """Return the documented answers of one kind; those that read alike are one case."""
    chosen = [each for each in endpoint.responses.patterns if _is_success(each) is success]
    # A status of its own goes before a range that it lies in.
    grouped: dict[tuple[bool, str, str], list[Response]] = {}
    for each in chosen:
        grouped.setdefault((each.status_code.is_range(), _source(each), _type(each)), []).append(each)
    cases = [
        Case(_condition(responses), responses[0].prop, source, kind)
        for (_, source, kind), responses in sorted(grouped.items(), key=lambda item: item[0][0])
    ]
    default = endpoint.responses.default
    if default is not None and (not success or not cases):
        cases.append(Case("", default.prop, _source(default), _type(default)))
    return [
        replace(case, result=f"result_{index}" if index else "result") for index, case in enumerate(cases)
    ]


def _is_success(response: Response) -> bool:
    code_range = response.status_code.range
    return code_range is not None and 200 <= code_range[0] <= 299


def _condition(responses: list[Response]) -> str:
    single = [low for low, high in _ranges(responses) if low == high]
    tests = [f"{low} <= answer.status <= {high}" for low, high in _ranges(responses) if low != high]
    if len(single) == 1:
        tests.insert(0, f"answer.status == {single[0]}")
    elif single:
        tests.insert(0, f"answer.status in {{{', '.join(map(str, single))}}}")
    return " or ".join(tests)


def negated(condition: str) -> str:
    """Return the opposite of a condition."""
    for operator, opposite in ((" == ", " != "), (" in ", " not in ")):
        if condition.count("answer") == 1 and operator in condition:
            return condition.replace(operator, opposite)
    return f"not ({condition})"


def _ranges(responses: list[Response]) -> list[tuple[int, int]]:
    return [each.status_code.range for each in responses if each.status_code.range is not None]


def _source(response: Response) -> str:
    if isinstance(response.prop, FileProperty):
        return "bytes"
    return {"None": "none", "Any": "json"}.get(response.source["return_type"], "text")


def _type(response: Response) -> str:
    return "None" if _source(response) == "none" else response.prop.get_type_string().as_unembedded_code()


def types_of(cases: list[Case], *more: str) -> str:
    """Return the union of what the cases read, None last."""
    types = sorted({*(case.type for case in cases), *more}, key=lambda each: (each == "None", each))
    return "Any" if "Any" in types else " | ".join(types) or "None"


def runtime_imports(prop: Property, prefix: str) -> list[str]:
    """Return the imports that reading a value needs."""
    lines = prop.get_imports(prefix=prefix) | prop.get_lazy_imports(prefix=prefix)
    return sorted(line for line in lines if line.startswith(f"from {prefix}models."))


def argument_doc(name: str, prop: Property, place: str, facts: OperationFacts | None = None) -> str:
    """Return the docstring line of an argument or attribute."""
    wire_name = prop.name.get_untrusted_value()
    described = prop.description.get_untrusted_value() if prop.description else ""
    if facts is not None:
        described = facts.descriptions.get((place, wire_name)) or described
    return f"{name}: {' '.join(described.split()) or f'`{wire_name}` in the {place}.'}"
