# Derived from facades/assetcore_sdk/_async/__init__.py by make generate; edit that file.
"""What does I/O, written once; `_sync` is derived from it."""
