"""What the sandbox for ASG Gateway is made of."""
