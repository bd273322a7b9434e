"""The documentation of this repository: its reference, tables and guides, made from code, and its site."""
