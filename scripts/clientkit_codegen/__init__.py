"""From an OpenAPI document to a client, and the gates that keep the two together: the command `clientkit`."""
