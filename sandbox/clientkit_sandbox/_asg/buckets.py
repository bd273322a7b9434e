"""A folder of this machine that stands in for object storage.

`s3://bucket/key` and `gs://bucket/key` are read from `bucket/key` in the folder that the environment variable
`CLIENTKIT_SANDBOX_BUCKETS` names, `clientkit-sandbox-buckets` in the system's temporary folder without it.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

VARIABLE = "CLIENTKIT_SANDBOX_BUCKETS"
_S3_HOST = ".s3.amazonaws.com"
LARGEST = 10_000


def folder() -> Path:
    """Return the folder that holds the buckets."""
    return Path(os.environ.get(VARIABLE) or Path(tempfile.gettempdir()) / "clientkit-sandbox-buckets")


def path_of(manifest_url: str) -> Path:
    """Return the file that stands in for an object.

    Raises:
        ValueError: The address is of no known kind, or leads out of the folder.
    """
    address = urlsplit(manifest_url)
    bucket = address.hostname or ""
    if address.scheme == "https" and bucket.endswith(_S3_HOST):
        bucket = bucket.removesuffix(_S3_HOST)
    elif address.scheme not in ("s3", "gs"):
        raise ValueError("must be s3://bucket/key, gs://bucket/key or the https address of an S3 object")
    root = folder().resolve()
    path = (root / bucket / unquote(address.path).lstrip("/")).resolve()
    if not bucket or root not in path.parents or path.parent == root:
        raise ValueError("must name a bucket and a key in it")
    return path


def read(path: Path) -> tuple[list[str], list[str]]:
    """Read a manifest.

    Returns:
        The addresses of the data, and what is wrong with the lines that have none.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        return [], [f"the manifest cannot be read: {error.strerror}"]
    if not 0 < len(lines) <= LARGEST:
        return [], [f"the manifest has {len(lines)} lines; this sandbox takes 1 to {LARGEST}"]
    urls, problems = [], []
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            problems.append(f"line {number} is not JSON")
            continue
        url = value.get("data_url") if isinstance(value, dict) else None
        if isinstance(url, str) and url:
            urls.append(url)
        else:
            problems.append(f"line {number} has no data_url")
    return urls, problems
