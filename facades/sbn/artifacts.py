"""Descriptors of artifacts, and the payload that proves one: pure functions, nothing is sent."""

from __future__ import annotations

import hashlib
import mimetypes
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from clientkit.arguments import optional_string, string
from clientkit.files import read_file

from sbn.checks import filled_strings, mapping

if TYPE_CHECKING:
    from sbn import types

_UNKNOWN_TYPE = "application/octet-stream"


def artifact_sha256_bytes(data: bytes) -> str:
    """Return the SHA-256 of bytes as lower-case hex digits, without a prefix.

    Args:
        data: The bytes.
    """
    return hashlib.sha256(data).hexdigest()


def artifact_descriptor_from_bytes(
    data: bytes,
    *,
    artifact_uri: str,
    mime_type: str | None = None,
    artifact_title: str | None = None,
    artifact_version: str | None = None,
) -> types.ArtifactDescriptor:
    """Describe an artifact that is in memory.

    Args:
        data: Its bytes.
        artifact_uri: Where it is.
        mime_type: Its media type; `application/octet-stream` by default.
        artifact_title: Its title; left out when empty.
        artifact_version: Its version; left out when empty.
    """
    named = filled_strings(artifact_title=artifact_title, artifact_version=artifact_version)
    descriptor = {
        "artifact_uri": string("artifact_uri", artifact_uri),
        "artifact_sha256": artifact_sha256_bytes(data),
        "artifact_bytes": len(data),
        "mime_type": optional_string("mime_type", mime_type) or _UNKNOWN_TYPE,
        **named,
    }
    return cast("types.ArtifactDescriptor", descriptor)


def artifact_descriptor_from_file(
    path: str | os.PathLike[str],
    *,
    artifact_uri: str | None = None,
    mime_type: str | None = None,
    artifact_title: str | None = None,
    artifact_version: str | None = None,
) -> types.ArtifactDescriptor:
    """Describe an artifact that is a file; it is read whole.

    Args:
        path: The file.
        artifact_uri: Where it is. By default the local path, which goes to the service when the
            descriptor does: give another one when it must not.
        mime_type: Its media type; by default guessed from the suffix.
        artifact_title: Its title; the name of the file by default.
        artifact_version: Its version; left out when empty.

    Raises:
        OSError: The file cannot be read, or is a pipe or a device.
    """
    given = filled_strings(artifact_uri=artifact_uri, mime_type=mime_type, artifact_title=artifact_title)
    return artifact_descriptor_from_bytes(
        read_file(path),
        artifact_uri=given.get("artifact_uri") or os.fspath(path),
        mime_type=given.get("mime_type") or mimetypes.guess_type(Path(path).name)[0],
        artifact_title=given.get("artifact_title") or Path(path).name,
        artifact_version=artifact_version,
    )


def artifact_proof_payload(
    artifact: Mapping[str, Any],
    *,
    proof_kind: str = "artifact_attestation",
    summary: str | None = None,
    subject_ref: str | None = None,
    evidence_ref: str | None = None,
    claim: Mapping[str, Any] | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> types.ArtifactProof:
    """Return the payload that proves an artifact, ready to be captured or sealed.

    Args:
        artifact: Its descriptor.
        proof_kind: What kind of proof it is.
        summary: The proof in words; left out when empty.
        subject_ref: What it is about; left out when empty.
        evidence_ref: What it rests on; left out when empty.
        claim: What it claims; an empty one stays.
        metadata: Anything; an empty one stays.

    Raises:
        ValueError: The descriptor is no mapping.
    """
    refs = filled_strings(summary=summary, subject_ref=subject_ref, evidence_ref=evidence_ref)
    more = {"claim": claim, "metadata": metadata}
    payload = {
        "artifact": mapping("artifact", artifact),
        "proof": {"kind": string("proof_kind", proof_kind), **refs},
        **{name: mapping(name, value) for name, value in more.items() if value is not None},
    }
    return cast("types.ArtifactProof", payload)
