"""The keywords that ask more of a value than its type, its bounds and its fields do.

Each function compares one family of keywords of two views. It reports what became narrower or wider, has the
schemas inside compared in their turn, and says so where nothing can be decided.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from clientkit_codegen.compat.document import Located, children, elements

if TYPE_CHECKING:
    from clientkit_codegen.compat.schemas import Parts, Step, View

# Whether a schema became narrower, and whether it became wider.
Trial = Callable[["Parts", "Parts"], tuple[bool, bool]]

_BY_SCOPE = ("$dynamicRef", "$recursiveRef")

KEYWORDS = (
    *_BY_SCOPE,
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "default",
    "dependentRequired",
    "dependentSchemas",
    "if",
    "maxContains",
    "minContains",
    "multipleOf",
    "not",
    "patternProperties",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)


def compare_keywords(step: Step, trial: Trial) -> None:
    """Compare every keyword of this module.

    Args:
        step: The pair of schemas; what is found goes there.
        trial: Compares two schemas without reporting anything.
    """
    _multiple_of(step)
    _names(step)
    _contains(step, trial)
    _dependencies(step)
    _conditions(step, trial)
    _negation(step, trial)
    _unevaluated(step)
    _content(step)
    _default(step)
    _by_scope(step)


def _by_scope(step: Step) -> None:
    """Report references whose target depends on where they are read from; nobody follows them here."""
    for keyword in _BY_SCOPE:
        if _values(step.old, keyword) != _values(step.new, keyword):
            step.not_judged("reference-changed", f"{keyword} is followed from where it is used")


def _multiple_of(step: Step) -> None:
    old, new = (_common_multiple(_values(view, "multipleOf")) for view in (step.old, step.new))
    if old == new:
        return
    narrower = new is not None and (old is None or (new / old).denominator == 1)
    wider = old is not None and (new is None or (old / new).denominator == 1)
    verb = "set" if old is None else "unset" if new is None else "changed"
    text = f"multipleOf changed from {_number(old)} to {_number(new)}"
    undecided = not narrower and not wider
    step.report(f"multiple-of-{verb}", text, narrower=narrower or undecided, wider=wider or undecided)


def _common_multiple(values: Iterable[Any]) -> Fraction | None:
    found: Fraction | None = None
    for value in values:
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not value > 0:
            continue
        each = Fraction(str(value))
        if found is None:
            found = each
        else:
            below = math.lcm(found.denominator, each.denominator)
            found = Fraction(math.lcm(int(found * below), int(each * below)), below)
    return found


def _number(value: Fraction | None) -> str:
    return "none" if value is None else f"{float(value):g}"


def _names(step: Step) -> None:
    """Compare what is asked of fields by their names."""
    old, new = _by_key(step.old, "patternProperties"), _by_key(step.new, "patternProperties")
    for pattern in old.keys() & new.keys():
        step.follow("property", old[pattern], new[pattern])
    for pattern in sorted(new.keys() - old.keys()):
        # Where no other fields are allowed, the pattern allows some; elsewhere it asks something of them.
        text = f"fields that match {pattern} have a schema now"
        step.report("pattern-property-added", text, narrower=step.old.rest is not None)
    for pattern in sorted(old.keys() - new.keys()):
        closed = step.new.rest is None
        text = f"fields that match {pattern} are {'refused' if closed else 'any values'} now"
        step.report("pattern-property-removed", text, narrower=closed, wider=not closed)
    _sub_schema(step, "propertyNames", "property-names")


def _contains(step: Step, trial: Trial) -> None:
    old, new = _parts(step.old, "contains"), _parts(step.new, "contains")
    if not old or not new:
        _sub_schema(step, "contains", "contains")
        return
    if _values(step.old, "maxContains") or _values(step.new, "maxContains"):
        narrower, wider = trial(old, new)
        if narrower or wider:
            text = "the elements that are counted for maxContains are others now"
            step.report("contains-changed", text, narrower=True, wider=True)
    else:
        step.follow("property", old, new)
    for keyword, word, pick, none in (
        ("minContains", "min-contains", max, 1.0),
        ("maxContains", "max-contains", min, math.inf),
    ):
        before, after = (
            pick(
                (float(each) for each in _values(view, keyword) if isinstance(each, (int, float))),
                default=none,
            )
            for view in (step.old, step.new)
        )
        if before != after:
            more = after > before
            verb = "increased" if more else "decreased"
            narrower = more == (keyword == "minContains")
            text = f"{keyword} changed from {before:g} to {after:g}"
            step.report(f"{word}-{verb}", text, narrower=narrower, wider=not narrower)


def _dependencies(step: Step) -> None:
    old, new = (_dependent_names(view) for view in (step.old, step.new))
    for name in sorted(old.keys() | new.keys()):
        before = old.get(name, frozenset()) - step.old.required
        after = new.get(name, frozenset()) - step.new.required
        if before == after:
            continue
        verb = "added" if not before else "removed" if not after else "changed"
        text = f"with {name} go {_listed(after)} now, before {_listed(before)}"
        narrower, wider = bool(after - before), bool(before - after)
        step.report(f"dependent-required-{verb}", text, narrower=narrower, wider=wider)
    earlier, later = _by_key(step.old, "dependentSchemas"), _by_key(step.new, "dependentSchemas")
    for name in sorted(earlier.keys() | later.keys()):
        if name in earlier and name in later:
            step.follow(step.pair.subject, earlier[name], later[name])
        elif name in later:
            text = f"an object with {name} has a schema of its own now"
            step.report("dependent-schema-added", text, narrower=True)
        else:
            text = f"an object with {name} has no schema of its own any more"
            step.report("dependent-schema-removed", text, wider=True)


def _dependent_names(view: View) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for here in view.keywords.get("dependentRequired", ()):
        for name, names in children(here):
            listed = frozenset(str(each.node) for each in elements(names))
            found[name] = found.get(name, frozenset()) | listed
    return found


def _conditions(step: Step, trial: Trial) -> None:
    """Compare `if`, `then` and `else`; one without an outcome asks nothing."""
    old, new = (_outcomes(view) for view in (step.old, step.new))
    for verb, more, less in (("added", new, old), ("removed", old, new)):
        if len(more) > len(less):
            text = f"a condition is {'new' if verb == 'added' else 'gone'}"
            step.report(f"if-{verb}", text, narrower=verb == "added", wider=verb == "removed")
    if len(old) != len(new):
        return
    for before, after in zip(old, new, strict=True):
        if any(trial(before[0], after[0])):
            step.not_judged("if-changed", "the condition of `if` is another now")
            continue
        for word, was, now in zip(("then", "else"), before[1:], after[1:], strict=True):
            if was and now:
                step.follow(step.pair.subject, was, now)
            elif now:
                step.report(f"{word}-added", f"`{word}` has a schema now", narrower=True)
            elif was:
                step.report(f"{word}-removed", f"`{word}` has no schema any more", wider=True)


def _outcomes(view: View) -> list[tuple[Parts, Parts, Parts]]:
    found: list[tuple[Parts, Parts, Parts]] = []
    for here in view.keywords.get("if", ()):
        then, other = (((part,) if part.node not in (None, True) else ()) for part in _branches(here))
        if then or other:
            found.append(((here.child("if"),), then, other))
    return found


def _branches(here: Located) -> tuple[Located, Located]:
    return here.child("then"), here.child("else")


def _negation(step: Step, trial: Trial) -> None:
    old, new = (
        tuple(each for each in view.keywords.get("not", ()) if each.node is not False)
        for view in (step.old, step.new)
    )
    if not old and not new:
        return
    if not old or not new:
        verb = "added" if new else "removed"
        text = "some values are excluded now" if new else "no values are excluded any more"
        step.report(f"not-{verb}", text, narrower=bool(new), wider=bool(old))
        return
    # What excludes less allows more.
    wider, narrower = trial(old, new)
    if narrower or wider:
        step.report("not-changed", "other values are excluded now", narrower=narrower, wider=wider)


def _unevaluated(step: Step) -> None:
    for keyword, word in (
        ("unevaluatedProperties", "unevaluated-properties"),
        ("unevaluatedItems", "unevaluated-items"),
    ):
        _sub_schema(step, keyword, word)


def _content(step: Step) -> None:
    for keyword, word in (
        ("contentEncoding", "content-encoding-changed"),
        ("contentMediaType", "content-media-type-changed"),
    ):
        old, new = ({str(each).lower() for each in _values(view, keyword)} for view in (step.old, step.new))
        if old != new:
            text = f"{keyword} changed from {_listed(old)} to {_listed(new)}"
            step.report(word, text, narrower=bool(new), wider=bool(old), declared=(bool(old), bool(new)))
    _sub_schema(step, "contentSchema", "content-schema")


def _default(step: Step) -> None:
    old, new = (_values(view, "default")[:1] for view in (step.old, step.new))
    if old != new and step.is_request and step.pair.subject != "parameter":
        verb = "added" if not old else "removed" if not new else "changed"
        text = f"the default was {_shown(old)} and is {_shown(new)}"
        # Who says nothing of a default has one all the same.
        step.report(f"default-value-{verb}", text, declared=(True, bool(old) and bool(new)))


def _sub_schema(step: Step, keyword: str, word: str) -> None:
    """Compare a keyword whose value is a schema that the value, or a part of it, must match."""
    old, new = _parts(step.old, keyword), _parts(step.new, keyword)
    if old and new:
        step.follow("property", old, new)
    elif new:
        step.report(f"{word}-added", f"{keyword} is there now", narrower=True, declared=(False, True))
    elif old:
        step.report(f"{word}-removed", f"{keyword} is gone", wider=True, declared=(True, False))


def _parts(view: View, keyword: str) -> Parts:
    """Return the schemas under a keyword, without those that allow everything."""
    return tuple(each for each in view.keywords.get(keyword, ()) if each.node not in (True, {}))


def _values(view: View, keyword: str) -> list[Any]:
    return [each.node for each in view.keywords.get(keyword, ())]


def _by_key(view: View, keyword: str) -> dict[str, Parts]:
    found: dict[str, Parts] = {}
    for here in view.keywords.get(keyword, ()):
        for key, value in children(here):
            found[key] = (*found.get(key, ()), value)
    return found


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values)) or "none"


def _shown(values: list[Any]) -> str:
    return repr(values[0]) if values else "none"
