# Derived from facades/ash_ai/_async/__init__.py by make generate; edit that file.
