# Derived from facades/asg_gateway/_async/__init__.py by make generate; edit that file.
