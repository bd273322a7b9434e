"""Specs to generated packages: what is read, what is refused, what is written, what is remembered of it."""
