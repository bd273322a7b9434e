"""What a schema asks of a value, and how two schemas differ in it.

A schema is looked at through a `View`: references followed, `allOf` merged, both dialects of OpenAPI 3 in one
form. Pairs of views make a graph, since schemas refer to one another in circles; each pair is compared once,
and what is reachable from a pair is what changed for those who use it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, Literal, TypeGuard

from clientkit_codegen.compat.changes import CALLERS, READERS, Change
from clientkit_codegen.compat.document import Document, Json, Located, children, elements
from clientkit_codegen.compat.keywords import KEYWORDS, compare_keywords

Direction = Literal["request", "response"]
_DIRECTIONS: tuple[Direction, Direction] = ("request", "response")
# The bounds of a value: keyword, the word for it in the names of rules, and 1 for lower or -1 for upper ones.
_BOUNDS = {
    "minimum": ("min", 1),
    "maximum": ("max", -1),
    "minLength": ("min-length", 1),
    "maxLength": ("max-length", -1),
    "minItems": ("min-items", 1),
    "maxItems": ("max-items", -1),
    "minProperties": ("min-properties", 1),
    "maxProperties": ("max-properties", -1),
}
_EXCLUSIVE = {"minimum": "exclusiveMinimum", "maximum": "exclusiveMaximum"}
# How a value is shown, not what it may be.
_PRESENTATION = {"password"}
# What OpenAPI 3.0 says by a format, and 3.1 by a keyword.
_CONTENT = {"byte": ("contentEncoding", "base64"), "binary": ("contentMediaType", "application/octet-stream")}
# Patterns that every string matches.
_ANY_PATTERN = frozenset(
    {"", "^", "$", ".*", "^.*", ".*$", "^.*$", "^(.*)$", "(.*)", r"[\s\S]*", r"^[\s\S]*$"}
)
_WIDER_FORMATS = {("int32", "int64"), ("float", "double")}
_NULL = "null"

Parts = tuple[Located, ...]
# What follows it in a place tells parts of a schema from the whole of it.
_PART = "\0"
_UNIONS = ("oneOf", "anyOf", "discriminator")

# A larger pair allows fewer values.
Bound = tuple[float, bool]


@dataclass(frozen=True)
class Union:
    """Alternatives of a schema.

    Attributes:
        keyword: `one-of` or `any-of`.
        variants: The alternatives but null.
        base: What holds in addition to them.
        tags: Values of the discriminator by the reference of the variant.
        name: The field that the discriminator looks at.
    """

    keyword: str
    variants: Parts
    base: Parts
    tags: dict[str, list[str]]
    name: str | None


@dataclass
class View:
    """What a schema asks of a value.

    Attributes:
        at: JSON pointer of the schema that says the most.
        parts: What it is made of.
        types: The JSON types that are allowed; None for any.
        enum: The values that are allowed, as JSON; None for any.
        known: Values of an open enumeration.
        formats: Formats that a value has.
        bounds: Bounds by keyword.
        patterns: Patterns that a value matches.
        properties: Parts of each property.
        required: Properties that are there.
        always: Properties that every example shows.
        rest: Parts of further properties; None when there are none.
        items: Parts of the elements of an array; empty for any.
        prefix: Parts of the first elements of an array, one by one.
        unions: Alternatives.
        unique: Whether the elements of an array differ from each other.
        keywords: Where each of the further keywords stands.
        discriminator: The field that says which alternative a value is, and its values.
    """

    at: str
    parts: Parts
    types: frozenset[str] | None = None
    enum: frozenset[str] | None = None
    known: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    bounds: dict[str, Bound] = field(default_factory=dict)
    patterns: frozenset[str] = frozenset()
    properties: dict[str, Parts] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    rest: Parts | None = ()
    items: Parts = ()
    prefix: tuple[Parts, ...] = ()
    unions: list[Union] = field(default_factory=list)
    unique: bool = False
    keywords: dict[str, Parts] = field(default_factory=dict)
    discriminator: tuple[str, frozenset[str]] | None = None


class Views:
    """The views of a document's schemas, each made once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._made: dict[tuple[str, ...], View] = {}

    def of(self, parts: Parts) -> View:
        """Return the view of schemas that all hold."""
        key = key_of(parts)
        if key not in self._made:
            self._made[key] = self._make(parts)
        return self._made[key]

    def _make(self, parts: Parts) -> View:
        flat = list(self._flat(parts, null=False, seen=set()))
        principal = next((each for each, _ in flat if "properties" in each.node), None)
        at = (principal or (flat[0][0] if flat else parts[0])).at if parts else "#"
        view = View(_whole(at), parts)
        for here, null in flat:
            self._add(view, here, null)
        for here, null in flat:
            self._add_union(view, here, null, tuple(each for each, _ in flat))
        if view.types is None:
            view.types = _implied(view)
        return view

    def _flat(self, parts: Iterable[Located], null: bool, seen: set[str]) -> Iterator[tuple[Located, bool]]:
        """Yield every schema that holds, without what leads to others, and whether null is allowed too."""
        for here in parts:
            if here.node is False:
                # No value at all is allowed.
                yield Located(here.at, {"enum": [], "type": []}), False
            if not isinstance(here.node, dict) or here.at in seen:
                continue
            seen.add(here.at)
            variants, nullable = alternatives(here.node)
            nullable = null or nullable or here.node.get("nullable") is True
            led = {"$ref", "allOf", *(_UNIONS if len(variants) < 2 else ())}
            if own := {key: value for key, value in here.node.items() if key not in led}:
                yield Located(here.at, own), nullable
            if "$ref" in here.node:
                yield from self._flat([self.document.resolve(here)], null, seen)
            yield from self._flat(elements(here.child("allOf")), nullable, seen)
            if len(variants) == 1:
                yield from self._flat([here.child(*variants[0])], nullable, seen)

    def _add(self, view: View, here: Located, null: bool) -> None:
        here = Located(_whole(here.at), here.node)
        node = here.node
        kind = node.get("type")
        if isinstance(kind, (str, list)):
            types = frozenset([kind] if isinstance(kind, str) else kind) | ({_NULL} if null else set())
            view.types = types if view.types is None else _common(view.types, types)
        if (values := enumerated(node)) is not None:
            enum = values | ({_NULL} if null else set())
            view.enum = enum if view.enum is None else view.enum & enum
        view.known |= {json.dumps(value) for value in node.get("x-extensible-enum") or ()}
        self._add_keywords(view, here)
        if named := _discriminator(here):
            view.discriminator = named
        if isinstance(pattern := node.get("pattern"), str) and pattern not in _ANY_PATTERN:
            view.patterns |= {pattern}
        for keyword, bound in _bounds(node):
            view.bounds[keyword] = max(bound, view.bounds.get(keyword, bound))
        for name, prop in children(here.child("properties")):
            view.properties[name] = (*view.properties.get(name, ()), prop)
        view.required |= frozenset(node.get("required") or ()) if node.get("required") is not True else set()
        view.always |= frozenset(node.get("x-always-present") or ())
        rest = node.get("additionalProperties", True)
        if rest is False:
            view.rest = None
        elif isinstance(rest, dict) and rest and view.rest is not None:
            view.rest = (*view.rest, here.child("additionalProperties"))
        if isinstance(node.get("items"), (dict, bool)) and node["items"] is not True:
            view.items = (*view.items, here.child("items"))
        for index, part in enumerate(elements(here.child("prefixItems"))):
            before = view.prefix[index] if index < len(view.prefix) else ()
            view.prefix = (*view.prefix[:index], (*before, part), *view.prefix[index + 1 :])
        view.unique = view.unique or node.get("uniqueItems") is True

    def _add_keywords(self, view: View, here: Located) -> None:
        node = here.node
        for keyword in KEYWORDS:
            if keyword in node:
                part = here if keyword == "if" else here.child(keyword)
                view.keywords[keyword] = (*view.keywords.get(keyword, ()), part)
        text = node.get("format")
        if isinstance(text, str) and text in _CONTENT:
            keyword, value = _CONTENT[text]
            view.keywords[keyword] = (Located(f"{here.at}/format", value),)
        elif isinstance(text, str) and text not in _PRESENTATION:
            view.formats |= {text}

    def _add_union(self, view: View, here: Located, null: bool, flat: Parts) -> None:
        variants, _ = alternatives(here.node)
        if len(variants) < 2:
            return
        base: dict[str, Json] = {}
        for each in flat:
            own = {key: value for key, value in each.node.items() if key not in _UNIONS or each is not here}
            place = f"{_whole(each.at)}{_PART}{'' if each is here else 'others'}"
            base.setdefault(each.at if _PART in each.at else place, own)
        discriminator = here.node.get("discriminator")
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        tags: dict[str, list[str]] = {}
        if name:
            for value, target in (discriminator.get("mapping") or {}).items():
                tags.setdefault(target.rsplit("/", 1)[-1], []).append(value)
        parts = tuple(here.child(*each) for each in variants)
        if null:
            parts = (*parts, Located(f"{here.at}{_PART}null", {"type": _NULL}))
        keyword = "one-of" if variants[0][0] == "oneOf" else "any-of"
        others = tuple(Located(at, node) for at, node in base.items() if node)
        view.unions.append(Union(keyword, parts, others, tags, name))


def _discriminator(here: Located) -> tuple[str, frozenset[str]] | None:
    """Return the field of a discriminator with its values: those of its mapping, and names without one."""
    node = here.node.get("discriminator")
    if not isinstance(node, dict) or not isinstance(node.get("propertyName"), str):
        return None
    mapping: Json = node["mapping"] if isinstance(node.get("mapping"), dict) else {}
    mapped = {str(target).rpartition("/")[2] for target in mapping.values()}
    variants = [part.node for each in ("oneOf", "anyOf") for part in elements(here.child(each))]
    names = {str(each.get("$ref", "")).rpartition("/")[2] for each in variants if isinstance(each, dict)}
    return node["propertyName"], frozenset(mapping) | (names - mapped - {""})


def _whole(at: str) -> str:
    return at.partition(_PART)[0]


def key_of(parts: Parts) -> tuple[str, ...]:
    """Return what tells parts from others."""
    return tuple(each.at for each in parts)


def alternatives(node: Json) -> tuple[list[tuple[str, int]], bool]:
    """Return the places of a schema's alternatives without null, and whether null is one."""
    for keyword in ("oneOf", "anyOf"):
        if isinstance(node.get(keyword), list):
            places = [(keyword, index) for index, each in enumerate(node[keyword]) if not _is_null(each)]
            return places, len(places) < len(node[keyword])
    return [], False


def _is_null(node: Any) -> bool:
    return isinstance(node, dict) and (
        node.get("type") in (_NULL, [_NULL]) or enumerated(node) == frozenset({_NULL})
    )


def enumerated(node: Json) -> frozenset[str] | None:
    """Return the values that `enum` or `const` allow, as JSON; None for any."""
    if "const" in node:
        return frozenset([json.dumps(node["const"], sort_keys=True)])
    values = node.get("enum")
    return (
        frozenset(json.dumps(each, sort_keys=True) for each in values) if isinstance(values, list) else None
    )


def _bounds(node: Json) -> Iterator[tuple[str, Bound]]:
    for keyword, (_, sign) in _BOUNDS.items():
        value, exclusive = node.get(keyword), node.get(_EXCLUSIVE.get(keyword, ""))
        # Nothing is shorter than 0; a number may be less.
        if _is_number(value) and (value or keyword not in ("minLength", "minItems", "minProperties")):
            # OpenAPI 3.0 says by a boolean what 3.1 has a bound of its own for.
            yield keyword, (sign * value, exclusive is True)
        if _is_number(exclusive):
            yield keyword, (sign * exclusive, True)


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _implied(view: View) -> frozenset[str] | None:
    """Return the types that a schema means when it names none."""
    if view.enum is not None:
        return frozenset(_type_of(json.loads(value)) for value in view.enum)
    if view.properties:
        return frozenset({"object"})
    return frozenset({"array"}) if view.items or view.prefix else None


def _type_of(value: Any) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), _NULL)


def _common(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    both = left & right
    if ("integer" in left and "number" in right) or ("number" in left and "integer" in right):
        both |= {"integer"}
    return both


def not_covered(types: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """Return the types that others do not include; a number may be an integer."""
    return frozenset(each for each in types if each not in by and not (each == "integer" and "number" in by))


@dataclass(frozen=True)
class Pair:
    """An older and a newer schema for the same value.

    Attributes:
        subject: What the value is, as in the names of rules: `body`, `parameter`, `header` or `property`.
        direction: Which way it travels.
        old: Parts of the older schema.
        new: Parts of the newer one.
    """

    subject: str
    direction: Direction
    old: Parts
    new: Parts

    @property
    def key(self) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
        """What tells it from other pairs."""
        return self.subject, self.direction, key_of(self.old), key_of(self.new)


class _Node:
    """A pair in the graph of all pairs."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.explored = False
        self.found: list[Change] = []
        self.leading_here: list[_Node] = []
        # Those that follow and are not just the same through and through.
        self.changing: list[_Node] = []
        self.is_marked = False

    def mark(self) -> None:
        """Note that something changed here, for everything that leads here."""
        self.is_marked = True
        waiting = [self]
        while waiting:
            node = waiting.pop()
            for each in node.leading_here:
                if node not in each.changing:
                    each.changing.append(node)
                if not each.is_marked:
                    each.is_marked = True
                    waiting.append(each)


class Comparison:
    """Compares the schemas of two documents.

    Args:
        old: The older document.
        new: The newer one.
        always_present: Whether `x-always-present` counts as required in answers.
    """

    def __init__(self, old: Document, new: Document, *, always_present: bool = True) -> None:
        self._old, self._new = Views(old), Views(new)
        self._always_present = always_present
        self._nodes: dict[Any, _Node] = {}

    def changes(self, subject: str, direction: Direction, old: Located, new: Located) -> list[Change]:
        """Return what changed for those who send or read values of a schema."""
        return self._reachable(Pair(subject, direction, (old,), (new,)))

    def _reachable(self, pair: Pair) -> list[Change]:
        """Return what changed in a pair and in all that follow from it."""
        first = self._explored(pair)
        waiting, seen, found = [first], {first}, []
        while waiting:
            node = waiting.pop()
            found += node.found
            for each in node.changing:
                if each not in seen:
                    seen.add(each)
                    waiting.append(each)
        return found

    def _explored(self, pair: Pair) -> _Node:
        """Compare a pair and all that follow from it, those that were not yet."""
        first = self._node(pair)
        waiting = [first]
        while waiting:
            node = waiting.pop()
            if node.explored:
                continue
            # Until it has been compared it is taken for equal: so circles come to an end.
            node.explored = True
            node.found, pairs = self._compared(node.pair)
            following = {each.key: self._node(each) for each in pairs}.values()
            for each in following:
                each.leading_here.append(node)
            node.changing = [each for each in following if each.is_marked]
            if node.found or node.changing:
                node.mark()
            waiting += following
        return first

    def _node(self, pair: Pair) -> _Node:
        return self._nodes.setdefault(pair.key, _Node(pair))

    def _compared(self, pair: Pair) -> tuple[list[Change], list[Pair]]:
        step = Step(pair, self._old.of(pair.old), self._new.of(pair.new), self._always_present)
        step.compare_discriminators()
        if step.old.unions or step.new.unions:
            self._forms(step)
        elif step.compare():
            compare_keywords(step, self._trial)
        return step.found, step.following

    def _trial(self, old: Parts, new: Parts) -> tuple[bool, bool]:
        """Return whether a schema became narrower, and whether it became wider."""
        narrower, wider = (
            any(change.breaks for change in self._reachable(Pair("property", direction, old, new)))
            for direction in _DIRECTIONS
        )
        return narrower, wider

    def _forms(self, step: Step) -> None:
        """Compare schemas of which at least one has alternatives."""
        old, new = _forms(step.old, self._old), _forms(step.new, self._new)
        pairs = _matched(old, new)
        gone = [each for each in old if each not in [before for before, _ in pairs]]
        added = [each for each in new if each not in [after for _, after in pairs]]
        pairs += self._only_ones(gone, added)
        # What is left has neither tag nor name nor a type of its own: then it counts what would be accepted.
        matched = {each for pair in pairs for each in pair}
        gone = [
            each for each in gone if each not in matched and not any(self._fits(step, each, o) for o in new)
        ]
        added = [
            each for each in added if each not in matched and not any(self._fits(step, o, each) for o in old)
        ]
        for before, after in pairs:
            step.follow(step.pair.subject, before.parts, after.parts)
        keyword = (step.new.unions or step.old.unions)[0].keyword
        for each in gone:
            text = f"{each.name} is none of the forms any more"
            step.report(f"{keyword}-removed", text, narrower=True, at=each.at, removed=True)
        for each in added:
            step.report(f"{keyword}-added", f"{each.name} is one of the forms now", wider=True, at=each.at)

    def _only_ones(self, old: list[_Form], new: list[_Form]) -> list[tuple[_Form, _Form]]:
        """Return the forms that are the only ones of their type in both."""
        pairs = []
        for before in old:
            partners = [after for after in new if self._alike(before, after)]
            if len(partners) == 1 and sum(self._alike(other, partners[0]) for other in old) == 1:
                pairs.append((before, partners[0]))
        return pairs

    def _fits(self, step: Step, old: _Form, new: _Form) -> bool:
        pair = replace(step.pair, old=old.parts, new=new.parts)
        return not any(change.breaks for change in self._reachable(pair))

    def _alike(self, old: _Form, new: _Form) -> bool:
        before, after = self._old.of(old.parts).types, self._new.of(new.parts).types
        return before is None or after is None or bool(_common(before, after))


@dataclass(frozen=True, eq=False)
class _Form:
    """One of the alternatives of a schema."""

    at: str
    parts: Parts
    reference: str
    tags: frozenset[tuple[str, str]]

    @property
    def name(self) -> str:
        """What it is called in a message."""
        values = ", ".join(f"{name}: {value}" for name, value in sorted(self.tags))
        return self.reference or values or f"form {self.at.rpartition(_PART)[2].rpartition('/')[2]}"

    def likeness(self, other: _Form) -> int:
        """Return how surely both are the same: 2 by their tags, 1 by their names, 0 not at all."""
        mine, theirs = dict(self.tags), dict(other.tags)
        if self.tags & other.tags and all(theirs.get(name, value) == value for name, value in mine.items()):
            return 2
        return int(bool(self.reference) and self.reference == other.reference)


def _forms(view: View, views: Views) -> list[_Form]:
    """Return the forms of a schema; one without alternatives has one for each of its types."""
    if view.unions:
        union = view.unions[0]
        return [_form(each, union, views) for each in union.variants]
    types = sorted(view.types or ())
    if len(types) < 2:
        return [_Form(view.at, view.parts, "", constants(view, views))]
    narrowed = {each: Located(f"{view.at}{_PART}{each}", {"type": each}) for each in types}
    return [_Form(part.at, (*view.parts, part), "", frozenset()) for part in narrowed.values()]


def _form(own: Located, union: Union, views: Views) -> _Form:
    parts = (*union.base, own)
    reference = str(own.node.get("$ref", "")).rpartition("/")[2] if isinstance(own.node, dict) else ""
    tags = set(constants(views.of(parts), views))
    if union.name and reference:
        tags |= {(union.name, json.dumps(value)) for value in union.tags.get(reference, [reference])}
    return _Form(own.at, parts, reference, frozenset(tags))


def constants(view: View, views: Views) -> frozenset[tuple[str, str]]:
    """Return the fields of an object that can have one value alone, with that value."""
    enums = {name: views.of(parts).enum for name, parts in view.properties.items()}
    return frozenset((name, next(iter(enum))) for name, enum in enums.items() if enum and len(enum) == 1)


def _matched(old: list[_Form], new: list[_Form]) -> list[tuple[_Form, _Form]]:
    """Return the forms that are surely the same in both."""
    candidates = [(before.likeness(after), before, after) for before in old for after in new]
    pairs: list[tuple[_Form, _Form]] = []
    for likeness, before, after in sorted(candidates, key=lambda each: -each[0]):
        if likeness and not any(before is left or after is right for left, right in pairs):
            pairs.append((before, after))
    return pairs


class Step:
    """The comparison of one pair: what is found, and which pairs follow."""

    def __init__(self, pair: Pair, old: View, new: View, always_present: bool) -> None:
        self.pair, self.old, self.new = pair, old, new
        self.is_request = pair.direction == "request"
        self.found: list[Change] = []
        self.following: list[Pair] = []
        answers = always_present and not self.is_request
        self._was_required = old.required | (old.always if answers else frozenset())
        self._is_required = new.required | (new.always if answers else frozenset())

    def report(
        self,
        rule: str,
        text: str,
        *,
        narrower: bool = False,
        wider: bool = False,
        at: str = "",
        removed: bool = False,
        declared: tuple[bool, bool] = (True, True),
    ) -> None:
        """Add a change.

        Args:
            rule: Its rule, without direction and subject.
            text: What changed.
            narrower: Whether values that were allowed no longer are.
            wider: Whether values are allowed that were not.
            at: The place; that of the newer schema by default.
            removed: Whether the place is in the older document.
            declared: Whether the older and the newer schema say anything of it.
        """
        breaks = CALLERS if self.is_request and narrower else READERS if not self.is_request and wider else ""
        name = f"{self.pair.direction}-{self.pair.subject}-{rule}"
        if not at and not self.pair.new:
            at, removed = self.old.at, True
        place = _whole(at or self.new.at)
        self.found.append(
            Change(name, place, text, breaks, removed, undeclared=self._is_undeclared(declared))
        )

    def _is_undeclared(self, declared: tuple[bool, bool]) -> bool:
        # What is newly asked of a request is asked, however little was said before.
        return not declared[1] or (not declared[0] and not self.is_request)

    def follow(self, subject: str, old: Parts, new: Parts) -> None:
        """Have another pair compared."""
        self.following.append(Pair(subject, self.pair.direction, old, new))

    def not_judged(self, rule: str, text: str) -> None:
        """Add a change of which nobody can say what it breaks."""
        self.report(rule, f"not judged: {text}")

    def compare(self) -> bool:
        """Compare schemas without alternatives; return whether both allow values of the same type."""
        if not self._types():
            return False
        self._formats()
        self._enums()
        for keyword in _BOUNDS:
            self._bound(keyword)
        self._patterns()
        self._array()
        self._object()
        return True

    def compare_discriminators(self) -> None:
        """Compare the fields that say which alternative a value is."""
        old, new = self.old.discriminator, self.new.discriminator
        if old is None or new is None:
            if old != new:
                verb = "added" if old is None else "removed"
                self.report(f"discriminator-{verb}", f"the discriminator was {verb}")
            return
        if old[0] != new[0]:
            text = f"the discriminator is {new[0]} now, before {old[0]}"
            self.report("discriminator-property-name-changed", text, narrower=True, wider=True)
            return
        # With fewer or more alternatives the alternatives themselves say what changed.
        if gone := sorted(old[1] - new[1]):
            text = f"{', '.join(gone)} of {old[0]} stands for no alternative any more"
            self.report("discriminator-mapping-deleted", text, narrower=True)
        if added := sorted(new[1] - old[1]):
            text = f"{', '.join(added)} of {old[0]} stands for an alternative now"
            self.report("discriminator-mapping-added", text, wider=True)

    def _types(self) -> bool:
        """Compare the types; return whether there is anything else to compare."""
        old, new = self.old.types, self.new.types
        if old == new or (old is None and new is None):
            return True
        if old is None or new is None:
            self._type_changed(narrower=old is None, wider=new is None)
            return False
        gone, added = not_covered(old, new), not_covered(new, old)
        others = {_NULL}
        if gone == others:
            self.report("became-not-nullable", "null is not allowed any more", narrower=True)
        if added == others:
            self.report("became-nullable", "null is allowed now", wider=True)
        if gone - others or added - others:
            self._type_changed(narrower=bool(gone - others), wider=bool(added - others))
        return bool(_common(old, new) - others)

    def _type_changed(self, *, narrower: bool, wider: bool) -> None:
        before, after = (
            "no value" if types == frozenset() else _listed(types)
            for types in (self.old.types, self.new.types)
        )
        text = f"type changed from {before} to {after}"
        breaks = narrower if self.is_request else wider
        rule = "type-changed" if breaks else "type-generalized" if wider else "type-specialized"
        declared = self.old.types is not None, self.new.types is not None
        self.report(rule, text, narrower=narrower, wider=wider, declared=declared)

    def _formats(self) -> None:
        old, new = self.old.formats, self.new.formats
        if old == new:
            return
        changes = {(before, after) for before in old or {""} for after in new or {""}}
        wider = not new or bool(changes & _WIDER_FORMATS)
        narrower = not old or bool({(after, before) for before, after in changes} & _WIDER_FORMATS)
        if not wider and not narrower:
            wider = narrower = True
        breaks = narrower if self.is_request else wider
        rule = "type-changed" if breaks else "type-generalized" if wider else "type-specialized"
        text = f"format changed from {_listed(old, 'none')} to {_listed(new, 'none')}"
        self.report(rule, text, narrower=narrower, wider=wider, declared=(bool(old), bool(new)))

    def _enums(self) -> None:
        old, new = self.old.enum, self.new.enum
        if old is None and new is not None:
            text = f"only {_listed(new)} allowed now"
            self.report("became-enum", text, narrower=True, declared=(False, True))
        elif old is not None and new is None:
            text = f"any value allowed, not only {_listed(old)}"
            self.report("became-not-enum", text, wider=True, declared=(True, False))
        elif old is not None and new is not None:
            if gone := old - new:
                self.report("enum-value-removed", f"{_listed(gone)} not allowed any more", narrower=True)
            if added := new - old:
                self.report("enum-value-added", f"{_listed(added)} allowed now", wider=True)
        # The values of an open enumeration are a promise to those who send them, and none to those who read.
        if self.is_request and (gone := self.old.known - self.new.known - (new or frozenset())):
            text = f"{_listed(gone)} no longer among the known values"
            self.report("x-extensible-enum-value-removed", text, narrower=True)

    def _bound(self, keyword: str) -> None:
        old, new = self.old.bounds.get(keyword), self.new.bounds.get(keyword)
        if old == new:
            return
        word, sign = _BOUNDS[keyword]
        narrower = new is not None and (old is None or new > old)
        verb = "set" if old is None else "unset" if new is None else None
        verb = verb or ("increased" if narrower == (sign > 0) else "decreased")
        text = f"{keyword} changed from {_shown(old, sign)} to {_shown(new, sign)}"
        declared = old is not None, new is not None
        self.report(f"{word}-{verb}", text, narrower=narrower, wider=not narrower, declared=declared)

    def _patterns(self) -> None:
        old, new = self.old.patterns, self.new.patterns
        if old == new:
            return
        if not new:
            parts = [part.node for part in self.new.parts if isinstance(part.node, dict)]
            verb = "generalized" if any(each.get("pattern") in _ANY_PATTERN for each in parts) else "removed"
        else:
            verb = "added" if old < new else "removed" if new < old else "changed"
        text = f"pattern changed from {_listed(old, 'none')} to {_listed(new, 'none')}"
        declared = bool(old), bool(new)
        self.report(f"pattern-{verb}", text, narrower=not new < old, wider=not old < new, declared=declared)

    def _array(self) -> None:
        if self.old.unique != self.new.unique:
            verb = "set" if self.new.unique else "unset"
            text = "elements must differ now" if self.new.unique else "elements may be equal now"
            self.report(f"unique-items-{verb}", text, narrower=self.new.unique, wider=self.old.unique)
        for old, new in zip_longest(self.old.prefix, self.new.prefix):
            # An element that has no schema of its own has that of all others.
            self.follow("property", old or self.old.items, new or self.new.items)
        if self.old.items or self.new.items:
            self.follow("property", self.old.items, self.new.items)

    def _object(self) -> None:
        old, new = self._sent(self.old), self._sent(self.new)
        for name, parts in old.items():
            if name in new:
                self._property(name, parts, new[name])
            else:
                self._property_removed(name, parts)
        for name in new:
            if name not in old:
                self._property_added(name, new[name])
        declared = self.old.properties.keys() | self.new.properties.keys()
        for name in sorted((self._was_required ^ self._is_required) - declared):
            self._requirement(name, self.new.at)
        self._further_properties()

    def _sent(self, view: View) -> dict[str, Parts]:
        """Return the properties that travel in this direction."""
        mark = "readOnly" if self.is_request else "writeOnly"
        return {
            name: parts
            for name, parts in view.properties.items()
            if not any(
                each.node is False or (isinstance(each.node, dict) and each.node.get(mark) is True)
                for each in parts
            )
        }

    def _property(self, name: str, old: Parts, new: Parts) -> None:
        self._requirement(name, new[0].at)
        self.follow("property", old, new)

    def _requirement(self, name: str, at: str) -> None:
        was, required = name in self._was_required, name in self._is_required
        # An answer's field that is not said to be there may be there always.
        declared = self.is_request, bool(self._is_required)
        if required and not was:
            text = f"{name} is required now"
            self._report_property("became-required", text, at, narrower=True, declared=declared)
        elif was and not required:
            text = f"{name} may be missing now"
            self._report_property("became-optional", text, at, wider=True, declared=declared)

    def _property_removed(self, name: str, parts: Parts) -> None:
        if self.is_request:
            rule = "request-property-removed"
        else:
            rule = f"response-{'required' if name in self._was_required else 'optional'}-property-removed"
        breaks = CALLERS if self.is_request else READERS
        silent = not self.new.properties
        self.found.append(Change(rule, parts[0].at, f"{name} is gone", breaks, True, undeclared=silent))

    def _property_added(self, name: str, parts: Parts) -> None:
        needed = name in self._is_required
        kind = "required" if needed else "optional"
        if self.is_request:
            text = f"{name} is new" + (" and required" if needed else "")
            breaks = CALLERS if needed else ""
            self.found.append(Change(f"new-{kind}-request-property", parts[0].at, text, breaks))
        else:
            self.found.append(Change(f"response-{kind}-property-added", parts[0].at, f"{name} is new"))

    def _report_property(
        self,
        rule: str,
        text: str,
        at: str,
        *,
        narrower: bool = False,
        wider: bool = False,
        declared: tuple[bool, bool],
    ) -> None:
        breaks = CALLERS if self.is_request and narrower else READERS if not self.is_request and wider else ""
        name = f"{self.pair.direction}-property-{rule}"
        self.found.append(Change(name, at, text, breaks, undeclared=self._is_undeclared(declared)))

    def _further_properties(self) -> None:
        old, new = self.old.rest, self.new.rest
        if old is not None and new is not None:
            if old or new:
                self.follow("property", old, new)
        elif old is not None and self.is_request:
            self.report("additional-properties-disallowed", "further fields are refused now", narrower=True)
        elif new is not None:
            self.report("additional-properties-allowed", "further fields are allowed now")


def _listed(values: frozenset[str] | None, none: str = "any") -> str:
    return ", ".join(sorted(values)) if values else none


def _shown(bound: Bound | None, sign: int) -> str:
    if bound is None:
        return "none"
    value, exclusive = bound
    return f"{value * sign:g}{' (exclusive)' if exclusive else ''}"
