# Derived from facades/alsorn/_async/__init__.py by make generate; edit that file.
