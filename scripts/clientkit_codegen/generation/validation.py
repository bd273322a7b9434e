"""Whether a document is OpenAPI at all.

The schema of OpenAPI is checked by a validator in Rust: 6 MB take it half a second, where the validator of
`openapi-spec-validator`, whose copy of the schema is used, takes a minute.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

import jsonschema_rs

from clientkit_codegen.generation.walking import Json, pointer

_MOST = 200


def violations(document: Json) -> list[str]:
    """Return what is not valid OpenAPI 3.1 in a document, with the JSON pointer of each place."""
    found: dict[str, None] = {}
    for error in _validator().iter_errors(document):
        place = pointer(*map(str, error.instance_path)) if error.instance_path else "#"
        found[f"{place}: {_short(error.message)}"] = None
        if len(found) >= _MOST:
            break
    return list(found)


@cache
def _validator() -> Any:
    folder = resources.files("openapi_spec_validator") / "resources" / "schemas" / "v3.1" / "schema.json"
    return jsonschema_rs.validator_for(json.loads(folder.read_text(encoding="utf-8")))


def _short(message: str) -> str:
    return message if len(message) <= 300 else f"{message[:200]} ... {message[-90:]}"
