"""What the stand-in for Alsorn is made of."""
