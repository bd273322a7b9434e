"""Whether the specs are OpenAPI."""

from __future__ import annotations

from clientkit_codegen.generation import layout


def specs() -> list[str]:
    """Validate every spec against the OpenAPI 3.1 schema."""
    from clientkit_codegen.generation import source
    from clientkit_codegen.generation.validation import violations

    findings = []
    for service in layout.services():
        name = layout.relative(service.spec)
        if not service.spec.is_file():
            table = layout.relative(layout.project().table)
            findings.append(f"{name}: not there; write it, or take {service.name} out of {table}")
            continue
        try:
            document = source.of_service(service)
            found = [] if service.is_foreign else violations(document.data)
        except source.SourceError as error:
            found = [str(error)]
        findings += [f"{name}: {each}; edit the spec" for each in found]
    return findings
