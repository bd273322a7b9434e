"""What the sandbox for Alsorn is made of."""
