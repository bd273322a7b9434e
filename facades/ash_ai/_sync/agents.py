# Derived from facades/ash_ai/_async/agents.py by make generate; edit that file.
"""Agents: deploying them, their files, settings and versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ash_ai._sync.methods import Methods
from ash_ai.arguments import document, hidden, names
from ash_ai.lazy import models, uploads, wire
from ash_api.api import agents as api, versions
from clientkit.arguments import identifier, mapping
from clientkit.facade import nothing
from clientkit.operation import given

if TYPE_CHECKING:
    from pathlib import Path

    from ash_ai.models import Agent, AgentFile, AgentVersion, FileEntry
    from clientkit.facade import ByteStream


class AgentMethods(Methods):
    """Agents and their files, settings and versions."""

    def deploy_agent(
        self, name: str, path: str | None = None, *, env: Mapping[str, str] | None = None
    ) -> Agent:
        """Deploy an agent from a directory on the server's disk, or deploy it anew.

        Nothing is read here: to send a directory of this machine, use `deploy_agent_files`. Each
        deployment raises `version`, so it is never repeated by itself when its outcome is not clear.

        Args:
            name: Letters, digits, underscores and hyphens, 1 to 255.
            path: The directory, which must hold a file named CLAUDE.md. A relative path is taken under the
                server's data directory. Without it the server makes an agent of a stub.
            env: Environment variables for sessions with the agent.

        Raises:
            AshBadRequestError: There is no such directory, or no CLAUDE.md in it.
            AshRateLimitError: More than 20 deployments in 15 minutes.

        Operation: deployAgent
        """
        # Hidden before anything else: the locals of a traceback must not show them.
        env = hidden(env)
        body = wire.DeployAgentRequest(
            name=name, path=given(path), env=document("env", wire.DeployAgentRequestEnv, env)
        )
        return cast("Agent", self._core.send(api.deploy_agent.OPERATION(body=body), _agent()))

    def deploy_agent_files(
        self,
        name: str,
        source: str | Path | Mapping[str, uploads.Content],
        *,
        system_prompt: str | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Agent:
        """Deploy an agent from files of this machine.

        A tree that is too large for one request is sent in several; when one of them fails, the agent has
        the files that came before. Files that an earlier deployment wrote stay.

        Args:
            name: Letters, digits, underscores and hyphens, 1 to 255.
            source: A directory, or contents by relative path. Of a directory, dot-env files, caches,
                dependencies, version control, links, pipes and devices are left out.
            system_prompt: Content of CLAUDE.md when no file has that name.
            env: Environment variables for sessions with the agent.

        Raises:
            ValueError: There is no such directory, it has no files, one is too large, or a path would lead
                elsewhere; nothing was sent.

        Operation: deployAgent, uploadAgentFiles
        """
        # Hidden before anything else: the locals of a traceback must not show them.
        env = hidden(env)
        first, *others = uploads.portions(uploads.agent_files(source))
        body = wire.DeployAgentRequest(
            name=name,
            files=[wire.UploadedFile(**each) for each in first],
            system_prompt=given(system_prompt),
            env=document("env", wire.DeployAgentRequestEnv, env),
        )
        agent = self._core.send(api.deploy_agent.OPERATION(body=body), _agent())
        for portion in others:
            self._upload(name, portion)
        return cast("Agent", agent)

    def list_agents(self) -> list[Agent]:
        """List all agents, ordered by name.

        Operation: listAgents
        """
        return self._core.send(api.list_agents.OPERATION(), models.many(models.Agent, "agents"))

    def get_agent(self, name: str) -> Agent:
        """Get an agent.

        Args:
            name: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: getAgent
        """
        return cast("Agent", self._core.send(api.get_agent.OPERATION(name), _agent()))

    def update_agent(
        self, name: str, *, env: Mapping[str, str] | None = None, config: Mapping[str, Any] | None = None
    ) -> Agent:
        """Change the environment or the settings of an agent; running sessions keep theirs.

        Args:
            name: The agent.
            env: All environment variables anew; an empty mapping removes them.
            config: Settings to merge into the others, one level deep.

        Raises:
            AshNotFoundError: There is no such agent.
            ValueError: Nothing is to be changed; nothing was sent.

        Operation: updateAgent
        """
        # Hidden before anything else: the locals of a traceback must not show them.
        env = hidden(env)
        if env is None and config is None:
            raise ValueError("give env=… or config=…")
        body = wire.UpdateAgentRequest(
            env=document("env", wire.UpdateAgentRequestEnv, env),
            config=document("config", wire.UpdateAgentRequestConfig, config),
        )
        return cast("Agent", self._core.send(api.update_agent.OPERATION(name, body=body), _agent()))

    def delete_agent(self, name: str) -> None:
        """Delete an agent and all its sessions.

        Args:
            name: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: deleteAgent
        """
        self._core.send(api.delete_agent.OPERATION(name), parse=nothing)

    def get_agent_config(self, name: str) -> dict[str, Any]:
        """Get the settings of an agent.

        Args:
            name: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: getAgentConfig
        """
        return cast(
            "dict[str, Any]", self._core.send(api.get_agent_config.OPERATION(name), models.field("config"))
        )

    def update_agent_config(self, name: str, config: Mapping[str, Any]) -> dict[str, Any]:
        """Merge settings into those of an agent, one level deep, and return all of them.

        Args:
            name: Name of the agent.
            config: The new configuration; it replaces the old one.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: updateAgentConfig
        """
        call = api.update_agent_config.OPERATION(
            name, body=wire.JsonObject.from_dict(mapping("config", config))
        )
        return cast("dict[str, Any]", self._core.send(call, models.field("config")))

    def list_agent_files(self, name: str) -> list[FileEntry]:
        """List the files of an agent.

        Args:
            name: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: listAgentFiles
        """
        return self._core.send(api.list_agent_files.OPERATION(name), models.many(models.FileEntry, "files"))

    def get_agent_file(self, name: str, path: str) -> AgentFile:
        """Get a file of an agent as text, with its path and size.

        Args:
            name: The agent.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such agent or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getAgentFile
        """
        call = api.get_agent_file.OPERATION(name, path, format_=wire.FileFormat("json"))
        return self._core.send(call, models.AgentFile.from_dict)

    def read_agent_file(self, name: str, path: str) -> bytes:
        """Read the bytes of a file of an agent.

        Args:
            name: The agent.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such agent or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getAgentFile
        """
        with self.stream_agent_file(name, path) as stream:
            return stream.read()

    def stream_agent_file(self, name: str, path: str) -> ByteStream:
        """Open a file of an agent: a context manager that gives its bytes as they come.

        `write_to(path)` of it makes a local file, which appears whole or not at all.

        Args:
            name: The agent.
            path: Relative path of the file; slashes are kept.

        Raises:
            AshNotFoundError: There is no such agent or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: getAgentFile
        """
        return self._core.stream(api.get_agent_file.OPERATION(name, path, format_=wire.FileFormat("raw")))

    def upload_agent_files(self, name: str, source: str | Path | Mapping[str, uploads.Content]) -> int:
        """Write files of an agent; sent in several requests when they are too large for one.

        Args:
            name: The agent.
            source: A directory, or contents by relative path, as for `deploy_agent_files`.

        Returns:
            How many files were written.

        Raises:
            AshNotFoundError: There is no such agent.
            ValueError: There is no such directory, it has no files, one is too large, or a path would lead
                elsewhere; nothing was sent.

        Operation: uploadAgentFiles
        """
        return sum([self._upload(name, portion) for portion in uploads.portions(uploads.agent_files(source))])

    def delete_agent_file(self, name: str, path: str) -> None:
        """Delete a file of an agent.

        Args:
            name: Name of the agent.
            path: Path of the file, relative to the agent's folder.

        Raises:
            AshNotFoundError: There is no such agent or file.
            ValueError: The path would lead elsewhere; nothing was sent.

        Operation: deleteAgentFile
        """
        self._core.send(api.delete_agent_file.OPERATION(name, path), parse=nothing)

    def list_agent_versions(self, name: str) -> list[AgentVersion]:
        """List the versions of an agent, the newest first.

        Args:
            name: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: listAgentVersions
        """
        return self._core.send(
            versions.list_agent_versions.OPERATION(name), models.many(models.AgentVersion, "versions")
        )

    def create_agent_version(
        self,
        name: str,
        *,
        version_name: str | None = None,
        system_prompt: str | None = None,
        release_notes: str | None = None,
        knowledge_files: Sequence[str] | None = None,
        clone_from: int | str | None = None,
    ) -> AgentVersion:
        """Add a version to an agent; it is used once it is activated.

        Args:
            name: The agent.
            version_name: Name of the version, up to 255 characters.
            system_prompt: The system prompt.
            release_notes: What is new, up to 10,000 characters.
            knowledge_files: Files that belong to it.
            clone_from: Number or id of a version to start from.

        Raises:
            AshNotFoundError: There is no such agent.
            AshBadRequestError: There is no such version to clone.

        Operation: createAgentVersion
        """
        body = wire.CreateAgentVersionRequest(
            name=given(version_name),
            system_prompt=given(system_prompt),
            release_notes=given(release_notes),
            knowledge_files=names("knowledge_files", knowledge_files),
            clone_from=given(clone_from),
        )
        return cast(
            "AgentVersion",
            self._core.send(versions.create_agent_version.OPERATION(name, body=body), _version()),
        )

    def get_agent_version(self, name: str, version: int | str) -> AgentVersion:
        """Get a version of an agent by its number or id.

        Args:
            name: Name of the agent.
            version: Number of the version, from 1.

        Raises:
            AshNotFoundError: There is no such agent or version.

        Operation: getAgentVersion
        """
        call = versions.get_agent_version.OPERATION(name, identifier("version", version))
        return cast("AgentVersion", self._core.send(call, _version()))

    def update_agent_version(
        self,
        name: str,
        version: int | str,
        *,
        version_name: str | None = None,
        system_prompt: str | None = None,
        release_notes: str | None = None,
        knowledge_files: Sequence[str] | None = None,
    ) -> AgentVersion:
        """Change a version of an agent; what is not given stays as it is.

        Args:
            name: The agent.
            version: Number or id of the version.
            version_name: Name of the version, up to 255 characters.
            system_prompt: The system prompt.
            release_notes: What is new, up to 10,000 characters.
            knowledge_files: Files that belong to it.

        Raises:
            AshNotFoundError: There is no such agent or version.

        Operation: updateAgentVersion
        """
        body = wire.UpdateAgentVersionRequest(
            name=given(version_name),
            system_prompt=given(system_prompt),
            release_notes=given(release_notes),
            knowledge_files=names("knowledge_files", knowledge_files),
        )
        call = versions.update_agent_version.OPERATION(name, identifier("version", version), body=body)
        return cast("AgentVersion", self._core.send(call, _version()))

    def delete_agent_version(self, name: str, version: int | str) -> None:
        """Delete a version of an agent.

        Args:
            name: Name of the agent.
            version: Number of the version, from 1.

        Raises:
            AshNotFoundError: There is no such agent or version.

        Operation: deleteAgentVersion
        """
        self._core.send(
            versions.delete_agent_version.OPERATION(name, identifier("version", version)), parse=nothing
        )

    def activate_agent_version(self, name: str, version: int | str) -> int:
        """Use a version for new sessions, and return its number.

        Args:
            name: Name of the agent.
            version: Number of the version, from 1.

        Raises:
            AshNotFoundError: There is no such agent or version.

        Operation: activateAgentVersion
        """
        call = versions.activate_agent_version.OPERATION(name, identifier("version", version))
        return cast(int, self._core.send(call, models.field("versionNumber")))

    def _upload(self, name: str, portion: list[uploads.Encoded]) -> int:
        body = wire.UploadAgentFilesRequest(files=[wire.UploadedFile(**each) for each in portion])
        call = api.upload_agent_files.OPERATION(name, body=body)
        return cast(int, self._core.send(call, models.field("written")))


def _agent() -> Any:
    return models.one(models.Agent, "agent")


def _version() -> Any:
    return models.one(models.AgentVersion, "version")
