"""Whether a spec is OpenAPI at all."""

from __future__ import annotations

from openapi_spec_validator import OpenAPIV31SpecValidator

from clientkit_codegen.generation.document import Json, pointer


def violations(document: Json) -> list[str]:
    """Return what is not valid OpenAPI 3.1 in a spec, with the JSON pointer of each place."""
    found = []
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        place = pointer(*(str(part) for part in error.absolute_path)) if error.absolute_path else "#"
        found.append(f"{place}: {error.message}")
    return found
