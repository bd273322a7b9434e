"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from clientkit.errors import NotFoundError
from clientkit.files import AtomicFile, FileRefusedError, is_regular, read_file, write_file
from clientkit.testing import answer

from .modes import GET, Caller, Mode


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def umask() -> Any:
    old = os.umask(0o027)
    yield
    os.umask(old)


def test_a_new_file_has_the_mode_that_the_process_gives(tmp_path: Path, umask: None) -> None:
    write_file(tmp_path / "new", b"1")
    assert (mode_of(tmp_path / "new"), (tmp_path / "new").read_bytes()) == (0o640, b"1")


def test_a_new_file_can_be_its_owners_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "new", b"1", mode=0o600)
    assert mode_of(tmp_path / "new") == 0o600


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o640, 0o444, 0o755])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, umask: None, mode: int) -> None:
    target = tmp_path / "old"
    target.write_text("old")
    target.chmod(mode)
    write_file(target, b"new", mode=0o666)
    assert (mode_of(target), target.read_bytes()) == (mode, b"new")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_replaced_file_keeps_its_owner_and_group(tmp_path: Path) -> None:
    target = tmp_path / "old"
    target.write_text("old")
    os.chown(target, 12345, 54321)
    target.chmod(0o660)
    write_file(target, b"new")
    found = target.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12345, 54321, 0o660)


def test_what_another_group_could_do_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "old"
    target.write_text("old")
    target.chmod(0o664)
    real = os.lstat(target)
    foreign = os.stat_result((*real[:4], real.st_uid + 1, real.st_gid + 1, *real[6:]))

    def refuse(*args: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(os, "fchown", refuse)
        patch.setattr(os, "lstat", lambda path: foreign)
        file = AtomicFile(target)
        file.write(b"new")
        file.commit()
    assert mode_of(target) == 0o604


def test_the_target_is_untouched_until_the_commit(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    with AtomicFile(target) as file:
        assert file.write(b"new") == 3
        assert target.read_text() == "old"
    assert (target.read_text(), file.size, list(tmp_path.iterdir())) == ("new", 3, [target])


def test_an_exception_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    file = AtomicFile(target)
    file.write(b"new")
    with pytest.raises(KeyboardInterrupt), file:
        raise KeyboardInterrupt
    assert (target.read_text(), list(tmp_path.iterdir())) == ("old", [target])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    file = AtomicFile(target)
    with open("/dev/full", "wb") as full:
        os.dup2(full.fileno(), file._file.fileno())
    file.write(b"new")
    with pytest.raises(OSError, match="No space"):
        file.commit()
    assert (target.read_text(), list(tmp_path.iterdir())) == ("old", [target])


def test_a_users_part_file_and_a_planted_link_are_left_alone(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "file.part").symlink_to(victim)
    write_file(tmp_path / "file", b"new")
    assert (victim.read_text(), (tmp_path / "file.part").is_symlink()) == ("mine", True)


def test_two_writers_of_one_file_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "file"
    with AtomicFile(target) as first, AtomicFile(target) as second:
        first.write(b"one" * 1000)
        second.write(b"two" * 1000)
    assert target.read_bytes() == b"one" * 1000
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_the_file_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 255)
    write_file(target, b"1")
    assert target.read_bytes() == b"1"


@pytest.fixture
def refused(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    found = {name: str(tmp_path / name) for name in ("folder", "link", "dangling", "pipe")}
    return found | {
        "missing": str(tmp_path / "no" / "file"),
        "inside": str(tmp_path / "file" / "x"),
        "slash": str(tmp_path / "new") + "/",
        "device": "/dev/null",
        "empty": "",
        "nul": "a\0b",
        "long": str(tmp_path / ("n" * 256)),
    }


WORDS = {
    "folder": "is a folder",
    "link": "is a symbolic link",
    "dangling": "is a symbolic link",
    "pipe": "is a pipe",
    "missing": "there is no folder",
    "inside": "there is no folder",
    "slash": "must be the path of a file",
    "device": "is a device",
    "empty": "must be the path of a file",
    "nul": "must be the path of a file",
    "long": "cannot be used: File name too long",
}


@pytest.mark.parametrize("kind", WORDS)
def test_what_cannot_be_written_is_refused_with_the_arguments_name(
    refused: dict[str, str], kind: str
) -> None:
    with pytest.raises(FileRefusedError, match=f"^to.*{WORDS[kind]}") as caught:
        AtomicFile(refused[kind], name="to")
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, OSError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FileRefusedError, match="Permission denied"):
        AtomicFile(tmp_path / "file")


@pytest.mark.parametrize("path", [None, 7, b"bytes"])
def test_a_path_of_another_type_is_refused(path: Any) -> None:
    with pytest.raises(TypeError, match="path must be a str or a Path"):
        AtomicFile(path)


def test_a_link_is_kept_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real" / "file")
    write_file(tmp_path / "link", b"1", follow_links=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "file").read_bytes() == b"1"


def test_reading_takes_files_only(tmp_path: Path, refused: dict[str, str]) -> None:
    (tmp_path / "file").write_bytes(b"1")
    assert read_file(tmp_path / "link") == b"1"
    for kind, words in {
        "folder": "folder",
        "pipe": "pipe",
        "device": "device",
        "dangling": "No such",
    }.items():
        with pytest.raises(FileRefusedError, match=words):
            read_file(refused[kind], name="content")
    assert is_regular(tmp_path / "file")
    assert not any(is_regular(refused[kind]) for kind in ("folder", "link", "pipe", "device", "missing"))


def download(caller: Caller, path: str | Path) -> Any:
    return caller.mode.run(caller.client._core.download(GET(), path, "to"))


def test_a_download_keeps_the_mode_of_the_file_that_it_replaces(mode: Mode, tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    target.chmod(0o600)
    assert download(mode.caller([answer(200, b"bytes")]), target) == 5
    assert (target.read_bytes(), mode_of(target), list(tmp_path.iterdir())) == (b"bytes", 0o600, [target])


def test_a_download_is_refused_before_anything_is_sent(mode: Mode, refused: dict[str, str]) -> None:
    caller = mode.caller([])
    for path in refused.values():
        with pytest.raises(FileRefusedError, match=r"^to"):
            download(caller, path)
    assert caller.sent == 0


def test_a_download_that_fails_leaves_no_file(mode: Mode, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        download(mode.caller([answer(404, {})]), tmp_path / "file")
    assert list(tmp_path.iterdir()) == []
