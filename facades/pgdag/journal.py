"""What changed from one checkpoint of a run to the next, as JSON values."""

from __future__ import annotations

import json
import operator
from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import islice
from typing import Any, Final

from pgdag.artifact import ProofArtifact
from pgdag.history import Past, folded, unread
from pgdag.state import Checkpoint

_MAPPINGS: Final = ("inputs", "carried", "written", "proofs", "results")
_LISTS: Final = ("chain", "pending")


def changes(before: Checkpoint, after: Checkpoint) -> dict[str, Any]:
    """Return what makes one checkpoint out of another: `apply` does it."""
    found: dict[str, Any] = {}
    for name in (each.name for each in fields(after)):
        past = unread(after, name)
        since = past.since(unread(before, name)) if isinstance(past, Past) else None
        encode = ProofArtifact.to_dict if name == "proofs" else _itself
        if since is not None:
            change: Any = _change_of_past(name, past.length, since, encode)
            if change is not None:
                found[name] = change
            continue
        old, new = getattr(before, name), getattr(after, name)
        if name in _MAPPINGS:
            change = _change_of_mapping(old, new, encode)
        elif name in _LISTS:
            change = _change_of_list(old, new)
        else:
            change = None if _is_same(old, new) else [new]
        if change is not None:
            found[name] = change
    return found


def apply(data: dict[str, Any], found: Mapping[str, Any]) -> None:
    """Make the changes to what `to_dict` of the first checkpoint returned."""
    for name, change in found.items():
        if name in _MAPPINGS:
            mapping = data[name]
            for gone in change.get("drop", ()):
                mapping.pop(gone, None)
            while len(mapping) > change.get("keep", len(mapping)):
                mapping.popitem()
            mapping.update(change["set"])
        elif name in _LISTS:
            data[name][change["keep"] :] = change["add"]
        else:
            (data[name],) = change


def _change_of_past(
    name: str, length: int, since: list[Any], encode: Callable[[Any], Any]
) -> dict[str, Any] | None:
    if not since:
        return None
    if name in _LISTS:
        return {"keep": length - len(since), "add": since}
    gone, found = folded(since)
    return {"drop": gone, "set": {member: encode(value) for member, value in found.items()}}


def _change_of_mapping(
    old: Mapping[str, Any], new: Mapping[str, Any], encode: Callable[[Any], Any]
) -> dict[str, Any] | None:
    """Return how many members stay where they are, and those that are new, moved or different."""
    keep = _common(list(old), list(new))
    pairs = zip(islice(new.items(), keep), old.values(), strict=False)
    changed = {
        name: encode(value)
        for (name, value), was in pairs
        if value is not was and not _is_same(encode(value), encode(was))
    }
    changed.update((name, encode(value)) for name, value in islice(new.items(), keep, None))
    return {"keep": keep, "set": changed} if changed or keep < len(old) else None


def _change_of_list(old: list[Any], new: list[Any]) -> dict[str, Any] | None:
    keep = _common(old, new)
    return {"keep": keep, "add": new[keep:]} if keep < max(len(old), len(new)) else None


def _common(old: list[Any], new: list[Any]) -> int:
    """Return how many items two lists begin with alike."""
    if len(old) <= len(new) and all(map(operator.eq, old, new)):
        return len(old)
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def _is_same(old: Any, new: Any) -> bool:
    """Tell whether two values are one in JSON, where 1 and true are two."""
    return old is new or (bool(old == new) and json.dumps(old) == json.dumps(new))


def _itself(value: Any) -> Any:
    return value
