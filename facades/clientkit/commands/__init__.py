"""Every public method of a client as a command and as a tool, derived from what the client already says.

- `declaration`: what a product adds by hand, in a module `commands` of its facade.
- `catalog`: the methods of a client, with their parameters, documentation and operations.
- `kinds`, `values`: what an annotation takes, and how a value is read from the command line.
- `plain`, `screen`: results as JSON values, and on a terminal.
- `connecting`, `profiles`: settings from the environment, profiles and the keyring.
- `ending`: errors as exit codes.
- `app`: the commands themselves. It alone needs typer, and `screen` rich: the extra `clientkit[cli]`.

The plain clients import nothing of this.
"""
