# Derived from facades/clientkit/_async/__init__.py by make generate; edit that file.
