"""What the sandbox for Ash is made of."""
