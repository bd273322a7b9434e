"""What the stand-in for Asset Core is made of."""
