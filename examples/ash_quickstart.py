"""Deploy an agent, talk to it, look at its files, and end the session.

Runs against the server that ASH_SERVER_URL (or ASH_BASE_URL) and ASH_API_KEY name, and against the
sandbox without them.
"""

from __future__ import annotations

import os
from contextlib import ExitStack

from ash_ai import AshApiError, AshClient


def main() -> None:
    with ExitStack() as stack:
        server_url = os.environ.get("ASH_SERVER_URL") or os.environ.get("ASH_BASE_URL")
        api_key = os.environ.get("ASH_API_KEY")
        if not server_url:
            from clientkit_sandbox import running

            sandbox = stack.enter_context(running("ash"))
            server_url, api_key = sandbox.server_url, sandbox.api_key
        client = stack.enter_context(AshClient(server_url=server_url, api_key=api_key))
        talk(client)


def talk(client: AshClient) -> None:
    agent = client.deploy_agent_files(
        "quickstart", {"CLAUDE.md": "You are brief.", "notes/today.md": "sunny"}
    )
    print(f"deployed      {agent.name} v{agent.version}")

    session = client.create_session(agent=agent.name)
    print(f"session       {session.status}")

    for event in client.send_message_stream(session.id, "What can you do?"):
        if event.type == "message" and event.data.get("type") == "assistant":
            for block in event.data["message"]["content"]:
                if block["type"] == "text":
                    print(f"assistant     {block['text']}")
        elif event.type == "error":
            print(f"error         {event.data['error']}")
        elif event.type == "done":
            print("turn          complete")

    turn = client.send_message(session.id, "scene:tools")
    print(f"with tools    {[use.name for use in turn.tool_uses]}: {turn.text}")

    client.write_session_files(session.id, {"report.txt": "all is well\n"})
    print(f"workspace     {[file.path for file in client.list_session_files(session.id)]}")
    print(f"exec          {client.exec(session.id, 'cat report.txt').stdout.strip()}")

    print(f"paused        {client.pause_session(session.id).status}")
    print(f"resumed       {client.resume_session(session.id).status}")
    print(f"usage         {client.get_usage_stats(session_id=session.id).total_output_tokens} tokens out")
    print(f"ended         {client.end_session(session.id).status}")

    try:
        client.create_session(agent="nonexistent")
    except AshApiError as error:
        print(f"refused       {error.status_code}: {error.message}")


if __name__ == "__main__":
    main()
