"""What the house asks of a spec beyond being OpenAPI: what clients, sandbox and readers of it rely on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from clientkit_codegen.compat import Document, UnreadableError, parse
from clientkit_codegen.compat.document import Located, Operation, children, elements, essence, lines
from clientkit_codegen.compat.operations import demands, parameters, responses
from clientkit_codegen.compat.schemas import Views, alternatives, constants
from clientkit_codegen.gates.base import NoBaseError, find_base
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.gates.links import link
from clientkit_codegen.generation import layout
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.loading import merges

PROVENANCE = "x-provenance"
PROVENANCES = ("doc", "package", "seed", "inferred")
# Repeating these has the same effect by what HTTP says of them.
_REPEATABLE = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"}
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_ERROR = re.compile(r"[45](\d\d|XX)|default")
# Below these keys schemas are data: examples may look like anything.
_DATA = {"example", "examples", "default", "enum", "const", "x-extensible-enum"}

Problem = tuple[str, str, str]


def lint() -> list[Finding]:
    """Look at every spec."""
    return [finding for service in layout.services() for finding in of_service(service)]


def of_service(service: Service) -> Iterator[Finding]:
    """Yield what is wrong with the document of a service, by its profile."""
    if service.is_foreign:
        yield from foreign(service)
        return
    file = layout.relative(service.spec)
    try:
        text = service.spec.read_text(encoding="utf-8")
        document = parse(text)
    except (OSError, UnreadableError):
        # The gate of the specs says so.
        return
    yield from _merges(file, text, fails=True)
    problems = {*problems_of(document), *_lost_marks(file, document)}
    places = lines(text, [at for at, _, _ in problems])
    off = _switched_off(service)
    for rule, reason in off.items():
        if not reason.strip():
            text_of_rule = f"{service.name}: the rule {rule} is switched off without a reason; give one"
            yield Finding(text_of_rule, layout.relative(layout.project().table), 1, "off")
    for at, rule, problem in sorted(problems, key=lambda each: (places[each[0]], each)):
        if off.get(rule, "").strip():
            continue
        line = places[at]
        yield Finding(f"{file}:{line}: {rule}: {problem}\n  at {at}", file, line, rule, facts={"pointer": at})


def _merges(file: str, text: str, *, fails: bool) -> Iterator[Finding]:
    for line in merges(text):
        problem = "`<<` with several parents: every reader orders their keys differently; write the keys out"
        said = f"{file}:{line}: merge-key: {problem}"
        yield Finding(said, file, line, "merge-key", fails, {"pointer": "#"})


def foreign(service: Service) -> Iterator[Finding]:
    """Yield how a document that is somebody else's is read where it is not plain."""
    from clientkit_codegen.generation import source

    file = layout.relative(service.spec)
    try:
        document = source.of_service(service)
    except source.SourceError:
        # The gate of the specs says so.
        return
    yield from _merges(file, service.spec.read_text(encoding="utf-8"), fails=False)
    off = _switched_off(service)
    for note in document.notes:
        if "note" not in off:
            yield Finding(f"{file}: note: {note}", file, 1, "note", fails=False, facts={"pointer": note.at})


def _switched_off(service: Service) -> dict[str, str]:
    """Return the rules that do not hold for a service, with the reason for each."""
    said = service.options.get("lint")
    off = said.get("off", {}) if isinstance(said, dict) else {}
    return {str(rule): str(reason) for rule, reason in off.items()} if isinstance(off, dict) else {}


def problems_of(document: Document) -> Iterator[Problem]:
    """Yield what is not as the house wants it: JSON pointer, rule, and what is wrong."""
    seen: dict[str, str] = {}
    tags = {str(each.node.get("name")) for each in _objects(elements(document.root("tags")))}
    for operation in document.operations:
        for rule in _OPERATION_RULES:
            for at, problem in rule(document, operation):
                yield at, rule.__name__.strip("_").replace("_", "-"), f"{operation.id}: {problem}"
        for tag in operation.node.get("tags") or ():
            if tag not in tags:
                yield operation.here.at, "tag", f"{operation.id}: the tag {tag} is not declared under tags"
        if operation.id in seen:
            yield operation.here.at, "operation-id", f"{operation.id}: {seen[operation.id]} has this id too"
        seen[operation.id] = f"{operation.method} {operation.path}"
    yield from _answers(document)
    yield from _unions(document)
    yield from _marks(document)


def _operation_id(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    if "operationId" not in operation.node:
        yield operation.here.at, "there is no operationId; it names module, tests and log records"
    elif not _ID.fullmatch(operation.id):
        yield operation.here.at, "an operationId is letters, digits and underscores"


def _tag(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    if len(tags := operation.node.get("tags") or ()) != 1:
        yield operation.here.at, f"it has {len(tags)} tags, not one; the tag names its module"


def _summary(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    if not str(operation.node.get("summary") or "").strip():
        yield operation.here.at, "there is no summary; it is the first line of the docstring"


def _error_answers(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    errors = {
        status: here for status, here in responses(document, operation).items() if _ERROR.fullmatch(status)
    }
    # Without key, parameters and body there is nothing that a caller could do wrong.
    can_be_wrong = parameters(document, operation) or "requestBody" in operation.node
    if not errors and (can_be_wrong or all(demands(document, operation))):
        yield operation.here.at, "no error answer is documented"
    for status, here in errors.items():
        for kind, media in children(here.child("content")):
            if essence(kind).endswith("json") and not isinstance(media.child("schema").node, dict):
                yield here.at, f"the body of {status} has no schema"


def _media_type(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    body = document.resolve(operation.here.child("requestBody"))
    if body.node and len(kinds := [kind for kind, _ in children(body.child("content"))]) != 1:
        yield body.at, f"a request body has one media type, not {', '.join(kinds) or 'none'}"


def _idempotency(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    node, key = operation.node, operation.node.get("x-idempotency-key")
    declared = isinstance(node.get("x-idempotent"), bool) or key is not None
    if operation.method not in _REPEATABLE and not declared:
        choices = "x-idempotent: true, x-idempotent: false or x-idempotency-key"
        yield operation.here.at, f"say whether it may be repeated: {choices}"
    if isinstance(key, dict) and not _has_key(document, operation, key):
        yield operation.here.at, f"there is no {key.get('name')} in the {key.get('in')} to carry the key"


def _has_key(document: Document, operation: Operation, key: dict[str, Any]) -> bool:
    name = str(key.get("name"))
    if key.get("in") == "header":
        return ("header", name.lower()) in parameters(document, operation)
    body = document.resolve(operation.here.child("requestBody"))
    views = Views(document)
    return any(
        name in views.of((media.child("schema"),)).properties for _, media in children(body.child("content"))
    )


def _provenance(document: Document, operation: Operation) -> Iterator[tuple[str, str]]:
    if operation.node.get(PROVENANCE) is None:
        yield operation.here.at, f"{PROVENANCE} is missing: {', '.join(PROVENANCES)}"


_OPERATION_RULES: tuple[Callable[[Document, Operation], Iterator[tuple[str, str]]], ...] = (
    _operation_id,
    _tag,
    _summary,
    _error_answers,
    _media_type,
    _idempotency,
    _provenance,
    link,
)


def _answers(document: Document) -> Iterator[Problem]:
    """Yield closed enumerations in what clients read: answers and deliveries."""
    for here in _reachable(document, _read(document)):
        if isinstance(here.node.get("enum"), list):
            problem = "an answer has a closed enum; a new value would break its readers: x-extensible-enum"
            yield here.at, "closed-enum", problem


def _read(document: Document) -> list[Located]:
    answers = [each.here.child("responses") for each in document.operations]
    return [*answers, *(each.here.child("requestBody") for each in document.webhooks)]


def _reachable(document: Document, starts: list[Located]) -> Iterator[Located]:
    """Yield every object that is part of something, references followed."""
    waiting, seen = list(starts), set()
    while waiting:
        here = waiting.pop()
        if here.at in seen:
            continue
        seen.add(here.at)
        if isinstance(here.node, list):
            waiting += elements(here)
        elif isinstance(here.node, dict):
            yield here
            if isinstance(here.node.get("$ref"), str):
                waiting.append(document.resolve(here))
            waiting += _parts(here)


def _parts(here: Located) -> Iterable[Located]:
    # The names of properties are anybody's: `enum` may be one of them.
    named = here.at.endswith(("/properties", "/patternProperties", "/schemas"))
    return [part for key, part in children(here) if named or key not in _DATA]


def _unions(document: Document) -> Iterator[Problem]:
    """Yield unions of objects, in what clients read, that nothing tells apart."""
    views = Views(document)
    for here in _reachable(document, _read(document)):
        places, _ = alternatives(here.node)
        forms = [here.child(*place) for place in places]
        kinds = [views.of((each,)) for each in forms]
        objects = [each for each in kinds if each.types is not None and "object" in each.types]
        if len(objects) < 2 or isinstance(here.node.get("discriminator"), dict):
            continue
        tags = [dict(constants(each, views)) for each in objects]
        common = set.intersection(*(set(each) for each in tags))
        if not any(len({each[name] for each in tags}) == len(tags) for name in common):
            problem = "nothing tells the objects of this union apart; give each a property with a const"
            yield here.at, "union-tag", problem


def _marks(document: Document) -> Iterator[Problem]:
    for here in _reachable(document, [document.root()]):
        mark = here.node.get(PROVENANCE)
        if isinstance(mark, str) and mark not in PROVENANCES:
            yield here.at, "provenance", f"{PROVENANCE}: {mark} is none of {', '.join(PROVENANCES)}"


def _lost_marks(file: str, document: Document) -> Iterator[Problem]:
    """Yield places that had a mark of provenance in the base and have none now."""
    try:
        text = find_base().read(file)
        before = parse(text) if text is not None else None
    except (NoBaseError, UnreadableError):
        return
    if before is None:
        return
    for here in _reachable(before, [before.root()]):
        if PROVENANCE not in here.node:
            continue
        now = document.at(here.at).node
        in_list = isinstance(before.at(here.at.rpartition("/")[0]).node, list)
        # The elements of a list may have moved; those with a name are known by it.
        is_same = not in_list or (isinstance(now, dict) and now.get("name") == here.node.get("name", ""))
        if is_same and isinstance(now, dict) and PROVENANCE not in now:
            lost = here.node[PROVENANCE]
            yield (
                here.at,
                "provenance",
                f"{PROVENANCE}: {lost} was here; keep it, or say where this is from now",
            )


def _objects(found: Iterable[Located]) -> Iterator[Located]:
    return (each for each in found if isinstance(each.node, dict))
