"""The operations of clients as tools for agents, over the Model Context Protocol: the extra `clientkit[mcp]`.

- `offers`: which tools there are, each with a signature of one line.
- `calling`: one call of a tool, from its arguments to its answer or error.
- `answers`: answers within bounds, page by page; errors that say what to do next.
- `ledger`: what was paid and what may have been, by key, so that no repetition pays twice.
- `server`: the server itself; it alone imports the package `mcp`. `command`: `clientkit mcp`.
"""
