"""What the sandbox for Asset Core is made of."""
