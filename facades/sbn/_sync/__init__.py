# Derived from facades/sbn/_async/__init__.py by make generate; edit that file.
