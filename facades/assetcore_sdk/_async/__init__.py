"""What does I/O, written once; `_sync` is derived from it."""
