"""What the stand-in for ASG Gateway is made of."""
