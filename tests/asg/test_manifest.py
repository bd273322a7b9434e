"""Writing and checking manifests."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from asg_gateway import (
    ASGGatewayError,
    ASGGatewayManifestError,
    check_manifest,
    validate_manifest,
    write_manifest,
)
from clientkit.files import FileRefusedError
from hypothesis import given
from hypothesis import strategies as st

URL = "https://example.com/1.jpg"


def test_urls_and_objects_become_lines(tmp_path: Path) -> None:
    path = tmp_path / "manifest.jsonl"
    items: list[Any] = [URL, {"data_url": "s3://bucket/key", "metadata": {"row": 1, "näme": "ü"}}]
    assert write_manifest(path, iter(items)) == 2
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines == [{"data_url": URL}, items[1]]
    assert validate_manifest(path) == 2
    assert [each.name for each in tmp_path.iterdir()] == ["manifest.jsonl"]


BAD = {
    "": "it is empty",
    "{": "it is not JSON",
    "[]": "it must be an object",
    '"https://example.com"': "it must be an object",
    "{}": "'data_url' is missing",
    '{"data_url": 5}': "'data_url' is not a URL",
    '{"data_url": "example.com/x"}': "'data_url' is not a URL",
    '{"data_url": "https://exa mple.com/"}': "'data_url' is not a URL",
    '{"data_url": "https://[broken"}': "'data_url' is not a URL",
    '{"data_url": "https://example.com", "metadata": []}': "'metadata' must be an object",
}


def test_every_bad_line_is_named_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join([f'{{"data_url": "{URL}"}}', *BAD]) + "\n")
    check = check_manifest(path)
    assert (check.lines, check.ok) == (11, False)
    assert [problem.line for problem in check.problems] == list(range(2, 12))
    for problem, expected in zip(check.problems, BAD.values(), strict=True):
        assert problem.message.startswith(expected)
    with pytest.raises(ASGGatewayManifestError, match="10 of 11 lines are bad: line 2: it is") as caught:
        validate_manifest(path)
    assert caught.value.problems == check.problems
    assert isinstance(caught.value, (ASGGatewayError, ValueError))
    assert pickle.loads(pickle.dumps(caught.value)).problems == check.problems


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path) -> None:
    check = check_manifest([f'{{"data_url": "{URL}"}}'.encode(), b'{"data_url": "\xff"}'])
    assert [problem.line for problem in check.problems] == [2]


def test_nothing_is_written_when_an_item_is_bad(tmp_path: Path) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_text("what was there")
    with pytest.raises(ASGGatewayManifestError, match="2 of 3 lines are bad: line 1") as caught:
        write_manifest(path, ["no url", URL, {"data_url": URL, "metadata": {"x": object()}}])
    assert [problem.line for problem in caught.value.problems] == [1, 3]
    with pytest.raises(ASGGatewayManifestError, match="empty"):
        write_manifest(path, [])
    assert path.read_text() == "what was there"
    assert [each.name for each in tmp_path.iterdir()] == ["manifest.jsonl"]


@given(
    st.lists(
        st.fixed_dictionaries(
            {"data_url": st.just(URL)},
            optional={"metadata": st.dictionaries(st.text(), st.text() | st.integers()), "x": st.text()},
        ),
        min_size=1,
    )
)
def test_what_is_written_is_good_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, items: list[dict[str, Any]]
) -> None:
    path = tmp_path_factory.mktemp("manifest") / "manifest.jsonl"
    assert write_manifest(path, items) == validate_manifest(path) == len(items)
    assert [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]] == items


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "manifest.jsonl"
    kept.write_text("mine")
    link.symlink_to(kept)
    with pytest.raises(FileRefusedError):
        write_manifest(link, ["https://example.com/1.png"])
    assert kept.read_text() == "mine"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept", "manifest.jsonl"]
