"""What the stand-in for Ash is made of."""
