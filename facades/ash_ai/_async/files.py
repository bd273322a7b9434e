"""The files of a session: its workspace and its attachments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from ash_api.api import attachments
from ash_api.api import sessions as api
from clientkit.arguments import identifier
from clientkit.facade import nothing
from clientkit.operation import given

from ash_ai._async.methods import AsyncMethods
from ash_ai.errors import AshWriteError
from ash_ai.lazy import models, uploads, wire

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from clientkit.facade import AsyncByteStream

    from ash_ai.models import Attachment, FileEntry, SessionFile, WriteFileResult


class AsyncFileMethods(AsyncMethods):
    """The workspace and the attachments of a session."""

    async def list_session_files(
        self, session_id: str | UUID, *, include_hidden: bool | None = None
    ) -> list[FileEntry]:
        """List the files in the workspace of a session, in its sandbox or in what was saved of it.

        Args:
            session_id: The session.
            include_hidden: Whether hidden files are listed.

        Raises:
            AshNotFoundError: There is no such session, or it has no workspace.

        Operation: listSessionFiles
        """
        call = api.list_session_files.OPERATION(
            identifier("session_id", session_id), include_hidden=given(include_hidden)
        )
        return await self._core.send(call, models.many(models.FileEntry, "files"))

    async def get_session_file(self, session_id: str | UUID, path: str) -> SessionFile:
        """Get a file of the workspace as text, with its path, size and source; up to 1 MiB.

        Args:
            session_id: The session.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such session or file.
            AshBadRequestError: The file is larger than 1 MiB.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getSessionFile
        """
        call = api.get_session_file.OPERATION(
            identifier("session_id", session_id), path, format_=wire.FileFormat("json")
        )
        return await self._core.send(call, models.SessionFile.from_dict)

    async def read_session_file(self, session_id: str | UUID, path: str) -> bytes:
        """Read the bytes of a file of the workspace; up to 100 MiB.

        Args:
            session_id: The session.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such session or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getSessionFile
        """
        async with await self.stream_session_file(session_id, path) as stream:
            return await stream.read()

    async def stream_session_file(self, session_id: str | UUID, path: str) -> AsyncByteStream:
        """Open a file of the workspace: a context manager that gives its bytes as they come.

        `write_to(path)` of it makes a local file, which appears whole or not at all.

        Args:
            session_id: The session.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such session or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getSessionFile
        """
        return await self._core.stream(
            api.get_session_file.OPERATION(
                identifier("session_id", session_id), path, format_=wire.FileFormat("raw")
            )
        )

    async def download_session_file(self, session_id: str | UUID, path: str, to: str | Path) -> int:
        """Download a file of the workspace into a local file, which appears whole or not at all.

        Args:
            session_id: The session.
            path: Relative path of the file in the workspace.
            to: Where to; an existing file is replaced and keeps its mode. Its folder must exist.

        Returns:
            The number of bytes written.

        Raises:
            AshNotFoundError: There is no such session or file.
            AshStreamError: The download broke off; no file is left behind.
            ValueError: The path would lead elsewhere, or `to` is a folder, a link or a device; nothing was
                sent.

        Operation: getSessionFile
        """
        call = api.get_session_file.OPERATION(
            identifier("session_id", session_id), path, format_=wire.FileFormat("raw")
        )
        return await self._core.download(call, to, "to")

    async def write_session_files(
        self,
        session_id: str | UUID,
        files: Mapping[str, uploads.Content],
        *,
        target_path: str | None = None,
        raise_on_error: bool = True,
    ) -> list[WriteFileResult]:
        """Write files into the workspace of a session; sent in several requests when one cannot take them.

        Args:
            session_id: The session.
            files: Contents by relative path: text, bytes, or a `Path` of a local file, up to 50 MiB each. A
                request takes 500 files and 100 MiB.
            target_path: Directory to write them in; the workspace itself by default.
            raise_on_error: Whether a file that was not written is an error; the server answers 200 for it.

        Raises:
            AshWriteError: Some files were not written; `results` says which and why.
            AshNotFoundError: There is no such session.
            ValueError: A path would lead elsewhere; nothing was sent.

        Operation: writeSessionFiles
        """
        found = uploads.portions(
            uploads.encoded("files", files), uploads.SESSION_BYTES, uploads.SESSION_FILES
        )
        if len(found) == 1:
            results = await self._write(session_id, found[0], target_path)
        else:
            written = [await self._write(session_id, portion, target_path) for portion in found]
            results = [result for portion in written for result in portion]
        if raise_on_error and isinstance(results, list):
            _refuse_unwritten(results)
        return results

    async def _write(
        self, session_id: str | UUID, files: list[uploads.Encoded], target_path: str | None
    ) -> list[WriteFileResult]:
        body = wire.WriteFilesRequest(
            files=[wire.WriteFile(each["path"], each["content"]) for each in files],
            target_path=given(target_path),
        )
        call = api.write_session_files.OPERATION(identifier("session_id", session_id), body=body)
        return await self._core.send(call, models.many(models.WriteFileResult, "files"))

    async def delete_session_file(self, session_id: str | UUID, path: str) -> None:
        """Delete a file of the workspace.

        Args:
            session_id: Id of the session.
            path: Path of the file, relative to the agent's folder.

        Raises:
            AshNotFoundError: There is no such session or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: deleteSessionFile
        """
        await self._core.send(
            api.delete_session_file.OPERATION(identifier("session_id", session_id), path), parse=nothing
        )

    async def download_workspace(self, session_id: str | UUID, to: str | Path) -> int:
        """Download the workspace of a session as a gzipped tar archive, into a local file.

        Caches, dependencies and dot-env files are not in it. The file appears whole or not at all.

        Args:
            session_id: The session.
            to: Where to; an existing file is replaced and keeps its mode. Its folder must exist.

        Returns:
            The number of bytes written.

        Raises:
            AshNotFoundError: There is no such session, or it has no workspace.
            AshStreamError: The download broke off; no file is left behind.
            ValueError: `to` is a folder, a link or a device, or its folder is missing; nothing was sent.

        Operation: downloadWorkspace
        """
        call = api.download_workspace.OPERATION(identifier("session_id", session_id))
        return await self._core.download(call, to, "to")

    async def upload_workspace(self, session_id: str | UUID, bundle: bytes | Path) -> str:
        """Replace the workspace of a session.

        Args:
            session_id: The session.
            bundle: A gzipped tar archive, or the `Path` of one; about 100 MB at most.

        Returns:
            The server's words.

        Raises:
            AshNotFoundError: There is no such session.
            AshServerError: The bundle is not a gzipped tar archive.

        Operation: uploadWorkspace
        """
        body = wire.UploadWorkspaceRequest(bundle=uploads.encode(_archive(bundle), "bundle"))
        call = api.upload_workspace.OPERATION(identifier("session_id", session_id), body=body)
        return cast(str, await self._core.send(call, models.field("message")))

    async def upload_attachment(
        self,
        session_id: str | UUID,
        filename: str,
        content: uploads.Content,
        *,
        mime_type: str | None = None,
        message_id: str | UUID | None = None,
    ) -> Attachment:
        """Attach a file to a session.

        Args:
            session_id: The session.
            filename: Name of the file; directories in it are left out by the server.
            content: Text, bytes, or the `Path` of a local file; about 750 KB at most.
            mime_type: Media type; the server's default is `application/octet-stream`.
            message_id: Message that it belongs to.

        Raises:
            AshNotFoundError: There is no such session.
            AshApiError: 413: the file is too large.

        Operation: uploadAttachment
        """
        body = wire.UploadAttachmentRequest(
            filename=filename,
            content=uploads.encode(content),
            mime_type=given(mime_type),
            message_id=given(None if message_id is None else identifier("message_id", message_id)),
        )
        call = api.upload_attachment.OPERATION(identifier("session_id", session_id), body=body)
        return cast("Attachment", await self._core.send(call, models.one(models.Attachment, "attachment")))

    async def list_attachments(self, session_id: str | UUID) -> list[Attachment]:
        """List the attachments of a session, the oldest first.

        Args:
            session_id: Id of the session.

        Raises:
            AshNotFoundError: There is no such session.

        Operation: listAttachments
        """
        call = api.list_attachments.OPERATION(identifier("session_id", session_id))
        return await self._core.send(call, models.many(models.Attachment, "attachments"))

    async def download_attachment(self, attachment_id: str | UUID) -> bytes:
        """Read the bytes of an attachment.

        Args:
            attachment_id: Id of the attachment.

        Raises:
            AshNotFoundError: There is no such attachment.

        Operation: downloadAttachment
        """
        call = attachments.download_attachment.OPERATION(identifier("attachment_id", attachment_id))
        async with await self._core.stream(call) as stream:
            return await stream.read()

    async def delete_attachment(self, attachment_id: str | UUID) -> None:
        """Delete an attachment.

        Args:
            attachment_id: Id of the attachment.

        Raises:
            AshNotFoundError: There is no such attachment.

        Operation: deleteAttachment
        """
        await self._core.send(
            attachments.delete_attachment.OPERATION(identifier("attachment_id", attachment_id)),
            parse=nothing,
        )


def _refuse_unwritten(results: Sequence[WriteFileResult]) -> None:
    failed = [each for each in results if not each.written]
    if failed:
        first = f"{failed[0].path}: {failed[0].error}"
        raise AshWriteError(
            f"{len(failed)} of {len(results)} files were not written; the first is {first}", results=results
        )


def _archive(bundle: bytes | Path) -> bytes | Path:
    if isinstance(bundle, str):
        raise TypeError("bundle must be the bytes of an archive, or the Path of one; got a str")
    return bundle
