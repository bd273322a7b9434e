"""What the work at hand is compared with: the point where it left the main branch, or `BASE`."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from clientkit_codegen.generation import layout

_BRANCHES = ("origin/main", "main", "origin/master", "master")


class NoBaseError(Exception):
    """There is nothing to compare with; the message says why and what to type."""


class UnknownBaseError(Exception):
    """The commit that was named does not exist here; the message says what to type."""


class MissingToolError(Exception):
    """A program that a gate needs is not installed; the message says which, and what follows."""


@dataclass(frozen=True)
class Base:
    """A commit to compare with.

    Attributes:
        commit: Its full name.
        name: What it is called in messages.
    """

    commit: str
    name: str

    def read(self, path: str) -> str | None:
        """Return the text of a file as it was, None when it was not there.

        Args:
            path: As seen from the repository's root.
        """
        return _git("show", f"{self.commit}:./{path}")

    def differs(self, path: str) -> bool:
        """Whether a tracked file or folder is not as it was.

        Args:
            path: As seen from the repository's root.
        """
        return _git("diff", "--quiet", self.commit, "--", path) is None

    def unpack(self, folder: str, target: Path) -> bool:
        """Write a folder as it was into another; return whether it was there.

        Args:
            folder: As seen from the repository's root.
            target: Where to write it, under the same path.
        """
        done = subprocess.run(
            ["git", "archive", "--format=tar", self.commit, "--", folder],
            cwd=layout.project().root,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            return False
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            archive.extractall(target, filter="data")
        return True


def find_base() -> Base:
    """Return the commit that `BASE` names, else where this work left the main branch.

    Raises:
        NoBaseError: When there is none.
        UnknownBaseError: When `BASE` names no commit.
        MissingToolError: When there is no git.
    """
    if wanted := os.environ.get("BASE", "").strip():
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{wanted}^{{commit}}")
        if not commit:
            raise UnknownBaseError(f"BASE={wanted} names no commit here; git fetch it, or name another")
        # A branch goes on after this work has left it.
        common = _git("merge-base", "HEAD", commit.strip()) or commit
        return Base(common.strip(), wanted)
    for branch in _BRANCHES:
        if commit := _git("merge-base", "HEAD", branch):
            return Base(commit.strip(), f"the merge base with {branch}")
    raise NoBaseError(
        f"no main branch to compare with; name a commit: {layout.command('check', 'BASE=<ref>')}"
    )


def _git(*arguments: str) -> str | None:
    """Return the output of git; None when it fails.

    Raises:
        MissingToolError: When there is no git.
    """
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=layout.project().root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        raise MissingToolError("git is not installed, so nothing was compared; install git") from None
    return done.stdout if done.returncode == 0 else None
